"""What an article is found by: its runs of words and its heavy words, all as whole numbers, so that sums are exact.

Keys are kept by period, a stretch of days; articles near in time lie in the same period or in neighbouring ones.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import resources

import numpy as np

from sayso.linking.likeness import heaviest
from sayso.linking.prepared import Prepared

TERMS = 24  # of the heaviest words of an article, others are looked for by these
MILLION = 1_000_000  # a word's weight, 0 to 1, is kept in millionths
# So many runs of words outside or inside quotations, or so much likeness in heavy words (the sum of products of two
# weights), make two articles worth comparing. The statements in sql/ hold the same numbers.
SHARED_RUNS, SHARED_QUOTED, SHARED_LIKENESS = 2, 3, MILLION * MILLION // 20
PERIOD = 16  # days; two articles within 14 days lie in the same or in neighbouring periods
KEPT = np.uint64(32)  # bits of a hash that are not kept
NO_DAY = -1  # the period of articles without a known day

Row = tuple[int, int, int, int | None, int]  # period, run or word, article, day, and whether quoted or how heavy


def prints_of(one: Prepared) -> list[tuple[int, int]]:
    """Each fingerprint once, in order of its hash, and 1 if it stands in quotations only.

    Of a hash the upper half is kept: 31 bits find what is worth comparing, which is then compared by its words.
    """
    hashes, quoted = one.prints.hashes >> KEPT, one.prints.quoted
    order = np.lexsort((quoted, hashes))  # of equal ones, one outside quotations comes first
    hashes, quoted = hashes[order], quoted[order]
    first = np.ones(len(hashes), np.bool_)
    first[1:] = hashes[1:] != hashes[:-1]
    return list(zip(hashes[first].tolist(), quoted[first].astype(np.int64).tolist(), strict=True))


def terms_of(one: Prepared) -> list[tuple[int, int]]:
    """The heaviest words as numbers, in order, with their weights in millionths."""
    return sorted((number_of(word), round(one.vector[word] * MILLION)) for word in heaviest(one.vector, TERMS))


def number_of(word: str) -> int:
    """A word as a whole number of 63 bits, the same on every machine."""
    letters = word.encode("utf-8", "surrogatepass")
    return (zlib.crc32(letters) << 32 | zlib.crc32(letters[::-1] + b"\x00")) >> 1


@dataclass(frozen=True, slots=True)
class KeyRows:
    """The rows of the tables ``fingerprint`` and ``term`` for some articles, in the order of the tables."""

    prints: tuple[Row, ...]
    terms: tuple[Row, ...]

    @classmethod
    def of(cls, articles: Mapping[int, Prepared]) -> KeyRows:
        """By the numbers of the articles."""
        prints: list[Row] = []
        terms: list[Row] = []
        for number, one in articles.items():
            period, day = period_of(one.day), one.day
            prints += [(period, run, number, day, quoted) for run, quoted in prints_of(one)]
            terms += [(period, word, number, day, weight) for word, weight in terms_of(one)]
        return cls(tuple(sorted(prints)), tuple(sorted(terms)))  # no two are alike as far as the day

    def periods(self) -> set[int]:
        """In which the articles lie."""
        return {row[0] for row in self.terms} | {row[0] for row in self.prints}


def period_of(day: int | None) -> int:
    return NO_DAY if day is None else day // PERIOD


def periods_near(period: int, periods: Iterable[int]) -> list[int]:
    """Of ``periods`` those that can hold articles near in time; all for articles without a day."""
    if period == NO_DAY:
        return sorted(periods)
    return [near for near in (NO_DAY, period - 1, period, period + 1) if near in periods]


def load_sql(name: str) -> str:
    """One statement of the package, the same for every engine."""
    return (resources.files("sayso") / "linking" / "sql" / f"{name}.sql").read_text(encoding="utf-8")
