"""Words of a text with the features that the encoder is given beside their letters."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from sayso.patterns import compile_later
from sayso.reading.quotations import Quotation
from sayso.records.span import Span

WORD = compile_later(r"\w+|[^\w\s]")
Integers = NDArray[np.int32]

CASE_LOWER, CASE_TITLE, CASE_UPPER, CASE_MIXED, CASE_DIGIT, CASE_MARK = range(6)
QUOTE_OUTSIDE, QUOTE_INSIDE, QUOTE_OPENING, QUOTE_CLOSING = range(4)
LINE_INSIDE, LINE_FIRST, TEXT_FIRST = range(3)


@dataclass(frozen=True)
class Words:
    """The words and marks of one text, in order, with one feature of each kind a word.

    ``starts`` and ``ends`` are code points; ``line`` numbers the line that a word stands in, from 0.
    """

    forms: tuple[str, ...]
    starts: Integers
    ends: Integers
    case: Integers
    quote: Integers
    place: Integers
    line: Integers

    def __len__(self) -> int:
        return len(self.forms)

    @cached_property
    def firsts(self) -> list[int]:
        """``starts`` as a list, which is faster to search for one place."""
        firsts: list[int] = self.starts.tolist()
        return firsts

    def lines(self) -> list[tuple[int, int]]:
        """Word ranges of the lines, in order."""
        if not len(self):
            return []
        cuts = (np.flatnonzero(self.line[1:] != self.line[:-1]) + 1).tolist()
        return list(zip([0, *cuts], [*cuts, len(self)], strict=True))

    def inside(self, spans: Sequence[Span]) -> Words:
        """The words that lie inside one of the spans."""
        keep = np.zeros(len(self), np.bool_)
        for span in spans:
            keep[slice(*self.range_of(span))] = True
        return self._taken(np.flatnonzero(keep))

    def range_of(self, span: Span) -> tuple[int, int]:
        """The words that begin in a span."""
        return bisect_left(self.firsts, span.start), bisect_left(self.firsts, span.end)

    def first(self, count: int) -> Words:
        """The first ``count`` words."""
        return self._taken(np.arange(min(count, len(self))))

    def _taken(self, places: NDArray[np.int64]) -> Words:
        forms = tuple(self.forms[place] for place in places.tolist())
        parts = (self.starts, self.ends, self.case, self.quote, self.place, self.line)
        return Words(forms, *(part[places] for part in parts))


def case_of(form: str) -> int:
    """The shape of a word: one of the CASE_ numbers."""
    if form.islower():
        return CASE_LOWER
    if form.isdigit():
        return CASE_DIGIT
    if not form[0].isalnum():
        return CASE_MARK
    if form.istitle():
        return CASE_TITLE
    return CASE_UPPER if form.isupper() else CASE_MIXED


def split_words(text: str, quotations: tuple[Quotation, ...]) -> Words:
    """The words of ``text`` with case, quotation state and place in the line."""
    found = list(WORD.finditer(text))
    starts = np.array([match.start() for match in found], np.int32)
    ends = np.array([match.end() for match in found], np.int32)
    forms = tuple([match.group() for match in found])
    cases = {form: case_of(form) for form in set(forms)}
    case = np.array([cases[form] for form in forms], np.int32)
    line = _line_numbers(text, starts)
    place = np.full(len(forms), LINE_INSIDE, np.int32)
    if forms:
        place[1:][line[1:] != line[:-1]] = LINE_FIRST
        place[0] = TEXT_FIRST
    return Words(forms, starts, ends, case, _quote_states(starts, ends, quotations), place, line)


def _line_numbers(text: str, starts: Integers) -> Integers:
    breaks = np.fromiter((match.start() for match in re.finditer("\n", text)), np.int32)
    return np.searchsorted(breaks, starts).astype(np.int32)


def _quote_states(starts: Integers, ends: Integers, quotations: tuple[Quotation, ...]) -> Integers:
    states = np.full(len(starts), QUOTE_OUTSIDE, np.int32)
    for quotation in quotations:
        first, last = np.searchsorted(starts, [quotation.span.start, quotation.span.end])
        if first >= last:
            continue
        states[first:last] = QUOTE_INSIDE
        states[first] = QUOTE_OPENING
        if quotation.closed:
            states[last - 1] = QUOTE_CLOSING
    return states
