"""The keys of some periods at hand, as columns in order: finds the pairs that the statements in sql/ find, faster."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from sayso.linking.keys import SHARED_LIKENESS, SHARED_QUOTED, SHARED_RUNS, KeyRows, Row, periods_near
from sayso.linking.pairs import DAYS_APART

Whole = NDArray[np.int64]
Small = NDArray[np.int32]
UNKNOWN = -1  # stands for a day that is not known
RECENT = 16_000  # rows, of about a hundred articles, that stand beside the others before they are put among them
Found = dict[int, set[int]]  # by article those worth comparing with it


@dataclass(frozen=True, slots=True)
class Columns:
    """Rows of one table and period in the order of their keys: run or word, article, day, quoted or how heavy."""

    keys: Whole
    articles: Whole
    days: Small
    worth: Small

    def __len__(self) -> int:
        return len(self.keys)

    @classmethod
    def of(cls, rows: Sequence[Sequence[int]]) -> Columns:
        """From rows in the order of their keys: key, article, day or `UNKNOWN`, worth."""
        keys, articles, days, worth = np.array(rows, np.int64).reshape(-1, 4).T
        return cls(keys.copy(), articles.copy(), days.astype(np.int32), worth.astype(np.int32))

    @classmethod
    def joined(cls, parts: Sequence[Columns]) -> Columns:
        """The rows of all parts, in order."""
        keys = np.concatenate([part.keys for part in parts])
        order = np.argsort(keys, kind="stable")
        articles = np.concatenate([part.articles for part in parts])[order]
        days = np.concatenate([part.days for part in parts])[order]
        return cls(keys[order], articles, days, np.concatenate([part.worth for part in parts])[order])

    def with_(self, other: Columns) -> Columns:
        """The same for a few more rows, which costs less."""
        places = np.searchsorted(self.keys, other.keys)
        return Columns(
            np.insert(self.keys, places, other.keys),
            np.insert(self.articles, places, other.articles),
            np.insert(self.days, places, other.days),
            np.insert(self.worth, places, other.worth),
        )

    def meet(self, probes: Columns) -> tuple[Whole, Whole]:
        """The places of every two rows of one key, of two articles near in time: in ``probes``, and here."""
        first = np.searchsorted(self.keys, probes.keys, "left")
        times = np.searchsorted(self.keys, probes.keys, "right") - first
        theirs = np.repeat(np.arange(len(probes)), times)
        if not len(theirs):
            return theirs, theirs
        mine = np.arange(len(theirs)) + np.repeat(first - (np.cumsum(times) - times), times)
        one, other = probes.days[theirs], self.days[mine]
        near = (np.abs(one - other) <= DAYS_APART) | (one == UNKNOWN) | (other == UNKNOWN)
        near &= probes.articles[theirs] != self.articles[mine]
        return theirs[near], mine[near]


Table = dict[int, list[Columns]]  # by period its rows, and apart from them those that came last


@dataclass
class Window:
    """By period the runs of words and the heavy words of its articles, as a ledger's tables hold them."""

    prints: Table = field(default_factory=dict)
    terms: Table = field(default_factory=dict)

    def __len__(self) -> int:
        return sum(
            map(len, (part for table in (self.prints, self.terms) for parts in table.values() for part in parts))
        )

    def load(self, period: int, prints: Columns, terms: Columns) -> None:
        self.prints[period], self.terms[period] = [prints], [terms]

    def drop(self, period: int) -> None:
        del self.prints[period], self.terms[period]

    def put(self, rows: KeyRows) -> None:
        """What has just been written to the tables; only of the periods at hand."""
        for table, new in ((self.prints, rows.prints), (self.terms, rows.terms)):
            for period, columns in _by_period(new):
                if period in table:
                    _put(table[period], columns)

    def find(self, rows: KeyRows, periods: Iterable[int]) -> Found:
        """What is worth comparing with the articles of ``rows``; of ``periods`` all near them must be at hand."""
        found: Found = {}
        for probes, part in _near(self.prints, rows.prints, periods):
            theirs, mine = part.meet(probes)
            inside = (probes.worth[theirs] == 1) & (part.worth[mine] == 1)
            for those, least in ((~inside, SHARED_RUNS), (inside, SHARED_QUOTED)):
                one, other = probes.articles[theirs[those]], part.articles[mine[those]]
                _note(found, one, other, np.ones(len(one), np.int64), least)
        for probes, part in _near(self.terms, rows.terms, periods):
            theirs, mine = part.meet(probes)
            likeness = probes.worth[theirs].astype(np.int64) * part.worth[mine]
            _note(found, probes.articles[theirs], part.articles[mine], likeness, SHARED_LIKENESS)
        return found


def _by_period(rows: Sequence[Row]) -> Iterator[tuple[int, Columns]]:
    """Rows that are in the order of their periods, apart."""
    for period, some in groupby(rows, key=lambda row: row[0]):
        yield (
            period,
            Columns.of([(key, one, UNKNOWN if day is None else day, worth) for _, key, one, day, worth in some]),
        )


def _put(parts: list[Columns], columns: Columns) -> None:
    large, *recent = parts
    latest = recent[0].with_(columns) if recent else columns
    parts[:] = [large, latest] if len(latest) < RECENT else [large.with_(latest)]


def _near(table: Table, rows: Sequence[Row], periods: Iterable[int]) -> Iterator[tuple[Columns, Columns]]:
    """What is looked for, with each part of a period near it. All rows of an article are in one part."""
    for period, probes in _by_period(rows):
        for near in periods_near(period, periods):
            yield from ((probes, part) for part in table[near])


def _note(found: Found, one: Whole, other: Whole, worth: Whole, least: int) -> None:
    """Notes every two articles whose worth adds up to at least so much."""
    if not len(one):
        return
    order = np.lexsort((other, one))
    one, other = one[order], other[order]
    starts = np.flatnonzero(np.append(True, (one[1:] != one[:-1]) | (other[1:] != other[:-1])))
    enough = starts[np.add.reduceat(worth[order], starts) >= least]
    for a, b in zip(one[enough].tolist(), other[enough].tolist(), strict=True):
        found.setdefault(a, set()).add(b)
