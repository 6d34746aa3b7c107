"""Names as they are looked up: without case, accents and points, so that "St. Étienne" finds "Saint-Étienne"."""

from __future__ import annotations

import unicodedata

from sayso.patterns import compile_later

# Letters that Unicode does not take apart.
LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ə": "a"}
)
DROPPED = compile_later(r"[.'’‘ʼʻ`\"“”ʹ]")
BLANK = compile_later(r"[\s\-–—_/]+")
SHORTENED = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}


def fold(name: str) -> str:
    """The key of a name: "Coeur d’Alene" is "coeur dalene", "Fort-de-France" is "ft de france"."""
    if not name.isascii():
        apart = unicodedata.normalize("NFKD", name.casefold().translate(LETTERS))
        name = "".join(letter for letter in apart if not unicodedata.combining(letter))
    plain = BLANK.sub(" ", DROPPED.sub("", name.lower())).strip()
    words = plain.split(" ")
    if len(words) > 1 and not SHORTENED.keys().isdisjoint(words):
        plain = " ".join(SHORTENED.get(word, word) for word in words)
    return plain
