"""How far the words of one statement have a counterpart in another, by their vectors in context."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.linking.statements import Statement


@dataclass(frozen=True, slots=True)
class Aligned:
    """The likest counterparts of the words on average, rare words counting more: the better and the worse way round.

    ``whole`` is the likeness of the two as wholes.
    """

    most: float
    least: float
    whole: float


def align(a: Statement, b: Statement) -> Aligned:
    """Each word against its likest in the other statement, both ways, 0 to 1."""
    likeness = a.words @ b.words.T
    forth = float(likeness.max(1).clip(0) @ a.rarity / a.rarity.sum())
    back = float(likeness.max(0).clip(0) @ b.rarity / b.rarity.sum())
    return Aligned(max(forth, back), min(forth, back), float(a.whole @ b.whole))
