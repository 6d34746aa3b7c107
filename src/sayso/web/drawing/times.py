"""Places on a line of time, and the ticks under it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from sayso.web import shapes
from sayso.web.drawing.svg import element

HOUR, DAY = 3600.0, 86400.0
STEPS = (HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY, 14 * DAY, 30 * DAY, 91 * DAY, 365 * DAY)
MOST_TICKS, TICK_WIDTH = 8, 95  # as many as find room for their words


def time_of(head: shapes.Head) -> float | None:
    """Seconds since 1970 of what the page says; without a zone it is placed as if in UTC."""
    if not head.published:
        return None
    try:
        day = head.published if len(head.published) >= 10 else f"{head.published}-01-01"[:10]
        moment = dt.datetime.fromisoformat(day + (head.zone or "") if "T" in day else day)
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)).timestamp()


@dataclass(frozen=True, slots=True)
class Scale:
    """Times from ``first`` to ``last`` lie from ``left`` to ``right``."""

    first: float
    last: float
    left: float
    right: float

    def place(self, time: float) -> float:
        return self.left + (self.right - self.left) * (time - self.first) / max(self.last - self.first, 1.0)

    def ticks(self) -> Iterator[tuple[float, str]]:
        """Where ticks stand, and what is written under them."""
        length = max(self.last - self.first, HOUR)
        most = min(MOST_TICKS, int((self.right - self.left) / TICK_WIDTH))
        step = next((step for step in STEPS if length / step <= most), length / most)
        tick = -(-self.first // step) * step
        while tick <= self.last:
            moment = dt.datetime.fromtimestamp(tick, dt.UTC)
            yield self.place(tick), f"{moment.day} {moment:%b}" if step >= DAY else f"{moment.day} {moment:%b %H:%M}"
            tick += step


def make_scale(heads: Iterable[shapes.Head], left: float, right: float) -> Scale | None:
    """The scale of all articles that give a time, or None if none does."""
    times = [time for head in heads if (time := time_of(head)) is not None]
    if not times:
        return None
    spare = max((max(times) - min(times)) * 0.02, HOUR / 2)
    return Scale(min(times) - spare, max(times) + spare, left, right)


def draw_ticks(scale: Scale, top: float, bottom: float) -> Iterator[Markup]:
    for x, words in scale.ticks():
        yield element("line", x1=x, x2=x, y1=top, y2=bottom, class_="tick")
        yield element("text", words, x=x, y=bottom + 14, class_="when", text_anchor="middle")
