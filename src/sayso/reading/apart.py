"""What was taken into a content and stands beside it: the speaker's next verb, the next sentence's own speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.reading.clauses import in_one_sentence, sentence_start
from sayso.reading.found import Found
from sayso.reading.words import QUOTE_OUTSIDE, Words

FEWEST = 2  # words of a content


def set_apart(found: Sequence[Found], words: Words) -> tuple[Found, ...]:
    """``found``, in which nested ones that are no part of what their parent says are outermost."""
    result = list(found)
    for number, one in enumerate(found):
        if one.parent is None or any(other.parent == number for other in found):
            continue
        parent = result[one.parent]
        if parent.parent is not None:
            continue
        apart = _next_verb(one, parent, words) or _next_speaker(one, parent, words)
        if apart is not None:
            result[number], result[one.parent] = apart
    order = sorted(range(len(result)), key=lambda number: result[number].parent is not None)
    moved = {old: new for new, old in enumerate(order)}
    return tuple(replace(result[n], parent=None if (p := result[n].parent) is None else moved[p]) for n in order)


def _next_verb(one: Found, parent: Found, words: Words) -> tuple[Found, Found] | None:
    """ "Lund said the pier was shut, adding that it was late": the same speaker's, and no part of what she said."""
    cue = one.cue[0]
    before = words.forms[cue - 1].lower()
    form = words.forms[cue].lower()
    if words.quote[cue] != QUOTE_OUTSIDE or not form.endswith("ing") or before not in (",", "while"):
        return None
    if parent.source is None or not in_one_sentence(parent.cue[0], cue, words):
        return None
    same = one.source is not None and parent.source[0] <= one.source[0] < one.source[1] <= parent.source[1]
    if not (form == "adding" or same):
        return None
    if any(first < cue for first, _ in one.contents):
        return None
    place = next((n for n, (first, last) in enumerate(parent.contents) if first < cue < last), None)
    if place is None:
        return None
    first, last = parent.contents[place]
    end = cue - 1
    if end - first < FEWEST or one.contents[-1][1] < last:
        return None
    contents = (*parent.contents[:place], (first, end), *parent.contents[place + 1 :])
    return replace(one, parent=None, source=parent.source), replace(parent, contents=contents)


def _next_speaker(one: Found, parent: Found, words: Words) -> tuple[Found, Found] | None:
    """ "The pier was shut, Lund said. The board reported it was safe": the board's, and not as Lund tells it."""
    if one.source is None or len(parent.contents) < FEWEST:
        return None
    first = min(one.source[0], one.cue[0], one.contents[0][0])
    last = max(one.source[1], one.cue[1], one.contents[-1][1])
    run = next(((a, b) for a, b in parent.contents if a == first and last == b), None)
    if run is None or first < parent.cue[1] or words.quote[first] != QUOTE_OUTSIDE:
        return None
    if sentence_start(first, words) != first or in_one_sentence(parent.cue[0], first, words):
        return None
    return replace(one, parent=None), replace(parent, contents=tuple(kept for kept in parent.contents if kept != run))
