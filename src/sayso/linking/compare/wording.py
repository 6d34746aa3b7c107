"""How far the words of one statement have a counterpart in another, by their vectors in context."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from sayso.linking.contextual import Floats
    from sayso.linking.statements import Statement, Worded

# Multiplications that OpenBLAS, numpy's own, does on one core; of more it shares the work out, and for matrices of some
# dozen words the waiting takes many times as long as the work.
ONE_CORE = 262_144


@dataclass(frozen=True, slots=True)
class Aligned:
    """The likest counterparts of the words on average, rare words counting more, 0 to 1.

    ``most`` and ``least``: the better and the worse way round, one statement against the other; ``held_most`` and
    ``held_least``: against the whole sentence around the other; ``written``: how much of one's words stand in that
    sentence as they are, the better way round. ``whole`` is the likeness of the two as wholes, ``around`` how far the
    sentences around them are alike, the better way round.
    """

    most: float
    least: float
    whole: float
    held_most: float
    held_least: float
    written: float
    around: float


def align(a: Statement, b: Statement) -> Aligned:
    """Each word against its likest in the other statement and in the sentence around it, both ways."""
    likeness, first, second = _likeness(a.vectors, b.vectors), len(a.words), len(b.words)
    likest = np.maximum.reduceat(likeness, (0, second), axis=1).clip(0)  # for each word of a's: in b, in its sentence
    back = np.maximum.reduceat(likeness, (0, first), axis=0).clip(0)
    most = _mean(likest[:first, 0], a), _mean(back[0, :second], b)
    held = _mean(likest[:first, 1], a), _mean(back[1, :second], b)
    around = max(_mean(likest[first:, 1], a.around), _mean(back[1, second:], b.around))
    written = max(_written(a, b.around), _written(b, a.around))
    return Aligned(max(most), min(most), float(a.whole @ b.whole), max(held), min(held), written, around)


def _likeness(a: Floats, b: Floats) -> Floats:
    """Of each vector to each, in parts that one core multiplies: the last digits are the same on every machine."""
    rows = max(1, ONE_CORE // b.size)
    if len(a) <= rows:
        return a @ b.T
    return np.concatenate([a[start : start + rows] @ b.T for start in range(0, len(a), rows)])


def _mean(likest: Floats, words: Statement | Worded) -> float:
    return float(likest @ words.rarity / words.total)


def _written(a: Statement, b: Worded) -> float:
    known = b.known
    held: float = sum([rarity for stem, rarity in a.weighed if stem in known])
    return held / a.total
