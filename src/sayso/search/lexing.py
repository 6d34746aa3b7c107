"""What was typed, cut into the pieces that the language knows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from sayso.errors import BadQuery

LONGEST = 2000  # characters of a search
OPENING = {'"': '"', "“": "”", "„": "”", "«": "»", "”": "”"}
CLOSING = {"“": '”“"', "„": '”“"', "«": "»", "”": "”", '"': '"”'}
FIELD = re.compile(r"([A-Za-z][A-Za-z-]{0,30}):")
BARE = re.compile(r'[^\s()"“”„«»]+')
BLANK = re.compile(r"\s+")
SIGNS = {"OR": "OR", "AND": "AND", "NOT": "NOT", "|": "OR", "&": "AND"}


class Sort(Enum):
    """What a piece is."""

    WORD = auto()
    PHRASE = auto()
    FIELD = auto()  # its words are the field's name; ``value`` is what follows the colon
    OPEN = auto()
    CLOSE = auto()
    MINUS = auto()
    OR = auto()
    AND = auto()
    NOT = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of what was typed, from ``start`` to ``end``. ``quoted`` tells whether a value is in quotation marks."""

    sort: Sort
    start: int
    end: int
    words: str = ""
    value: str = ""
    value_at: int = 0
    quoted: bool = False


def cut_query(written: str) -> Iterator[Piece]:
    """The pieces of a search, and an end. Raises BadQuery where a quotation mark has no partner, or it is too long."""
    if len(written) > LONGEST:
        raise BadQuery(
            written,
            LONGEST,
            LONGEST + 1,
            f"a search has at most {LONGEST:,} characters, and this one {len(written):,}",
            "leave words out",
        )
    at = 0
    while at < len(written):
        blank = BLANK.match(written, at)
        if blank is not None:
            at = blank.end()
            continue
        piece = _piece_at(written, at)
        yield piece
        at = piece.end
    yield Piece(Sort.END, at, at)


def _piece_at(written: str, at: int) -> Piece:
    char = written[at]
    if char in "()":
        return Piece(Sort.OPEN if char == "(" else Sort.CLOSE, at, at + 1)
    if char == "-" and at + 1 < len(written) and not written[at + 1].isspace():
        return Piece(Sort.MINUS, at, at + 1)
    field = FIELD.match(written, at)
    if field is not None:
        return _field(written, at, field)
    if char in OPENING or char == "»":
        end = _closing(written, at)
        return Piece(Sort.PHRASE, at, end, written[at + 1 : end - 1])
    found = BARE.match(written, at)
    end = found.end() if found else at + 1
    word = written[at:end]
    if word in SIGNS:
        return Piece(Sort[SIGNS[word]], at, end, word)
    return Piece(Sort.WORD, at, end, word)


def _field(written: str, at: int, field: re.Match[str]) -> Piece:
    """A field with its value: a phrase or what stands together; after a phrase comes what is glued to it."""
    start = end = field.end()
    value = ""
    before = BARE.match(written, end)
    if before is not None:  # also a sign before a phrase: number:>"20 dead"
        value, end = before.group(), before.end()
    quoted = end < len(written) and written[end] in OPENING and value in ("", ">", ">=", "<", "<=", "=", "≥", "≤")
    if quoted:
        closed = _closing(written, end)
        value, end = value + written[end + 1 : closed - 1], closed
        after = BARE.match(written, end)
        if after is not None and after.group().startswith("~"):
            value, end = value + after.group(), after.end()
    return Piece(Sort.FIELD, at, end, field.group(1), value, start, quoted)


def _closing(written: str, at: int) -> int:
    """The offset after the mark that closes the phrase which is opened at ``at``. Raises BadQuery."""
    closing = CLOSING.get(written[at], "")
    ends = [place for place in (written.find(mark, at + 1) for mark in closing) if place >= 0]
    if not ends:
        raise BadQuery(
            written, at, at + 1, "this quotation mark has no partner", "close the phrase, or leave the mark out"
        )
    return min(ends) + 1
