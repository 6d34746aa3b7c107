"""When, where, on what occasion and to whom something was said, with labels for people."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.reading.times import find_timex
from sayso.records.attribution import Said
from sayso.records.span import Span
from sayso.records.timex import Grain, Timex

DAYS = frozenset({Grain.DAY, Grain.PART_OF_DAY})
# A reading that comes in as JSON may hold anything for a value; only figures are shown.
SHOWN = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}(?: [0-9]{2}:[0-9]{2})?")


def label_said(said: Said, timexes: Sequence[Timex]) -> tuple[tuple[str, Span], ...]:
    """As far as the article tells: "when (2025-04-26)" and the words, "where" and the words ..."""
    time = word_time(find_timex(said.timex, timexes)) if said.timex else ""
    when = f"when ({time})" if time else "when"
    labelled = ((when, said.timex), ("where", said.place), ("occasion", said.occasion), ("to", said.addressee))
    return tuple((label, span) for label, span in labelled if span)


def word_time(timex: Timex | None) -> str:
    """The day, month or year that the words stand for; empty where they leave that open, or tell a length."""
    if timex is None or timex.value is None or timex.interval is None:
        return ""
    told = timex.value[:10] if timex.grain in DAYS else timex.value.replace("T", " ", 1)
    return told if SHOWN.fullmatch(told) else ""
