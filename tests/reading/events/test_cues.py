"""What the words around an event make of it."""

from __future__ import annotations

import pytest

from sayso.reading.events.cues import cued_value
from sayso.reading.words import WORD


def value(text: str) -> str:
    """The value of the word between stars."""
    words = [word.lower() for word in WORD.findall(text.replace("*", " * "))]
    first = words.index("*")
    return cued_value((first, first + 1), [word for word in words if word != "*"]).value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry *sailed* on Monday.", "CT+"),
        ("The ferry did not *sail*.", "CT-"),
        ("The ferry didn’t *sail*.", "CT-"),
        ("The port not only *closed* but sank.", "CT+"),
        ("The firm stopped *selling* boats.", "CT-"),
        ("The *crossing* of the strait was cancelled.", "CT-"),
        ("The ferry may *sail* again.", "PS+"),
        ("It is expected that the ferry will *sail*.", "PR+"),
        ("The ferry is said to *leak*.", "PR+"),
        ("He did not say whether he *resigned*.", "Uu"),
        ("If the ferry *sails*, they leave.", "Uu"),
        ("The port wants to *grow*.", "Uu"),
        ("The ferry was due to *sail* at noon.", "Uu"),
        ("The delay is due to the *storm*.", "CT+"),
    ],
)
def test_cues_reach_as_far_as_their_clause(text: str, expected: str) -> None:
    assert value(text) == expected
