"""What people said of claims against each other: these say the same, those do not."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

Key: TypeAlias = tuple[str, str]  # an article's id and a claim's


@dataclass(frozen=True, slots=True)
class Ties:
    """Pairs of claims that say the same, and pairs that do not, of which the first leaves where both are."""

    same: frozenset[tuple[Key, Key]] = frozenset()
    apart: frozenset[tuple[Key, Key]] = frozenset()

    def within(self, keys: Container[Key]) -> Ties:
        """Those among these claims."""
        same = frozenset(pair for pair in self.same if pair[0] in keys and pair[1] in keys)
        return Ties(same, frozenset(pair for pair in self.apart if pair[0] in keys and pair[1] in keys))


NO_TIES = Ties()


def tie(groups: Iterable[Sequence[Key]], ties: Ties) -> list[tuple[Key, ...]]:
    """The groups as people would have them: first what is apart is parted, then what is the same is joined.

    Where the two contradict each other over several pairs, what is parted stays parted. Each group is in order.
    """
    parted = [part for group in groups for part in _part(tuple(sorted(group)), ties)]
    for a, b in sorted(ties.same):
        first = next((group for group in parted if a in group), (a,))
        second = next((group for group in parted if b in group), (b,))
        joined = tuple(sorted({*first, *second}))
        if first == second or any(x in joined and y in joined for x, y in ties.apart):
            continue
        parted = [group for group in parted if group not in (first, second)] + [joined]
    return parted


def _part(group: tuple[Key, ...], ties: Ties) -> list[tuple[Key, ...]]:
    """A group without those that were taken apart from others in it, and each of these for itself."""
    leaving = {a for a, b in ties.apart if a in group and b in group}
    stays = tuple(key for key in group if key not in leaving)
    return [part for part in (stays, *((key,) for key in sorted(leaving))) if part]
