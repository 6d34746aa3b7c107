"""Days of the calendar: "March 3, 2004", "3 May", "2004-03-03", "7/8/07", "May 7-8", "the 22nd"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sayso.lists.time_words import MONTHS
from sayso.reading.timing.days import full_year, make_day, nearest_year
from sayso.reading.timing.direction import Direction
from sayso.reading.timing.forms.form import Form, absolute, from_anchor, from_mention, make_form
from sayso.reading.timing.numbers import read_ordinal
from sayso.reading.timing.setting import Found, Meaning
from sayso.reading.timing.values import day_value, value_of_day, week_value

FAR = 60  # days: a nearer day of that name is taken wherever the clause points to
FARTHER = 120  # days: beyond, the next year's or the last's may be meant as well
NEAR_ANCHOR = 31  # days: one reading of "7/8/07" this near, and the other not, is the one meant
# Days that are called by their date alone, when one of these words follows.
KNOWN_YEARS = {(9, 11): 2001}
EVENTS = frozenset("attack attacks terror terrorist terrorists hijackers hijackings".split())
NO_SUCH_DAY = "no such day"


def read_full(found: Found) -> Meaning:
    """A day with its month and year; no value where the calendar has no such day."""
    made = make_day(full_year(found.word("year")), MONTHS[found.word("month")], _day(found.word("day")))
    return _known(found, made, "day, month and year")


def read_iso(found: Found) -> Meaning:
    year, month, day = (int(part) for part in found.tokens.form(found.first).split("-"))
    return _known(found, make_day(year, month, day), "day, month and year in figures")


def _known(found: Found, day: date | None, rule: str) -> Meaning:
    return absolute(found, day_value(day), rule) if day else absolute(found, None, NO_SUCH_DAY)


def read_slashed(found: Found) -> Meaning | None:
    """7/8/07: month first as in the US, unless no month has that number or only the other day is near the anchor."""
    a, b, written = found.tokens.form(found.first).split("/")
    year, anchor = full_year(written), found.setting.anchor.day
    days = [day for day in dict.fromkeys((make_day(year, int(a), int(b)), make_day(year, int(b), int(a)))) if day]
    near = [day for day in days if anchor and abs((day - anchor).days) <= NEAR_ANCHOR]
    if not days:
        return None
    chosen = near if len(near) == 1 else days
    others = tuple(day_value(day) for day in chosen[1:])
    return replace(absolute(found, day_value(chosen[0]), "day, month and year in figures"), others=others)


def read_month_day(found: Found) -> Meaning | None:
    """A day and month: the nearest to the anchor, or to the last date told where the text tells of other years."""
    month, day = MONTHS[found.word("month")], _day(found.word("day"))
    if make_day(2000, month, day) is None:  # a leap year
        return absolute(found, None, NO_SUCH_DAY)
    unknown, known = f"XXXX-{month:02d}-{day:02d}", KNOWN_YEARS.get((month, day))
    if known and found.after() in EVENTS:
        return absolute(found, f"{known:04d}{unknown[4:]}", "day known by its event")
    if found.has("relative"):
        made = _of_relative_year(found, month, day)
        return from_anchor(found, value_of_day(made), unknown, "day and month of that year")
    if found.setting.told is not None:
        around = found.setting.told.middle()
        made = _make(nearest_year(month, day, around), month, day)
        return from_mention(found, value_of_day(made), unknown, "day nearest to the time told before")
    anchor = found.setting.anchor.day
    if anchor is None:
        return from_anchor(found, None, unknown, "day and month")
    made = _nearest(found, month, day, anchor)
    others = [_other(made, anchor)] if made and abs((made - anchor).days) > FARTHER else []
    return from_anchor(found, value_of_day(made), unknown, "nearest day of that name", others=others)


def _nearest(found: Found, month: int, day: int, anchor: date) -> date | None:
    """The nearest day of that name; of two far ones the one that the clause points to."""
    made = _make(nearest_year(month, day, anchor), month, day)
    if made is None:
        return None
    distance = (made - anchor).days
    if found.before() == "ended" and distance > 0:
        return make_day(made.year - 1, month, day) or made
    if -FAR <= distance <= FAR:
        return made
    ahead = found.direction() is Direction.FUTURE
    if ahead == (distance > 0):
        return made
    return make_day(made.year + (1 if ahead else -1), month, day) or made


def _other(made: date, anchor: date) -> str | None:
    other = make_day(made.year + (1 if made <= anchor else -1), made.month, made.day)
    return day_value(other) if other else None


def _make(year: int | None, month: int, day: int) -> date | None:
    return None if year is None else make_day(year, month, day)


def _of_relative_year(found: Found, month: int, day: int) -> date | None:
    year = found.setting.anchor.year
    shift = {"last": -1, "past": -1, "next": 1, "coming": 1}.get(found.word("relative"), 0)
    return None if year is None else make_day(year + shift, month, day)


def read_day_range(found: Found) -> Meaning | None:
    """May 7-8: the value is the first day, the interval runs to the last."""
    first = read_full(found) if found.has("year") else read_month_day(found)
    if first is None or first.value is None:
        return first
    until = _day(found.word("until"))
    return replace(first, until=f"{first.value[:8]}{until:02d}") if until > int(first.value[8:]) else first


def read_week_of(found: Found) -> Meaning | None:
    """The week of March 6."""
    day = read_full(found) if found.has("year") else read_month_day(found)
    if day is None or day.value is None or "X" in day.value:
        return None
    return replace(day, value=week_value(date.fromisoformat(day.value)), rule=f"week; {day.rule}", others=())


def read_day_of_month(found: Found) -> Meaning | None:
    """On the 22nd: of the month told before, else of the anchor's."""
    number, last = read_ordinal(found.word("day")), found.setting.last
    if number is None or not found.word("day")[0].isdigit() or found.after()[:1].isalpha():
        return None
    told = (last.year, last.month) if last is not None and last.month is not None else None
    month = told or found.setting.anchor.month
    made = make_day(*month, number) if month else None
    if made is None:
        return None
    reckon = from_mention if told else from_anchor
    return replace(reckon(found, day_value(made), "", "day of that month"), first=found.place("the"))


