"""Whose a quotation is and where it ends, by where it stands, after the links are made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from sayso.reading.clauses import SUBJECTS
from sayso.reading.linker import Linked
from sayso.reading.naming.vocabulary import (
    ADDRESSES,
    AUXILIARIES,
    CONJUNCTIONS,
    DEFINITE,
    INDEFINITE,
    POSSESSIVES,
)
from sayso.reading.tagging import Range
from sayso.reading.words import QUOTE_CLOSING, QUOTE_INSIDE, QUOTE_OPENING, QUOTE_OUTSIDE, Words

# A quotation without a cue of its own goes on the attribution before it, this many line breaks down at most.
FOLLOW_ON_LINES = 2
FAR_SENTENCES = 4
# Marks between a quotation and its "Quill said".
BESIDE = 2
LONGEST_NAMING = 9  # words of a "said Quill" with its mark
SAYING = frozenset("said says".split())
UNMARKED = 0.9  # chance of the links of a "said Quill" that the tagger overlooked
OPENING = frozenset("\"“„«'‘`”")
CLOSING = frozenset("\"”'’»") | {"''"}


def settle_quotations(
    linked: Sequence[Linked], orphans: Sequence[Range], words: Words, ends: NDArray[np.int64]
) -> list[Linked]:
    """The attributions that have a content once each quotation is laid to the cue beside it, and goes to its end."""
    linked = _kept_whole(linked, words)
    held = {run for one in linked for run in one.contents}
    linked, orphans = _with_unmarked(linked, [run for run in orphans if run not in held], words, ends)
    holding = [one for one in _given_back(linked, words, ends) if one.contents]
    return _to_their_end(_brought_near(_with_follow_ons(holding, orphans, words), words, ends), words)


def _kept_whole(linked: Sequence[Linked], words: Words) -> list[Linked]:
    """Each quotation of several lines, as far as it opens but once, with whoever has its first line."""
    result = list(linked)
    for lines in _in_lines(words):
        first, last = lines[0][0], lines[-1][1]
        owner = next(
            (n for n, one in enumerate(result) if any(a <= first + 1 and first < b for a, b in one.contents)), None
        )
        if owner is None:
            continue
        for number, one in enumerate(result):
            rest = () if first <= one.cue[0] < last else one.contents
            rest = tuple((a, min(b, first)) if a < first else (a, b) for a, b in rest if not first <= a < last)
            result[number] = replace(one, contents=tuple(sorted((*rest, *lines))) if number == owner else rest)
    return result


def _in_lines(words: Words) -> list[list[Range]]:
    """The lines of each quotation that goes over several and opens only in the first."""
    found: list[list[Range]] = []
    current: list[Range] = []
    for first, last in words.lines():
        end = first
        if current and words.quote[first] == QUOTE_OPENING and words.forms[first] not in OPENING:
            while end < last - 1 and words.quote[end] not in (QUOTE_OUTSIDE, QUOTE_CLOSING):
                end += 1
            current.append((first, end + 1))
        if current and (end == first or words.quote[end] == QUOTE_CLOSING):
            found += [current] if len(current) > 1 and words.quote[end] == QUOTE_CLOSING else []
            current = []
        start = max((place for place in range(first, last) if words.quote[place] == QUOTE_OPENING), default=None)
        if not current and start is not None and words.quote[last - 1] == QUOTE_INSIDE:
            current = [(start, last)]
    return found


def _with_unmarked(
    linked: list[Linked], orphans: Sequence[Range], words: Words, ends: NDArray[np.int64]
) -> tuple[list[Linked], list[Range]]:
    """With an attribution for each quotation before a "Quill said" or "said Quill" that is left without one, if the
    quotation is an orphan or another sentence's."""
    result, left = list(linked), list(orphans)
    for run in [*orphans, *(run for one in linked for run in one.contents if ends[one.cue[0]] != ends[run[1] - 1])]:
        named = _named_behind(run[1], words) if words.quote[run[1] - 1] == QUOTE_CLOSING else None
        if named is None:
            continue
        cue, source = named
        here = [one for one in result if one.cue[0] < max(cue[1], source[1]) and cue[0] < one.cue[1]]
        if any(one.contents for one in here):
            continue
        whole = [one.source for one in here if one.source is not None and one.source[0] == source[0]]
        others = [one for one in result if one not in here]
        result = [replace(one, contents=tuple(kept for kept in one.contents if kept != run)) for one in others]
        left = [kept for kept in left if kept != run]
        result.append(Linked(cue, max([source, *whole]), (run,), UNMARKED, UNMARKED))
    return sorted(result, key=lambda one: one.cue), left


def _named_behind(first: int, words: Words) -> tuple[Range, Range] | None:
    """The cue and the source of "said Quill," or "Quill said." right behind a quotation."""
    end = first
    while end < len(words) and end - first <= LONGEST_NAMING and words.line[end] == words.line[first - 1]:
        if words.forms[end] in ",.;:" and words.forms[end - 1].lower() not in ADDRESSES:
            break
        end += 1
    else:
        return None
    forms = words.forms[first:end]
    plain = [form.lower() for form in forms]
    if len(forms) < 2 or (words.quote[first:end] != QUOTE_OUTSIDE).any():
        return None
    if plain[0] in SAYING and _names(forms[1:]):
        return (first, first + 1), (first + 1, end)
    if plain[-1] in SAYING and _names(forms[:-1]):
        return (end - 1, end), (first, end - 1)
    return None


def _names(forms: Sequence[str]) -> bool:
    """Somebody: "he", "the board", "Ada Quill"."""
    told = forms[0][0].isupper() or forms[0].lower() in DEFINITE | INDEFINITE | POSSESSIVES | SUBJECTS
    return told and all(form.lower() not in SAYING | AUXILIARIES | CONJUNCTIONS for form in forms)


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
