"""The day of a clock time: the one beside it, else one told in the sentence, else the anchor's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.reading.timing.setting import Meaning, Setting
from sayso.reading.timing.values import OPEN_DAY, PART_OF_DAY, day_value
from sayso.records.timex import AnchorKind, TimexType

STOPS = frozenset({".", "!", "?", ";", ""})
MOST_BETWEEN = 30  # tokens between a clock time and its day
MOST_BESIDE = 3  # other times between them


def give_days(setting: Setting, meanings: Sequence[Meaning]) -> list[Meaning]:
    """The same times, each clock time with its day; a day that stands right beside one becomes a part of it."""
    given: list[Meaning] = []
    taken = -1
    for number, meaning in enumerate(meanings):
        if number == taken:
            continue
        following = meanings[number + 1] if number + 1 < len(meanings) else None
        if not _is_open(meaning):
            given.append(meaning)
        elif following is not None and _is_day(following) and _is_beside(setting, meaning, following):
            given.append(replace(_joined(meaning, following), last=following.last))
            taken = number + 1
        elif meaning.rule != PART_OF_DAY:
            given.append(_dated(setting, meanings, number))
    return given


def _is_open(meaning: Meaning) -> bool:
    """True of a clock time or part of a day that no day was told with."""
    own = meaning.anchor is AnchorKind.NONE
    return own and meaning.type is TimexType.TIME and (meaning.value or "").startswith(f"{OPEN_DAY}T")


def _is_day(meaning: Meaning) -> bool:
    value = meaning.value or ""
    return meaning.type is TimexType.DATE and len(value) == 10 and value[4] == "-" == value[7]


def _is_beside(setting: Setting, clock: Meaning, day: Meaning) -> bool:
    between = [setting.tokens.word(place) for place in range(clock.last, min(day.first, clock.last + 2))]
    return between == ["of"] if clock.rule == PART_OF_DAY else between in ([], [","]) and day.first - clock.last < 2


def _joined(clock: Meaning, day: Meaning) -> Meaning:
    return replace(
        clock,
        value=f"{(day.value or OPEN_DAY)[:10]}{(clock.value or '')[10:]}",
        rule=f"{clock.rule}; {day.rule}",
        anchor=day.anchor,
        reckoned_from=day.reckoned_from,
        mod=clock.mod or day.mod,
    )


def _dated(setting: Setting, meanings: Sequence[Meaning], number: int) -> Meaning:
    clock, anchor = meanings[number], setting.anchor
    day = _nearest_day(setting, meanings, number)
    if day is not None:
        return _joined(clock, day)
    if anchor.day is None:
        return replace(clock, anchor=AnchorKind.UNKNOWN)
    value = day_value(anchor.day) + (clock.value or "")[10:]
    rule = f"{clock.rule}; day of the anchor"
    return replace(clock, value=value, rule=rule, anchor=anchor.kind, reckoned_from=anchor.span)


def _nearest_day(setting: Setting, meanings: Sequence[Meaning], number: int) -> Meaning | None:
    """The nearest day of the same sentence."""
    near = [
        (gap, other)
        for at in range(max(number - MOST_BESIDE, 0), min(number + MOST_BESIDE + 1, len(meanings)))
        if at != number and _is_day(other := meanings[at])
        if (gap := _gap(setting, meanings[number], other)) is not None
    ]
    return min(near, key=lambda pair: pair[0])[1] if near else None


def _gap(setting: Setting, clock: Meaning, day: Meaning) -> int | None:
    """How many tokens stand between the two; None if a sentence ends there, or too many do."""
    between = range(clock.last, day.first) if clock.last <= day.first else range(day.last, clock.first)
    apart = len(between) > MOST_BETWEEN or any(setting.tokens.word(place) in STOPS for place in between)
    return None if apart else len(between)
