"""The words that say as of when a number stands, or that it sums up what was counted until then."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence

from sayso.patterns import compile_later
from sayso.reading.said import DAY, MONTH, PART
from sayso.records.span import Span

DATE = rf"(?:{MONTH}\s+[0-9]{{1,2}}(?:,?\s+[0-9]{{4}})?|[0-9]{{1,2}}\s+{MONTH}(?:\s+[0-9]{{4}})?)\b"
CLOCK = r"(?:[0-9]{1,2}(?::[0-9]{2})?\s?(?:[ap]\.m\.|[ap]m\b)|noon\b|midday\b|midnight\b|dawn\b|nightfall\b)"
TIME = (
    rf"(?:(?:early|late|last|this|next)\s+)?(?:{DAY}(?:\s+{PART})?\b|{DATE}|{CLOCK}(?:\s+(?:on\s+)?{DAY}\b)?|"
    r"(?:yesterday|(?<!USA )today|tonight)\b)"
)
YEAR = r"(?:19|20)[0-9]{2}\b"
PERIOD = rf"(?:(?:last|this)\s+(?:week|month|year|night|morning|{DAY})\b|(?:in|since)\s+(?:{MONTH}|{YEAR}))"
# "So far underground" tells how far.
FAR = r"(?:under|away|as|from|that|beyond|to|out|off|behind|ahead|apart|north|south|east|west)"
SUM = rf"(?:so far(?! {FAR})|to date|until now|up to now|by now|in total|in all(?=[,.;]|$)|altogether|now)\b"
AS_OF = compile_later(rf"\b(?:{SUM}|(?:(?:as of|by|since|on|until|through)\s+)?{TIME}|{PERIOD})", re.I)
# The number and its time do not belong together if one of these stands between them.
BREAK = compile_later(r"[;:“”\"]|\b(?:that|which|who|whom|whose|whether|because|while|but|although|when|where)\b", re.I)
# Further away, in characters, the words mostly date something else.
FURTHEST = 60
# Sums up the number right after it, and no other.
TOTAL = compile_later(r"\ba total of(?=\s?$)", re.I)
LONGEST_TOTAL = len(" a total of ")
CUMULATIVE = compile_later(rf"{SUM}|a total of|since\b", re.I)


def find_times(text: str, sentence: Span) -> tuple[Span, ...]:
    """Every stretch of the sentence that may say as of when a number stands."""
    return tuple(Span(*match.span()) for match in AS_OF.finditer(text, sentence.start, sentence.end))


def nearest_time(text: str, span: Span, times: Sequence[Span]) -> Span | None:
    """The nearest of ``times``, which stand in order, to the number of ``span`` in the same clause, or None."""
    total = TOTAL.search(text, max(0, span.start - LONGEST_TOTAL), span.start)
    if total is not None:
        return Span(*total.span())
    place = bisect(times, span)
    around = times[max(0, place - 2) : place + 2]
    beside = [time for time in around if not time.overlaps(span) and not _is_apart(text, span, time)]
    return min(beside, key=lambda time: _gap(span, time), default=None)


def is_cumulative(wording: str) -> bool:
    """True of "so far", "in total", "since Friday": a later count of the same may be higher."""
    return CUMULATIVE.match(wording) is not None


def _is_apart(text: str, span: Span, time: Span) -> bool:
    gap = _gap(span, time)
    start = min(span.end, time.end)
    return gap > FURTHEST or BREAK.search(text, start, start + gap) is not None


def _gap(span: Span, time: Span) -> int:
    return max(time.start - span.end, span.start - time.end)
