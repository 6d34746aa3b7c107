"""Attributions by layout alone, without a verb of saying: transcripts, press releases, "And from X:"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from sayso.patterns import compile_later
from sayso.reading.found import Found, without
from sayso.reading.quotations import Quotation
from sayso.reading.tagging import Range
from sayso.reading.words import Words
from sayso.records.span import Span

LABEL = compile_later(
    r"^[“\"]?((?:[A-Z][A-Z.’'\-]*\s+){0,4}[A-Z][A-Z.’'\-]+)(?:,[^:\n]{1,60}|\s+\([^)\n]{1,40}\))*(:)\s+(?=\S)", re.M
)
# "Total: 12": a row of a table, which nobody says.
ROW = compile_later(r"[^.?!\n]{1,40}:\s*[\d$€£]")
NO_SPEAKERS = frozenset(
    """UPDATE UPDATED NOTE WATCH READ MORE PHOTOS PHOTO VIDEO CORRECTION EDITOR BREAKING RELATED ALSO LIVE SOURCE
    CLARIFICATION WARNING SEE LISTEN OPINION ANALYSIS EXCLUSIVE DATE TIME CONTACT""".split()
)
# So many labelled lines, of at least two speakers, make a transcript.
FEWEST_TURNS = 2
NAME = r"(?:[A-Z][\w’'.-]*[^\S\n]+){0,4}[A-Z][\w’'-]+"
DASH = compile_later(
    rf"(?<=[”\"’'])\s{{0,3}}?([-–—―]{{1,2}}|~)[^\S\n]*({NAME})(?:,[^\n“”\"]{{1,120}})?\.?[^\S\n]*$", re.M
)
FROM = compile_later(r"^(?:And\s+)?[Ff]rom\s+(?:the\s+desk\s+of\s+)?([A-Z][^:\n]{1,80}?)[ \t]*(:)[ \t]*$", re.M)
# "The pier is shut http://…— Ida Lund (@idalund) May 4, 2015": the author of a post that a page shows.
AUTHOR = compile_later(
    r"([—–])\s?([^\n()—–@]{2,50}?) ?\(@\w{1,20}\)"
    r"(?:\s?(?:[A-Z][a-z]{2,8} \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4}))?(?=\s|$)"
)
LINKED = compile_later(r"\s*(?:https?://|pic\.twitter\.com/)\S*\s*$")
LONGEST_POST = 500  # characters
# A layout is as sure as its form: measured on none, set to "likely".
SCORE = 0.8


@dataclass(frozen=True, slots=True)
class Laid:
    """A source, a mark in the place of a cue, and the words that it stands beside."""

    source: Span
    cue: Span
    content: tuple[Span, ...]


def add_layouts(found: Sequence[Found], text: str, words: Words, quotations: Sequence[Quotation]) -> tuple[Found, ...]:
    """``found`` with the attributions that layout makes; what stands inside a transcript's turn becomes nested."""
    result = list(found)
    for laid in (*find_turns(text), *find_signed(text, quotations), *find_headed(text, quotations), *find_posts(text)):
        one = _in_words(laid, words)
        if one is not None:
            result = _merged(result, one, words)
    return tuple(result)


def find_turns(text: str) -> tuple[Laid, ...]:
    """The turns of a broadcast transcript: "NAME, ROLE: words", with the unlabelled lines below them."""
    labels = [match for match in LABEL.finditer(text) if not NO_SPEAKERS & set(match.group(1).split())]
    if len(labels) < FEWEST_TURNS or len({match.group(1) for match in labels}) < 2:
        return ()
    turns = []
    for match in labels:
        line_end = text.find("\n", match.end())
        content = Span.trimmed(text, match.end(), len(text) if line_end < 0 else line_end)
        if content is not None and not ROW.match(content.cut(text)):
            turns.append(Laid(Span(*match.span(1)), Span(*match.span(2)), (content,)))
    return tuple(turns)


def find_signed(text: str, quotations: Sequence[Quotation]) -> tuple[Laid, ...]:
    """ "…” - Mayor Jane Roe", on the quotation's line or alone on the next."""
    laid = []
    for match in DASH.finditer(text):
        quotation = next((q for q in quotations if q.closed and q.span.end == match.start()), None)
        if quotation is not None:
            laid.append(Laid(Span(*match.span(2)), Span(*match.span(1)), (quotation.span,)))
    return tuple(laid)


def find_headed(text: str, quotations: Sequence[Quotation]) -> tuple[Laid, ...]:
    """ "And from Jane Roe:" on a line of its own above a quotation."""
    laid = []
    for match in FROM.finditer(text):
        below = next((q for q in quotations if q.span.start >= match.end()), None)
        if below is not None and not text[match.end() : below.span.start].strip():
            laid.append(Laid(Span(*match.span(1)), Span(*match.span(2)), (below.span,)))
    return tuple(laid)


def find_posts(text: str) -> tuple[Laid, ...]:
    """Posts with their authors behind a dash; what stands before one in its line ends with a colon or a post."""
    laid = []
    past = 0
    for match in AUTHOR.finditer(text):
        start = max(text.rfind("\n", 0, match.start()) + 1, past)
        past = match.end()
        colon = text.rfind(": ", start, match.start())
        content = Span.trimmed(text, start if colon < 0 else colon + 2, match.start())
        if content is not None and len(content) <= LONGEST_POST:
            content = _without_links(content, text)
            laid.append(Laid(Span(*match.span(2)), Span(*match.span(1)), (content,)))
    return tuple(laid)


def _without_links(content: Span, text: str) -> Span:
    end = content.end
    while (link := LINKED.search(text, content.start + 1, end)) is not None:
        end = link.start()
    return Span(content.start, end)


def _in_words(laid: Laid, words: Words) -> Found | None:
    source, cue = _range(laid.source, words), _range(laid.cue, words)
    contents = [span for span in (_range(content, words) for content in laid.content) if span is not None]
    if source is None or cue is None or not contents:
        return None
    return Found(cue, source, tuple(contents), None, SCORE, SCORE, SCORE, SCORE)


def _range(span: Span, words: Words) -> Range | None:
    first, last = (int(place) for place in np.searchsorted(words.starts, [span.start, span.end]))
    return (first, last) if first < last else None


def _merged(found: list[Found], one: Found, words: Words) -> list[Found]:
    """The layout's attribution beside the others: it nests what lies inside it and takes its words from a cue
    of another line; a cue of its own line goes first."""
    first, last = one.contents[0][0], one.contents[-1][1]
    kept: list[Found] = []
    dropped = set()
    for number, other in enumerate(found):
        inside = other.parent is None and first <= other.contents[0][0] and first <= other.cue[0] < last
        shares = other.parent is None and any(a < last and first < b for a, b in other.contents)
        if inside:
            other = replace(other, parent=len(found))
        elif (
            shares
            and words.line[other.cue[0]] == words.line[first]
            and other.source is not None
            and other.cue != one.cue
        ):
            return found
        elif shares:
            rest = tuple(run for run in other.contents if run[1] <= first or last <= run[0])
            other = replace(other, contents=rest or other.contents)
            dropped |= set() if rest else {number}
        kept.append(other)
    return without([*kept, one], dropped)
