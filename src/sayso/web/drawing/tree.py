"""Who takes from whom, over time: a row for each article, a line to what it depends on."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from sayso.exports.wording import count
from sayso.web import shapes
from sayso.web.drawing.svg import element, linked_drawing, shorten
from sayso.web.drawing.times import Scale, draw_ticks, make_scale, time_of
from sayso.web.echoing import Node, grow_trees

WIDTH, ROW, LEFT, RIGHT, TOP, BOTTOM = 900.0, 26.0, 12.0, 470.0, 10.0, 28.0


def draw_tree(story: shapes.ToldStory, base: str) -> Markup | None:
    """The articles that depend on each other; None if none do. Dashed lines: which came first is not known."""
    nodes = [node for tree in grow_trees(story) if tree.children or tree.outside for node in _flat(tree)]
    if not nodes:
        return None
    heads = [node.head for node in nodes if node.head is not None]
    scale = make_scale(heads, LEFT + 8, RIGHT)
    rows = {id(node): TOP + ROW * (at + 0.5) for at, node in enumerate(nodes)}
    height = TOP + ROW * len(nodes) + BOTTOM
    parts = list(draw_ticks(scale, TOP, height - BOTTOM)) if scale else []
    for node in nodes:
        for child in node.children:
            parts.append(_line(node, child, scale, rows, base))
    for node in nodes:
        parts += _dot(node, scale, rows[id(node)], base)
    says = f"{count(len(heads), 'article')} that take from each other, over time"
    return linked_drawing(WIDTH, height, says, parts, "tree")


def _flat(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _flat(child)


def _x(node: Node, scale: Scale | None) -> float:
    time = time_of(node.head) if node.head else None
    return scale.place(time) if scale is not None and time is not None else LEFT


def _line(node: Node, child: Node, scale: Scale | None, rows: dict[int, float], base: str) -> Markup:
    x1, y1, x2, y2 = _x(node, scale), rows[id(node)], _x(child, scale), rows[id(child)]
    edge = child.edge
    css = "edge" if edge is None or edge.direction == "known" else "edge unsure"
    path = element("path", d=f"M{x1:.1f} {y1:.1f} V{y2:.1f} H{x2:.1f}", class_=css)
    if edge is None:
        return path
    says = f"{child.name} {edge.verb} {node.name}: why"
    return element("a", element("title", says), path, href=base + edge.link, aria_label=says)


def _dot(node: Node, scale: Scale | None, y: float, base: str) -> Iterator[Markup]:
    x = _x(node, scale)
    if node.head is None:
        yield element("rect", x=x - 5, y=y - 5, width=10, height=10, class_="outside")
        yield element("text", shorten(f"{node.name}, which is not here", 52), x=RIGHT + 16, y=y, class_="lane",
                      dominant_baseline="central")  # fmt: skip
        return
    dot = element("circle", cx=x, cy=y, r=6, class_="stands" if node.edge is None else "depends")
    words = shorten(": ".join(part for part in (node.head.outlet, node.head.title) if part), 58)
    label = element("text", words, x=RIGHT + 16, y=y, class_="lane", dominant_baseline="central")
    says = f"{node.head.when} {node.head.outlet or ''}: {node.head.title}"
    yield element("a", element("title", says), dot, label, href=base + node.head.link)
