"""Days as a search gives them: a day, a month, a year, or from one to another."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from sayso.search.numbers import Unclear

DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
FIRST, LAST = "0001-01-01", "9999-12-31"
TRY = "write 2025, 2025-04, 2025-04-28, 2025-04..2025-06, 2025-04.. or >2025-04"
SIGN = re.compile(r">=|<=|[><=≥≤]")


def read_days(written: str) -> tuple[str, str]:
    """The first and the last day that are asked for. Raises Unclear."""
    value = written.strip()
    if ".." in value:
        before, _, after = value.partition("..")
        if not (before.strip() or after.strip()):
            raise Unclear("a date is missing", TRY)
        first = _days_of(before)[0] if before.strip() else FIRST
        last = _days_of(after)[1] if after.strip() else LAST
        if first > last:
            raise Unclear(f"{first} to {last} runs backwards", f"write {after.strip()}..{before.strip()}")
        return first, last
    sign = SIGN.match(value)
    first, last = _days_of(value[sign.end() :] if sign else value)
    return _compared(sign.group() if sign else "=", first, last)


def _compared(sign: str, first: str, last: str) -> tuple[str, str]:
    if sign in (">=", "≥"):
        return first, LAST
    if sign in ("<=", "≤"):
        return FIRST, last
    if sign == ">":
        if last == LAST:
            raise Unclear(f"no day comes after {last}", TRY)
        return (dt.date.fromisoformat(last) + dt.timedelta(days=1)).isoformat(), LAST
    if sign == "<":
        if first == FIRST:
            raise Unclear(f"no day comes before {first}", TRY)
        return FIRST, (dt.date.fromisoformat(first) - dt.timedelta(days=1)).isoformat()
    return first, last


def _days_of(written: str) -> tuple[str, str]:
    """The first and the last day of a year, a month or a day."""
    found = DATE.fullmatch(written.strip())
    if found is None:
        raise Unclear(f"“{written.strip()}” is no date" if written.strip() else "a date is missing", TRY)
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    try:
        start = dt.date(year, month or 1, day or 1)
    except ValueError:
        raise Unclear(f"no calendar has {written.strip()}", TRY) from None
    if day is not None:
        return start.isoformat(), start.isoformat()
    last = 12 if month is None else month
    return start.isoformat(), dt.date(year, last, calendar.monthrange(year, last)[1]).isoformat()
