"""TIMEX3 values: made from calendar facts, and read back into the interval that they mean."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from sayso.patterns import compile_later
from sayso.reading.timing.days import make_day, shift_days, shift_months
from sayso.records.timex import Grain, Interval

OPEN_DAY = "XXXX-XX-XX"
PART_OF_DAY = "part of a day"  # the rule of "the night of": no time without the day after it
PRESENT, PAST, FUTURE = "PRESENT_REF", "PAST_REF", "FUTURE_REF"
SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}

DAY = compile_later(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:T(MO|AF|EV|NI|[0-9]{2}(?::[0-9]{2}(?::[0-9]{2})?)?))?(Z|[+-][0-9]{2}:[0-9]{2})?"
)
MONTH = compile_later(r"([0-9]{4})-([0-9]{2})")
WEEK = compile_later(r"([0-9]{4})-W([0-9]{2})(-WE)?")
PIECE = compile_later(r"([0-9]{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)")
YEARS = compile_later(r"[0-9]{2,4}")
# What the text leaves open is X.
OPEN = compile_later(
    r"(?:[0-9X]{4})(?:-(?:[0-9X]{2}(?:-[0-9X]{2})?|W[0-9X]{2}(?:-[1-7]|-WE)?|Q[1-4X]|H[12X]|SP|SU|FA|WI))?"
    r"(?:T(?:MO|AF|EV|NI|[0-9]{2}(?::[0-9]{2}(?::[0-9]{2})?)?))?(?:Z|[+-][0-9]{2}:[0-9]{2})?|BC[0-9]{4}|XXX?"
)
LENGTH = compile_later(
    r"P(?:(?:[0-9]+(?:\.[0-9]+)?|X+)(?:[YMWDQF]|WE))+(?:T.+)?|PT(?:(?:[0-9]+(?:\.[0-9]+)?|X+)[HMS])+|PXX"
)


def day_value(day: date) -> str:
    return day.isoformat()


def value_of_day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def month_value(year: int, month: int) -> str:
    return f"{year:04d}-{month:02d}"


def year_value(year: int) -> str:
    return f"{year:04d}"


def decade_value(year: int) -> str:
    return f"{year // 10:03d}"


def century_value(number: int) -> str:
    """The value of the so-manieth century: the 20th is "19"."""
    return f"{number - 1:02d}"


def quarter_value(year: int, quarter: int) -> str:
    return f"{year:04d}-Q{quarter}"


def week_value(day: date, *, weekend: bool = False) -> str:
    """The ISO week that ``day`` lies in."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}{'-WE' if weekend else ''}"


