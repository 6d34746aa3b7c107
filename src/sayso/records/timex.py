"""Times as a text tells them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.records.span import Span


class TimexType(StrEnum):
    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Grain(StrEnum):
    """How fine a time is told."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    PART_OF_DAY = "part of day"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"


class Mod(StrEnum):
    """What the words do with the value (the names are TIMEX3's)."""

    START = "START"
    MID = "MID"
    END = "END"
    APPROX = "APPROX"
    LESS_THAN = "LESS_THAN"
    MORE_THAN = "MORE_THAN"
    EQUAL_OR_LESS = "EQUAL_OR_LESS"
    EQUAL_OR_MORE = "EQUAL_OR_MORE"
    BEFORE = "BEFORE"
    AFTER = "AFTER"


class AnchorKind(StrEnum):
    """What a time is reckoned from."""

    NONE = "none"  # the words tell all of it
    DATELINE = "dateline"  # the day that the text says it was filed
    PUBLISHED = "published"  # the day that the page says it was published
    MENTION = "mention"  # a time told before in the text
    EVENT = "event"  # something that happened, at a time that the words do not tell
    UNKNOWN = "unknown"  # a day that neither the text nor the page tells


@dataclass(frozen=True, slots=True)
class TimeAnchor:
    """A time is reckoned from this; ``span`` are its words in the text, or None where it has none there."""

    kind: AnchorKind
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Interval:
    """From ``first`` up to and without ``past_last``, as ISO 8601 days or minutes; None where it has no end yet.

    ``Interval("2024-06-01", "2024-07-01")`` is June 2024.
    """

    first: str
    past_last: str | None


@dataclass(frozen=True, slots=True)
class OtherValue:
    """The words may mean this as well."""

    value: str
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class Timex:
    """The words of ``span`` tell a time, a length of time or how often.

    "June 2024" is ``Timex(span, TimexType.DATE, "2024-06", Grain.MONTH, Interval("2024-06-01", "2024-07-01"), ...)``.
    ``value`` is a TIMEX3 value; what the text leaves open in it is X ("XXXX-05-03" is a 3 May of an untold year), and
    it is None for a day that no calendar has. ``interval`` is when it was, as far as the words and the signal tell:
    "since August 2024" runs up to the day of the anchor. It is None for lengths, sets and what cannot be known.
    ``signal`` is the word before that opens or closes the interval ("since", "until", "from", "to"). ``zone`` is an
    offset ("+00:00") where the words tell one, else their own words ("local time"). ``rule`` names the rule that
    read it, and ``alternatives`` are what the next best rule would have said.
    """

    span: Span
    type: TimexType
    value: str | None
    grain: Grain | None
    interval: Interval | None
    mod: Mod | None
    signal: str | None
    zone: str | None
    anchor: TimeAnchor
    rule: str
    alternatives: tuple[OtherValue, ...] = ()
