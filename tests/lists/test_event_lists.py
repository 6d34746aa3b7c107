"""The lists of event words and of modes."""

from __future__ import annotations

import pytest

from sayso.lists.events import EventLists, load_event_lists
from sayso.reading.events.modes import find_modes
from sayso.records.event import EventType


@pytest.fixture(scope="module")
def lists() -> EventLists:
    return load_event_lists()


def test_whatever_tells_a_mode_tells_that_there_is_one(lists: EventLists) -> None:
    words = [
        (kind, word.replace("*", "ing")) for kind, modes in lists.modes.items() for _, some in modes for word in some
    ]
    assert words
    assert [pair for pair in words if not lists.any_mode[pair[0]].search(f"The {pair[1].upper()} goes on")] == []
    assert [pair for pair in words if not find_modes(pair[0], pair[1], "", lists)] == []


def test_words_of_no_mode_tell_none(lists: EventLists) -> None:
    assert find_modes(EventType.CONSULT, "met", "The skipper met his crew", lists) == ()
    assert find_modes(EventType.CONSULT, "met", "The skipper met his crew at a summit", lists) == ("multilateral",)
