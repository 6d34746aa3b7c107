"""How two articles stand to each other, whichever edges lead from one to the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.linking.directions import find_order
from sayso.linking.overlap import MUCH, is_copy, quote_same, share_some
from sayso.linking.pairs import Pair
from sayso.linking.scene import Scene
from sayso.records.edge import Direction, Edge, EdgeKind

TAKEN = (EdgeKind.COPIES, EdgeKind.UPDATES)


@dataclass(frozen=True, slots=True)
class Relation:
    """How two articles stand to each other, whichever edges lead there; ``child`` is None where neither is."""

    kind: EdgeKind | None
    child: str | None
    reason: str


def relate(a: str, b: str, scene: Scene, edges: Sequence[Edge]) -> Relation:
    """The one kind that says most of how ``a`` and ``b`` depend on each other, or None."""
    pair = next((pair for pair in scene.pairs if {pair.a, pair.b} == {a, b}), None)
    direct = {edge.kind: edge for edge in edges if {edge.child, edge.parent} == {a, b}}
    return (
        _by_update(direct)
        or _by_copy(pair, direct, scene)
        or _by_credit(direct)
        or _by_common_parent(a, b, edges)
        or _by_words(pair)
        or Relation(None, None, "nothing in common but the happening")
    )


def _by_update(direct: Mapping[EdgeKind, Edge]) -> Relation | None:
    return _related(direct[EdgeKind.UPDATES]) if EdgeKind.UPDATES in direct else None


def _by_copy(pair: Pair | None, direct: Mapping[EdgeKind, Edge], scene: Scene) -> Relation | None:
    """Narrative in common, and much of it unless one credits the other."""
    if pair is None or not is_copy(pair) or (pair.share < MUCH and EdgeKind.CREDITS not in direct):
        return None
    if EdgeKind.COPIES in direct:
        return _related(direct[EdgeKind.COPIES])
    order = find_order(pair, scene)
    child = order.child if order.direction is Direction.KNOWN else None
    return Relation(EdgeKind.COPIES, child, f"{pair.narrative} words of narrative in common")


def _by_credit(direct: Mapping[EdgeKind, Edge]) -> Relation | None:
    return _related(direct[EdgeKind.CREDITS]) if EdgeKind.CREDITS in direct else None


def _by_common_parent(a: str, b: str, edges: Sequence[Edge]) -> Relation | None:
    common = (_parents_of(a, edges) & _parents_of(b, edges)) - {a, b}
    return Relation(EdgeKind.COMMON_SOURCE, None, f"both credit {min(common)}") if common else None


def _parents_of(article: str, edges: Sequence[Edge]) -> set[str]:
    """Names outside and articles here that it depends on by a credit, or a copy with known direction."""
    return {
        edge.parent or edge.outside or ""
        for edge in edges
        if edge.child == article
        and (edge.kind is EdgeKind.CREDITS or (edge.kind in TAKEN and edge.direction is Direction.KNOWN))
    }


def _by_words(pair: Pair | None) -> Relation | None:
    """What words in common show where no edge leads from one to the other."""
    if pair is not None and share_some(pair):
        words = f"{pair.narrative} words of narrative in common, too few for a copy"
        return Relation(EdgeKind.COMMON_SOURCE, None, words)
    if pair is not None and quote_same(pair):
        return Relation(EdgeKind.QUOTES_SAME, None, f"{pair.quoted} words of quotation in common")
    return None


def _related(edge: Edge) -> Relation:
    return Relation(edge.kind, edge.child if edge.direction is Direction.KNOWN else None, edge.reasons[0].words)
