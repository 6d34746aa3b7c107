"""The numbers of articles and claims as they are found: later days have larger ones, so that order is by number."""

from __future__ import annotations

import datetime as dt

PLACES = 17  # bits of a claim's number for its place in its article
ARTICLES = 26  # bits for its article; those above are for the day
NUMBERS = (1 << PLACES) - 1  # between an article's first number and the last that it may have
MOST_CLAIMS = 100_000  # of one article
NO_DAY = 0
LAST_DAY = (1 << 20) - 2  # in the year 2871: with those after it, numbers would not fit into 64 bits


def first_number(article: int, day: str | None) -> int:
    """The number of an article's page, and of its first claim: later days have larger ones. No day comes before all."""
    return ((day_number(day) << ARTICLES) + article) << PLACES


def numbers_between(first: str, last: str) -> tuple[int, int]:
    """The least and the largest number of what was published from one day to another, both included."""
    return first_number(0, first), ((day_number(last) + 1) << ARTICLES << PLACES) - 1


def day_number(day: str | None) -> int:
    """A day (YYYY-MM-DD) as a number; 0 for None and for days that no calendar has, one number for all far ahead."""
    try:
        return min(dt.date.fromisoformat(day).toordinal(), LAST_DAY) if day else NO_DAY
    except ValueError:
        return NO_DAY
