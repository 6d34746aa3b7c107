"""Which of two texts that share narrative came first: one judge a kind of evidence, the surest first."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sayso.linking.earlier import is_dated_after
from sayso.linking.overlap import QUOTED_WORDS
from sayso.linking.pairs import Pair
from sayso.linking.pieces import Piece
from sayso.linking.prepared import Prepared
from sayso.linking.scene import Scene
from sayso.lists.agencies import AgencyKind
from sayso.records.edge import Direction
from sayso.records.reason import Reason
from sayso.records.span import Span

# A reason that weighs less orders child and parent, but does not make the direction known: it lies between 0.4, of the
# judges that settle a direction, and 0.3, of those that only lean.
SURE = 0.35
BESIDE = 120  # characters between a quotation and the name of the medium that it is from, the name included
NEARLY_ALL, WHOLE, LONGER = 0.9, 0.7, 1.2  # a text that stands so wholly in one so much longer was cut from it


@dataclass(frozen=True, slots=True)
class Order:
    """``child`` came after ``parent`` for this reason; without a reason it might as well be the other way round."""

    child: str
    parent: str
    reason: Reason | None

    @property
    def direction(self) -> Direction:
        return Direction.KNOWN if self.reason is not None and self.reason.weight >= SURE else Direction.UNKNOWN


def find_order(pair: Pair, scene: Scene) -> Order:
    """Which of a pair came first, by the first judge that tells it of one only."""
    for judge in JUDGES:
        for child, parent in ((pair.a, pair.b), (pair.b, pair.a)):
            reason = judge(child, parent, pair, scene)
            if reason is not None and judge(parent, child, pair, scene) is None:
                return Order(child, parent, reason)
    return Order(pair.b, pair.a, None)


def _by_certain_credit(child: str, parent: str, _: Pair, scene: Scene) -> Reason | None:
    piece = scene.piece_of(parent)
    return _credits(child, piece, scene) if piece is not None and piece.certain else None


def _by_credit(child: str, parent: str, _: Pair, scene: Scene) -> Reason | None:
    """A piece that was only guessed, and has things from a medium that the child does not name, is none to go by."""
    piece = scene.piece_of(parent)
    if piece is None or not piece.likely or _passes_on(parent, child, scene):
        return None
    return _credits(child, piece, scene)


def _credits(child: str, piece: Piece, scene: Scene) -> Reason | None:
    for naming in scene.namings[child]:
        if naming.key == piece.key and scene.piece_for(child, piece.key) is piece:
            return Reason("credit", 0.8, f"names “{naming.name}”, whose piece the other is")
    return None


def _by_time(child: str, parent: str, _: Pair, scene: Scene) -> Reason | None:
    late, early = scene.member(child), scene.member(parent)
    if is_dated_after(late, early) and not scene.misdated & {child, parent}:
        return Reason("time", 0.5, f"published {_word_time(late)}, the other {_word_time(early)}")
    return None


def _by_quoting(child: str, parent: str, pair: Pair, scene: Scene) -> Reason | None:
    """What the parent says in its own words stands in quotation marks in the child, beside the name of a medium."""
    late, early = scene.member(child), scene.member(parent)
    for passage in pair.passages:
        mine, theirs = (passage.a, passage.b) if child == pair.a else (passage.b, passage.a)
        if _quoted_words(late, mine) - _quoted_words(early, theirs) < QUOTED_WORDS:
            continue
        for naming in scene.namings[child]:  # at every place where a medium is named
            between = late.text[min(naming.span.start, mine.start) : max(naming.span.end, mine.end)]
            if naming.how != "dateline" and len(between) - len(mine) <= BESIDE and "\n\n" not in between:
                return Reason("quoting", 0.6, f"quotes from “{naming.name}” what the other says in its own words")
    return None


def _quoted_words(member: Prepared, span: Span) -> int:
    first, last = np.searchsorted(member.wording.starts, [span.start, span.end])
    return int(member.wording.quoted[first:last].sum())


def _word_time(member: Prepared) -> str:
    published = member.reading.article.published
    return f"{published.time}{published.zone or ''}" if published else "at no known time"


def _by_dateline(child: str, parent: str, _: Pair, scene: Scene) -> Reason | None:
    """An agency's own dateline opens the parent, and none the child.

    An agency that passes on what a medium reports, which the child does not name, may have it from the child.
    """
    agency = _dateline_of(parent, scene)
    if agency is not None and _dateline_of(child, scene) is None and not _passes_on(parent, child, scene):
        return Reason("dateline", 0.4, f"the other opens with the dateline of {agency}")
    return None


def _passes_on(article: str, other: str, scene: Scene) -> bool:
    """Whether it has things from a medium that the other does not name."""
    here, there = ({n.key for n in scene.credits_of(one) if n.how != "dateline"} for one in (article, other))
    return bool(here - there)


def _dateline_of(article: str, scene: Scene) -> str | None:
    for naming in scene.namings[article]:
        if naming.how == "dateline" and naming.agency and naming.agency.kind is AgencyKind.AGENCY:
            return naming.name
    return None


def _by_more_credits(child: str, parent: str, _: Pair, scene: Scene) -> Reason | None:
    """The child names more media as where it has things from."""
    more, fewer = (
        sum(naming.how != "dateline" for naming in scene.credits_of(article))
        if scene.perhaps_own(article) is None
        else 0
        for article in (child, parent)
    )
    if more > fewer:
        words = f"names {more} media as where it has things from, the other {fewer or 'none'}"
        return Reason("credits", 0.3, words)
    return None


def _by_standing(child: str, parent: str, _: Pair, scene: Scene) -> Reason | None:
    piece = scene.piece_of(parent)
    if piece is not None and piece.likely and not scene.piece_of(child):
        return Reason("origin", 0.2, "others credit the other text as its medium's piece, and nobody this one")
    return None


def _by_cut(child: str, parent: str, pair: Pair, scene: Scene) -> Reason | None:
    return _inside(child, parent, pair, scene, NEARLY_ALL, 0.4)


def _by_length(child: str, parent: str, pair: Pair, scene: Scene) -> Reason | None:
    return _inside(child, parent, pair, scene, WHOLE, 0.3)


def _inside(child: str, parent: str, pair: Pair, scene: Scene, share: float, weight: float) -> Reason | None:
    """The child stands in the parent all but whole, and the parent has more."""
    short, long = scene.member(child).wording, scene.member(parent).wording
    if pair.share >= share and len(long) >= LONGER * len(short):
        return Reason("subset", weight, f"{pair.share:.0%} of its narrative stands in the other, which has more")
    return None


# What tells which of two texts came first, the surest first; the first that tells it of one only counts.
JUDGES = (
    _by_certain_credit,
    _by_time,
    _by_quoting,
    _by_dateline,
    _by_cut,
    _by_credit,
    _by_more_credits,
    _by_standing,
    _by_length,
)
