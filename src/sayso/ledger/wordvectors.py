"""Words as PostgreSQL's text search keeps them."""

from __future__ import annotations

from collections.abc import Sequence

WEIGHTS = "ABCD"  # tell the columns apart
LAST_PLACE = 16_383  # PostgreSQL counts no further
MOST_PLACES = 250  # of one word: PostgreSQL keeps 256
LONGEST = 500  # characters of a word that are kept
MOST_BYTES = 900_000  # of one text: PostgreSQL takes 1 MiB
GAP = 10  # places between two columns: no phrase reaches across


def vector_of(columns: Sequence[Sequence[str]]) -> str:
    """The literal of a tsvector of the tokens of each column; of an endless text as many as it can take."""
    places: dict[str, list[str]] = {}
    at = size = 0
    for weight, tokens in zip(WEIGHTS, columns, strict=False):
        for token in tokens:
            at += 1
            word = token[:LONGEST]
            size += 4 if word in places else len(word.encode("utf-8", "replace")) + 16
            if size > MOST_BYTES:
                break
            found = places.setdefault(word, [])
            if len(found) < MOST_PLACES:
                found.append(f"{min(at, LAST_PLACE)}{weight}")
        at += GAP
    return " ".join(f"'{word}':{','.join(found)}" for word, found in places.items())
