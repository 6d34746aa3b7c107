"""The queue of review as data: claims that wait, each in its paragraph with what rests upon it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from sayso.ledger.listing import claim
from sayso.ledger.review import Queued
from sayso.ledger.review.attaching import ClaimRow
from sayso.ledger.review.queue import find_numbered
from sayso.ledger.review.standing import find_last
from sayso.records.reading import Reading
from sayso.records.span import Span, hull
from sayso.web import finding, shapes
from sayso.web.links import claim_pick
from sayso.web.moment import at_one_moment
from sayso.web.page import Page
from sayso.web.review_log import words_of
from sayso.web.room import Room
from sayso.web.stamping import Stamp, stamp_of
from sayso.web.telling import show_claims, show_head

ON_PAGE = 12
MOST_OTHERS = 40  # claims of a point from which one is split


@dataclass(frozen=True, slots=True)
class Item:
    """A claim to be judged, in its paragraph: every second of ``parts`` is what it holds.

    ``others`` are the claims with which it makes a point, by their picks.
    """

    pick: str
    claim: shapes.ToldClaim
    head: shapes.Head
    parts: tuple[str, ...]
    worth: float
    articles: int
    disputes: int
    point: str | None
    others: tuple[str, ...]
    stamp: Stamp | None
    model: str


@dataclass(frozen=True, slots=True)
class Done:
    """A decision that can be taken back."""

    number: int
    act: str
    words: str


@dataclass(frozen=True, slots=True)
class QueueView:
    """What waits for the coder, doubtful and weighty claims first, or what was looked for by its words."""

    coder: str
    blind: bool
    items: tuple[Item, ...]
    waiting: int
    judged: int
    after: str
    words: str
    last: Done | None
    adrift: int
    unlinked: int
    page: int
    pages: int


@at_one_moment
def view_queue(room: Room, page: int = 1, after: str = "", words: str = "") -> QueueView:
    judgements, review = room.judgements(), room.review
    first = (page - 1) * ON_PAGE
    everything = int(room.connection.execute(select(func.count()).select_from(claim)).scalar_one())
    waiting = everything - len(judgements.numbers)
    if words.strip():
        queued, waiting_here = _found(room, words, page)
    elif after:
        listed = review.queue(most=everything, after=after)
        queued, waiting_here = listed[first : first + ON_PAGE], len(listed)
    else:
        queued, waiting_here = review.queue(ON_PAGE, first), waiting
    return QueueView(
        coder=room.coder,
        blind=room.blind,
        items=tuple(make_items(room, queued)),
        waiting=waiting,
        judged=len(judgements.numbers),
        after=after,
        words=words,
        last=_last(room),
        adrift=len(judgements.adrift),
        unlinked=room.unlinked(),
        page=page,
        pages=max(1, -(-waiting_here // ON_PAGE)),
    )


def _found(room: Room, words: str, page: int) -> tuple[list[Queued], int]:
    found = finding.find_claims(room.connection, finding.Asked(words=words, page=page), room.contents().calls)
    rows = [room.review.find(hit.pick) for hit in found.hits if hit.pick]
    return find_numbered(room.connection, [row.number for row in rows])[:ON_PAGE], found.total


def _last(room: Room) -> Done | None:
    decision = find_last(room.review.decisions(), room.coder)
    return None if decision is None else Done(decision.number, decision.act.value, words_of(room, decision.subject))


@at_one_moment
def view_item(room: Room, pick: str) -> Item:
    """One claim, as it stands after a decision. Raises BadDecision."""
    row = room.review.find(pick)
    return next(iter(make_items(room, find_numbered(room.connection, [row.number]))))


def make_items(room: Room, queued: Iterable[Queued]) -> Iterator[Item]:
    readings: dict[str, Reading] = {}
    for one in queued:
        row = one.row
        reading = readings.get(row.article) or readings.setdefault(row.article, room.reading(row.article))
        item = _item(room, one, reading)
        if item is not None:
            yield item


def _item(room: Room, queued: Queued, reading: Reading) -> Item | None:
    row, calls = queued.row, room.contents().calls
    held = show_claims(Page(reading, calls), [row.claim]).get(row.claim)
    if held is None:
        return None
    point, others = _point_of(room, row)
    model = reading.model
    return Item(
        pick=row.pick,
        claim=held,
        head=show_head(reading, room.lists, calls),
        parts=tuple(cut_paragraph(reading.article.text, [Span(*pair) for pair in held.spans])),
        worth=queued.worth,
        articles=queued.articles,
        disputes=queued.disputes,
        point=point,
        others=others,
        stamp=stamp_of(room.judgements(), row.article, row.claim, reading.article.text, room.coder),
        model=f"{model.name} {model.version} ({model.digest[:12]})",
    )


def cut_paragraph(text: str, spans: Sequence[Span]) -> Iterator[str]:
    """The paragraph, or paragraphs, of these stretches, cut up so that every second part is one of them."""
    whole = hull(spans)
    at = text.rfind("\n", 0, whole.start) + 1
    end = text.find("\n", whole.end)
    for span in sorted(spans):
        if span.start < at:
            continue  # stretches that overlap are marked once
        yield text[at : span.start]
        yield span.cut(text)
        at = span.end
    yield text[at : len(text) if end < 0 else end]


def _point_of(room: Room, row: ClaimRow) -> tuple[str | None, tuple[str, ...]]:
    """The address of the point that a claim makes, and the claims with which it makes it."""
    story = room.known(room.story(row.article))
    keys = room.contents().keys
    for point in story.points if story else ():
        if any((one.article, one.claim) == row.id for one in point.claims):
            rest = (one for one in point.claims if (one.article, one.claim) != row.id)
            picks = dict.fromkeys(claim_pick(keys[one.article], one.claim) for one in rest)
            return point.link, tuple(picks)[:MOST_OTHERS]
    return None, ()
