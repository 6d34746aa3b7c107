"""What a bare number counts where its noun stands elsewhere."""

from __future__ import annotations

import pytest

from tests.reading.counting.told import told

BORROWED = [
    ("The number of ferries in Kell rose past 140.", [("past 140", "ferry")]),
    ("That brought to nine the number of sailors in custody.", [("nine", "sailor")]),
    ("Quill put the number of Norland dead at ten.", [("ten", "dead")]),
    ("The ferries in the harbour numbered 213.", [("213", "ferry")]),
    ("The death toll from that fire had risen to 12.", [("12", "dead")]),
    ("The death toll from a storm that broke a pier rose to 12 on Monday.", [("12", "dead")]),
    ("The yard announced losses of 10,000.", [("10,000", "loss")]),
    (
        "Of the nine ferries, three sank and two burned.",
        [("nine ferries", "ferry"), ("three", "ferry"), ("two", "ferry")],
    ),
    (
        "Seven sailors left, eight of them Norlanders.",
        [("Seven sailors", "sailor"), ("eight of them Norlanders", "norlander")],
    ),
    ("Seven sailors came. Four of them left.", [("Seven sailors", "sailor"), ("Four", "sailor")]),
    ("Seven sailors came. Eight of those are here.", [("Seven sailors", "sailor"), ("Eight", "sailor")]),
    ("There were 12 ferries of which four sank.", [("12 ferries", "ferry"), ("four", "ferry")]),
    ("They came from two large and three small yards.", [("two", "yard"), ("three small yards", "yard")]),
    ("Quill put the number of sailors who left at 12.", [("12", "sailor")]),
    ("Ten of those on board sang.", [("Ten of those", "person")]),
    ("He met the sailors, several of whom sang.", [("several of whom", "sailor")]),
    ("Kell lost 43 ferries in May, 37 in June.", [("43 ferries", "ferry"), ("37", "ferry")]),
    ("Sales rose to 90 boats, up from 60 last May.", [("90 boats", "boat"), ("60", "boat")]),
    ("It holds 500 and 1,000 songs.", [("500", "song"), ("1,000 songs", "song")]),
    ("It fell by 5,000, or 9% of the total.", [("5,000", ""), ("9%", "percent")]),
    ("Quill is a father of five.", [("five", "child")]),
    ("It went to crowds of thousands.", [("thousands", "person")]),
]
TOLLS = [
    ("The death toll in the storm, initially 10, has risen to 12.", [("10", "dead"), ("12", "dead")]),
    ("That brought the toll of both storms to 259.", [("259", "dead")]),
    ("The death toll, which officially stands at 23, rose.", [("23", "dead")]),
    ("Injured: 4,877", [("4,877", "injured")]),
    ("Sailors: 12", [("12", "sailor")]),
    ("They found 45 people dead in Kell, 12 in Skerry.", [("45 people", "dead"), ("12", "dead")]),
]


@pytest.mark.parametrize(("text", "expected"), BORROWED)
def test_a_bare_number_counts_what_its_sentence_tells(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), TOLLS)
def test_tolls_tables_and_lists_tell_what_became_of_those_counted(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected
