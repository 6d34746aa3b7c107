"""Two times of one happening: whether both can be meant of one day."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sayso.records.timex import AnchorKind, Grain, Interval, Timex, TimexType

# A day of the clock, or of a part of the day, may be the day before or after it elsewhere.
CLOCKED = frozenset({Grain.SECOND, Grain.MINUTE, Grain.HOUR, Grain.PART_OF_DAY})
ON_THE_EDGE = re.compile(r"\b(?:late|early|overnight|night|midnight|evening|morning|dawn|predawn|local|gmt)\b", re.I)
OPEN_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])(?:T.*)?")
OPEN_DATE = re.compile(r"XXXX-([0-9]{2}-[0-9]{2})(?:T.*)?")
DATED = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T.*)?(?:Z|[+-].*)?")
RECKONED = frozenset({AnchorKind.PUBLISHED, AnchorKind.DATELINE, AnchorKind.MENTION, AnchorKind.UNKNOWN})
WEEK = 7


class TimeRelation(StrEnum):
    SAME = "same day"
    OVERLAPS = "overlaps"  # one lies in the other, or they share some days
    NEAR = "near"  # days side by side, told so that zone or night may part them
    DIFFERS = "differs"
    UNKNOWN = "not known"


@dataclass(frozen=True, slots=True)
class TimeVerdict:
    """Two times stand in this relation, for a reason in words.

    ``TimeVerdict(TimeRelation.DIFFERS, '"Tuesday" against "Thursday": other days')``.
    """

    relation: TimeRelation
    why: str


def compare_times(a: Timex, b: Timex, text_a: str, text_b: str) -> TimeVerdict:
    """What the time ``a``, told in ``text_a``, does to ``b``, told in ``text_b``; their order never matters."""
    words_a, words_b = a.span.cut(text_a), b.span.cut(text_b)
    relation, why = _relate(a, b, words_a, words_b)
    return TimeVerdict(relation, f'"{words_a}" against "{words_b}": {why}')


def _relate(a: Timex, b: Timex, words_a: str, words_b: str) -> tuple[TimeRelation, str]:
    one, other = _days(a.interval), _days(b.interval)
    if one is None or other is None:
        return _relate_open(a, b, words_a, words_b)
    if _meet(one, other):
        return (TimeRelation.SAME, "the same day") if _is_day(one) and one == other else _overlap(one, other)
    if _is_reckoned(a) and _is_reckoned(b) and _bare(words_a) == _bare(words_b):
        return TimeRelation.UNKNOWN, "the same words, reckoned from other days"
    if (_is_reckoned(a) or _is_reckoned(b)) and _weeks_apart(one, other):
        return TimeRelation.UNKNOWN, "the same day of the week, reckoned from other days"
    if _may_mean(a, other) or _may_mean(b, one):
        return TimeRelation.UNKNOWN, "they may mean one day"
    beside = one[0] == other[1] or other[0] == one[1]
    if beside and (_on_the_edge(a, words_a) or _on_the_edge(b, words_b)):
        return TimeRelation.NEAR, "days side by side, which a zone or a night may part"
    return TimeRelation.DIFFERS, "other days" if _is_day(one) and _is_day(other) else "they share no day"


def _relate_open(a: Timex, b: Timex, words_a: str, words_b: str) -> tuple[TimeRelation, str]:
    """Two times of which one at least does not tell its week or year."""
    for one, other, same, unlike in (
        (_weekday(a), _weekday(b), "the same day of the week", "other days of the week"),
        (_month_day(a), _month_day(b), "the same day of the year", "other days of the year"),
    ):
        if one is not None and other is not None:
            if one == other:
                return TimeRelation.SAME, same
            edge = _on_the_edge(a, words_a) or _on_the_edge(b, words_b)
            beside = isinstance(one, int) and isinstance(other, int) and abs(one - other) in (1, WEEK - 1)
            return (TimeRelation.NEAR if edge and beside else TimeRelation.DIFFERS), unlike
    return TimeRelation.UNKNOWN, "their days are not known"


def _days(interval: Interval | None) -> tuple[date, date] | None:
    """The first day and the one past the last; an open end is far ahead."""
    if interval is None:
        return None
    try:
        first = date.fromisoformat(interval.first[:10])
        if interval.past_last is None:
            return first, date.max
        past = date.fromisoformat(interval.past_last[:10])
        return first, past if past > first and len(interval.past_last) <= 10 else max(past, first) + timedelta(1)
    except (ValueError, OverflowError):  # years that no calendar here has
        return None


def _meet(one: tuple[date, date], other: tuple[date, date]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _is_day(days: tuple[date, date]) -> bool:
    return (days[1] - days[0]).days == 1


def _overlap(one: tuple[date, date], other: tuple[date, date]) -> tuple[TimeRelation, str]:
    inside = (one[0] <= other[0] and other[1] <= one[1]) or (other[0] <= one[0] and one[1] <= other[1])
    return TimeRelation.OVERLAPS, "one lies in the other" if inside else "they share some days"


def _is_reckoned(timex: Timex) -> bool:
    return timex.anchor.kind in RECKONED


def _bare(words: str) -> str:
    return words.casefold()


def _weeks_apart(one: tuple[date, date], other: tuple[date, date]) -> bool:
    return _is_day(one) and _is_day(other) and (one[0] - other[0]).days % WEEK == 0


def _may_mean(timex: Timex, days: tuple[date, date]) -> bool:
    others = (_days(alternative.interval) for alternative in timex.alternatives)
    return any(other is not None and _meet(other, days) for other in others)


def _on_the_edge(timex: Timex, words: str) -> bool:
    return timex.type is TimexType.TIME or timex.grain in CLOCKED or bool(timex.zone) or bool(ON_THE_EDGE.search(words))


def _weekday(timex: Timex) -> int | None:
    value = timex.value or ""
    if found := OPEN_WEEKDAY.fullmatch(value):
        return int(found[1])
    return date.fromisoformat(found[1]).isoweekday() if (found := DATED.fullmatch(value)) else None


def _month_day(timex: Timex) -> str | None:
    value = timex.value or ""
    if found := OPEN_DATE.fullmatch(value):
        return found[1]
    return found[1][5:] if (found := DATED.fullmatch(value)) else None


def days_of(timex: Timex) -> tuple[date, date] | None:
    """The first day of a time and the one past its last, or None where they are not known."""
    return _days(timex.interval)


def is_day(timex: Timex) -> bool:
    """Whether it tells one day or a part of one."""
    days = _days(timex.interval)
    return (days is not None and _is_day(days)) or OPEN_WEEKDAY.fullmatch(timex.value or "") is not None


def told_times(timexes: Iterable[Timex]) -> tuple[Timex, ...]:
    """Those that say when: no lengths of time and no repeated ones."""
    return tuple(t for t in timexes if t.type in (TimexType.DATE, TimexType.TIME) and t.value is not None)
