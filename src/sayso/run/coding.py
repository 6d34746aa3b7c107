"""What two coders found in a validation sample: precision, recall and agreement, with intervals, by stratum."""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from sayso.ledger.review.agreement import find_alpha

Z = 1.959964  # 95 %
AGAIN = 1000  # samples drawn again for alpha
SEED = 1


@dataclass(frozen=True, slots=True)
class Share:
    """So large a part, between ``low`` and ``high`` with 95 %; told by ``n`` rows."""

    value: float
    low: float
    high: float
    n: int


@dataclass(frozen=True, slots=True)
class Coded:
    """A row of a sample: its stratum, its weight, and for each coder who judged it whether it is right."""

    stratum: tuple[str, ...]
    weight: float
    right: Mapping[str, bool]

    @property
    def part(self) -> float:
        """The part of its coders who hold it right."""
        return sum(self.right.values()) / len(self.right)


def find_precision(rows: Sequence[Coded]) -> Share | None:
    """The part of all that was found that is right; rows stand for as many as they weigh.

    Wilson's interval, with the number of rows that unequal weights leave (Kish). Where coders differ, a row counts for
    the part of them who hold it right.
    """
    judged = [row for row in rows if row.right]
    if not judged:
        return None
    weights = np.array([row.weight for row in judged])
    value = float((weights * [row.part for row in judged]).sum() / weights.sum())
    return wilson(value, float(weights.sum() ** 2 / (weights**2).sum()), len(judged))


def wilson(value: float, rows: float, n: int) -> Share:
    """Wilson's interval of a part of ``rows``."""
    middle = (value + Z * Z / (2 * rows)) / (1 + Z * Z / rows)
    half = Z / (1 + Z * Z / rows) * math.sqrt(value * (1 - value) / rows + Z * Z / (4 * rows * rows))
    return Share(value, max(0.0, middle - half), min(1.0, middle + half), n)


def find_recall(articles: Sequence[tuple[float, float]], precision: Share) -> Share | None:
    """Of all that articles hold, the part that was found: ``articles`` are how many were found in each and missed.

    Of those found only the part that is right counts. The interval draws articles again, and precision within its own.
    """
    if not articles or not sum(found + missed for found, missed in articles):
        return None
    chance = np.random.default_rng(SEED)
    counts = np.array(articles, float)
    places = chance.integers(0, len(counts), (AGAIN, len(counts)))
    spread = max((precision.high - precision.low) / (2 * Z), 1e-9)
    right = np.clip(chance.normal(precision.value, spread, AGAIN), 0, 1) * counts[places, 0].sum(axis=1)
    missed = counts[places, 1].sum(axis=1)
    again = right / np.maximum(right + missed, 1e-9)
    found = precision.value * counts[:, 0].sum()
    low, high = np.quantile(again, (0.025, 0.975))
    return Share(float(found / (found + counts[:, 1].sum())), float(low), float(high), len(articles))


@dataclass(frozen=True, slots=True)
class Agreed:
    """Of rows that two coders judged, the part judged alike; Krippendorff's alpha, where it can be told."""

    same: Share
    alpha: Share | None


def find_agreement(rows: Sequence[Coded]) -> Agreed | None:
    """How far coders agree on rows that two of them judged."""
    units = [tuple(row.right.values()) for row in rows if len(row.right) > 1]
    if not units:
        return None
    same = sum(len(set(unit)) == 1 for unit in units)
    return Agreed(wilson(same / len(units), len(units), len(units)), _alpha(units))


def _alpha(units: Sequence[Sequence[Hashable]]) -> Share | None:
    value = find_alpha(units)
    if value is None:
        return None
    places = np.random.default_rng(SEED).integers(0, len(units), (AGAIN, len(units)))
    again = [one for drawn in places if (one := find_alpha([units[place] for place in drawn])) is not None]
    low, high = np.quantile(again, (0.025, 0.975))
    return Share(value, float(low), float(high), len(units))
