"""A text as tokens for place names: words, numbers, marks; initials and a shortened word keep their points."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from sayso.gazetteer.folding import SHORTENED, fold
from sayso.patterns import compile_later
from sayso.records.span import Span

WORD = r"[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*"
TOKEN = compile_later(
    # U.S.   W.Va.   W. Va.   N.Y   1.5   MI5   words   anything else
    rf"(?:[A-Z]\.){{2,}}(?:[A-Z](?![\w]))?|[A-Z]\.[ ]?Va\.|[A-Z]\.[A-Z](?![\w.])|\d[\d.,]*\d|\d|"
    rf"[A-Z]{{1,5}}\d\w*|{WORD}|"
    r"['’]s\b|[^\w\s]|_"
)
# Their point is a part of the name: "St. Paul", "Main St.", "N. High St.", "Loudon Co."
SHORT = frozenset("st ste mt ft pt n s e w co ave rd dr blvd ln hwy twp rt rte pkwy".split())
APOSTROPHES = ("'", "’")
PADDING = 8


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text with their keys; ``capital`` is true of "Lund", ``glued`` without a blank before.

    Every row has blank tokens after its last, so that places -1 and a little past the end may be asked for.
    """

    text: str
    count: int
    forms: tuple[str, ...]
    keys: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    capital: tuple[bool, ...]
    glued: tuple[bool, ...]
    breaks: tuple[bool, ...]  # a line or a span begins with it

    def __len__(self) -> int:
        return self.count

    def span(self, first: int, last: int) -> Span:
        return Span(self.starts[first], self.ends[last - 1])

    def is_point_of_short(self, place: int) -> bool:
        """True of the point in "St. Paul"."""
        glued = self.forms[place] == "." and self.glued[place]
        return glued and self.capital[place - 1] and self.keys[place - 1] in SHORT


def split_tokens(text: str, spans: Sequence[Span]) -> Tokens:
    """The tokens of ``spans`` of ``text``, in order."""
    forms: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    breaks: list[bool] = []
    for span in spans:
        matches = list(TOKEN.finditer(text, span.start, span.end))
        forms += [match.group() for match in matches]
        starts += [match.start() for match in matches]
        ends += [match.end() for match in matches]
        breaks += _breaks(text, matches)
    glued = [False, *(end == start for end, start in zip(ends, starts[1:], strict=False))]
    blank = ("",) * PADDING
    no = (False,) * PADDING
    return Tokens(
        text,
        len(forms),
        (*forms, *blank),
        (*[_key(form) for form in forms], *blank),
        (*starts, *(0,) * PADDING),
        (*ends, *(0,) * PADDING),
        (*[_is_capital(form) for form in forms], *no),
        (*(one and not new for one, new in zip(glued, breaks, strict=False)), *no),
        (*breaks, *(True,) * PADDING),
    )


def _breaks(text: str, matches: Sequence[re.Match[str]]) -> list[bool]:
    """Which tokens of a span begin it, or a line of it."""
    if not matches:
        return []
    if "\n" not in text[matches[0].start() : matches[-1].end()]:
        return [True, *[False] * (len(matches) - 1)]
    return [True, *("\n" in text[a.end() : b.start()] for a, b in pairwise(matches))]


@lru_cache(maxsize=20_000)  # most words of a text stand in it, or in the one before, several times
def _key(form: str) -> str:
    return fold(form) if form[0].isalpha() else form


def _is_capital(form: str) -> bool:
    return form[0].isupper() or (form[1:2] in APOSTROPHES and form[2:3].isupper())  # d'Ivoire


def join_keys(keys: Sequence[str]) -> str:
    """The key of a name from those of its words."""
    return " ".join(SHORTENED.get(key, key) for key in keys) if len(keys) > 1 else keys[0]
