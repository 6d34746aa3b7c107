"""From namings, pieces and shared passages to edges: who depends on whom, in which direction, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.linking.namings import Naming
from sayso.linking.pairs import Pair
from sayso.linking.pieces import Piece
from sayso.linking.prepared import Prepared
from sayso.lists.agencies import AgencyKind
from sayso.records.article import Precision, Published
from sayso.records.edge import Direction, Edge, EdgeKind, Shown
from sayso.records.reason import Reason

# Narrative words that agree, and the part of the shorter text that they make, from which on a text is a copy.
COPIED_WORDS, COPIED_SHARE = 14, 0.05  # echoes of make_echoes.py: F1 99.9
QUOTED_WORDS = 8
SURE = 0.35  # a reason that weighs less orders child and parent, but does not make the direction known
# Two texts that share more of their narrative are one another's copy; with less they may both have it from a third.
# Knee on the even half of bench/cases/edges.jsonl, as is SOME_WORDS, from which on they have it from somewhere.
MUCH, SOME_WORDS = 0.2, 8
NEARLY_ALL, WHOLE, LONGER = 0.9, 0.7, 1.2  # a text that stands so wholly in one so much longer was cut from it


@dataclass(frozen=True, slots=True)
class Scene:
    """One story's articles with what was found in them: the input of every judgement about dependence."""

    members: tuple[Prepared, ...]
    namings: Mapping[str, tuple[Naming, ...]]
    pieces: Mapping[str, Piece]
    outlets: Mapping[str, str | None]
    pairs: tuple[Pair, ...]

    def member(self, article: str) -> Prepared:
        return next(member for member in self.members if member.id == article)

    def piece_of(self, article: str) -> Piece | None:
        """The piece that this article is, if others credit it."""
        return next((piece for piece in self.pieces.values() if piece.article == article), None)

    def credits_of(self, article: str) -> tuple[Naming, ...]:
        """The media that the article names, each once, in the order of the text; not the one whose piece it is."""
        first: dict[str, Naming] = {}
        for naming in self.namings[article]:
            piece = self.pieces.get(naming.key)
            if piece is None or piece.article != article:
                first.setdefault(naming.key, naming)
        return tuple(first.values())


def find_edges(scene: Scene) -> tuple[Edge, ...]:
    """All edges of a story, in the order of child, kind and parent."""
    credits = list(_credit_edges(scene))
    copies = list(_copy_edges(scene))
    return tuple(sorted([*credits, *copies, *_quote_edges(scene, [*credits, *copies])], key=_order))


def _order(edge: Edge) -> tuple[str, str, str]:
    return edge.child, edge.kind.value, edge.parent or edge.outside or ""


def _credit_edges(scene: Scene) -> Iterator[Edge]:
    for member in scene.members:
        for naming in scene.credits_of(member.id):
            piece = scene.pieces.get(naming.key)
            words = naming.span.cut(member.text)
            reasons = [Reason("credit", 0.8, f"names “{words}” as where it has it from")]
            if piece is None:
                outside = naming.name
            else:
                outside = None
                reasons.append(_piece_reason(piece, words))
            yield Edge(
                member.id,
                piece.article if piece else None,
                outside,
                EdgeKind.CREDITS,
                Direction.KNOWN,
                0.9 if piece is None or piece.certain else min(0.9, 0.5 + piece.score / 2),
                tuple(reasons),
                (Shown(member.id, naming.span),),
                None if piece is None or piece.certain else f"a piece of “{words}” that is not here",
            )


def _piece_reason(piece: Piece, words: str) -> Reason:
    if piece.certain:
        return Reason("outlet", 0.2, f"{piece.article} is by “{words}”")
    return Reason(
        "piece", 0.1, f"{piece.article} is the text most like those that name “{words}”, and credits no one early"
    )


def _copy_edges(scene: Scene) -> Iterator[Edge]:
    """One edge a copying article: to the likeliest parent, or along the strongest passages where order is unknown."""
    copied = [pair for pair in scene.pairs if is_copy(pair) and not _are_siblings(pair, scene)]
    judged = sorted(((_parent_first(pair, scene), pair) for pair in copied), key=lambda one: _strength(one[1]))
    parent_of: dict[str, str] = {}
    joined: dict[str, str] = {member.id: member.id for member in scene.members}
    for (child, parent, reason), pair in judged:
        if reason is not None and child not in parent_of and not _leads_to(parent_of, parent, child):
            parent_of[child] = parent
            _join(joined, child, parent)
            yield _copy_edge(child, parent, pair, scene, reason)
    for (child, parent, reason), pair in judged:
        if reason is None and _find(joined, child) != _find(joined, parent):
            _join(joined, child, parent)
            yield _copy_edge(child, parent, pair, scene, None)


