"""How many and how much, what the words leave open, and what counts nothing."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.counting.units import in_base, same_unit
from sayso.reading.quantities import find_quantities
from sayso.records.quantity import Bound, Quantity
from sayso.records.span import Span

Ends = tuple[float | None, float | None]


def quantities(text: str) -> tuple[Quantity, ...]:
    return find_quantities(text, [Span(0, len(text))])


def only(text: str) -> Quantity:
    (quantity,) = quantities(text)
    return quantity


def told(text: str) -> list[tuple[str, str]]:
    """The words and the unit of each quantity."""
    return [(quantity.span.cut(text), quantity.unit) for quantity in quantities(text)]


NUMBERS: list[tuple[str, float]] = [
    ("The yard built 12 ferries.", 12),
    ("The yard built twelve ferries.", 12),
    ("The yard built twenty-five ferries.", 25),
    ("The yard built 25,000 crates.", 25_000),
    ("The yard built one hundred and five crates.", 105),
    ("The yard built a hundred crates.", 100),
    ("The yard built two thousand three hundred crates.", 2_300),
    ("The yard built three hundred thousand crates.", 300_000),
    ("The yard built 1.2 million crates.", 1_200_000),
    ("The yard built one and a half million crates.", 1_500_000),
    ("The yard built half a million crates.", 500_000),
    ("The yard built 1,25,000 crates.", 125_000),
    ("The yard built two dozen crates.", 24),
    ("The yard built half a dozen crates.", 6),
    ("The yard lent 3m members a hand.", 3_000_000),
    ("The yard has 2½ hectares.", 2.5),
    ("The yard has 2 1/2 hectares.", 2.5),
    ("The yard has two and a half hectares.", 2.5),
    ("The yard sold a quarter of a million crates.", 250_000),
]

LEFT_OPEN: list[tuple[str, float | None, Ends, Bound | None, bool]] = [
    ("12 boats sank.", 12, (12, 12), None, False),
    ("At least 12 boats sank.", 12, (12, None), Bound.AT_LEAST, False),
    ("No fewer than 12 boats sank.", 12, (12, None), Bound.AT_LEAST, False),
    ("12 or more boats sank.", 12, (12, None), Bound.AT_LEAST, False),
    ("12+ boats sank.", 12, (12, None), Bound.AT_LEAST, False),
    ("At least two dozen boats sank.", 24, (24, None), Bound.AT_LEAST, True),
    ("More than 12 boats sank.", 12, (12, None), Bound.MORE_THAN, False),
    ("Over 12 boats sank.", 12, (12, None), Bound.MORE_THAN, False),
    ("Up to 40 boats sank.", 40, (0, 40), Bound.AT_MOST, False),
    ("As many as 40 boats sank.", 40, (0, 40), Bound.AT_MOST, False),
    ("Fewer than 40 boats sank.", 40, (0, 40), Bound.LESS_THAN, False),
    ("Nearly 40 boats sank.", 40, (0, 40), Bound.LESS_THAN, True),
    ("Just over 40 boats sank.", 40, (40, None), Bound.MORE_THAN, True),
    ("Up to 40 km were closed.", 40, (None, 40), Bound.AT_MOST, False),
    ("About 12 boats sank.", 12, (12, 12), None, True),
    ("Some 12 boats sank.", 12, (12, 12), None, True),
    ("An estimated 12 boats sank.", 12, (12, 12), None, True),
    ("A dozen or so boats sank.", 12, (12, 12), None, True),
    ("A dozen boats sank.", 12, (12, 12), None, True),
    ("Between 10 and 15 boats sank.", None, (10, 15), None, False),
    ("10-15 boats sank.", None, (10, 15), None, False),
    ("10 to 15 boats sank.", None, (10, 15), None, False),
    ("Two or three boats sank.", None, (2, 3), None, False),
    ("1 to 2 million boats sank.", None, (1_000_000, 2_000_000), None, False),
    ("An estimated 10 to 15 boats sank.", None, (10, 15), None, True),
    ("Dozens of boats sank.", None, (24, None), None, True),
    ("Scores of boats sank.", None, (40, None), None, True),
    ("Hundreds of boats sank.", None, (200, None), None, True),
    ("Tens of thousands of boats sank.", None, (20_000, None), None, True),
    ("Several boats sank.", None, (3, 9), None, True),
    ("Several hundred boats sank.", None, (300, 900), None, True),
    ("A few boats sank.", None, (2, 9), None, True),
    ("A couple of boats sank.", None, (2, 3), None, True),
]

UNITS = [
    ("It cost $1.5bn.", "USD", 1.5e9),
    ("It cost £3m.", "GBP", 3e6),
    ("It cost €20.", "EUR", 20),
    ("It cost C$17.50.", "CAD", 17.5),
    ("It cost 5 million US dollars.", "USD", 5e6),
    ("It cost 5 million Canadian dollars.", "CAD", 5e6),
    ("It cost Rs 5 crore.", "INR", 5e7),
    ("Fares rose 12 per cent.", "percent", 12),
    ("Fares rose 12%.", "percent", 12),
    ("Fares rose 3.5 percentage points.", "percentage point", 3.5),
    ("A third of the crew left.", "share", 1 / 3),
    ("Two-thirds of the crew left.", "share", 2 / 3),
    ("More than half the crew left.", "share", 0.5),
    ("Nine out of 10 sailors left.", "share", 0.9),
    ("They sailed 10 kilometres.", "km", 10),
    ("It is a 10-mile crossing.", "mile", 10),
    ("They waited half an hour.", "hour", 0.5),
    ("It drove at 60 miles per hour.", "mph", 60),
    ("It was 30 degrees Celsius.", "degree C", 30),
    ("The wall is 3m high.", "m", 3),
    ("He weighed 200 pounds.", "lb", 200),
    ("They slept for three days.", "day", 3),
    ("Two companies left.", "company", 2),
    ("Three more people left.", "person", 3),
    ("Four of the sailors left.", "sailor", 4),
    ("Five military and civilian advisers left.", "adviser", 5),
    ("Six police officers left.", "officer", 6),
    ("Seven Norland women left.", "woman", 7),
    ("Eight U.S. ships left.", "ship", 8),
    ("Nine aircraft left.", "aircraft", 9),
]

WORDS = [
    ("An officer said at least 25 Skerry rebels were killed.", [("at least 25 Skerry rebels", "dead")]),
    ("The storm killed 12 people and injured 30 others.", [("12 people", "dead"), ("30 others", "injured")]),
    ("25 rebels dead and five injured.", [("25 rebels", "dead"), ("five injured", "injured")]),
    ("25 were killed.", [("25", "dead")]),
    ("The wave took them, killing at least 25.", [("at least 25", "dead")]),
    ("The death toll rose to 31.", [("31", "dead")]),
    ("It claimed the lives of six sailors.", [("six sailors", "dead")]),
    ("It claimed 17 lives.", [("17 lives", "dead")]),
    ("The pilot and three others died.", [("three others", "dead")]),
    ("The wave killed Varga and three others.", [("three others", "dead")]),
    ("Nine men who had been killed were named.", [("Nine men", "dead")]),
    ("Two sailors and one pilot were injured.", [("Two sailors", "injured"), ("one pilot", "injured")]),
    ("It killed 12 people in Kell and 5 in Skerry.", [("12 people", "dead"), ("5", "dead")]),
    ("A family of five left with 40 aboard.", [("five", "person"), ("40", "person")]),
    ("Six guards were killed or wounded.", [("Six guards", "casualty")]),
    ("Four gunmen killed a guard.", [("Four gunmen", "gunman")]),
    ("Four gunmen have killed two guards.", [("Four gunmen", "gunman"), ("two guards", "dead")]),
    ("The crew saved 17 lives.", [("17 lives", "life")]),
    ("A story about two men was read.", [("two men", "man")]),
    ("Quill presided over two hearings.", [("two hearings", "hearing")]),
    ("The storm hit 37 million out of 44 million homes.", [("37 million", "home"), ("44 million homes", "home")]),
    ("It hits those on Medlife, 2 million who left.", [("2 million", "person")]),
    ("They fought over three days.", [("three days", "day")]),
    ("Fares rose from 10 to 15 crowns.", [("10", "crown"), ("15 crowns", "crown")]),
    ("Profit rose 8% to $33 million.", [("8%", "percent"), ("$33 million", "USD")]),
    ("It cost £3m ($4m).", [("£3m", "GBP"), ("$4m", "USD")]),
    ('The new 4" and 5.5" lamps shine.', [('4"', "inch"), ('5.5"', "inch")]),
]

COUNT_NOTHING = [
    "The mole opened on March 3.",
    "The mole opened on Nov. 21, 2014.",
    "The mole opened on 3 March.",
    "The mole opened in 1999 and fell in 2014.",
    "The 2014 elections were late.",
    "The mole was closed from 2014 to 2016.",
    "The mole was busy on March 3-5.",
    "It began at 10:30 and ended at 5 p.m.",
    "It began at nine o'clock.",
    "A 25-year-old man spoke.",
    "Varga, 25, spoke.",
    "She is 70 years old, and he is aged 12.",
    "The thief was aged about 16.",
    "Kell won 3-1.",
    "Call 0845 125 2222 or 903-675-8477.",
    "Flight 1140 and Route 66 were closed.",
    "He lost his iPhone 6 and his 5c.",
    "The G7 sent an F-16 under Section 5.",
    "Apollo 11 was No. 1 on page two.",
    "The 21st ship of the 1990s was third.",
    "One of the men spoke, and no one heard him one day.",
    "The two met.",
    "He lives at 10 Downing Street.",
    "Kell is 4ever dry, wrote @crew25.",
    "The Big Three met.",
    "He spoke to 48 Hours on Monday.",
    "It rained in the last half of the year.",
]

AS_OF = [
    ("So far 12 boats have sunk.", "So far"),
    ("As of Tuesday, 12 boats had sunk.", "As of Tuesday"),
    ("By Monday evening 12 boats had sunk.", "By Monday evening"),
    ("12 boats have sunk since Friday.", "since Friday"),
    ("12 boats sank on Tuesday.", "on Tuesday"),
    ("In total 12 boats sank.", "In total"),
    ("A total of 12 boats sank.", "A total of"),
    ("They stay in all weathers with 12 boats.", None),
    ("12 boats have sunk to date.", "to date"),
    ("The count now stands at 12 boats.", "now"),
    ("12 boats sank.", None),
    ("Quill said on Tuesday that 12 boats sank.", None),
    ("It is a 12-mile race on Tuesday.", None),
]


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_numbers_are_read_in_words_and_figures(text: str, value: float) -> None:
    assert only(text).value == value


@pytest.mark.parametrize(("text", "value", "ends", "bound", "approximate"), LEFT_OPEN)
def test_a_quantity_says_what_its_words_leave_open(
    text: str, value: float | None, ends: Ends, bound: Bound | None, approximate: bool
) -> None:
    quantity = only(text)
    assert (quantity.value, (quantity.low, quantity.high)) == (value, ends)
    assert (quantity.bound, quantity.approximate) == (bound, approximate)


@pytest.mark.parametrize(("text", "unit", "value"), UNITS)
def test_a_unit_is_money_a_measure_or_the_noun_counted(text: str, unit: str, value: float) -> None:
    quantity = only(text)
    assert quantity.unit == unit
    assert quantity.value == pytest.approx(value)


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_a_span_runs_from_the_open_words_to_what_is_counted(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", COUNT_NOTHING)
def test_dates_ages_scores_and_names_count_nothing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(("text", "as_of"), AS_OF)
def test_a_count_stands_as_of_the_nearest_time_in_its_clause(text: str, as_of: str | None) -> None:
    span = only(text).as_of
    assert (span.cut(text) if span else None) == as_of


def test_one_counts_where_somebody_is_counted() -> None:
    assert told("One person was killed, and at least one boat sank.") == [
        ("One person", "dead"),
        ("at least one boat", "boat"),
    ]


def test_a_vague_number_never_becomes_an_exact_one() -> None:
    text = "Dozens, hundreds of boats and thousands of people, several of them old, a few new."
    found = quantities(text)
    assert found
    assert all(quantity.value is None and quantity.approximate for quantity in found)


def test_units_of_one_family_have_one_base() -> None:
    mile, kilometre, kilo = only("It is 1 mile."), only("It is 1.6 km."), only("It is 5 kg.")
    assert same_unit(mile, kilometre)
    assert not same_unit(mile, kilo)
    assert in_base(mile) == ("m", 1609.344, 1609.344)
    assert in_base(kilometre) == ("m", 1600.0, 1600.0)


def test_quantities_of_unread_stretches_are_left_out() -> None:
    text = "12 boats sank.\n13 boats sank."
    assert [quantity.value for quantity in find_quantities(text, [Span(15, len(text))])] == [13]


ODD = st.one_of(
    st.text(max_size=120),
    st.text(alphabet="0123456789.,-–:/%$£½ \n'\"()", max_size=60),
    st.lists(
        st.sampled_from(
            """one two twenty hundred thousand million dozen half a third of the between and to or at least about up 12
            1,000 3.5 % $ - people killed were injured ( ) , . km per hour several tens scores since Friday so far
            No""".split()
        ),
        max_size=40,
    ).map(" ".join),
)


@given(ODD)
def test_spans_cut_exactly_and_never_overlap_whatever_the_text(text: str) -> None:
    found = find_quantities(text, [Span(0, len(text))] if text else [])
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    for quantity in found:
        assert 0 <= quantity.span.start < quantity.span.end <= len(text)
        assert quantity.span.cut(text).strip() == quantity.span.cut(text)
        assert quantity.as_of is None or not quantity.as_of.overlaps(quantity.span)


@given(ODD)
def test_a_value_lies_between_what_is_left_open(text: str) -> None:
    for quantity in find_quantities(text, [Span(0, len(text))] if text else []):
        low, high = quantity.low, quantity.high
        assert low is None or high is None or low <= high
        assert quantity.value is None or (low or 0.0) <= quantity.value
        assert quantity.value is None or high is None or quantity.value <= high
