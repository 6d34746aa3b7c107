"""Intervals in words."""

from __future__ import annotations

import pytest

from sayso.web.dates import word_interval
from sayso.web.timed import word_part


@pytest.mark.parametrize(
    ("first", "past_last", "says"),
    [
        ("2025-05-12", "2025-05-13", "12 May 2025"),
        ("2025-05-12", "2025-05-19", "12 to 18 May 2025"),
        ("2025-04-30", "2025-05-03", "30 April to 2 May 2025"),
        ("2024-12-30", "2025-01-03", "30 December 2024 to 2 January 2025"),
        ("2025-05-01", "2025-06-01", "May 2025"),
        ("2025-05-01", "2025-08-01", "May to July 2025"),
        ("2024-11-01", "2025-02-01", "November 2024 to January 2025"),
        ("2025-01-01", "2026-01-01", "2025"),
        ("1900-01-01", "2000-01-01", "1900 to 1999"),
        ("2024-08-01", None, "since 1 August 2024"),
        ("2025-05-12T04:00", "2025-05-12T04:01", "12 May 2025, 04:00"),
        ("2025-05-12T18:00", "2025-05-13T00:00", "12 May 2025, 18:00 to 00:00"),
        ("2025-05-12T18:00", "2025-05-13T06:00", "12 May 2025, 18:00 to 13 May 2025, 06:00"),
        ("<b>", "2025", "<b> to 2025"),
    ],
)
def test_an_interval_is_told_as_people_write_it(first: str, past_last: str | None, says: str) -> None:
    assert word_interval(first, past_last) == says


@pytest.mark.parametrize(
    ("value", "part"), [("2025-05-12TEV", "evening"), ("2025-05-12T18:00", ""), ("2025-05-12", ""), (None, "")]
)
def test_a_part_of_the_day_is_told(value: str | None, part: str) -> None:
    assert word_part(value) == part