def _are_siblings(pair: Pair, scene: Scene) -> bool:
    """Both credit a piece that is here: what they share they have from it."""
    parents = [
        {piece.article for n in scene.credits_of(article) if (piece := scene.pieces.get(n.key)) is not None}
        for article in (pair.a, pair.b)
    ]
    return bool(parents[0] & parents[1])


def _strength(pair: Pair) -> tuple[float, str, str]:
    return (-pair.share, pair.a, pair.b)


def _leads_to(parent_of: Mapping[str, str], start: str, goal: str) -> bool:
    while start in parent_of:
        start = parent_of[start]
        if start == goal:
            return True
    return start == goal


def _find(joined: dict[str, str], item: str) -> str:
    while joined[item] != item:
        item = joined[item]
    return item


def _join(joined: dict[str, str], a: str, b: str) -> None:
    joined[_find(joined, a)] = _find(joined, b)


def is_copy(pair: Pair) -> bool:
    """Whether so much narrative is shared that one text was written from the other, or both from a third."""
    return pair.narrative >= COPIED_WORDS and pair.share >= COPIED_SHARE


def _copy_edge(child: str, parent: str, pair: Pair, scene: Scene, direction: Reason | None) -> Edge:
    longest = max(pair.passages, key=lambda passage: (passage.narrative, -passage.a.start))
    span = longest.a if child == pair.a else longest.b
    other = longest.b if child == pair.a else longest.a
    shared = Reason(
        "text",
        min(0.9, 0.3 + pair.share),
        f"{pair.narrative} words of narrative in common, {pair.share:.0%} of the shorter text",
    )
    same = scene.outlets[child] is not None and scene.outlets[child] == scene.outlets[parent]
    kind = EdgeKind.UPDATES if same and direction is not None else EdgeKind.COPIES
    return Edge(
        child,
        parent,
        None,
        kind,
        Direction.KNOWN if direction is not None and direction.weight >= SURE else Direction.UNKNOWN,
        min(0.99, 0.5 + pair.share),
        (shared,) if direction is None else (shared, direction),
        (Shown(child, span), Shown(parent, other)),
        "both from one text that is not here" if direction is None else None,
    )


def _parent_first(pair: Pair, scene: Scene) -> tuple[str, str, Reason | None]:
    """(child, parent, what shows the direction) of two texts that share narrative; None where nothing shows it."""
    for judge in JUDGES:
        for child, parent in ((pair.a, pair.b), (pair.b, pair.a)):
            reason = judge(child, parent, pair, scene)
            if reason is not None and judge(parent, child, pair, scene) is None:
                return child, parent, reason
    return pair.b, pair.a, None


def _by_certain_credit(child: str, parent: str, _: Pair, scene: Scene) -> Reason | None:
    piece = scene.piece_of(parent)
    return _credits(child, piece, scene) if piece is not None and piece.certain else None


def _by_credit(child: str, parent: str, _: Pair, scene: Scene) -> Reason | None:
    piece = scene.piece_of(parent)
    return _credits(child, piece, scene) if piece is not None else None


def _credits(child: str, piece: Piece, scene: Scene) -> Reason | None:
    for naming in scene.namings[child]:
        if naming.key == piece.key:
            return Reason("credit", 0.8, f"names “{naming.name}”, whose piece the other is")
    return None


def _by_time(child: str, parent: str, _: Pair, scene: Scene) -> Reason | None:
    late, early = scene.member(child).reading.article.published, scene.member(parent).reading.article.published
    if late is not None and early is not None and is_later(late, early):
        return Reason("time", 0.5, f"published {late.time}, the other {early.time}")
    return None


def is_later(a: Published, b: Published) -> bool:
    """Whether ``a`` is certainly later than ``b``, by no finer a measure than both have."""
    if a.zone != b.zone and min(len(a.time), len(b.time)) > 10:
        return a.time[:10] > b.time[:10]
    length = min(_length(a.precision), _length(b.precision), len(a.time), len(b.time))
    return a.time[:length] > b.time[:length]


def _length(precision: Precision) -> int:
    lengths = {Precision.YEAR: 4, Precision.MONTH: 7, Precision.DAY: 10, Precision.MINUTE: 16, Precision.SECOND: 19}
    return lengths[precision]


def _by_dateline(child: str, parent: str, _: Pair, scene: Scene) -> Reason | None:
    """An agency's own dateline opens the parent, and none the child."""
    of_parent, of_child = (
        [n for n in scene.namings[a] if n.how == "dateline" and n.agency and n.agency.kind is AgencyKind.AGENCY]
        for a in (parent, child)
    )
    if of_parent and not of_child:
        return Reason("dateline", 0.4, f"the other opens with the dateline of {of_parent[0].name}")
    return None


