"""How far a content outside quotation marks goes: to the end of its clause, and into no other sentence by halves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from sayso.reading.clauses import is_verb, phrase_from, sentence_start
from sayso.reading.linker import Linked
from sayso.reading.tagging import Range
from sayso.reading.words import QUOTE_OUTSIDE, Words

# What begins a clause before the main one.
BEFORE_THE_MAIN = frozenset("while although though because since as when after".split())
FEWEST = 3  # words of a main clause


def settle_extents(linked: Sequence[Linked], words: Words, ends: NDArray[np.int64]) -> list[Linked]:
    """The attributions without what only stands in a neighbouring clause or sentence."""
    return [_before_the_main(_in_its_sentence(one, words, ends), words) for one in linked]


def _in_its_sentence(one: Linked, words: Words, ends: NDArray[np.int64]) -> Linked:
    """Without plain words from the midst of a later sentence, if there are others in the cue's own."""
    own = ends[one.cue[0]]
    if not any(ends[first] == own for first, _ in one.contents):
        return one

    def fits(run: Range) -> bool:
        plain = words.quote[run[0]] == QUOTE_OUTSIDE and ends[run[0]] > own
        return not plain or sentence_start(run[0], words) == run[0] or words.forms[run[0] - 1] == ":"

    return replace(one, contents=tuple(run for run in one.contents if fits(run)))


def _before_the_main(one: Linked, words: Words) -> Linked:
    """ "While Quill said he hoped so, the board was against it": the content ends at the comma."""
    if one.source is None or not one.contents or words.quote[one.cue[0]] != QUOTE_OUTSIDE:
        return one
    start = sentence_start(one.cue[0], words)
    start += words.forms[start].lower() in ("and", "but")
    first, last = one.contents[-1]
    if words.forms[start].lower() not in BEFORE_THE_MAIN or first < one.cue[1] or not start < one.source[0] < one.cue[0]:
        return one
    if any(words.forms[place] == "," for place in range(start, one.source[0])):
        return one
    for place in range(first + 1, last - FEWEST):
        if words.forms[place] != "," or words.quote[place] != QUOTE_OUTSIDE:
            continue
        subject = phrase_from(place + 1, last, words)
        if subject is not None and subject[1] < last and is_verb(subject[1], words):
            return replace(one, contents=(*one.contents[:-1], (first, place)))
    return one
