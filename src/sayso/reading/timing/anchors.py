"""From what day a text reckons: its own dateline, else when the page says that it was published, else unknown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from sayso.lists.time_words import MONTHS
from sayso.patterns import compile_later
from sayso.reading.timing.days import make_day, nearest_year
from sayso.records.article import Precision, Published
from sayso.records.span import Span
from sayso.records.timex import AnchorKind

# A page published before or after these years tells a wrong date; nothing is reckoned from it.
FIRST_YEAR, LAST_YEAR = 1800, 2200
HEAD = 600  # characters in which a dateline may stand
EARLY_COPY, LATE_COPY = -2, 400  # days from the dateline to the time of publication
PARTS = ("year", "month", "day")
MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?"
DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:18|19|20|21)[0-9]{2})"
# A line of its own: "March 01, 2008", "Monday, 3 May 2004".
ALONE = (
    compile_later(rf"^[ \t]*(?:\w{{3,9}},?[ ])?{MONTH}[ ]{{1,2}}{DAY},?[ ]{{1,2}}{YEAR}[ \t.]*$", re.M | re.I),
    compile_later(rf"^[ \t]*(?:\w{{3,9}},?[ ])?{DAY}[ ]{MONTH},?[ ]{YEAR}[ \t.]*$", re.M | re.I),
)
# "BEIJING, August 7 (Xinhua) --", "MOSCOW, 3 April 2015. /TASS/"
PLACE = r"^[ \t]*[A-Z][A-Z.' -]{2,40}(?:,[ ]\w[\w. ]{1,20})?,[ ]"
END = r"[ ]?[.,]?[ ]?[(/–—-]"
FILED = (
    compile_later(rf"{PLACE}{MONTH}[ ]{DAY}\b(?:,?[ ]{YEAR})?{END}", re.M | re.I),
    compile_later(rf"{PLACE}{DAY}[ ]{MONTH}(?:,?[ ]{YEAR})?{END}", re.M | re.I),
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """The text was told on ``day``, or in ``month`` or ``year`` where no finer time is known."""

    kind: AnchorKind
    day: date | None = None
    month: tuple[int, int] | None = None
    year: int | None = None
    span: Span | None = None


UNKNOWN = Anchor(AnchorKind.UNKNOWN)


def find_anchor(text: str, published: Published | None) -> Anchor:
    """The anchor of a text; a dateline that contradicts the time of publication by more than a year is not believed."""
    page = _published(published)
    filed = _dateline(text[:HEAD], page)
    return page if filed is None else filed


def _published(published: Published | None) -> Anchor:
    if published is None or not re.match(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?", published.time):
        return UNKNOWN
    year = int(published.time[:4])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return UNKNOWN
    kind = AnchorKind.PUBLISHED
    if published.precision is Precision.YEAR or len(published.time) < 7:
        return Anchor(kind, year=year)
    month = int(published.time[5:7])
    if not 1 <= month <= 12:
        return Anchor(kind, year=year)
    if published.precision is Precision.MONTH or len(published.time) < 10:
        return Anchor(kind, month=(year, month), year=year)
    day = make_day(year, month, int(published.time[8:10])) if published.time[8:10].isdigit() else None
    return Anchor(kind, day, (year, month), year)


def _dateline(head: str, page: Anchor) -> Anchor | None:
    """The first day that a line at the head tells on its own, if it agrees with the page."""
    if not any(map(str.isdigit, head)):
        return None
    for pattern in (*ALONE, *FILED):
        found = pattern.search(head)
        day = _day(found, page) if found else None
        if found is not None and day is not None and _agrees(day, page):
            span = Span(min(found.start("day"), found.start("month")), max(found.end(name) for name in PARTS))
            return Anchor(AnchorKind.DATELINE, day, (day.year, day.month), day.year, span)
    return None


def _day(found: re.Match[str], page: Anchor) -> date | None:
    month, number = MONTHS[found["month"].lower()], int(found["day"])
    near = nearest_year(month, number, page.day) if page.day else None
    year = int(found["year"]) if found["year"] else near
    return make_day(year, month, number) if year else None


def _agrees(day: date, page: Anchor) -> bool:
    return page.day is None or EARLY_COPY <= (page.day - day).days <= LATE_COPY