def _day(word: str) -> int:
    number = read_ordinal(word)
    return int(word) if number is None else number


WEEKDAY = "(?: WEEKDAY DOT? COMMA? )?"
MONTH = "(?P<month> MONTH ) DOT?"
DAY = "(?P<day> DAY | ORDINAL )"
YEAR = "(?P<year> YEAR )"
RELATIVE = "(?: COMMA? OF? (?P<relative> LAST | THIS | NEXT | PAST | COMING ) YEARWORD )"
UNTIL = "(?: DASH | TO ) (?P<until> DAY )"
# The year that stands with the second of two days is the first one's too: "22 June to 5 July 1941".
AND = "(?: COMMA? (?: DASH | TO | AND | OR | THROUGH ) THE? )"

FORMS: tuple[Form, ...] = (
    make_form("ISO", read_iso),
    make_form("SLASHED", read_slashed),
    make_form(f"THE? WEEKWORD OF {MONTH} {DAY} (?: COMMA? {YEAR} )?", read_week_of),
    make_form(f"{MONTH} {DAY} {UNTIL} (?! DASH ) (?: COMMA? {YEAR} )?", read_day_range),
    make_form(f"{DAY} {UNTIL} OF? {MONTH} (?: COMMA? {YEAR} )?", read_day_range),
    make_form(f"{WEEKDAY} THE? {MONTH} THE? {DAY} COMMA? IN? {YEAR}", read_full),
    make_form(f"{WEEKDAY} THE? {DAY} OF? {MONTH} COMMA? {YEAR}", read_full),
    make_form(f"{YEAR} COMMA? {MONTH} {DAY} (?! COMMA? YEAR )", read_full),
    make_form(f"{MONTH} {DAY} (?= {AND} (?: MONTH DOT? )? DAY COMMA? {YEAR} )", read_full),
    make_form(f"{DAY} OF? {MONTH} (?= {AND} DAY OF? MONTH DOT? COMMA? {YEAR} )", read_full),
    make_form(f"(?: THIS COMING )? {WEEKDAY} {MONTH} THE? {DAY} {RELATIVE}?", read_month_day),
    make_form(f"{WEEKDAY} THE? {DAY} OF? {MONTH} {RELATIVE}?", read_month_day),
    make_form("(?: ON | BY | SINCE ) (?P<the> THE ) (?P<day> DAY )", read_day_of_month),
)
