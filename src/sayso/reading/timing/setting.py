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

    def tells(self, unit: str) -> bool:
        """True if it is told as finely as to the unit, so that such units can be counted from it."""
        if unit in {"D", "W", "E", "F"}:
            return self.day is not None
        return self.month is not None or unit not in {"M", "Q"}

    def middle(self) -> date:
        """The day itself, or one in the middle of the month or year."""
        return date(self.year, self.month or 7, self.day or (1 if self.month is None else 15))


@dataclass(frozen=True, slots=True)
class Period:
    """The quarter or year that accounts were last given for."""

    value: str
    span: Span


class Setting:
    """The text, its anchor, and what the forms before have told: the last date, and the last period of accounts.

    ``narrative`` is true of a text that tells of other years than its own.
    """

    __slots__ = ("anchor", "last", "narrative", "period", "tokens")

    def __init__(self, tokens: Tokens, anchor: Anchor, *, narrative: bool) -> None:
        self.tokens = tokens
        self.anchor = anchor
        self.narrative = narrative
        self.last: Mention | None = None
        self.period: Period | None = None

    @property
    def told(self) -> Mention | None:
        """The last date told, where a missing year or day is taken from it."""
        return self.last if self.narrative else None


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the tokens from ``first`` up to ``last`` mean.

    ``reckoned_from`` are the words of what it is reckoned from, ``until`` is the last day or year of "May 7-8" and
    "1941-42". A reader leaves ``first`` and ``last`` out unless they differ from what its pattern matched.
    """

    type: TimexType
    value: str | None
    rule: str
    mod: Mod | None = None
    anchor: AnchorKind = AnchorKind.NONE
    reckoned_from: Span | None = None
    zone: str | None = None
    others: tuple[str, ...] = ()
    until: str | None = None
    first: int = -1
    last: int = -1


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

    def place(self, group: str) -> int:
        """The token that the group begins with; the form's first where there is no such group."""
        span = find_group(self.match, group)
        return span[0] if span else self.first

    def has(self, *groups: str) -> bool:
        """True if one of the groups matched."""
        return any(find_group(self.match, group) is not None for group in groups)

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
        """The word so many tokens after the form's end."""
        return self.tokens.word(self.last + on)

    def opens_with(self, word: str) -> bool:
        return self.tokens.word(self.first) == word

    def is_capital_after(self) -> bool:
        return self.tokens.is_capital(self.last)

    def direction(self) -> Direction:
        """Where the clause around the form points to."""
        return find_direction(self.tokens, self.first, self.last)
