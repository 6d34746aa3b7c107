"""Words before a time that open or close its interval, and two times that make one interval."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sayso.reading.timing.setting import Meaning, Setting
from sayso.records.timex import Interval, Timex, TimexType

SIGNALS = {"till": "until"} | {word: word for word in "since until through by before after from".split()}
PAIRS = frozenset(
    [("from", "to"), ("from", "until"), ("from", "through"), ("between", "and"), ("from", "-"), ("from", "–")]
    + [("", joint) for joint in ("-", "–", "—", "to", "through")]
)
JOINTS = {"-": "to", "–": "to", "—": "to"}
AFTER_DATE = frozenset("and or but when".split())
DATED = frozenset({TimexType.DATE, TimexType.TIME})


def add_signals(setting: Setting, meanings: Sequence[Meaning], timexes: Sequence[Timex]) -> list[Timex]:
    """The times with their signals, and with the intervals that these make of them."""
    signed = [_signed(setting, meaning, timex) for meaning, timex in zip(meanings, timexes, strict=True)]
    for number in range(len(signed) - 1):
        signal = _pair(setting, meanings[number], meanings[number + 1])
        if signal is not None and _may_pair(timexes[number], timexes[number + 1]):
            signed[number : number + 2] = _joined(timexes[number], timexes[number + 1], signal)
    return signed


def _signed(setting: Setting, meaning: Meaning, timex: Timex) -> Timex:
    signal = SIGNALS.get(setting.tokens.word(meaning.first - 1))
    if signal is None or timex.interval is None or timex.type not in DATED:
        return timex
    following = setting.tokens.word(meaning.last)
    of_event = following.startswith("'") or (signal == "after" and following.isalpha() and following not in AFTER_DATE)
    if of_event:  # after Friday's attack
        return timex
    return replace(timex, signal=signal, interval=_opened(signal, timex.interval, setting.anchor.day))


def _opened(signal: str, interval: Interval, today: date | None) -> Interval | None:
    """What the signal makes of a time, seen from the anchor's day; None where nobody knows when it began."""
    now = today.isoformat() if today else None
    if signal == "since":
        return Interval(interval.first, now if now and interval.first < now else None)
    if signal == "from":  # the returns from 1995
        return interval
    if signal == "after":
        return Interval(interval.past_last, None) if interval.past_last else None
    ahead = now is not None and interval.past_last is not None and interval.past_last > now
    if not ahead or now is None:
        return interval if signal == "by" else None
    end = interval.first if signal == "before" else interval.past_last
    return Interval(now, end) if end is None or end > now else None


def _pair(setting: Setting, a: Meaning, b: Meaning) -> str | None:
    """The signal of "from X to Y", "between X and Y", "X-Y"."""
    comma = setting.tokens.word(a.last) == ","  # from May 1, 2001, to
    if b.first - a.last != 1 + comma:
        return None
    before, joint = setting.tokens.word(a.first - 1), setting.tokens.word(a.last + comma)
    opening = before if before in {"from", "between"} else ""
    return f"{opening or 'from'}–{JOINTS.get(joint, joint)}" if (opening, joint) in PAIRS else None


def _may_pair(a: Timex, b: Timex) -> bool:
    """Both are dates, and the second begins no earlier."""
    if a.type not in DATED or b.type not in DATED or a.interval is None or b.interval is None:
        return False
    return a.interval.first[:10] <= b.interval.first[:10]


def _joined(a: Timex, b: Timex, signal: str) -> list[Timex]:
    assert a.interval is not None
    assert b.interval is not None
    whole = Interval(a.interval.first, b.interval.past_last)
    return [replace(one, signal=signal, interval=whole) for one in (a, b)]
