"""How far a content outside quotation marks goes: to the end of its clause, and into no other sentence by halves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.reading.clauses import is_verb, phrase_from, sentence_start
from sayso.reading.linker import Linked
from sayso.reading.tagging import Range
from sayso.reading.words import QUOTE_OPENING, QUOTE_OUTSIDE, Words

# What begins a clause before the main one.
BEFORE_THE_MAIN = frozenset("while although though because since as when after".split())
DOUBLE = frozenset(['"', "”", "''", "»"])
CLOSING = DOUBLE | {"’", "'"}
LONGEST_HEADING = 12  # words
FEWEST = 3  # words of a main clause


def settle_extents(linked: Sequence[Linked], words: Words) -> list[Linked]:
    """The attributions without what only stands in a neighbouring clause or sentence."""
    settled = (_before_the_main(_in_its_sentence(_without_headings(one, words), words), words) for one in linked)
    return [_to_the_mark(one, words) for one in settled]


def _without_headings(one: Linked, words: Words) -> Linked:
    """Without lines that end in no mark and head the paragraph below, if there are other words."""
    fitting = tuple(run for run in one.contents if not _is_heading(run, one.cue, words))
    return replace(one, contents=fitting) if fitting else one


def _is_heading(run: Range, cue: Range, words: Words) -> bool:
    start, line = run[0], words.line[run[0]]
    if line == words.line[cue[0]] or (start and words.line[start - 1] == line):
        return False
    end = start
    while end < len(words) and words.line[end] == line:
        end += 1
    plain = bool((words.quote[start:end] == QUOTE_OUTSIDE).all()) and words.forms[end - 1][-1].isalnum()
    return plain and end < len(words) and end - start <= LONGEST_HEADING


def _to_the_mark(one: Linked, words: Words) -> Linked:
    """ "“It sank,” before hanging up": a quotation that closes behind a comma is over, if no other follows."""
    contents = tuple(_marked_off(run, words) for run in one.contents)
    return replace(one, contents=contents)


def _marked_off(run: Range, words: Words) -> Range:
    first, last = run
    if words.quote[first] != QUOTE_OPENING:
        return run
    end = next((place for place in range(first + 1, last) if words.quote[place] == QUOTE_OUTSIDE), last)
    stop = end - 1
    while stop > first and words.forms[stop] in CLOSING:
        stop -= 1
    over = words.forms[stop] in (",", ".", "?", "!")
    plain = all(words.quote[place] == QUOTE_OUTSIDE for place in range(end, last))
    plain = plain and DOUBLE.isdisjoint(words.forms[end:last])  # of a quotation inside, in the same straight marks
    joined = end < last and words.forms[end].lower() in ("and", "but", "or")
    return (first, end) if end < last and over and plain and not joined else run


def _in_its_sentence(one: Linked, words: Words) -> Linked:
    """Without plain words from the midst of a later sentence, or behind the paragraph of an "according to", if there
    are others in the cue's own."""
    according = words.forms[one.cue[0]].lower() == "according"

    def fits(run: Range) -> bool:
        if words.quote[run[0]] != QUOTE_OUTSIDE or run[0] < one.cue[1]:
            return True
        if words.forms[run[0] - 1] == ":":
            return True
        if according and words.line[run[0]] != words.line[one.cue[0]]:
            return False
        start = sentence_start(run[0], words)
        return start <= one.cue[0] or start == run[0]

    fitting = tuple(run for run in one.contents if fits(run))
    return replace(one, contents=fitting) if fitting else one


def _before_the_main(one: Linked, words: Words) -> Linked:
    """ "While Quill said he hoped so, the board was against it": the content ends at the comma."""
    if one.source is None or not one.contents or words.quote[one.cue[0]] != QUOTE_OUTSIDE:
        return one
    start = sentence_start(one.cue[0], words)
    start += words.forms[start].lower() in ("and", "but")
    first, last = one.contents[-1]
    if (
        words.forms[start].lower() not in BEFORE_THE_MAIN
        or first < one.cue[1]
        or not start < one.source[0] < one.cue[0]
    ):
        return one
    if any(words.forms[place] == "," for place in range(start, one.source[0])):
        return one
    if words.forms[start].lower() == "as" and words.forms[first].lower() != "that":  # "As Quill says, the pier is shut"
        return one
    for place in range(first + 1, last - FEWEST):
        if words.forms[place] != "," or words.quote[place] != QUOTE_OUTSIDE:
            continue
        subject = phrase_from(place + 1, last, words)
        if subject is not None and subject[1] < last and is_verb(subject[1], words):
            return replace(one, contents=(*one.contents[:-1], (first, place)))
    return one
