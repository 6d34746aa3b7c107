"""Connected components: what is joined, however indirectly."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import Generic, TypeVar

Item = TypeVar("Item", bound=Hashable)


class Components(Generic[Item]):
    """Items in groups that grow as two of them are joined; each is alone at first."""

    def __init__(self) -> None:
        self._leader: dict[Item, Item] = {}

    def lead(self, item: Item) -> Item:
        """One item of the group that this one is in, the same for all of them until the next join."""
        leader = self._leader
        leader.setdefault(item, item)
        while leader[item] != item:
            leader[item] = leader[leader[item]]
            item = leader[item]
        return item

    def join(self, a: Item, b: Item) -> bool:
        """Puts both into one group; False if they were in one before."""
        first, second = self.lead(a), self.lead(b)
        self._leader[first] = second
        return first != second


def group_connected(items: Sequence[Item], edges: Iterable[tuple[Item, Item]]) -> tuple[tuple[Item, ...], ...]:
    """Connected components, each and all in the order of ``items``."""
    components: Components[Item] = Components()
    for a, b in edges:
        components.join(a, b)
    groups: dict[Item, list[Item]] = {}
    for item in items:
        groups.setdefault(components.lead(item), []).append(item)
    return tuple(tuple(group) for group in groups.values())
