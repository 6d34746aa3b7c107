"""Whose a quotation is and where it ends, by where it stands, after the links are made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from sayso.reading.linker import Linked
from sayso.reading.tagging import Range
from sayso.reading.words import QUOTE_CLOSING, QUOTE_OPENING, QUOTE_OUTSIDE, Words

# A quotation without a cue of its own goes on the attribution before it, this many line breaks down at most.
FOLLOW_ON_LINES = 2
FAR_SENTENCES = 4
# Marks between a quotation and its "Quill said".
BESIDE = 2
CLOSING = frozenset("\"”'’»") | {"''"}


def settle_quotations(
    linked: Sequence[Linked], orphans: Sequence[Range], words: Words, ends: NDArray[np.int64]
) -> list[Linked]:
    """The attributions that have a content once each quotation is laid to the cue beside it, and goes to its end."""
    holding = [one for one in _given_back(linked, words, ends) if one.contents]
    return _to_their_end(_brought_near(_with_follow_ons(holding, orphans, words), words, ends), words)


def _given_back(linked: Sequence[Linked], words: Words, ends: NDArray[np.int64]) -> list[Linked]:
    """ "“It sank,” Quill said": a cue that is left without contents takes the quotation right before it from one of
    another sentence that has more."""
    result = list(linked)
    for number, one in enumerate(result):
        if one.contents or one.source is None:
            continue
        first = min(one.cue[0], one.source[0])
        for place, other in enumerate(result):
            run = next((run for run in other.contents if 0 <= first - run[1] <= BESIDE), None)
            if run is None or len(other.contents) < 2 or ends[other.cue[0]] == ends[run[1] - 1]:
                continue
            if words.quote[run[0]] != QUOTE_OUTSIDE and not _ends_a_sentence(run, words):
                rest = tuple(kept for kept in other.contents if kept != run)
                result[place] = replace(other, contents=rest)
                result[number] = replace(one, contents=(run,), content_score=other.content_score)
                break
    return result


def _ends_a_sentence(run: Range, words: Words) -> bool:
    """Whether a quotation ends in a full stop: what follows it is a sentence of its own."""
    inner = [form for form in words.forms[max(run[0], run[1] - 2) : run[1]] if form not in CLOSING]
    return inner[-1:] == ["."]


def _to_their_end(linked: Sequence[Linked], words: Words) -> list[Linked]:
    """Contents that end inside a quotation reach its end, where nothing else is marked in the rest of it."""
    marked = np.zeros(len(words), bool)
    for one in linked:
        for first, last in (one.cue, *one.contents, *([one.source] if one.source else [])):
            marked[first:last] = True
    return [replace(one, contents=tuple(_whole(run, marked, words) for run in one.contents)) for one in linked]


def _whole(run: Range, marked: NDArray[np.bool_], words: Words) -> Range:
    first, last = run
    if words.quote[last - 1] in (QUOTE_OUTSIDE, QUOTE_CLOSING):
        return run
    end = last
    while end < len(words) and words.quote[end] not in (QUOTE_OUTSIDE, QUOTE_OPENING) and not marked[end]:
        end += 1
    closed = words.quote[end - 1] == QUOTE_CLOSING
    return (first, end) if closed else run


def _with_follow_ons(linked: list[Linked], orphans: Sequence[Range], words: Words) -> list[Linked]:
    """Orphaned quotations laid to the attribution before them."""
    result = list(linked)
    for run in orphans:
        if words.quote[run[0]] == QUOTE_OUTSIDE:
            continue
        ends = [(max(one.cue[1], one.contents[-1][1]), number) for number, one in enumerate(result)]
        before = [(end, number) for end, number in ends if end <= run[0]]
        if not before:
            continue
        end, number = max(before)
        if words.line[run[0]] - words.line[end - 1] <= FOLLOW_ON_LINES:
            result[number] = replace(result[number], contents=(*result[number].contents, run))
    return result


def _brought_near(linked: list[Linked], words: Words, ends: NDArray[np.int64]) -> list[Linked]:
    """Quotations laid to the attribution right before them instead of one far off that has others of its own."""
    result = list(linked)
    for number, one in enumerate(linked):
        for run in one.contents:
            if len(result[number].contents) < 2 or not _is_far(one.cue, run, words, ends):
                continue
            near = _quoting_before(run, number, result, words, ends)
            if near is not None:
                rest = tuple(other for other in result[number].contents if other != run)
                result[number] = replace(result[number], contents=rest)
                result[near] = replace(result[near], contents=(*result[near].contents, run))
    return result


def _is_far(cue: Range, run: Range, words: Words, ends: NDArray[np.int64]) -> bool:
    """Whether a quotation and its cue stand in two lines, or four sentences apart."""
    if words.quote[run[0]] == QUOTE_OUTSIDE:
        return False
    low, high = sorted((cue[0], run[0]))
    return bool(words.line[low] != words.line[high]) or int(ends[high] - ends[low]) >= FAR_SENTENCES


def _quoting_before(
    run: Range, number: int, linked: Sequence[Linked], words: Words, ends: NDArray[np.int64]
) -> int | None:
    """The last attribution before the run in its own line, if it quotes and no more than a sentence ends between."""
    before = [
        (max(one.cue[1], one.contents[-1][1]), place)
        for place, one in enumerate(linked)
        if place != number and one.cue[0] < run[0] and words.line[one.cue[0]] == words.line[run[0]]
    ]
    if not before:
        return None
    end, place = max(before)
    quotes = any(words.quote[first] != QUOTE_OUTSIDE for first, _ in linked[place].contents)
    return place if quotes and end <= run[0] and int(ends[run[0]] - ends[end]) <= 1 else None
