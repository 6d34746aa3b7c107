"""Events with what belongs to them: who tells them and how firmly, when, and whether somebody died."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from sayso.exports.event_rows import Held
from sayso.exports.happenings import Days, Happening, days_of, find_happenings
from sayso.exports.selection import Selection
from sayso.records.event import About, Factuality
from sayso.records.reading import Reading
from sayso.records.span import Span
from sayso.records.timex import Interval
from tests.exports.anything import readings
from tests.exports.happenings import ON_THE_DAY, SAID, SHELLING, TEXT, strike_reading


def happenings(reading: Reading, *, text: bool = True) -> list[Happening]:
    return list(find_happenings(Selection.of([reading], text=text)))


def told_as(value: Factuality) -> Happening:
    claim = replace(SAID, about=(About(SHELLING.id, (Factuality.UNCOMMITTED, value)),))
    return happenings(replace(strike_reading(), events=(SHELLING,), claims=(claim,)))[0]


def test_an_event_comes_with_its_parties_time_place_and_numbers() -> None:
    shelling = happenings(strike_reading())[0]
    assert [party.words for party in shelling.actors] == ["The Norlund army"]
    assert [party.actor.name for party in shelling.recipients] == ["workers"]
    assert shelling.timex is not None
    assert shelling.toponym is not None
    assert (shelling.timex.value, shelling.toponym.name) == ("2025-05-03", "Lund")
    assert [number.value for number in shelling.deaths] == [12]
    assert (shelling.sequence, shelling.sentence.cut(TEXT).startswith("The Norlund army")) == (2, True)


def test_its_owner_is_the_innermost_holder() -> None:
    assert [one.tellings[0].owner for one in happenings(strike_reading())] == [
        "the mayor", "Norlund army", "The Skerry Post", "The Skerry Post",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("value", "word"),
    [
        (Factuality.CERTAIN, Held.ASSERTED),
        (Factuality.PROBABLE, Held.HEDGED),
        (Factuality.POSSIBLE, Held.HEDGED),
        (Factuality.UNCOMMITTED, Held.UNSPECIFIED),
        (Factuality.POSSIBLY_NOT, Held.DENIED),
        (Factuality.CERTAINLY_NOT, Held.DENIED),
    ],
)
def test_seven_values_are_four_words_for_people(value: Factuality, word: Held) -> None:
    assert told_as(value).commitment is word


@pytest.mark.parametrize(
    ("words", "deadly"),
    [
        ("Shells killed two people", True),
        ("The strike left many dead", True),
        ("Nobody was killed in the strike", False),
        ("There were no reported deaths", False),
        ("The strike broke windows", False),
        ("It was a deadline nobody met", False),
        ("Two men lost their lives", True),
    ],
)
def test_a_claim_without_a_number_may_tell_of_a_death(words: str, deadly: bool) -> None:
    event = replace(SHELLING, span=Span(0, 4), quantities=(), timex=None, toponym=None)
    claim = replace(SAID, content=(Span(0, len(words)),))
    reading = strike_reading()
    text = words + TEXT[len(words) :]
    told = replace(
        reading, article=replace(reading.article, text=text), events=(event,), claims=(claim,), quantities=()
    )
    assert happenings(told)[0].is_deadly() is deadly


@pytest.mark.parametrize(
    ("first", "past_last", "days"),
    [
        ("2025-05-03", "2025-05-04", Days(date(2025, 5, 3), date(2025, 5, 3))),
        ("2025-05-01", "2025-06-01", Days(date(2025, 5, 1), date(2025, 5, 31))),
        ("2025-05-03T10:00", "2025-05-03T11:00", Days(date(2025, 5, 3), date(2025, 5, 3))),
        ("2025-05-03T23:00", "2025-05-04T00:00", Days(date(2025, 5, 3), date(2025, 5, 3))),
        ("2025-05-03", None, Days(date(2025, 5, 3), None)),
        ("XXXX-05-03", "2025-05-04", None),
        ("0001-01-01", "0001-01-01", None),
    ],
)
def test_the_days_of_an_interval(first: str, past_last: str | None, days: Days | None) -> None:
    assert days_of(replace(ON_THE_DAY, interval=Interval(first, past_last))) == days


def test_a_time_that_tells_no_days_has_none() -> None:
    assert days_of(replace(ON_THE_DAY, interval=None)) is None
    assert days_of(None) is None


def test_without_text_names_of_unnamed_parties_are_their_kind_and_no_words_are_given() -> None:
    shelling = happenings(strike_reading(), text=False)[0]
    assert [party.actor.name for party in shelling.recipients] == ["worker"]
    assert shelling.recipients[0].words == ""
    assert shelling.words(shelling.event.span) is None
    assert shelling.tellings[0].owner == "official"


@given(readings())
def test_every_event_of_a_reading_is_found_once(reading: Reading) -> None:
    assert [one.event for one in happenings(reading)] == list(reading.events)
