"""The times at which claims place what they tell, each once, with every mention."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sayso.records.reading import Reading
from sayso.records.span import Span
from sayso.records.timex import Timex
from sayso.web import shapes
from sayso.web.dates import word_interval
from sayso.web.mentions import Around, teller_of
from sayso.web.page import Page
from sayso.web.setting import TimeMention, ToldTime

PARTS = {"TMO": "morning", "TMI": "midday", "TAF": "afternoon", "TEV": "evening", "TNI": "night", "TDT": "daytime"}
Key = tuple[str, str | None, str]


def find_times(pages: Iterable[tuple[Page, Around]]) -> tuple[ToldTime, ...]:
    """The times of several articles in their order. When something was said is none of them."""
    grains: dict[Key, str | None] = {}
    mentions: dict[Key, list[TimeMention]] = {}
    for page, around in pages:
        saying = times_of_saying(page.reading)
        for timex in page.reading.timexes:
            if timex.interval is None or timex.span in saying:
                continue
            mention = _mention(page, around, timex)
            if mention.teller.claims:
                key = (timex.interval.first, timex.interval.past_last, word_part(timex.value))
                grains.setdefault(key, timex.grain.value if timex.grain else None)
                mentions.setdefault(key, []).append(mention)
    return in_order(_told(key, grains[key], held) for key, held in mentions.items())


def _told(key: Key, grain: str | None, mentions: Iterable[TimeMention]) -> ToldTime:
    first, past_last, part = key
    says = word_interval(first, past_last) + (f", {part}" if part else "")
    return ToldTime(0, says, first, past_last, grain, tuple(mentions))


def word_part(value: str | None) -> str:
    """The part of the day that a TIMEX3 value tells: "evening" of "2025-05-12TEV"; else empty."""
    return PARTS.get((value or "")[-3:], "")


def times_of_saying(reading: Reading) -> frozenset[Span]:
    return frozenset(one.said.timex for one in reading.attributions if one.said.timex is not None)


def in_order(times: Iterable[ToldTime]) -> tuple[ToldTime, ...]:
    ordered = sorted(times, key=lambda time: (time.first, time.past_last or "~", time.says))
    return tuple(replace(time, number=number) for number, time in enumerate(ordered, 1))


def _mention(page: Page, around: Around, timex: Timex) -> TimeMention:
    return TimeMention(
        shown=page.words(timex.span),
        teller=teller_of(around, timex.span),
        value=timex.value,
        mod=timex.mod.value if timex.mod else None,
        signal=timex.signal,
        zone=timex.zone,
        anchor=timex.anchor.kind.value,
        anchor_shown=page.words(timex.anchor.span) if timex.anchor.span else None,
        rule=timex.rule,
    )


def times_of(point: shapes.ToldPoint, times: Iterable[ToldTime]) -> tuple[ToldTime, ...]:
    """Those of a story's times that the claims of one of its points tell."""
    made = {(claim.article, claim.claim) for claim in point.claims}

    def is_told(mention: TimeMention) -> bool:
        return any((mention.shown.article, claim) in made for claim in mention.teller.claims)

    held = (replace(time, mentions=tuple(filter(is_told, time.mentions))) for time in times)
    return in_order(time for time in held if time.mentions)