def _by_more_credits(child: str, parent: str, _: Pair, scene: Scene) -> Reason | None:
    """The child names more media as where it has things from."""
    more, fewer = (sum(naming.how != "dateline" for naming in scene.credits_of(article)) for article in (child, parent))
    if more > fewer:
        return Reason(
            "credits",
            0.4 if more > fewer + 1 else 0.3,
            f"names {more} media as where it has things from, the other {fewer or 'none'}",
        )
    return None


def _by_standing(child: str, parent: str, _: Pair, scene: Scene) -> Reason | None:
    if scene.piece_of(parent) and not scene.piece_of(child):
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
    _by_dateline,
    _by_cut,
    _by_credit,
    _by_more_credits,
    _by_standing,
    _by_length,
)


def _quote_edges(scene: Scene, edges: Sequence[Edge]) -> Iterator[Edge]:
    """Pairs that share a quotation and nothing else that links them, however indirectly."""
    joined: dict[str, str] = {member.id: member.id for member in scene.members}
    for edge in edges:
        parent = edge.parent or f"outside {edge.outside}"
        joined.setdefault(parent, parent)
        _join(joined, edge.child, parent)
    for pair in sorted(scene.pairs, key=lambda pair: (-pair.quoted, pair.a, pair.b)):
        if pair.quoted >= QUOTED_WORDS and _find(joined, pair.a) != _find(joined, pair.b):
            _join(joined, pair.a, pair.b)
            longest = max(pair.passages, key=lambda passage: (passage.quoted, -passage.a.start))
            reason = Reason(
                "quotation", 0.5, f"{pair.quoted} words of quotation in common, {pair.narrative} of narrative"
            )
            shown = (Shown(pair.b, longest.b), Shown(pair.a, longest.a))
            yield Edge(
                pair.b, pair.a, None, EdgeKind.QUOTES_SAME, Direction.UNKNOWN, 0.6, (reason,), shown, "both were there"
            )


@dataclass(frozen=True, slots=True)
class Relation:
    """How two articles stand to each other, whichever edges lead there; ``child`` is None where neither is."""

    kind: EdgeKind | None
    child: str | None
    reason: str


def relate(a: str, b: str, scene: Scene, edges: Sequence[Edge]) -> Relation:
    """The one kind that says most of how ``a`` and ``b`` depend on each other, or None."""
    pair = next((p for p in scene.pairs if {p.a, p.b} == {a, b}), None)
    direct = {edge.kind: edge for edge in edges if {edge.child, edge.parent} == {a, b}}
    copied = pair is not None and is_copy(pair)
    common = _common_parents(a, b, edges)
    if EdgeKind.UPDATES in direct:
        return _related(direct[EdgeKind.UPDATES])
    if pair is not None and copied and (pair.share >= MUCH or EdgeKind.CREDITS in direct):
        judged = direct.get(EdgeKind.COPIES)
        if judged is None:
            child, _, reason = _parent_first(pair, scene)
            known = reason is not None and reason.weight >= SURE
            return Relation(EdgeKind.COPIES, child if known else None, f"{pair.narrative} words of narrative in common")
        return _related(judged)
    if EdgeKind.CREDITS in direct:
        return _related(direct[EdgeKind.CREDITS])
    if common:
        return Relation(EdgeKind.COMMON_SOURCE, None, f"both credit {sorted(common)[0]}")
    if pair is not None and pair.narrative >= SOME_WORDS and pair.share >= COPIED_SHARE:
        return Relation(
            EdgeKind.COMMON_SOURCE, None, f"{pair.narrative} words of narrative in common, too few for a copy"
        )
    if pair is not None and pair.quoted >= QUOTED_WORDS:
        return Relation(EdgeKind.QUOTES_SAME, None, f"{pair.quoted} words of quotation in common")
    return Relation(None, None, "nothing in common but the happening")


def _related(edge: Edge) -> Relation:
    return Relation(edge.kind, edge.child if edge.direction is Direction.KNOWN else None, edge.reasons[0].words)


def _common_parents(a: str, b: str, edges: Sequence[Edge]) -> set[str]:
    """Names outside and articles here that both depend on by a credit or a copy with known direction."""
    parents = [
        {
            edge.parent or edge.outside or ""
            for edge in edges
            if edge.child == article and edge.direction is Direction.KNOWN and edge.kind is not EdgeKind.QUOTES_SAME
        }
        for article in (a, b)
    ]
    return (parents[0] & parents[1]) - {a, b}
