"""Words before a time that open or close its interval, and two times that make one interval."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sayso.reading.timing.setting import Meaning, Setting
from sayso.records.timex import Interval, Timex, TimexType

SIGNALS = {
    "since": "since",
    "until": "until",
    "till": "until",
    "through": "through",
    "by": "by",
    "before": "before",
    "after": "after",
    "from": "from",
    "between": "between",
    "to": "to",
}
PAIRS = {
    ("from", "to"),
    ("from", "until"),
    ("from", "through"),
    ("between", "and"),
    ("", "-"),
    ("", "–"),
    ("", "—"),
    ("", "through"),
    ("", "to"),
    ("from", "-"),
    ("from", "–"),
}
EVENT_FOLLOWS = frozenset({"'s", "’s", "'"})


def add_signals(setting: Setting, meanings: Sequence[Meaning], timexes: Sequence[Timex]) -> list[Timex]:
    """The times with their signals, and with the intervals that these make of them."""
    signed = [_signed(setting, meaning, timex) for meaning, timex in zip(meanings, timexes, strict=True)]
    for number in range(len(signed) - 1):
        pair = _pair(setting, meanings[number], meanings[number + 1])
        if pair is not None and _may_pair(timexes[number], timexes[number + 1]):
            signed[number : number + 2] = _joined(timexes[number], timexes[number + 1], pair)
    return signed


def _signed(setting: Setting, meaning: Meaning, timex: Timex) -> Timex:
    first, last = meaning.first or 0, meaning.last or 0
    signal = SIGNALS.get(setting.tokens.word(first - 1))
    if signal is None or signal in {"between", "to"} or setting.tokens.word(last) in EVENT_FOLLOWS:
        return timex
    if timex.type not in {TimexType.DATE, TimexType.TIME} or timex.interval is None:
        return timex
    if (
        signal == "after"
        and setting.tokens.word(last)[:1].isalpha()
        and setting.tokens.word(last) not in {"and", "or", "but", "when"}
    ):
        return timex
    return replace(timex, signal=signal, interval=_opened(signal, timex.interval, setting.day))


def _opened(signal: str, interval: Interval, today: date | None) -> Interval | None:
    """The interval that "since", "until" and the like make of a time, seen from the anchor's day."""
    now = today.isoformat() if today else None
    ahead = now is not None and interval.past_last is not None and interval.past_last > now
    if signal == "since":
        if now is None or interval.first >= now:
            return Interval(interval.first, None)
        return Interval(interval.first, now)
    if signal == "after":
        return Interval(interval.past_last, None) if interval.past_last else None
    if signal == "from":
        return Interval(interval.first, None)
    if signal == "by" and not ahead:
        return interval
    if not ahead or now is None:
        return None  # it began before, and nobody knows when
    end = interval.first if signal == "before" else interval.past_last
    return Interval(now, end) if end is None or end > now else None


def _pair(setting: Setting, a: Meaning, b: Meaning) -> str | None:
    if (b.first or 0) - (a.last or 0) != 1:
        return None
    between = [setting.tokens.word(a.last or 0)]
    before = setting.tokens.word((a.first or 0) - 1)
    opening = before if before in {"from", "between"} else ""
    return (
        f"{opening or 'from'}–{between[0] if between[0].isalpha() else 'to'}"
        if (opening, between[0]) in PAIRS
        else None
    )


def _may_pair(a: Timex, b: Timex) -> bool:
    """Both are dates, and the second begins no earlier."""
    dates = a.type in {TimexType.DATE, TimexType.TIME} and b.type in {TimexType.DATE, TimexType.TIME}
    return (
        dates and a.interval is not None and b.interval is not None and a.interval.first[:10] <= b.interval.first[:10]
    )


def _joined(a: Timex, b: Timex, signal: str) -> list[Timex]:
    assert a.interval is not None
    assert b.interval is not None
    whole = Interval(a.interval.first, b.interval.past_last)
    return [replace(one, signal=signal, interval=whole) for one in (a, b)]
