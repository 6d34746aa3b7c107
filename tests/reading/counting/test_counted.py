"""The noun that a number counts, whatever stands between."""

from __future__ import annotations

import pytest

from sayso.records.quantity import Bound
from tests.reading.counting.told import quantities, told

NOUNS = [
    ("A seven-member panel met.", [("seven-member", "member")]),
    ("Two would-be robbers fled.", [("Two would-be robbers", "robber")]),
    ("Three central and eastern Norland towns met.", [("Three central and eastern Norland towns", "town")]),
    ("Kell bought 22 new Skerry 300 ferries.", [("22 new Skerry 300 ferries", "ferry")]),
    ("Kell bought 22 new Skerry A300 ferries.", [("22 new Skerry A300 ferries", "ferry")]),
    ("Kell sent six F-16 fighters.", [("six F-16 fighters", "fighter")]),
    ("Kell ordered 18 777s.", [("18 777s", "777")]),
    ("Kell took back 90 “Little Ferry” toys.", [("90 “Little Ferry” toys", "toy")]),
    ("Three US vessels left.", [("Three US vessels", "vessel")]),
    ("Six grandchildren left.", [("Six grandchildren", "grandchild")]),
    ("Six freshmen left.", [("Six freshmen", "freshman")]),
    ("A score of ferries left.", [("A score of ferries", "ferry")]),
    (
        "Two sailors left, one Norlander, one Skerryman.",
        [("Two sailors", "sailor"), ("one Norlander", "norlander"), ("one Skerryman", "skerryman")],
    ),
    ("The yard paid 32 death claims.", [("32 death claims", "claim")]),
    ("Quill came to Oskar Lund 10 days ago.", [("10 days", "day")]),
    ("Kell found 1,300 pounds (600 kg) of dust.", [("1,300 pounds", "lb"), ("600 kg", "kg")]),
    ("Kell bought five Skerry 737s.", [("five Skerry 737s", "737")]),
    ("An eleven man team left.", [("eleven man", "man")]),
    ("He named the dozen classmates.", [("dozen classmates", "classmate")]),
    ("It has a 15'' screen and a 2 GHz chip.", [("15''", "inch"), ("2 GHz", "GHz")]),
    ("A quake with a magnitude of 7.7 struck.", [("7.7", "magnitude")]),
    ("It cost dlrs 1 million.", [("dlrs 1 million", "USD")]),
    ("The SGD1.75-billion pier opened.", [("SGD1.75-billion", "SGD")]),
    ("Norland paid #13 billion.", [("#13 billion", "GBP")]),
    ("The horn makes 120 dB.", [("120 dB", "decibel")]),
]
NO_NOUNS = [
    "It is a two-way street with a five-star inn.",
    "The two-time winner left.",
    "They sold Power 1 Lamp oil.",
    "It is for children under 5.",
    "Quill, 25, of Kell left.",
]
OUTCOMES = [
    ("They arrested two men.", [("two men", "arrested")]),
    ("Two men were arrested.", [("Two men", "arrested")]),
    ("The raid led to 12 arrests.", [("12 arrests", "arrested")]),
    ("The flood displaced 5,000 people.", [("5,000 people", "displaced")]),
    ("It left 300 homeless.", [("300 homeless", "displaced")]),
    ("Kell has 150 internally displaced people.", [("150 internally displaced people", "displaced")]),
    ("2,000 people fled their homes.", [("2,000 people", "displaced")]),
    ("The drink killed 17 and blinded a dozen.", [("17", "dead"), ("a dozen", "injured")]),
    ("They evacuated 12 villages and 30 families.", [("12 villages", "village"), ("30 families", "family")]),
    ("Six guards were arrested or wounded.", [("Six guards", "arrested")]),
    ("Three cooks fell ill, and four subsequently died.", [("Three cooks", "cook"), ("four", "dead")]),
    ("As many as 1,103 may have died.", [("As many as 1,103", "dead")]),
    ("Over 200 sailors and harbour guards were hurt.", [("Over 200 sailors", "injured")]),
    ("Varga perished along with 10 others.", [("10 others", "dead")]),
    ("The 4 million who have been made homeless sang.", [("4 million", "displaced")]),
    ("About 2,600 are ill.", [("About 2,600", "person")]),
    ("The storm sickened thousands.", [("thousands", "person")]),
]
OPEN = [
    ("It takes between two to six days.", None, 2, 6, None),
    ("It takes a year or two.", None, 1, 2, None),
    ("It takes a 10- to 15-minute walk.", None, 10, 15, None),
    ("It takes 30 -- 40 days.", None, 30, 40, None),
    ("It has a range from 50 to 80 miles.", None, 50, 80, None),
    ("It takes twenty or twenty five years.", None, 20, 25, None),
    ("It takes a minute and a half.", 1.5, 1.5, 1.5, None),
    ("It should come within ten days.", 10, None, 10, Bound.AT_MOST),
    ("It should come within the next two weeks.", 2, None, 2, Bound.AT_MOST),
    ("It cost more then 12 crowns.", 12, 12, None, Bound.MORE_THAN),
    ("Losses climbed past 12 boats.", 12, 12, None, Bound.MORE_THAN),
    ("Losses topped 12 boats.", 12, 12, None, Bound.MORE_THAN),
]


@pytest.mark.parametrize(("text", "expected"), NOUNS)
def test_a_number_finds_its_noun_past_names_hyphens_and_marks(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", NO_NOUNS)
def test_ages_and_words_bound_to_a_number_count_nothing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(("text", "expected"), OUTCOMES)
def test_what_becomes_of_people_is_their_unit(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(("text", "value", "low", "high", "bound"), OPEN)
def test_ranges_and_limits_keep_both_ends(
    text: str, value: float | None, low: float | None, high: float | None, bound: Bound | None
) -> None:
    (quantity,) = quantities(text)
    assert (quantity.value, quantity.low, quantity.high, quantity.bound) == (value, low, high, bound)
