"""Marks leave out nothing that is looked for, and those of a core hold nothing else."""

from __future__ import annotations

import datetime as dt
import math

from hypothesis import assume, given
from hypothesis import strategies as st

from sayso.ledger.marks import (
    EARTH,
    cell_of,
    circle_sieve,
    least_product,
    number_core,
    number_marks,
    number_sieve,
    on_globe,
    point_marks,
    time_core,
    time_marks,
    time_sieve,
    with_coarser,
)

NUMBERS = st.floats(-1e18, 1e18) | st.integers(-1000, 1000).map(float)
ENDS = st.none() | NUMBERS
DAYS = (st.dates() | st.dates(dt.date(2024, 1, 1), dt.date(2026, 1, 1))).map(dt.date.isoformat)


def overlaps(low: float, high: float, first: float | None, last: float | None) -> bool:
    return (first is None or high >= first) and (last is None or low <= last)


@given(NUMBERS, NUMBERS, ENDS, ENDS)
def test_a_number_that_is_looked_for_has_a_mark_of_the_sieve_and_what_has_one_of_the_core_is_looked_for(
    a: float, b: float, first: float | None, last: float | None
) -> None:
    low, high = min(a, b), max(a, b)
    assume(first is None or last is None or first <= last)
    marks, wanted = with_coarser(number_marks(low, high)), overlaps(low, high, first, last)
    if wanted:
        assert marks & set(number_sieve(first, last))
    else:
        assert not marks & set(number_core(first, last))


def test_numbers_that_lie_on_an_end_are_not_in_the_core() -> None:
    for value in (0.0, 0.5, 20.0, 29.0, 1e20):
        marks = with_coarser(number_marks(value, value))
        assert not marks & set(number_core(value, None))
        assert not marks & set(number_core(None, value))
    assert with_coarser(number_marks(400, 400)) & set(number_core(30, None))
    assert with_coarser(number_marks(-5, -5)) & set(number_core(None, 30))


@given(NUMBERS, NUMBERS)
def test_of_two_numbers_the_larger_has_no_smaller_cell(a: float, b: float) -> None:
    assert cell_of(min(a, b)) <= cell_of(max(a, b))


def test_a_sieve_leaves_no_more_than_a_tenth_of_what_lies_near_its_end_to_be_looked_at() -> None:
    sieve, core = set(number_sieve(399.5, None)), set(number_core(399.5, None))
    there = [with_coarser(number_marks(value, value)) for value in range(1, 1000)]
    looked_at = [marks for marks in there if marks & sieve and not marks & core]
    assert len(looked_at) == 10  # 390 to 399


def test_a_sieve_has_few_marks_however_far_apart_its_ends_lie() -> None:
    assert all(
        len(number_sieve(low, high)) <= 60
        for low in (None, -9.9e14, -1234.0, 0.0, 0.0123, 27.5)
        for high in (27.5, 399.0, 1_234_567.0, 9.87e15, None)
    )


@given(DAYS, st.none() | DAYS, DAYS, DAYS)
def test_a_time_that_is_looked_for_has_a_mark_of_the_sieve_and_no_other_one_of_the_core(
    a: str, b: str | None, c: str, d: str
) -> None:
    start, end = (a, None) if b is None else (min(a, b), max(a, b))
    first, last = min(c, d), max(c, d)
    marks, sieve = time_marks(start, end), time_sieve(first, last)
    if start > last or (end is not None and end < first):
        assert not marks & set(time_core(first, last))
    elif sieve is not None:
        assert marks & set(sieve)


LAT, LON = st.floats(-90, 90), st.floats(-180, 180)


@given(LAT, LON, LAT, LON, st.floats(0.1, math.pi * EARTH))
def test_a_point_within_a_circle_has_a_mark_of_its_sieve(
    lat: float, lon: float, north: float, east: float, km: float
) -> None:
    one, other = on_globe(lat, lon), on_globe(north, east)
    near = sum(a * b for a, b in zip(one, other, strict=True)) >= least_product(km)
    sieve = circle_sieve(lat, lon, km)
    if near and sieve is not None:
        assert point_marks(north, east) & set(sieve)
