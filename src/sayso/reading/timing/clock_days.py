"""The day of a clock time: the one beside it, else one told in the sentence, else the anchor's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.reading.timing.setting import Meaning, Setting
from sayso.reading.timing.values import day_value
from sayso.records.timex import AnchorKind, Grain, TimexType

OPEN_DAY = "XXXX-XX-XX"
PART_OF_DAY = "part of a day"  # "the night of": no time without the day after it
STOPS = frozenset({".", "!", "?", ";", ""})


def give_days(setting: Setting, meanings: Sequence[Meaning]) -> list[Meaning]:
    """The same times, each clock time with its day; a day that stands right beside one becomes a part of it."""
    given: list[Meaning] = []
    skip = False
    for number, meaning in enumerate(meanings):
        if skip:
            skip = False
            continue
        if not _is_open_clock(meaning):
            given.append(meaning)
            continue
        following = meanings[number + 1] if number + 1 < len(meanings) else None
        if following is not None and _is_day(following) and _is_beside(setting, meaning, following):
            given.append(_joined(meaning, following, first=meaning.first, last=following.last))
            skip = True
            continue
        if meaning.rule == PART_OF_DAY:
            continue
        day = _nearest_day(setting, meanings, number)
        given.append(_joined(meaning, day) if day else _of_anchor(setting, meaning))
    return given


def _is_open_clock(meaning: Meaning) -> bool:
    return meaning.type is TimexType.TIME and (meaning.value or "").startswith(f"{OPEN_DAY}T")


def _is_day(meaning: Meaning) -> bool:
    value = meaning.value or ""
    return meaning.type is TimexType.DATE and len(value) == 10 and value[4] == "-" == value[7]


def _is_beside(setting: Setting, clock: Meaning, day: Meaning) -> bool:
    between = [setting.tokens.word(place) for place in range(clock.last or 0, day.first or 0)]
    return between == ["of"] if clock.rule == PART_OF_DAY else between in ([], [","])


def _joined(clock: Meaning, day: Meaning, first: int | None = None, last: int | None = None) -> Meaning:
    value = f"{(day.value or OPEN_DAY)[:10]}{(clock.value or '')[10:]}"
    return replace(
        clock,
        value=value,
        rule=f"{clock.rule}; {day.rule}",
        anchor=day.anchor,
        mod=clock.mod or day.mod,
        first=clock.first if first is None else first,
        last=clock.last if last is None else last,
    )


def _of_anchor(setting: Setting, clock: Meaning) -> Meaning:
    if setting.day is None:
        return replace(clock, anchor=AnchorKind.UNKNOWN)
    value = day_value(setting.day) + (clock.value or "")[10:]
    return replace(clock, value=value, rule=f"{clock.rule}; day of the anchor", anchor=setting.anchor.kind)


def _nearest_day(setting: Setting, meanings: Sequence[Meaning], number: int) -> Meaning | None:
    """The nearest day of the same sentence."""
    clock = meanings[number]
    best: tuple[int, Meaning] | None = None
    for step in (-1, 1):
        at = number + step
        while 0 <= at < len(meanings) and abs(at - number) <= 3:
            other = meanings[at]
            a, b = (other.last, clock.first) if step < 0 else (clock.last, other.first)
            gap = range(a or 0, b or 0)
            if len(gap) > 30 or any(setting.tokens.word(place) in STOPS for place in gap):
                break
            if _is_day(other) and (best is None or len(gap) < best[0]):
                best = (len(gap), other)
            at += step
    return best[1] if best else None


__all__ = ["Grain", "give_days"]
