"""From namings, pieces and shared passages to edges: who depends on whom, in which direction, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sayso.linking.components import Components
from sayso.linking.directions import Order, find_order
from sayso.linking.namings import Naming
from sayso.linking.overlap import is_copy, quote_same
from sayso.linking.pairs import Pair
from sayso.linking.passages import Passage
from sayso.linking.pieces import Piece
from sayso.linking.scene import Scene
from sayso.records.edge import Direction, Edge, EdgeKind, Shown
from sayso.records.reason import Reason

# Scores: of a credit whose piece is certain or not here, at least of a guessed piece, at least and at most of a copy,
# and of a quotation in common.
CREDIT, GUESSED_PIECE, COPY, SUREST_COPY, QUOTATION = 0.9, 0.5, 0.5, 0.99, 0.6
AS_GOOD_AS_ALL = 0.9
SHARED, MOST_SHARED = 0.3, 0.9  # the weight of shared narrative, at least and at most


def find_edges(scene: Scene) -> tuple[Edge, ...]:
    """All edges of a story, in the order of child, kind and parent."""
    edges = [*_credit_edges(scene), *_copy_edges(scene)]
    return tuple(sorted([*edges, *_quote_edges(scene, edges)], key=_place))


def _place(edge: Edge) -> tuple[str, str, str]:
    return edge.child, edge.kind.value, edge.parent or edge.outside or ""


def _credit_edges(scene: Scene) -> Iterator[Edge]:
    """One edge a medium that an article names, to its piece or outside."""
    for member in scene.members:
        for naming in scene.credits_of(member.id):
            yield _credit_edge(member.id, naming, naming.span.cut(member.text), scene.piece_for(member.id, naming.key))


def _credit_edge(child: str, naming: Naming, words: str, piece: Piece | None) -> Edge:
    guessed = piece is not None and not piece.certain
    named = Reason("credit", 0.8, f"names “{words}” as where it has it from")
    return Edge(
        child,
        piece.article if piece else None,
        None if piece else naming.name,
        EdgeKind.CREDITS,
        Direction.KNOWN,
        min(CREDIT, GUESSED_PIECE + piece.score / 2) if piece and guessed else CREDIT,
        (named, _piece_reason(piece, naming.name)) if piece else (named,),
        (Shown(child, naming.span),),
        f"a piece of “{naming.name}” that is not here" if guessed else None,
    )


def _piece_reason(piece: Piece, name: str) -> Reason:
    if piece.certain:
        return Reason("outlet", 0.2, f"{piece.article} is by “{name}”")
    likest = f"{piece.article} is the text most like those that name “{name}”, and credits no one early"
    return Reason("piece", 0.1, likest)


def _copy_edges(scene: Scene) -> Iterator[Edge]:
    """One edge a copying article: to the likeliest parent, or along the strongest passages where order is unknown."""
    copied = [pair for pair in scene.pairs if is_copy(pair) and not _are_siblings(pair, scene)]
    judged = [(find_order(pair, scene), pair) for pair in sorted(copied, key=_strength)]
    most: dict[str, int] = defaultdict(int)
    for order, pair in judged:
        most[order.child] = max(most[order.child], pair.narrative)
    parent_of: dict[str, str] = {}
    joined: Components[str] = Components()
    # A piece that has as good as all that a copy of it has in common with the child goes before the copy.
    for order, pair in sorted(judged, key=lambda one: not _is_of_piece(one[0], one[1], most, scene)):
        if order.reason and order.child not in parent_of and not _leads_to(parent_of, order.parent, order.child):
            parent_of[order.child] = order.parent
            joined.join(order.child, order.parent)
            yield _copy_edge(order, pair, scene)
    for order, pair in judged:
        if order.reason is None and joined.join(order.child, order.parent):
            yield _copy_edge(order, pair, scene)


def _is_of_piece(order: Order, pair: Pair, most: Mapping[str, int], scene: Scene) -> bool:
    piece = scene.piece_of(order.parent)
    return piece is not None and pair.narrative >= AS_GOOD_AS_ALL * most[order.child]


def _are_siblings(pair: Pair, scene: Scene) -> bool:
    """Both credit a piece that is here: what they share they have from it."""
    parents = [
        {piece.article for n in scene.credits_of(article) if (piece := scene.piece_for(article, n.key)) is not None}
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


def _copy_edge(order: Order, pair: Pair, scene: Scene) -> Edge:
    share = f"{pair.narrative} words of narrative in common, {pair.share:.0%} of the shorter text"
    shared = Reason("text", min(MOST_SHARED, SHARED + pair.share), share)
    reasons = [shared, *([order.reason] if order.reason else []), *_doubt_of_date(order.child, scene)]
    longest = max(pair.passages, key=lambda passage: (passage.narrative, -passage.a.start))
    return Edge(
        order.child,
        order.parent,
        None,
        EdgeKind.UPDATES if _is_update(order, scene) else EdgeKind.COPIES,
        order.direction,
        min(SUREST_COPY, COPY + pair.share),
        tuple(reasons),
        _shown(order.child, pair, longest),
        None if order.reason else "both from one text that is not here",
    )


def _doubt_of_date(child: str, scene: Scene) -> Iterator[Reason]:
    published = scene.member(child).reading.article.published
    if child in scene.misdated and published is not None:
        yield Reason("date", 0.0, f"dated {published.time}, before the day that it tells of: not believed")


def _is_update(order: Order, scene: Scene) -> bool:
    """A later version by the same outlet, by their times: which of two is the longer tells nothing."""
    return order.reason is not None and order.reason.kind == "time" and _same_outlet(order, scene)


def _same_outlet(order: Order, scene: Scene) -> bool:
    return scene.outlets[order.child] is not None and scene.outlets[order.child] == scene.outlets[order.parent]


def _shown(child: str, pair: Pair, passage: Passage) -> tuple[Shown, Shown]:
    """The passage as the child has it, then as the parent does."""
    a, b = Shown(pair.a, passage.a), Shown(pair.b, passage.b)
    return (a, b) if child == pair.a else (b, a)


def _quote_edges(scene: Scene, edges: Sequence[Edge]) -> Iterator[Edge]:
    """Pairs that share a quotation and nothing else that links them, however indirectly."""
    joined: Components[str] = Components()
    for edge in edges:
        joined.join(edge.child, edge.parent or f"outside {edge.outside}")
    for pair in sorted(scene.pairs, key=lambda pair: (-pair.quoted, pair.a, pair.b)):
        if quote_same(pair) and joined.join(pair.a, pair.b):
            yield _quote_edge(pair)


def _quote_edge(pair: Pair) -> Edge:
    longest = max(pair.passages, key=lambda passage: (passage.quoted, -passage.a.start))
    words = f"{pair.quoted} words of quotation in common, {pair.narrative} of narrative"
    return Edge(
        pair.b,
        pair.a,
        None,
        EdgeKind.QUOTES_SAME,
        Direction.UNKNOWN,
        QUOTATION,
        (Reason("quotation", 0.5, words),),
        _shown(pair.b, pair, longest),
        "both were there",
    )
