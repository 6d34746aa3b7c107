"""A story's edges as trees: each article under what it most likely takes from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.web import shapes

LEADS = ("copies", "updates", "credits")  # kinds that lead from one article to another, the firmest first


@dataclass
class Node:
    """An article (``head``) or a piece that is not here (``outside``), with those that take from it.

    ``edge`` is what leads to the one above; ``more`` are further edges of this article.
    """

    head: shapes.Head | None
    outside: str | None
    edge: shapes.ToldEdge | None = None
    children: list[Node] = field(default_factory=list)
    more: list[shapes.ToldEdge] = field(default_factory=list)

    @property
    def name(self) -> str:
        return (self.head.outlet or self.head.title) if self.head else self.outside or ""


def grow_trees(story: shapes.ToldStory) -> list[Node]:
    """Every article in one place: under its parent, under what it takes from outside, or as a root; largest first."""
    nodes = {head.id: Node(head, None) for head in story.articles}
    outside: dict[str, Node] = {}
    roots: list[Node] = []
    edges = _by_child(story.edges)
    for head in story.articles:
        node, held = nodes[head.id], edges.get(head.id, [])
        best = next((edge for edge in held if _may_hang(edge, nodes)), None)
        node.edge, node.more = best, [edge for edge in held if edge is not best]
        if best is None:
            roots.append(node)
        elif best.outside:
            above = outside.setdefault(best.outside, Node(None, best.outside))
            above.children.append(node)
        elif best.parent:
            nodes[best.parent].children.append(node)
    return sorted([*roots, *outside.values()], key=lambda node: -_size(node))


def _by_child(edges: Sequence[shapes.ToldEdge]) -> dict[str, list[shapes.ToldEdge]]:
    """Each article's edges, the one that says most of where it comes from first."""
    found: dict[str, list[shapes.ToldEdge]] = {}
    for edge in edges:
        found.setdefault(edge.child, []).append(edge)
    for held in found.values():
        held.sort(key=_rank)
    return found


def _rank(edge: shapes.ToldEdge) -> tuple[int, int, float]:
    kind = LEADS.index(edge.kind) if edge.kind in LEADS else len(LEADS)
    return (int(edge.direction != "known" or edge.outside is not None), kind, -edge.score)


def _may_hang(edge: shapes.ToldEdge, nodes: dict[str, Node]) -> bool:
    """Whether an edge says from where an article comes: the same quotation in both does not."""
    if edge.outside:
        return True
    return edge.kind in LEADS and edge.parent in nodes and not _is_above(edge.parent, edge.child, nodes)


def _is_above(name: str | None, below: str, nodes: dict[str, Node]) -> bool:
    """Whether ``name`` already hangs under ``below``, so that a line back would go round."""
    seen: set[str] = set()
    while name is not None and name not in seen:
        if name == below:
            return True
        seen.add(name)
        edge = nodes[name].edge
        name = edge.parent if edge else None
    return False


def _size(node: Node) -> int:
    return 1 + sum(_size(child) for child in node.children)
