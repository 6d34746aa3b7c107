"""How many disputes a page of a story shows."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from sayso.web.pages import first_disputes


def shown(*disputes: int, most: int) -> list[int]:
    """How many are shown of points with so many disputes each."""
    points: Any = [SimpleNamespace(disputes=tuple(range(number))) for number in disputes]
    return [len(some) for _, some in first_disputes(points, most)]


def test_points_without_a_dispute_are_left_out() -> None:
    assert shown(0, 2, 0, 1, most=40) == [2, 1]


def test_a_page_shows_so_many_in_all_those_of_the_first_points_first() -> None:
    assert shown(30, 0, 30, 5, most=40) == [30, 10]


def test_a_story_without_disputes_shows_none() -> None:
    assert shown(0, 0, most=40) == []
