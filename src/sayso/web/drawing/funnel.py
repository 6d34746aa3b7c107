"""A point's funnel: how few reports and origins stand behind how many articles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from sayso.exports.wording import count
from sayso.web import shapes
from sayso.web.drawing.svg import element, linked_drawing

WIDTH, ROW, BAR = 500.0, 44.0, 34.0
LABEL = 200.0  # where the words begin; bars end left of it


@dataclass(frozen=True, slots=True)
class Step:
    """One number of the funnel; ``least`` is its lower end where there are two."""

    anchor: str
    number: int
    says: str
    least: int | None = None
    most: int | None = None


def steps_of(point: shapes.ToldPoint) -> tuple[Step, ...]:
    """Articles, publishers, reports, origins, sides, each with the words that go with it."""
    unknown = f", {len(point.publisher_unknown)} unknown" if point.publishers and point.publisher_unknown else ""
    between = f" (between {point.low} and {point.high})" if point.low != point.high else ""
    return (
        Step("articles", len(point.articles), count(len(point.articles), "article")),
        Step(
            "publishers",
            len(point.publishers),
            (count(len(point.publishers), "publisher") if point.publishers else "publishers not known") + unknown,
        ),
        Step(
            "reports", len(point.reports), count(len(point.reports), "separate report") + between, point.low, point.high
        ),
        Step("origins", len(point.origins), count(len(point.origins), "origin") if point.origins else "no origin told"),
        Step("sides", len(point.sides), count(len(point.sides), "side") if point.sides else "sides not known"),
    )


def draw_funnel(point: shapes.ToldPoint) -> Markup:
    """A bar for each number, as long as it is large, with a link to the list that it counts."""
    steps = steps_of(point)
    says = "Funnel: " + " → ".join(step.says for step in steps)
    most = max((step.most or step.number for step in steps), default=1) or 1
    parts = [part for at, step in enumerate(steps) for part in _row(at, step, most)]
    return linked_drawing(WIDTH, ROW * len(steps), says, parts, "funnel")


def _row(at: int, step: Step, most: int) -> Iterator[Markup]:
    top, room = at * ROW + (ROW - BAR) / 2, LABEL - 20
    length = room * step.number / most
    bars = [element("rect", x=(room - length) / 2, y=top, width=max(length, 2.0), height=BAR, class_="bar")]
    if step.most is not None and step.most > step.number:
        whole = room * step.most / most
        bars.insert(0, element("rect", x=(room - whole) / 2, y=top, width=whole, height=BAR, class_="perhaps"))
    middle = {"y": top + BAR / 2, "dominant_baseline": "central"}
    number = element("text", str(step.number), x=room / 2, class_="number", text_anchor="middle", **middle)
    words = element("text", step.says, x=LABEL, class_="words", **middle)
    yield element("a", *bars, number, words, href=f"#{step.anchor}", class_="step")
