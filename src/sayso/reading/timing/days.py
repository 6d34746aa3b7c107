"""Calendar arithmetic that ends quietly at the years 1 and 9999: what lies beyond is None."""

from __future__ import annotations

from datetime import date, timedelta


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or None if no calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift_days(day: date, count: int) -> date | None:
    try:
        return day + timedelta(count)
    except OverflowError:
        return None


def shift_months(year: int, month: int, count: int) -> tuple[int, int] | None:
    """Year and month so many months later, or earlier below 0."""
    total = year * 12 + month - 1 + count
    return (total // 12, total % 12 + 1) if 1 <= total // 12 <= 9999 else None


def nearest_year(month: int, day: int, around: date) -> int | None:
    """The year that brings the day nearest to ``around``; 29 February to a year that has it."""
    near = (
        make_day(around.year + shift, month, day)
        for shift in (-4, -3, -2, -1, 0, 1, 2, 3, 4)
        if around.year + shift > 0
    )
    return min((one for one in near if one), key=lambda one: abs((one - around).days), default=around).year


def weekday_before(around: date, weekday: int) -> date | None:
    """The nearest day of that name (1 is Monday) on or before ``around``."""
    return shift_days(around, -((around.isoweekday() - weekday) % 7))


def weekday_of_month(year: int, month: int, weekday: int, which: int) -> date | None:
    """The so-manieth Monday, Tuesday ... of a month; -1 is the last. ``which`` 0 is the day after its first Monday."""
    first = make_day(year, month, 1)
    if first is None:
        return None
    if which == 0:
        return shift_days(first, (1 - first.isoweekday()) % 7 + 1)
    if which < 0:
        after = shift_months(year, month, 1)
        last = make_day(*after, 1) if after else None
        return weekday_before(last - timedelta(1), weekday) if last else None
    return shift_days(first, (weekday - first.isoweekday()) % 7 + 7 * (which - 1))


def easter(year: int) -> date | None:
    """Easter Sunday of the western churches (the Gregorian computus)."""
    golden, century = year % 19, year // 100
    moon = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon -= (moon // 28) * (1 - (moon // 28) * (29 // (moon + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    shift = moon - weekday
    month = 3 + (shift + 40) // 44
    return make_day(year, month, shift + 28 - 31 * (month // 4))


def full_year(written: str) -> int:
    """The year of "2007", "07" and "'97": two figures below 50 are of this century."""
    number = int(written.lstrip("'’"))
    return number if number > 99 else number + (2000 if number < 50 else 1900)
