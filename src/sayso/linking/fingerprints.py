"""Winnowed fingerprints: some of a text's runs of five words, so chosen that two texts choose the same ones.

Any shared run of eight words has at least one fingerprint in common, wherever it stands (Schleimer, Wilkerson and
Aiken 2003). Each keeps its place and whether it lies in a quotation, so that what is found can be shown.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from sayso.linking.wording import Flags, Integers, Wording

GRAM = 5  # words of one fingerprint
WINDOW = 4  # of so many runs in a row, one is kept
MIDDLE = GRAM // 2
FACTOR = np.uint64(0x9E3779B97F4A7C15)  # odd, no structure: the golden ratio in 64 bits
Hashes = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """These runs of five words stand in the text: a hash each, the number of its first word, quoted or not.

    ``hashes`` are 63 bits wide, so that they fit a database's whole numbers.
    """

    hashes: Hashes
    words: Integers
    quoted: Flags

    def __len__(self) -> int:
        return len(self.hashes)


class WordHashes(dict[str, int]):
    """The 64-bit hash of each word that was asked for."""

    def __missing__(self, form: str) -> int:
        letters = form.encode("utf-8", "surrogatepass")
        self[form] = value = (zlib.crc32(letters) << 32 | zlib.crc32(letters[::-1] + b"\x00")) or 1
        return value


@dataclass(slots=True)
class Fingerprinter:
    """Makes fingerprints, leaving out those of a fixed list of stock phrases; remembers the hashes of words."""

    boilerplate: frozenset[int] = frozenset()
    _known: WordHashes = field(default_factory=WordHashes)

    @classmethod
    def without(cls, phrases: Iterable[str]) -> Fingerprinter:
        """One that leaves out every run of five words of ``phrases`` (words with a space between)."""
        plain = cls()
        hashes = {int(h) for phrase in phrases for h in plain.runs(phrase.split())}
        return cls(frozenset(hashes))

    def fingerprint(self, wording: Wording) -> Fingerprints:
        """The text's fingerprints in the order of the text."""
        hashes = self.runs(wording.forms)
        places = _winnow(hashes)
        kept = hashes[places]
        if not self.boilerplate.isdisjoint(listed := kept.tolist()):
            stays = [h not in self.boilerplate for h in listed]
            kept, places = kept[stays], places[stays]
        return Fingerprints(kept, places.astype(np.int32), wording.quoted[places + MIDDLE])

    def runs(self, forms: Sequence[str]) -> Hashes:
        """One hash a run of five words, in order; none if there are fewer."""
        count = len(forms) - GRAM + 1
        if count <= 0:
            return np.zeros(0, np.uint64)
        words = np.fromiter(map(self._known.__getitem__, forms), np.uint64, len(forms))
        total = np.zeros(count, np.uint64)
        for place in range(GRAM):
            total = (total + words[place : place + count]) * FACTOR
        return (total ^ (total >> np.uint64(29))) >> np.uint64(1)


def _winnow(hashes: Hashes) -> NDArray[np.int64]:
    """Places of the smallest hash of every window, the last of equal ones; all if there is less than a window."""
    if len(hashes) <= WINDOW:
        return np.flatnonzero(hashes == hashes.min())[-1:] if len(hashes) else np.zeros(0, np.int64)
    count = len(hashes) - WINDOW + 1
    least, places = hashes[:count], np.arange(count)
    for step in range(1, WINDOW):
        later = hashes[step : step + count]
        smaller = later <= least
        least = np.where(smaller, later, least)
        places = np.where(smaller, np.arange(step, step + count), places)
    kept: NDArray[np.int64] = places[np.append(True, places[1:] != places[:-1])]  # they never go back
    return kept
