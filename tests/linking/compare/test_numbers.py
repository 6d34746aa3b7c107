"""Two numbers for one thing agree, differ, are of different times, or count different things."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.linking.compare.numbers import NumberRelation, NumberVerdict, compare_quantities
from sayso.reading.quantities import find_quantities
from sayso.records.span import Span

AGREES, DIFFERS, UPDATE, OTHER = NumberRelation


def verdict(a: str, b: str) -> NumberVerdict:
    (one, *_), (other, *_) = (find_quantities(text, [Span(0, len(text))]) for text in (a, b))
    return compare_quantities(one, other, a, b)


PAIRS = [
    ("12 boats sank.", "12 boats sank.", AGREES),
    ("12 boats sank.", "Twelve boats sank.", AGREES),
    ("12 boats sank.", "13 boats sank.", DIFFERS),
    ("12 boats sank.", "12 cars sank.", OTHER),
    ("At least 25 people died.", "30 people were killed.", AGREES),
    ("At least 25 people died.", "12 people were killed.", DIFFERS),
    ("At least 25 people died.", "25 people were hurt.", OTHER),
    ("37 boats have sunk since the storm.", "73 boats have sunk since the storm.", DIFFERS),
    ("37 boats have sunk since the storm.", "73 boats have sunk since May.", UPDATE),
    ("Up to 40 boats sank.", "12 boats sank.", AGREES),
    ("Up to 40 boats sank.", "41 boats sank.", DIFFERS),
    ("More than 12 boats sank.", "12 boats sank.", DIFFERS),
    ("More than 12 boats sank.", "Fewer than 12 boats sank.", DIFFERS),
    ("10 to 15 boats sank.", "12 boats sank.", AGREES),
    ("10 to 15 boats sank.", "15 to 20 boats sank.", AGREES),
    ("10 to 15 boats sank.", "16 to 20 boats sank.", DIFFERS),
    ("About 12 boats sank.", "11 boats sank.", AGREES),
    ("About 12 boats sank.", "20 boats sank.", DIFFERS),
    ("Nearly 40 boats sank.", "38 boats sank.", AGREES),
    ("Nearly 40 boats sank.", "12 boats sank.", DIFFERS),
    ("Just over 40 boats sank.", "90 boats sank.", DIFFERS),
    ("Fewer than a dozen boats sank.", "5 boats sank.", AGREES),
    ("Dozens of boats sank.", "40 boats sank.", AGREES),
    ("Dozens of boats sank.", "5 boats sank.", DIFFERS),
    ("Several boats sank.", "5 boats sank.", AGREES),
    ("Several boats sank.", "50 boats sank.", DIFFERS),
    ("1.2 million people left.", "1,234,567 people left.", AGREES),
    ("1.25 million people left.", "1.27 million people left.", DIFFERS),
    ("120 people left.", "123 people left.", DIFFERS),
    ("It is 1 mile long.", "It is 1.6 km long.", AGREES),
    ("It is 1,000 m long.", "It is 1 km long.", AGREES),
    ("It is 1 mile long.", "It is 3 km long.", DIFFERS),
    ("It was 68 degrees Fahrenheit.", "It was 20 degrees Celsius.", AGREES),
    ("A third of the crew left.", "33 percent of the crew left.", AGREES),
    ("Half of the crew left.", "80 percent of the crew left.", DIFFERS),
    ("It cost $5m.", "It cost £5m.", OTHER),
    ("More than 400 were taken.", "400 people were taken.", OTHER),
    ("12 boats had sunk by Monday.", "15 boats had sunk by Tuesday.", UPDATE),
    ("12 boats sank on Monday.", "15 boats had sunk by Monday.", DIFFERS),
    ("12 boats have sunk so far.", "15 boats sank.", UPDATE),
    ("In total 12 boats sank.", "15 boats sank.", UPDATE),
    ("12 boats sank on Monday.", "15 boats sank.", DIFFERS),
    ("12 boats sank on Monday.", "12 boats sank on Tuesday.", AGREES),
]


@pytest.mark.parametrize(("a", "b", "relation"), PAIRS)
def test_numbers_are_compared_by_what_their_words_leave_open(a: str, b: str, relation: NumberRelation) -> None:
    assert verdict(a, b).relation is relation


@pytest.mark.parametrize(("a", "b", "relation"), PAIRS)
def test_the_order_of_the_two_never_matters(a: str, b: str, relation: NumberRelation) -> None:
    assert verdict(b, a).relation is relation


def test_a_reason_holds_both_original_wordings() -> None:
    assert verdict("At least 25 died.", "12 died.").why == '"At least 25" against "12": no number fits both'
    assert verdict("12 boats", "12 cars").why == '"12 boats" against "12 cars": boat and car are not the same thing'


def test_an_update_names_the_times() -> None:
    why = verdict("12 boats had sunk by Monday.", "15 boats had sunk by Tuesday.").why
    assert why == (
        '"12 boats" against "15 boats": no number fits both, but "by Monday" and "by Tuesday" are different times'
    )


NUMBERS = st.sampled_from(
    ["12", "at least 12", "about 15", "dozens of", "10 to 15", "nearly 20", "up to 9", "1.2 million"]
)
THINGS = st.sampled_from(["boats", "km", "percent", "people were killed"])


@given(NUMBERS, THINGS, NUMBERS, THINGS)
def test_a_number_agrees_with_itself_and_comparing_is_mutual(n: str, thing: str, m: str, other: str) -> None:
    a, b = f"{n} {thing}", f"{m} {other}"
    assert verdict(a, a).relation is AGREES
    assert verdict(a, b).relation is verdict(b, a).relation
