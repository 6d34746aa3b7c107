"""A story's articles over time, a lane for each outlet."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from sayso.exports.wording import count
from sayso.web import shapes
from sayso.web.drawing.svg import element, linked_drawing, shorten
from sayso.web.drawing.times import draw_ticks, make_scale, time_of

WIDTH, LANE, LEFT, TOP, BOTTOM = 760.0, 26.0, 190.0, 10.0, 28.0
MOST_LANES = 24
NO_OUTLET = "outlet not given"


def draw_timeline(story: shapes.ToldStory, base: str) -> Markup | None:
    """Filled for articles that nothing shows to depend on another, open for the rest; None if no page gives a time."""
    scale = make_scale(story.articles, LEFT, WIDTH - 20)
    if scale is None:
        return None
    lanes = _lanes(story)
    height = TOP + LANE * len(lanes) + BOTTOM
    parts = list(draw_ticks(scale, TOP, height - BOTTOM))
    depending = {edge.child for edge in story.edges if edge.kind in ("copies", "credits", "updates")}
    for at, (outlet, heads) in enumerate(lanes.items()):
        y = TOP + LANE * (at + 0.5)
        parts.append(element("text", shorten(outlet, 26), x=0, y=y, class_="lane", dominant_baseline="central"))
        parts.append(element("line", x1=LEFT, x2=WIDTH - 20, y1=y, y2=y, class_="rule"))
        for head in heads:
            time = time_of(head)
            if time is not None:
                css = "depends" if head.id in depending else "stands"
                dot = element("circle", cx=scale.place(time), cy=y, r=6, class_=css)
                says = f"{head.when}, {outlet}: {head.title}"
                parts.append(element("a", element("title", says), dot, href=base + head.link, aria_label=says))
    says = f"{count(len(story.articles), 'article')} over time, a line for each outlet"
    return linked_drawing(WIDTH, height, says, parts, "timeline")


def _lanes(story: shapes.ToldStory) -> Mapping[str, list[shapes.Head]]:
    """By outlet, in the order in which they first appear; the last lane takes all that find no room."""
    lanes: dict[str, list[shapes.Head]] = {}
    for head in story.articles:
        name = head.outlet or NO_OUTLET
        if name not in lanes and len(lanes) >= MOST_LANES:
            name = "others"
        lanes.setdefault(name, []).append(head)
    return lanes
