"""Pairs as the rows of a ledger."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from sayso.ledger.store import Ledger
from sayso.linking.pairs import Pair
from sayso.linking.passages import Passage
from sayso.records.span import Span

NONE = "[]"  # as JSON: no passage in common


def pair_row(pair: Pair, article: str, number: int, other: int) -> tuple[Any, ...]:
    """A row in the order of the pair: first the article whose id comes first."""
    first, second = (number, other) if pair.a == article else (other, number)
    passages = [[p.a.start, p.a.end, p.b.start, p.b.end, p.words, p.quoted] for p in pair.passages]
    return (first, second, pair.alike, pair.share, int(pair.one_story), json.dumps(passages))


def load_pairs(ledger: Ledger, names: Mapping[int, str]) -> Iterator[Pair]:
    """All pairs that a ledger holds."""
    return (pair_of(row, names) for row in ledger.pairs())


def pairs_among(ledger: Ledger, names: Mapping[int, str]) -> Iterator[Pair]:
    """The pairs of these articles with each other; ``names`` gives each number its id."""
    for row in ledger.pairs_of(sorted(names)):
        if row.b in names:
            yield pair_of(row, names)


def pair_of(row: Any, names: Mapping[int, str]) -> Pair:
    """The pair of a row; ``names`` gives each number its id."""
    a, b, alike, share, one_story, told = row
    passages = (
        () if told == NONE else tuple(Passage(Span(*p[0:2]), Span(*p[2:4]), p[4], p[5]) for p in json.loads(told))
    )
    return Pair(names[a], names[b], alike, share, passages, bool(one_story))
