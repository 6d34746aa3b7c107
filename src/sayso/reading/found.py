"""Attributions as ranges of words, before they are given names, kinds and commitments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from sayso.reading.extents import settle_extents
from sayso.reading.linker import Linked, link_runs
from sayso.reading.pointers import sentence_ends
from sayso.reading.quoted import settle_quotations
from sayso.reading.retold import settle_retold
from sayso.reading.tables import Floats, Tables, softmax
from sayso.reading.tagging import Range, best_tags, find_runs
from sayso.reading.words import QUOTE_OUTSIDE, Words
from sayso.records.span import Span

# What begins a clause about a source after a comma: it is no part of the naming ("Roe, who has run it since May").
CLAUSE = frozenset("who whom whose which where".split())


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution in word ranges; ``parent`` is the place of the one in whose content it lies.

    ``tag_score`` is the mean chance of its tags, ``edge_score`` the least chance of an edge of its contents.
    """

    cue: Range
    source: Range | None
    contents: tuple[Range, ...]
    parent: int | None
    source_score: float
    content_score: float
    tag_score: float
    edge_score: float


def find_attributions(
    words: Words, rows: Floats, tables: Tables, acts: frozenset[str] = frozenset()
) -> tuple[tuple[Found, ...], tuple[Range, ...]]:
    """Outermost attributions in the order of their cues, then those nested in them; and the cues of mere acts.

    A cue that only tells an act of ``acts`` ("thanked") makes no attribution unless somebody's own words follow.
    """
    ends = sentence_ends(words)
    emissions = tables.part(rows, "outer")
    tags = best_tags(emissions, tables.outer, words.lines())
    linked, orphans = link_runs(find_runs(tags, words.line), rows, words, tables, ends)
    linked, retold = settle_retold(linked, words)
    linked = settle_extents(settle_quotations(linked, orphans, words, ends), words)
    linked = [_without_clause(one, words) for one in linked]
    chances = softmax(emissions)
    mere = tuple(one.cue for one in linked if _is_mere_act(one, words, acts))
    outer = [_scored(one, None, tags, chances) for one in linked if one.cue not in mere]
    nested = _find_nested(outer, words, rows, tables, ends)
    places = {one.cue: number for number, one in enumerate(outer)}
    inner = [_scored(one, places[cue], tags, chances) for one, cue in retold if cue in places]
    return (*outer, *nested, *(one for one in inner if not _is_among(one, nested))), mere


def _is_among(one: Found, others: Sequence[Found]) -> bool:
    return any(other.cue[0] < one.cue[1] and one.cue[0] < other.cue[1] for other in others)


def _find_nested(
    outer: Sequence[Found], words: Words, rows: Floats, tables: Tables, ends: NDArray[np.int64]
) -> list[Found]:
    owner = np.full(len(words), -1)
    for number, one in enumerate(outer):
        for first, last in one.contents:
            owner[first:last] = number
    emissions = tables.part(rows, "nested")
    tags = best_tags(emissions, tables.nested, words.lines(), owner >= 0)
    chances = softmax(emissions)
    linked, _ = link_runs(find_runs(tags, words.line), rows, words, tables, ends, owner)
    holding = [_without_clause(one, words) for one in linked if one.contents]
    inside = [_clipped(one, owner, int(owner[one.cue[0]])) for one in holding]
    return [_scored(one, int(owner[one.cue[0]]), tags, chances) for one in inside]


def _is_mere_act(one: Linked, words: Words, acts: frozenset[str]) -> bool:
    """ "thanked Kim for his help", "published the first images": an act, and nobody's words."""
    if not any(words.forms[place].lower() in acts for place in range(*one.cue)):
        return False
    first = one.contents[0][0]
    quoted = any((words.quote[a:b] != QUOTE_OUTSIDE).any() for a, b in one.contents)
    return not quoted and words.forms[first].lower() not in ("that", "how", "why", "what", ":")


def _clipped(one: Linked, owner: NDArray[np.int64], number: int) -> Linked:
    """Contents that end where the parent's content ends."""
    contents = []
    for first, last in one.contents:
        end = first
        while end < last and owner[end] == number:
            end += 1
        contents.append((first, end))
    return replace(one, contents=tuple(contents))


def _without_clause(one: Linked, words: Words) -> Linked:
    """The attribution with its source cut before a clause about it, unless more sources follow the clause."""
    if one.source is None:
        return one
    first, last = one.source
    forms = words.forms[first:last]
    cut = next((n for n in range(1, len(forms) - 1) if forms[n] == "," and forms[n + 1].lower() in CLAUSE), None)
    if cut is None or any(a == "," and b == "and" for a, b in pairwise(forms[cut + 1 :])):
        return one
    return replace(one, source=(first, first + cut))


def keep_headings_apart(found: Sequence[Found], words: Words, headings: Sequence[Span]) -> tuple[Found, ...]:
    """Headline and deck are no part of what a cue further down gives: the words there that it took in are let go.

    They stay where they are all that the cue gives, or where somebody is told in them to say something.
    """
    inside = np.zeros(len(words), bool)
    for heading in headings:
        inside |= (words.starts >= heading.start) & (words.starts < heading.end)
    nested = {one.cue[0] for one in found if one.parent is not None}
    return tuple(_kept_apart(one, inside, nested) for one in found)


def _kept_apart(one: Found, inside: NDArray[np.bool_], nested: set[int]) -> Found:
    if inside[one.cue[0]] or one.parent is not None:
        return one
    below = tuple(run for run in one.contents if not inside[run[0]] or any(run[0] <= cue < run[1] for cue in nested))
    return replace(one, contents=below) if below and len(below) < len(one.contents) else one


def _scored(one: Linked, parent: int | None, tags: NDArray[np.int64], chances: Floats) -> Found:
    marked = [one.cue, *one.contents, *([one.source] if one.source else [])]
    places = np.concatenate([np.arange(first, last) for first, last in marked])
    edges = [place for first, last in one.contents for place in (first, last - 1)]
    contents = tuple(sorted(one.contents))
    return Found(
        one.cue,
        one.source,
        contents,
        parent,
        one.source_score,
        one.content_score,
        float(chances[places, tags[places]].mean()),
        float(chances[edges, tags[edges]].min()),
    )


def without(found: Sequence[Found], dropped: set[int]) -> list[Found]:
    """The others, with the places of parents moved; a nested one without a parent goes too; parents come first."""
    left = [n for n, one in enumerate(found) if n not in dropped and one.parent not in dropped]
    depth: dict[int, int] = {}
    for number in left:
        parent, steps = found[number].parent, 0
        while parent is not None:
            parent, steps = found[parent].parent, steps + 1
        depth[number] = steps
    order = sorted(left, key=lambda number: (depth[number], number))
    moved = {old: new for new, old in enumerate(order)}
    return [replace(found[n], parent=None if (p := found[n].parent) is None else moved[p]) for n in order]


def spans_of(ranges: Sequence[Range], words: Words) -> tuple[Span, ...]:
    """Character spans of word ranges; ranges of one line with nothing between them are one span."""
    spans: list[Span] = []
    previous: Range | None = None
    for first, last in sorted(ranges):
        span = Span(int(words.starts[first]), int(words.ends[last - 1]))
        if previous and previous[1] == first and words.line[first] == words.line[first - 1]:
            spans[-1] = Span(spans[-1].start, span.end)
        else:
            spans.append(span)
        previous = (first, last)
    return tuple(spans)
