from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.articles.published import find_published, parse_published
from sayso.records.article import Precision, Published

VALUES = [
    ("2024-05-03T10:15:00Z", "2024-05-03T10:15:00", "+00:00"),
    ("2024-05-03T10:15:00.614+0530", "2024-05-03T10:15:00", "+05:30"),
    ("2024-05-03 10:15:07 -04:00", "2024-05-03T10:15:07", "-04:00"),
    ("2024-05-03T10:15", "2024-05-03T10:15", None),
    ("20240503T101500Z", "2024-05-03T10:15:00", "+00:00"),
    ("2024-05-03", "2024-05-03", None),
    ("2024-05", "2024-05", None),
    ("2024", "2024", None),
    ("Mon, 05 Feb 2024 10:15:00 GMT", "2024-02-05T10:15:00", "+00:00"),
    ("Mon., 5 Feb 2024", "2024-02-05", None),
    ("3rd May 2024", "2024-05-03", None),
    ("Apr. 28, 2023 1:15 pm", "2023-04-28T13:15", None),
    ("12:00 AM, May 3, 2024", "2024-05-03T00:00", None),
    ("15:56 BST, 27 April 2024", "2024-04-27T15:56", "+01:00"),
    ("May 3, 2024 5 PM", "2024-05-03", None),
    ("28/04/2025", "2025-04-28", None),
    ("4/28/2025", "2025-04-28", None),
    ("28.04.2025", "2025-04-28", None),
]
PRECISION = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY, 16: Precision.MINUTE, 19: Precision.SECOND}


@pytest.mark.parametrize(("value", "time", "zone"), VALUES)
def test_times_are_read_as_precisely_as_they_are_written(value: str, time: str, zone: str | None) -> None:
    assert parse_published(value) == Published(time, PRECISION[len(time)], zone)


@pytest.mark.parametrize("value", ["03/04/2025", "2024-02-30", "2024-05-03T25:00", "yesterday", "", "5 May", "1" * 500])
def test_what_is_unclear_or_impossible_is_none(value: str) -> None:
    assert parse_published(value) is None


@pytest.mark.parametrize("value", ["3 May 2024 10:15 IST", "3 May 2024 10:15 CST", "May 3, 2024 10:15 am ET"])
def test_a_zone_of_two_meanings_is_no_zone(value: str) -> None:
    assert parse_published(value) == Published("2024-05-03T10:15", Precision.MINUTE, None)


LINES = [
    ("April 28, 2025 Hour: 2:49 pm", "2025-04-28T14:49"),
    ("Published 3 May 2024, 10:15 BST", "2024-05-03T10:15"),
    ("2024-05-03T10:15:00Z", "2024-05-03T10:15:00"),
    ("Updated: 3 May 2024", "2024-05-03"),
    ("Mon., 5 Feb 2024", "2024-02-05"),
    ("By Ann Roe | May 3, 2024 10:15 am", "2024-05-03T10:15"),
    ("Published: 14:03, 3 May 2024 | Updated: 15:01, 4 May 2024", "2024-05-03T14:03"),
    ("May 3, 2024 / 5:03 AM / The Lindmoor Post", "2024-05-03T05:03"),
    ("11:00 AM PDT • May 16, 2024", "2024-05-16T11:00"),
]


@pytest.mark.parametrize(("line", "time"), LINES)
def test_a_line_that_is_only_a_date_is_the_publication_time(line: str, time: str) -> None:
    found = find_published(f"Pier closed\n\n{line}\n\nThe harbour master said so.")
    assert found is not None
    assert found.time == time


@pytest.mark.parametrize(
    "line",
    [
        "He died on May 3, 2024.",
        "LINDMOOR, May 3, 2024 (Gazette) - The pier is closed.",
        "The pier was published 3 May 2024 in a list.",
        "In May 2024",
        "17 min read",
        "On 3 May 2024 the pier was closed.",
    ],
)
def test_a_date_in_a_sentence_never_counts(line: str) -> None:
    assert find_published(f"Pier closed\n\n{line}\n") is None


def test_published_goes_before_a_bare_date_and_that_before_updated() -> None:
    assert find_published("Updated 5 May 2024\n4 May 2024\nPublished 3 May 2024") == parse_published("3 May 2024")
    assert find_published("Updated 5 May 2024\n4 May 2024\n") == parse_published("4 May 2024")


def test_a_bare_date_far_down_dates_something_else() -> None:
    assert find_published("A sentence was said here.\n" * 30 + "4 May 2024\n" + "More was said.\n" * 30) is None


@given(st.text(max_size=200))
def test_nothing_raises(text: str) -> None:
    find_published(text)
    parse_published(text)


@given(
    st.datetimes(
        min_value=__import__("datetime").datetime(1900, 1, 1), max_value=__import__("datetime").datetime(2099, 1, 1)
    )
)
def test_iso_times_are_read_back(when: object) -> None:
    value = str(when)[:19].replace(" ", "T")
    found = parse_published(value)
    assert found is not None
    assert found.time == value
