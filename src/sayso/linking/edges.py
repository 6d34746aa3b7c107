"""From namings, pieces and shared passages to edges: who depends on whom, in which direction, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sayso.linking.components import Components
from sayso.linking.directions import Order, find_order
from sayso.linking.namings import Naming
from sayso.linking.overlap import MUCH, is_copy, quote_same
from sayso.linking.pairs import Pair
from sayso.linking.passages import Passage
from sayso.linking.pieces import Piece
from sayso.linking.prepared import Prepared
from sayso.linking.scene import Scene
from sayso.records.edge import Direction, Edge, EdgeKind, Shown
from sayso.records.reason import Reason

# Scores: of a credit whose piece is certain or not here, at least and at most of a guessed piece, of a credit that may
# be the article's own medium, at least and at most of a copy, of a common source, and of a quotation in common.
CREDIT, GUESSED_PIECE, SUREST_GUESS, PERHAPS_OWN = 0.9, 0.3, 0.6, 0.6
COPY, SUREST_COPY, COMMON, QUOTATION = 0.5, 0.99, 0.4, 0.6
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
            piece = scene.piece_for(member.id, naming.key)
            if piece is None or not piece.likely or _are_both_agencys(member.id, naming, piece, scene):
                yield _outside_edge(member.id, naming, scene)
            elif member.id in piece.doubted:
                other = f"{piece.article}, which is by “{naming.name}” and says little of what it is named for"
                yield _credit_edge(member, naming, None, Direction.KNOWN, CREDIT, None, other)
            elif piece.certain:
                by = Reason("outlet", 0.2, f"{piece.article} is by “{naming.name}”")
                yield _credit_edge(member, naming, piece.article, Direction.KNOWN, CREDIT, by)
            else:
                yield _guessed_edge(member, naming, piece)


def _are_both_agencys(article: str, naming: Naming, piece: Piece, scene: Scene) -> bool:
    """Two texts that open with one agency's dateline, neither the other's copy, are two texts of its own."""
    return naming.how == "dateline" and not any(
        is_copy(pair) and pair.share >= MUCH for pair in scene.pairs if {pair.a, pair.b} == {article, piece.article}
    )


def _guessed_edge(member: Prepared, naming: Naming, piece: Piece) -> Edge:
    """To the article that is perhaps the piece: no page says so."""
    likest = f"perhaps {piece.article}, the text most like those that name “{naming.name}”"
    others = f"{' or '.join(piece.copies)}, which has nearly the same text, or " if piece.copies else ""
    return _credit_edge(
        member,
        naming,
        piece.article,
        Direction.UNKNOWN,
        min(SUREST_GUESS, GUESSED_PIECE + piece.score / 2),
        Reason("piece", 0.1, likest),
        f"{others}a piece of “{naming.name}” that is not here",
    )


def _outside_edge(article: str, naming: Naming, scene: Scene) -> Edge:
    member = scene.member(article)
    if scene.perhaps_own(article) is naming:
        perhaps = f"the article is a piece of “{naming.name}” itself, of which it does not say whose it is"
        return _credit_edge(member, naming, None, Direction.UNKNOWN, PERHAPS_OWN, None, perhaps)
    return _credit_edge(member, naming, None, Direction.KNOWN, CREDIT)


def _credit_edge(
    member: Prepared,
    naming: Naming,
    parent: str | None,
    direction: Direction,
    score: float,
    why_it: Reason | None = None,
    runner_up: str | None = None,
) -> Edge:
    named = Reason("credit", 0.8, f"names “{naming.span.cut(member.text)}” as where it has it from")
    return Edge(
        member.id,
        parent,
        None if parent else naming.name,
        EdgeKind.CREDITS,
        direction,
        score,
        (named, why_it) if why_it else (named,),
        (Shown(member.id, naming.span),),
        runner_up,
    )


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
    if pair.share < MUCH and order.direction is Direction.UNKNOWN:
        return _common_edge(order, pair)
    shared = Reason("text", min(MOST_SHARED, SHARED + pair.share), _shared_words(pair))
    reasons = [shared, *([order.reason] if order.reason else []), *_doubt_of_date(order.child, scene)]
    return Edge(
        order.child,
        order.parent,
        None,
        EdgeKind.UPDATES if _is_update(order, scene) else EdgeKind.COPIES,
        order.direction,
        min(SUREST_COPY, COPY + pair.share),
        tuple(reasons),
        _shown(order.child, pair, _longest(pair)),
        None if order.direction is Direction.KNOWN else "both from one text that is not here",
    )


def _common_edge(order: Order, pair: Pair) -> Edge:
    """So little in common, of an order that nothing tells: both may as well have it from a third."""
    return Edge(
        order.child,
        order.parent,
        None,
        EdgeKind.COMMON_SOURCE,
        Direction.UNKNOWN,
        COMMON,
        (Reason("text", SHARED, f"only {_shared_words(pair)}"),),
        _shown(order.child, pair, _longest(pair)),
        "one of them copies the other",
    )


def _shared_words(pair: Pair) -> str:
    return f"{pair.narrative} words of narrative in common, {pair.share:.0%} of the shorter text"


def _longest(pair: Pair) -> Passage:
    return max(pair.passages, key=lambda passage: (passage.narrative, -passage.a.start))


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
