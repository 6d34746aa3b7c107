"""Which statements are compared, and that those that say the same stand together."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.linking.points import CROWD, THRONG, group_points
from sayso.linking.prepared import prepare
from sayso.linking.statements import Statement, statements_of
from tests.linking.articles import LISTS, WORDS, article

SHUT = "The pier is not for us."


def statements_in(texts: Sequence[str]) -> tuple[Statement, ...]:
    readings = (article(f"a{number:03}", text) for number, text in enumerate(texts))
    return statements_of([prepare(reading, LISTS) for reading in readings], WORDS, LISTS.weigher.counts)


def crowd(count: int) -> list[str]:
    """Texts about the pier that tell little else alike."""
    return [f"Pier {number} has {'very ' * (number % 9 + 3)}old boards." for number in range(1000, 1000 + count)]


def joined(texts: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(one.article for one in group.members) for group in group_points(statements_in(texts))]


def test_two_that_share_only_a_word_of_the_whole_story_are_compared_if_they_sound_alike() -> None:
    assert ("a000", "a001") in joined([SHUT, SHUT, *crowd(CROWD)])


def test_what_a_throng_has_in_common_proposes_nothing() -> None:
    assert ("a000", "a001") not in joined([SHUT, SHUT, *crowd(THRONG)])
