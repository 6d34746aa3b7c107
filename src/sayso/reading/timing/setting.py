"""What a form may look at when it says what its words mean: the anchor, what was told before, the clause."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from sayso.reading.timing.anchors import Anchor
from sayso.reading.timing.direction import Direction, find_direction
from sayso.reading.timing.notation import find_group
from sayso.reading.timing.tokens import Tokens
from sayso.records.span import Span
from sayso.records.timex import AnchorKind, Mod, TimexType


@dataclass(frozen=True, slots=True)
class Mention:
    """A time told before: its year, and month and day where they were told."""

    year: int
    month: int | None
    day: int | None
    span: Span

    def nearest(self) -> date:
        """The day, or the middle of the month or year."""
        return date(self.year, self.month or 7, self.day or (1 if self.month is None else 15))


class Setting:
    """The text, its anchor, and what the forms before have told.

    ``last`` is the last date told; ``period`` the last quarter or year that accounts were given for (a TIMEX3 value).
    ``narrative`` is true of a text that tells of other years than its own.
    """

    __slots__ = ("anchor", "last", "last_explicit", "narrative", "period", "tokens")

    def __init__(self, tokens: Tokens, anchor: Anchor, *, narrative: bool) -> None:
        self.tokens = tokens
        self.anchor = anchor
        self.narrative = narrative
        self.last: Mention | None = None
        self.last_explicit: Mention | None = None
        self.period: str | None = None

    @property
    def day(self) -> date | None:
        """The day of the anchor, or None if it is not told to the day."""
        return self.anchor.day

    @property
    def month(self) -> tuple[int, int] | None:
        return self.anchor.month

    @property
    def year(self) -> int | None:
        return self.anchor.year

    def direction(self, first: int, last: int) -> Direction:
        """Where the clause around the tokens points to."""
        return find_direction(self.tokens, first, last)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the words mean. ``first`` and ``last`` narrow the tokens that tell it, where the pattern took more."""

    type: TimexType
    value: str | None
    rule: str
    mod: Mod | None = None
    anchor: AnchorKind = AnchorKind.NONE
    zone: str | None = None
    others: tuple[str, ...] = ()
    first: int | None = None
    last: int | None = None
    until: str | None = None  # the last day or year of "May 7-8" and "1941-42"
    event: Span | None = None  # the words of what it hangs on


class Found:
    """A form that matched at some place of the text, with the groups of its pattern."""

    __slots__ = ("match", "setting", "tokens")

    def __init__(self, match: re.Match[str], setting: Setting) -> None:
        self.match = match
        self.setting = setting
        self.tokens = setting.tokens

    @property
    def first(self) -> int:
        return self.match.start()

    @property
    def last(self) -> int:
        return self.match.end()

    def place(self, group: str) -> int | None:
        """The token that the group begins with."""
        span = find_group(self.match, group)
        return span[0] if span else None

    def has(self, group: str) -> bool:
        return find_group(self.match, group) is not None

    def word(self, group: str) -> str:
        """The first word of the group in small letters; empty if the group is not there."""
        span = find_group(self.match, group)
        return self.tokens.word(span[0]) if span else ""

    def words(self, group: str) -> list[str]:
        span = find_group(self.match, group)
        return [self.tokens.word(place) for place in range(*span)] if span else []

    def before(self, back: int = 1) -> str:
        """The word so many tokens before the form."""
        return self.tokens.word(self.first - back)

    def after(self, on: int = 0) -> str:
        return self.tokens.word(self.last + on)

    def direction(self) -> Direction:
        return self.setting.direction(self.first, self.last)