def season_of(day: date) -> tuple[int, str]:
    """The season that ``day`` lies in, with the year in which it begins."""
    season = {0: "WI", 1: "SP", 2: "SU", 3: "FA"}[day.month % 12 // 3]
    return (day.year - 1 if day.month < 3 else day.year), season


def is_value(value: str) -> bool:
    """True if the value is one that can be read back."""
    if value in {PRESENT, PAST, FUTURE}:
        return True
    left_open = OPEN.fullmatch(value) is not None and ("X" in value or value.startswith("BC"))
    return left_open or is_length(value) or read_interval(value) is not None


def is_length(value: str) -> bool:
    return LENGTH.fullmatch(value) is not None


def read_interval(value: str) -> Interval | None:
    """From when to when the value lasts; None for lengths, for references and for what X leaves open."""
    if found := DAY.fullmatch(value):
        return _day_interval(found)
    span = _day_span(value)
    if span is None:
        return None
    first, past_last = span
    return Interval(first.isoformat(), past_last.isoformat())


def _day_span(value: str) -> tuple[date, date] | None:
    first: date | None
    last: date | None
    if found := MONTH.fullmatch(value):
        first, last = _months(int(found[1]), int(found[2]), 1)
    elif found := WEEK.fullmatch(value):
        first, last = _week(int(found[1]), int(found[2]), weekend=bool(found[3]))
    elif found := PIECE.fullmatch(value):
        first, last = _piece(int(found[1]), found[2])
    elif YEARS.fullmatch(value):
        length = 10 ** (4 - len(value))
        year = int(value) * length
        first, last = make_day(year, 1, 1), make_day(year + length, 1, 1)
    else:
        return None
    return (first, last) if first and last else None


def _day_interval(found: re.Match[str]) -> Interval | None:
    day = make_day(int(found[1]), int(found[2]), int(found[3]))
    after = shift_days(day, 1) if day else None
    if day is None or after is None:
        return None
    clock = found[4]
    if clock is None or not clock[0].isdigit():
        return Interval(day.isoformat(), after.isoformat())
    fields = [int(field) for field in clock.split(":")]
    if fields[0] > 24 or any(field > 59 for field in fields[1:]) or (fields[0] == 24 and any(fields[1:])):
        return None
    step = timedelta(seconds=(3600, 60, 1)[len(fields) - 1])
    hour, minute, second = (*fields, 0, 0)[:3]
    start = datetime(day.year, day.month, day.day) + timedelta(hours=hour, minutes=minute, seconds=second)  # noqa: DTZ001 (the zone stands apart)
    try:
        end = start + step
    except OverflowError:
        return None
    form = "seconds" if len(fields) == 3 else "minutes"
    return Interval(start.isoformat(timespec=form), end.isoformat(timespec=form))


def _months(year: int, month: int, count: int) -> tuple[date | None, date | None]:
    after = shift_months(year, month, count) if 1 <= month <= 12 else None
    return make_day(year, month, 1), make_day(*after, 1) if after else None


def _week(year: int, week: int, *, weekend: bool) -> tuple[date | None, date | None]:
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None, None
    return (shift_days(monday, 5) if weekend else monday), shift_days(monday, 7)


def _piece(year: int, name: str) -> tuple[date | None, date | None]:
    if name[0] == "Q":
        return _months(year, 3 * int(name[1]) - 2, 3)
    if name[0] == "H":
        return _months(year, 6 * int(name[1]) - 5, 6)
    return _months(year, SEASON_STARTS[name], 3)


GRAINS = (
    (compile_later(r"[0-9X]{4}-[0-9X]{2}-[0-9X]{2}T[0-9]{2}(?:Z|[+-].*)?|PT.*H"), Grain.HOUR),
    (compile_later(r"[0-9X]{4}-[0-9X]{2}-[0-9X]{2}T[0-9]{2}:[0-9]{2}(?:Z|[+-].*)?|PT.*M"), Grain.MINUTE),
    (compile_later(r"[0-9X]{4}-[0-9X]{2}-[0-9X]{2}T[0-9]{2}:[0-9]{2}:.*|PT.*S"), Grain.SECOND),
    (compile_later(r"[^P]*T(?:MO|AF|EV|NI)"), Grain.PART_OF_DAY),
    (compile_later(r"[0-9X]{4}-(?:[0-9X]{2}-[0-9X]{2}|W[0-9X]{2}-[1-7])|P.*D"), Grain.DAY),
    (compile_later(r"[0-9X]{4}-W[0-9X]{2}-WE|P.*WE"), Grain.WEEKEND),
    (compile_later(r"[0-9X]{4}-W[0-9X]{2}|P.*W"), Grain.WEEK),
    (compile_later(r"[0-9X]{4}-[0-9X]{2}|P.*M"), Grain.MONTH),
    (compile_later(r"[0-9X]{4}-(?:SP|SU|FA|WI)"), Grain.SEASON),
    (compile_later(r"[0-9X]{4}-Q[1-4X]|P.*Q"), Grain.QUARTER),
    (compile_later(r"[0-9X]{4}-H[12X]"), Grain.HALF),
    (compile_later(r"[0-9X]{4}|BC[0-9]{4}|P.*Y"), Grain.YEAR),
    (compile_later(r"[0-9X]{3}"), Grain.DECADE),
    (compile_later(r"[0-9X]{2}"), Grain.CENTURY),
)


def grain_of(value: str) -> Grain | None:
    """How fine the value is, or None for the references and for lengths that are not told."""
    return next((grain for pattern, grain in GRAINS if pattern.fullmatch(value)), None)
