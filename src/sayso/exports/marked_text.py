"""The article's text as HTML, with the stretches marked that the rows speak of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from sayso.exports.escapes import escape_char, is_active
from sayso.exports.rows import Row
from sayso.records.block import BlockKind
from sayso.records.claim import Voice
from sayso.records.reading import Reading
from sayso.records.span import Span

VOICE_CLASSES = {Voice.OWN: "own", Voice.ATTRIBUTED: "said", Voice.UNSETTLED: "open"}


@dataclass(frozen=True, slots=True)
class Mark:
    """One stretch of the text is marked: with a class, with a row's number where the row begins, or to be gone to."""

    span: Span
    css: str
    number: int | None = None
    anchor: str | None = None


def find_marks(rows: Iterable[Row]) -> tuple[Mark, ...]:
    """The marks of all rows, in the order of the text, the longer first where two begin at once."""
    marks = [mark for row in rows for mark in _row_marks(row)]
    return tuple(sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end, mark.number or 0)))


def _row_marks(row: Row) -> Iterator[Mark]:
    css = VOICE_CLASSES[row.voice] + (" inner" if row.depth else "")
    for at, span in enumerate(row.content):
        yield Mark(span, css, None if at else row.number)
    yield from (Mark(span, "source") for span in row.source)
    yield from (Mark(span, "cue") for span in row.cue)


def render_marked(text: str, line: Span, marks: Sequence[Mark]) -> str:
    """The words of ``line`` as HTML: every stretch between two edges of marks in a span of its own.

    ``marks`` are those that touch the line, in the order of `find_marks`.
    """
    edges = {line.start, line.end}
    for mark in marks:
        edges.update(edge for edge in (mark.span.start, mark.span.end) if line.start < edge < line.end)
    coming, over, parts = list(reversed(marks)), list[Mark](), []
    for start, end in pairwise(sorted(edges)):
        while coming and coming[-1].span.start <= start:
            over.append(coming.pop())
        over = [mark for mark in over if mark.span.end > start]
        parts.append(_stretch(text, Span(start, end), over))
    return "".join(parts)


def _stretch(text: str, stretch: Span, over: list[Mark]) -> str:
    starting = [mark for mark in over if mark.span.start == stretch.start]
    numbers = "".join(f'<span id="{escape(mark.anchor)}"></span>' for mark in starting if mark.anchor)
    numbers += "".join(number_link(mark.number) for mark in starting if mark.number)
    css = " ".join(dict.fromkeys(word for mark in over for word in mark.css.split()))
    words = escape_html(stretch.cut(text))
    return numbers + (f'<span class="{_one_voice(css)}">{words}</span>' if css else words)


def _one_voice(css: str) -> str:
    """The outlet's own words inside somebody's content are marked as the outlet's."""
    words = css.split()
    return " ".join(word for word in words if word != "said") if "own" in words else css


def number_link(number: int) -> str:
    return f'<a class="n" id="n{number}" href="#r{number}" aria-label="row {number}">{number}</a>'


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text that is not blank, with what is marked in it and the rows that begin in it."""

    span: Span
    kind: BlockKind
    marks: tuple[Mark, ...]
    rows: tuple[Row, ...]


def cut_lines(reading: Reading, rows: Iterable[Row], marks: Iterable[Mark]) -> Iterator[Line]:
    """The lines of a reading's text; ``marks`` are in the order of `find_marks`."""
    article = reading.article
    lines = list(cut_text_lines(article.text, marks))
    starts = [span.start for span, _ in lines]
    begun: list[list[Row]] = [[] for _ in lines]
    for row in rows:
        begun[max(bisect_right(starts, min((span.start for span in row.content), default=0)) - 1, 0)].append(row)
    for (span, here), beginning in zip(lines, begun, strict=True):
        kind = next((block.kind for block in article.blocks if block.span.overlaps(span)), BlockKind.BODY)
        yield Line(span, kind, here, tuple(beginning))


def cut_text_lines(text: str, marks: Iterable[Mark]) -> Iterator[tuple[Span, tuple[Mark, ...]]]:
    """The lines of a text that are not blank, each with the marks that touch it."""
    spans = list(_lines(text))
    starts = [span.start for span in spans]
    marked: list[list[Mark]] = [[] for _ in spans]
    for mark in marks:
        first = max(bisect_right(starts, mark.span.start) - 1, 0)
        for at in range(first, max(bisect_left(starts, mark.span.end), first + 1)):
            marked[at].append(mark)
    yield from ((span, tuple(here)) for span, here in zip(spans, marked, strict=True))


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        span = Span.trimmed(text, start, start + len(line))
        if span is not None:
            yield span
        start += len(line) + 1


def escape_html(text: str) -> str:
    """``text`` with nothing in it that HTML or a screen would act upon."""
    escaped = escape(text)
    if escaped.isascii() and escaped.isprintable():
        return escaped
    return "".join(f'<b class="odd">{escape_char(char)}</b>' if is_active(char) else char for char in escaped)
