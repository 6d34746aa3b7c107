"""Times as JSON, and back."""

from __future__ import annotations

from sayso.exports import wire
from sayso.records.span import Span
from sayso.records.timex import Interval, OtherValue, TimeAnchor, Timex


def timex_to_wire(timex: Timex) -> wire.TimexJson:
    words = timex.anchor.span
    return wire.TimexJson(
        start=timex.span.start,
        end=timex.span.end,
        type=timex.type,
        value=timex.value,
        grain=timex.grain,
        interval=_interval_to_wire(timex.interval),
        mod=timex.mod,
        signal=timex.signal,
        zone=timex.zone,
        anchor=wire.TimeAnchorJson(timex.anchor.kind, words.start if words else None, words.end if words else None),
        rule=timex.rule,
        alternatives=tuple(
            wire.OtherValueJson(other.value, _interval_to_wire(other.interval)) for other in timex.alternatives
        ),
    )


def wire_to_timex(shape: wire.TimexJson) -> Timex:
    anchor = shape.anchor
    words = None if anchor.start is None or anchor.end is None else Span(anchor.start, anchor.end)
    return Timex(
        span=Span(shape.start, shape.end),
        type=shape.type,
        value=shape.value,
        grain=shape.grain,
        interval=_wire_to_interval(shape.interval),
        mod=shape.mod,
        signal=shape.signal,
        zone=shape.zone,
        anchor=TimeAnchor(anchor.kind, words),
        rule=shape.rule,
        alternatives=tuple(OtherValue(other.value, _wire_to_interval(other.interval)) for other in shape.alternatives),
    )


def _interval_to_wire(interval: Interval | None) -> tuple[str, str | None] | None:
    return None if interval is None else (interval.first, interval.past_last)


def _wire_to_interval(pair: tuple[str, str | None] | None) -> Interval | None:
    return None if pair is None else Interval(*pair)
