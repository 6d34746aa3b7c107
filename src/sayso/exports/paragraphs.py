"""Lines of a width for a terminal: Sayso's own words, and an article's behind a bar."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from sayso.exports.escapes import CLOSE, GAP, OPEN, on_one_line
from sayso.exports.rows import find_gaps
from sayso.exports.wording import count
from sayso.records.span import Span

LONGEST = 220  # characters of an article's words in a list; JSON has them whole
NARROWEST = 40  # columns
BAR = "│ "


def wrap(line: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """The line in lines of ``width``, broken between words only; its words are never changed."""
    room = max(NARROWEST, width)
    lines = textwrap.wrap(line, room, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)
    return lines or [first.rstrip()]


def quote(words: str, width: int, indent: str = "", longest: int = LONGEST) -> list[str]:
    """An article's words behind a bar, harmless, shortened where they are longer than ``longest``."""
    return wrap(shorten(words, longest), width, indent + BAR, indent + BAR)


def quote_spans(spans: Sequence[Span], text: str, width: int, indent: str = "", longest: int = LONGEST) -> list[str]:
    """Several stretches of a text as one quotation, with a mark where the text has other words in between."""
    words = ""
    for span, gap in find_gaps(spans, text):
        words += (f" {GAP} " if gap else " ") * bool(words) + shorten(span.cut(text), longest)
    return wrap(words, width, indent + BAR, indent + BAR)


def shorten(words: str, longest: int = LONGEST) -> str:
    """The words on one line, harmless, cut between two of them with a count of what is left out."""
    whole = on_one_line(words.strip())
    if len(whole) <= longest:
        return whole
    kept = whole[: whole.rfind(" ", 0, longest) if " " in whole[:longest] else longest]
    return f"{kept} {OPEN}… {count(len(whole) - len(kept), 'character')} more{CLOSE}"
