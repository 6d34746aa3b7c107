"""Numbers of everyday news: weather, polls, votes, matches, odds, parts, several currencies."""

from __future__ import annotations

import pytest

from sayso.records.quantity import Bound
from tests.reading.counting.told import quantities, told

VALUES: list[tuple[str, list[tuple[float | None, str]]]] = [
    # temperatures
    ("It fell to minus 12 degrees Celsius in Kell.", [(-12, "degree C")]),
    ("It was -5 degrees in Kell and 98 degrees Fahrenheit in Lund.", [(-5, "degree"), (98, "degree F")]),
    ("It was 12 degrees below zero.", [(-12, "degree")]),
    ("Temperatures reached 41C in Kell and 98F in Lund.", [(41, "degree C"), (98, "degree F")]),
    # percentages and points
    ("Sales changed by -0.4 percent in May (-2% in June).", [(-0.4, "percent"), (-2, "percent")]),
    ("Rates rose a quarter of a percentage point.", [(0.25, "percentage point")]),
    ("The bank raised rates by 25 basis points.", [(25, "basis point")]),
    ("Lund has 31 percent, a one-point lead.", [(31, "percent"), (1, "point")]),
    ("Unemployment rose from 10 to 12 percent.", [(10, "percent"), (12, "percent")]),
    ("Pay rose from the current $7.25 to $12.", [(7.25, "USD"), (12, "USD")]),
    ("Sales fell by 12,000 crates to 1.3 million crates.", [(12_000, "crate"), (1_300_000, "crate")]),
    ("Quill leads Lund 43 percent to 41 percent.", [(43, "percent"), (41, "percent")]),
    # votes and points of a match
    ("The bill passed by 52 votes to 40.", [(52, "vote"), (40, "vote")]),
    ("It was carried with 61 votes in favour, 32 against.", [(61, "vote"), (32, "vote")]),
    ("Lund had 13 points, and Quill added 12 for Kell.", [(13, "point"), (12, "point")]),
    # odds and parts
    ("He has a one-in-four chance.", [(0.25, "share")]),
    ("Three in five ferries were late.", [(0.6, "share")]),
    ("Less than a fifth of the money was spent.", [(0.2, "share")]),
    ("Three-quarters of an hour later a quarter-mile queue stood there.", [(0.75, "hour"), (0.25, "mile")]),
    ("It stands about half of a mile from Kell.", [(0.5, "mile")]),
    ("A third of a second team left.", [(1 / 3, "share")]),
    # words for large numbers
    ("Half a million people fled.", [(500_000, "person")]),
    ("About a million and a half people voted.", [(1_500_000, "person")]),
    ("A couple of hundred sailors marched.", [(None, "sailor")]),
    # money
    ("It cost £3.2m, €3.7 million or A$4bn.", [(3.2e6, "GBP"), (3.7e6, "EUR"), (4e9, "AUD")]),
    # what one more is
    ("She toured five counties. She added one more today.", [(5, "county"), (1, "county")]),
    ("He fired six shots, then four more.", [(6, "shot"), (4, "shot")]),
    ("He left one day after the storm.", [(1, "day")]),
    # where the noun is
    ("Only 42 of the nearly 100 Norland shops joined.", [(42, "shop"), (100, "shop")]),
    ("The jury of 12 heard 34 witnesses.", [(12, "person"), (34, "witness")]),
    ("The 50 large but nearly identical stories were read.", [(50, "story")]),
    (
        "The number of farms fell from 1,036 to 896, one of the sharpest declines.",
        [(1_036, "farm"), (896, "farm")],
    ),
    ("The storm took the life of two sailors.", [(2, "dead")]),
]
NOTHING = [
    "Adults 18 years or older may apply.",
    "Children two years and under are free.",
    "One day she will return to Kell.",
    "It reached a sum of seven figures.",
    "The new ferry is three times as long, and twice as loud.",
    "Kell beat Lund 3-1.",
    "The ferry left at 7.30 a.m.",
    "She was the third minister and the 12th guest.",
    "Seat 41C was empty.",
    "Lund, 43, and her sons, aged 5 and 7, came.",
]
OPEN: list[tuple[str, str, Bound]] = [
    ("Tickets cost $20 and up.", "$20 and up", Bound.AT_LEAST),
    ("As few as 12 ships remain.", "As few as 12 ships", Bound.AT_LEAST),
    ("As little as 2 percent is farmed.", "As little as 2 percent", Bound.AT_LEAST),
    ("Up to a 20 percent cut is planned.", "Up to a 20 percent", Bound.AT_MOST),
    ("It was at least a 12-hour wait.", "at least a 12-hour", Bound.AT_LEAST),
    ("It may last beyond 12 months.", "beyond 12 months", Bound.MORE_THAN),
]


@pytest.mark.parametrize(("text", "expected"), VALUES)
def test_a_number_of_everyday_news_has_its_value_and_unit(text: str, expected: list[tuple[float | None, str]]) -> None:
    found = [(quantity.value, quantity.unit) for quantity in quantities(text)]
    assert found == [(pytest.approx(value) if value is not None else None, unit) for value, unit in expected]


@pytest.mark.parametrize("text", NOTHING)
def test_ages_scores_times_ordinals_and_multiples_count_nothing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(("text", "words", "bound"), OPEN)
def test_open_words_before_an_article_and_after_money_are_read(text: str, words: str, bound: Bound) -> None:
    (quantity,) = quantities(text)
    assert (quantity.span.cut(text), quantity.bound) == (words, bound)


def test_what_was_lost_in_a_row_is_no_share_of_the_games() -> None:
    assert told("Kell lost three in five games.") == [("five games", "game")]


def test_a_range_after_by_stays_one() -> None:
    (quantity,) = quantities("Sales fell by 10 to 15 percent.")
    assert (quantity.value, quantity.low, quantity.high) == (None, 10, 15)


def test_dozens_are_never_twelve() -> None:
    assert all(
        quantity.value is None for quantity in quantities("Dozens came, and several dozen left in dozens of boats.")
    )
