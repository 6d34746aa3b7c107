"""The numbers of articles and claims as they are found: later days have larger ones, so that order is by number."""

from __future__ import annotations

import datetime as dt

IN_DAY = 28  # bits for what a day has; those above are for the day. Numbers near each other take less room
MOST_CLAIMS = 100_000  # of one article
NO_DAY = 0
LAST_DAY = (1 << 20) - 2  # in the year 2871


def first_of_day(day: str | None) -> int:
    """The least number of what was published on a day. What has no day comes before all that has."""
    return day_number(day) << IN_DAY


def numbers_between(first: str, last: str) -> tuple[int, int]:
    """The least and the largest number of what was published from one day to another, both included."""
    return first_of_day(first), ((day_number(last) + 1) << IN_DAY) - 1


def day_number(day: str | None) -> int:
    """A day (YYYY-MM-DD) as a number; 0 for None and for days that no calendar has, one number for all far ahead."""
    try:
        return min(dt.date.fromisoformat(day).toordinal(), LAST_DAY) if day else NO_DAY
    except ValueError:
        return NO_DAY
