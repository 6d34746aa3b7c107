"""Groups whose members are alike on average: what is like one member only stays out."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping

Key = tuple[str, str]  # an article's id and a claim's


def group_alike(
    nodes: Iterable[Key], likeness: Mapping[tuple[Key, Key], float], least: float
) -> tuple[tuple[Key, ...], ...]:
    """The nodes in groups, the likest two joined first, as long as two groups are ``least`` alike on average.

    A pair that ``likeness`` leaves out counts 0. In whatever order nodes and pairs come, the groups are the same; each
    is in order, and so are they.
    """
    groups: dict[Key, tuple[Key, ...]] = {node: (node,) for node in sorted(nodes)}  # by the first member
    totals: dict[Key, dict[Key, float]] = defaultdict(dict)
    waiting: list[tuple[float, Key, Key, int, int]] = []
    for pair, value in likeness.items():
        a, b = sorted(pair)
        if a != b:
            totals[a][b] = totals[b][a] = value
            waiting.append((-value, a, b, 1, 1))
    heapq.heapify(waiting)
    while waiting and -waiting[0][0] >= least:
        _, first, second, size, other_size = heapq.heappop(waiting)
        if len(groups.get(first, ())) != size or len(groups.get(second, ())) != other_size:
            continue  # one of the two has been joined with others since
        groups[first] = tuple(sorted(groups[first] + groups.pop(second)))
        _add_up(first, second, totals)
        for other, total in totals[first].items():
            mean = total / (len(groups[first]) * len(groups[other]))
            if mean >= least:
                one, two = sorted((first, other))
                heapq.heappush(waiting, (-mean, one, two, len(groups[one]), len(groups[two])))
    return tuple(sorted(groups.values()))


def _add_up(first: Key, second: Key, totals: dict[Key, dict[Key, float]]) -> None:
    """The group of ``second`` is part of that of ``first`` from now on."""
    for other, total in totals.pop(second).items():
        del totals[other][second]
        if other != first:
            totals[first][other] = totals[other][first] = totals[first].get(other, 0.0) + total
