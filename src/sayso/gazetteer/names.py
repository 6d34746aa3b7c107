"""Which of a place's names an English text may have."""

from __future__ import annotations

import unicodedata
from functools import cache

from sayso.patterns import compile_later

CODE = compile_later(r"[A-Z0-9]{2,4}|.*[\d(),;/:]")  # airports, postcodes, "Paris, Texas"
LEAST_LETTERS = 3


def is_readable(name: str) -> bool:
    """True of names in Latin letters that are no codes and no addresses."""
    return len(name) >= LEAST_LETTERS and not CODE.fullmatch(name) and all(map(_is_latin, name))


@cache
def _is_latin(letter: str) -> bool:
    return not letter.isalpha() or "LATIN" in unicodedata.name(letter, "")
