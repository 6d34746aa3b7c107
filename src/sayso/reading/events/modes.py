"""PLOVER's modes, by the words of an event and its clause."""

from __future__ import annotations

from sayso.lists.events import EventLists
from sayso.records.event import EventType


def find_modes(kind: EventType, own: str, clause: str, lists: EventLists) -> tuple[str, ...]:
    """The modes that the event's own words tell, else those of its clause; in the order of the list."""
    patterns = lists.patterns.get(kind, ())
    for words in (own, clause):
        found = tuple(mode for mode, pattern in patterns if pattern.search(words))
        if found:
            return found
    return ()
