"""How far the words of one statement have a counterpart in another, by their vectors in context."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.linking.contextual import Floats
    from sayso.linking.statements import Statement, Worded


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
    likeness = a.words @ b.words.T
    forth, back = _mean(likeness.max(1), a), _mean(likeness.max(0), b)
    held = _mean((a.words @ b.around.words.T).max(1), a), _mean((b.words @ a.around.words.T).max(1), b)
    written = max(_written(a, b.around), _written(b, a.around))
    around = _around(a.around, b.around)
    return Aligned(max(forth, back), min(forth, back), float(a.whole @ b.whole), max(held), min(held), written, around)


def _around(a: Worded, b: Worded) -> float:
    likeness = a.words @ b.words.T
    return max(_mean(likeness.max(1), a), _mean(likeness.max(0), b))


def _mean(likest: Floats, words: Statement | Worded) -> float:
    return float(likest.clip(0) @ words.rarity / words.rarity.sum())


def _written(a: Statement, b: Worded) -> float:
    pairs = zip(a.stems, a.rarity.tolist(), strict=False)
    held: float = sum(rarity for stem, rarity in pairs if stem in b.known)
    return held / float(a.rarity.sum())
