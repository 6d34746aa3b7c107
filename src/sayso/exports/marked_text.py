"""The article's text as HTML, with the stretches marked that the rows speak of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from sayso.exports.escapes import escape_char, is_active
from sayso.exports.rows import Row
from sayso.records.claim import Voice
from sayso.records.span import Span

VOICE_CLASSES = {Voice.OWN: "own", Voice.ATTRIBUTED: "said", Voice.UNSETTLED: "open"}


@dataclass(frozen=True, slots=True)
class Mark:
    """One stretch of the text is marked: with a class, and with a row's number where the row begins."""

    span: Span
    css: str
    number: int | None = None


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
    numbers = "".join(number_link(m.number) for m in over if m.number and m.span.start == stretch.start)
    css = " ".join(dict.fromkeys(word for mark in over for word in mark.css.split()))
    words = escape_html(stretch.cut(text))
    return numbers + (f'<span class="{_one_voice(css)}">{words}</span>' if css else words)


def _one_voice(css: str) -> str:
    """The outlet's own words inside somebody's content are marked as the outlet's."""
    words = css.split()
    return " ".join(word for word in words if word != "said") if "own" in words else css


def number_link(number: int) -> str:
    return f'<a class="n" href="#r{number}" aria-label="row {number}">{number}</a>'


def escape_html(text: str) -> str:
    """``text`` with nothing in it that HTML or a screen would act upon."""
    escaped = escape(text)
    if escaped.isascii() and escaped.isprintable():
        return escaped
    return "".join(f'<b class="odd">{escape_char(char)}</b>' if is_active(char) else char for char in escaped)
