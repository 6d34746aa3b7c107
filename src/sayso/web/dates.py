"""Days, months and years in words, and as places on a line of time."""

from __future__ import annotations

import datetime as dt

MINUTE, DAY = dt.timedelta(minutes=1), dt.timedelta(days=1)
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def read_moment(written: str | None) -> dt.datetime | None:
    """The moment that ISO 8601 writes, as if in UTC where it has no zone; None for anything else."""
    try:
        moment = dt.datetime.fromisoformat(written or "")
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)


def word_interval(first: str, past_last: str | None) -> str:
    """Like "12 May 2025", "May 2025", "2025", "1 to 7 May 2025", "since 1 August 2024"."""
    start, end = read_moment(first), read_moment(past_last)
    if start is None or (end is None and past_last is not None):  # a reading that came as JSON may hold anything
        return f"{first} to {past_last}"
    if end is None:
        return f"since {_word_moment(start)}"
    if not _is_midnight(start) or not _is_midnight(end):
        return _word_clocks(start, end)
    return _word_months(start, end) or _word_days(start, end - DAY)


def _is_midnight(moment: dt.datetime) -> bool:
    return (moment.hour, moment.minute, moment.second) == (0, 0, 0)


def _word_day(day: dt.datetime) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _word_moment(moment: dt.datetime) -> str:
    return _word_day(moment) if _is_midnight(moment) else f"{_word_day(moment)}, {moment:%H:%M}"


def _word_clocks(start: dt.datetime, end: dt.datetime) -> str:
    if end - start <= MINUTE:
        return _word_moment(start)
    if start.date() == end.date() or (_is_midnight(end) and end - start < DAY):
        return f"{_word_day(start)}, {start:%H:%M} to {end:%H:%M}"
    return f"{_word_moment(start)} to {_word_moment(end)}"


def _word_months(start: dt.datetime, end: dt.datetime) -> str:
    """Of whole months or years; else empty."""
    if start.day != 1 or end.day != 1 or end <= start:
        return ""
    last = end - DAY
    if start.month == 1 and last.month == 12:
        return str(start.year) if start.year == last.year else f"{start.year} to {last.year}"
    till = f"{MONTHS[last.month - 1]} {last.year}"
    if (start.year, start.month) == (last.year, last.month):
        return till
    since = MONTHS[start.month - 1] + (f" {start.year}" if start.year != last.year else "")
    return f"{since} to {till}"


def _word_days(first: dt.datetime, last: dt.datetime) -> str:
    if last <= first:
        return _word_day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {_word_day(last)}"
    since = f"{first.day} {MONTHS[first.month - 1]}" + (f" {first.year}" if first.year != last.year else "")
    return f"{since} to {_word_day(last)}"
