"""Words as PostgreSQL's text search keeps them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

LAST_PLACE = 16_383  # PostgreSQL counts no further
MOST_PLACES = 250  # of one word: PostgreSQL keeps 256
LONGEST = 500  # characters of a word that are kept
MOST_BYTES = 900_000  # of one text: PostgreSQL takes 1 MiB
GAP = 10  # places between two columns: no phrase reaches across


def lettered(token: str, before: str) -> str:
    """A token as it is kept of a column whose words begin with a letter: no token holds the sign between."""
    return f"{before}.{token[:LONGEST]}" if before else token[:LONGEST]


def vector_of(columns: Iterable[tuple[str, str, Sequence[str]]]) -> str:
    """The literal of a tsvector of each column's weight, letter and tokens; of an endless text as many as it takes."""
    places: dict[str, list[str]] = {}
    at = size = 0
    for weight, before, tokens in columns:
        for token in tokens:
            at += 1
            word = lettered(token, before)
            size += 4 if word in places else len(word.encode("utf-8", "replace")) + 16
            if size > MOST_BYTES:
                break
            found = places.setdefault(word, [])
            if len(found) < MOST_PLACES:
                found.append(f"{min(at, LAST_PLACE)}{weight}")
        at += GAP
    return " ".join(f"'{word}':{','.join(found)}" for word, found in places.items())
