"""PLOVER's modes, by the words of an event and its clause."""

from __future__ import annotations

from sayso.lists.events import EventLists
from sayso.records.event import EventType


def find_modes(kind: EventType, own: str, clause: str, lists: EventLists) -> tuple[str, ...]:
    """The modes that the event's own words tell, else those of its clause; in the order of the list."""
    any_mode = lists.any_mode.get(kind)
    if any_mode is None:
        return ()
    for words in (own, clause):
        if any_mode.search(words):
            return tuple(mode for mode, pattern in lists.patterns[kind] if pattern.search(words))
    return ()
