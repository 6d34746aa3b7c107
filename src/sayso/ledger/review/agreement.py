"""How far coders agree: Krippendorff's alpha for names without an order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of ``units`` that two coders or more have judged, ``same`` were judged alike by all who did.

    ``alpha`` is 1 where all agree, 0 where they agree as often as chance would have it. It is None where nothing can be
    told: no unit was judged twice, or all judgements are one and the same, so that there is nothing to disagree about.
    """

    coders: tuple[str, ...]
    units: int
    same: int
    alpha: float | None


def find_alpha(units: Iterable[Sequence[Hashable]]) -> float | None:
    """Krippendorff's alpha for nominal data; each unit holds the values that coders gave it, however many did.

    With n values in units of two and more: 1 - (n - 1) · disagreement within units / disagreement among all values.
    """
    paired = [values for values in units if len(values) > 1]
    total: Counter[Hashable] = Counter(value for values in paired for value in values)
    n = total.total()
    expected = n * n - sum(times * times for times in total.values())
    if not expected:
        return None
    observed = sum(_disagreement(values) for values in paired)
    return 1 - (n - 1) * observed / expected


def _disagreement(values: Sequence[Hashable]) -> float:
    """The ordered pairs of unlike values of a unit, each unit weighing as many values as it has."""
    m, times = len(values), Counter(values)
    return (m * m - sum(one * one for one in times.values())) / (m - 1)


def measure(judged: Mapping[Hashable, Mapping[str, Hashable]]) -> Agreement:
    """The agreement on units, each with the value that every coder who judged it gave it."""
    paired = [values for values in judged.values() if len(values) > 1]
    coders = tuple(sorted({coder for values in paired for coder in values}))
    same = sum(len(set(values.values())) == 1 for values in paired)
    return Agreement(coders, len(paired), same, find_alpha([list(values.values()) for values in paired]))
