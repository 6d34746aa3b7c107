"""Values, and the intervals that they mean."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.timing.days import easter, make_day, nearest_year, shift_days, shift_months, weekday_of_month
from sayso.reading.timing.shifting import length_value
from sayso.reading.timing.values import grain_of, is_value, read_interval, season_of, week_value
from sayso.records.timex import Grain


@pytest.mark.parametrize(
    ("value", "first", "past_last", "grain"),
    [
        ("2013-03-22", "2013-03-22", "2013-03-23", Grain.DAY),
        ("2013-03-22TNI", "2013-03-22", "2013-03-23", Grain.PART_OF_DAY),
        ("2013-03-22T14:30", "2013-03-22T14:30", "2013-03-22T14:31", Grain.MINUTE),
        ("2013-03-22T24:00", "2013-03-23T00:00", "2013-03-23T00:01", Grain.MINUTE),
        ("2013-12", "2013-12-01", "2014-01-01", Grain.MONTH),
        ("2013", "2013-01-01", "2014-01-01", Grain.YEAR),
        ("2013-W12", "2013-03-18", "2013-03-25", Grain.WEEK),
        ("2013-W12-WE", "2013-03-23", "2013-03-25", Grain.WEEKEND),
        ("2013-Q4", "2013-10-01", "2014-01-01", Grain.QUARTER),
        ("2013-H1", "2013-01-01", "2013-07-01", Grain.HALF),
        ("2013-WI", "2013-12-01", "2014-03-01", Grain.SEASON),
        ("199", "1990-01-01", "2000-01-01", Grain.DECADE),
        ("19", "1900-01-01", "2000-01-01", Grain.CENTURY),
    ],
)
def test_a_value_lasts_from_its_first_day_to_the_one_past_its_last(
    value: str, first: str, past_last: str, grain: Grain
) -> None:
    interval = read_interval(value)
    assert interval is not None
    assert (interval.first, interval.past_last) == (first, past_last)
    assert grain_of(value) is grain
    assert is_value(value)


@pytest.mark.parametrize("value", ["P3D", "PTXH", "P2Y6M", "XXXX-05", "XXXX-WXX-5", "PRESENT_REF", "BC0490", "XXXX-QX"])
def test_lengths_references_and_open_values_have_no_interval(value: str) -> None:
    assert read_interval(value) is None
    assert is_value(value)


@pytest.mark.parametrize("value", ["2013-02-30", "2013-13", "2013-W60", "2013-Q5", "2024-05-03)TNI", "", "May", "9999"])
def test_what_no_calendar_has_is_no_value(value: str) -> None:
    assert read_interval(value) is None
    assert not is_value(value)


@pytest.mark.parametrize(
    ("count", "unit", "value"),
    [
        (2, "Y", "P2Y"),
        (2.5, "Y", "P2Y6M"),
        (0.5, "TH", "PT30M"),
        (2, "T", "P20Y"),
        (1, "C", "P100Y"),
        (1, "F", "P2W"),
        (None, "TH", "PTXH"),
    ],
)
def test_a_length_is_counted_in_its_unit(count: float | None, unit: str, value: str) -> None:
    assert length_value(count, unit) == value


@given(st.dates())
def test_every_day_lies_in_its_week_and_in_its_season(day: date) -> None:
    week = read_interval(week_value(day))
    if week is not None and week.past_last is not None:
        assert week.first <= day.isoformat() < week.past_last
    year, season = season_of(day)
    interval = read_interval(f"{year:04d}-{season}")
    if interval is not None and interval.past_last is not None:
        assert interval.first <= day.isoformat() < interval.past_last


def test_the_calendar_ends_quietly() -> None:
    assert make_day(2023, 2, 29) is None
    assert shift_days(date(9999, 12, 31), 1) is None
    assert shift_days(date(1, 1, 1), -1) is None
    assert shift_months(1, 1, -1) is None
    assert shift_months(9999, 12, 1) is None


def test_29_february_is_looked_for_in_a_leap_year() -> None:
    assert nearest_year(2, 29, date(2023, 3, 1)) == 2024
    assert nearest_year(1, 2, date(2023, 12, 30)) == 2024


@pytest.mark.parametrize(("year", "day"), [(1999, "1999-04-04"), (2008, "2008-03-23"), (2024, "2024-03-31")])
def test_easter_moves(year: int, day: str) -> None:
    assert str(easter(year)) == day


def test_so_manieth_weekdays_of_a_month() -> None:
    assert str(weekday_of_month(2023, 11, 4, 4)) == "2023-11-23"
    assert str(weekday_of_month(2023, 5, 1, -1)) == "2023-05-29"
    assert str(weekday_of_month(2016, 11, 2, 0)) == "2016-11-08"
