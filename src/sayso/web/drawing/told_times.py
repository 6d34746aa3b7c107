"""When claims say that things happened: a bar for each time that is told, beside the days of publication."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from sayso.exports.wording import count
from sayso.web import shapes
from sayso.web.dates import read_moment
from sayso.web.drawing.svg import element, linked_drawing, shorten
from sayso.web.drawing.times import DAY, Scale, draw_ticks, time_of
from sayso.web.mentions import count_articles
from sayso.web.setting import ToldTime

WIDTH, ROW, LEFT, RIGHT, TOP, BOTTOM = 900.0, 24.0, 190.0, 90.0, 24.0, 28.0
MOST_ROWS = 24
NEAR, LONGEST = 45 * DAY, 62 * DAY  # from the days of publication; of a bar
THINNEST = 5.0  # pixels


@dataclass(frozen=True)
class Chart:
    """The times that are drawn, and how many only the table holds."""

    picture: Markup
    beyond: int


@dataclass(frozen=True, slots=True)
class Bar:
    time: ToldTime
    first: float
    last: float | None


def draw_told_times(times: Sequence[ToldTime], heads: Sequence[shapes.Head]) -> Chart | None:
    """The times near the days of publication, the most told if there are many; None if there is none."""
    published = [time for head in heads if (time := time_of(head)) is not None]
    bars = _near([bar for time in times if (bar := _bar(time))], published)
    if not bars:
        return None
    most = sorted(bars, key=lambda bar: (-count_articles(bar.time.mentions), bar.time.number))[:MOST_ROWS]
    shown = sorted(most, key=lambda bar: bar.time.number)
    scale = _scale(shown, published)
    height = TOP + ROW * len(shown) + BOTTOM
    parts = [*_published(scale, published, height), *draw_ticks(scale, TOP, height - BOTTOM)]
    for at, bar in enumerate(shown):
        parts.append(_row(bar, TOP + ROW * (at + 0.5), scale))
    says = f"{count(len(shown), 'time')} that claims tell; the table below holds the same"
    return Chart(linked_drawing(WIDTH, height, says, parts, "told-times"), len(times) - len(shown))


def _bar(time: ToldTime) -> Bar | None:
    first, last = read_moment(time.first), read_moment(time.past_last)
    return Bar(time, first.timestamp(), last.timestamp() if last else None) if first else None


def _near(bars: Sequence[Bar], published: Sequence[float]) -> list[Bar]:
    """Those that share a line of time with the articles: a year, or another century, would squeeze the rest."""
    first, last = (min(published), max(published)) if published else (-float("inf"), float("inf"))
    return [
        bar for bar in bars
        if first - NEAR <= bar.first <= last + NEAR and (bar.last is None or bar.last - bar.first <= LONGEST)
    ]  # fmt: skip


def _scale(bars: Sequence[Bar], published: Sequence[float]) -> Scale:
    ends = [*(bar.first for bar in bars), *(bar.last for bar in bars if bar.last is not None), *published]
    spare = max((max(ends) - min(ends)) * 0.02, DAY / 4)
    return Scale(min(ends) - spare, max(ends) + spare, LEFT, WIDTH - RIGHT)


def _published(scale: Scale, published: Sequence[float], height: float) -> Iterator[Markup]:
    """The stretch in which the articles came out."""
    if not published:
        return
    left, right = scale.place(min(published)), scale.place(max(published))
    width = max(right - left, 2.0)
    yield element("rect", x=left, y=TOP - 4, width=width, height=height - BOTTOM - TOP + 4, class_="published")
    middle = min(max(left + width / 2, LEFT + 40), WIDTH - RIGHT - 40)
    yield element("text", "published", x=middle, y=TOP - 9, class_="when", text_anchor="middle")


def _row(bar: Bar, y: float, scale: Scale) -> Markup:
    time, left = bar.time, scale.place(bar.first)
    says = f"{time.says}: {count(len(time.mentions), 'mention')} in {count(count_articles(time.mentions), 'article')}"
    middle = {"y": y, "dominant_baseline": "central"}
    label = element("text", shorten(time.says, 26), x=0, class_="lane", **middle)
    right = scale.right if bar.last is None else scale.place(bar.last)
    width = max(right - left, THINNEST)
    sign = element("rect", x=left, y=y - 5, width=width, height=10, class_="bar" if bar.last is not None else "on")
    number = element(
        "text", count(count_articles(time.mentions), "article"), x=WIDTH, class_="when", text_anchor="end", **middle
    )
    return element("a", element("title", says), label, sign, number, href=f"#time-{time.number}")
