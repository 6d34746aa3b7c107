"""The words that tell times."""

from __future__ import annotations

from sayso.lists import time_words


def test_months_weekdays_and_units_are_numbered_whole() -> None:
    assert set(time_words.MONTHS.values()) == set(range(1, 13))
    assert set(time_words.WEEKDAYS.values()) == set(range(1, 8))
    assert set(time_words.PLURALS.values()) <= set(time_words.UNITS.values())


def test_every_word_is_in_small_letters() -> None:
    tables = (time_words.MONTHS, time_words.WEEKDAYS, time_words.UNITS, time_words.PARTS, time_words.ZONES)
    assert all(word == word.lower() for table in tables for word in table)


def test_a_feast_is_a_day_or_a_weekday_of_a_month() -> None:
    assert {len(rule) for rule in time_words.HOLIDAYS.values()} == {2, 3}
