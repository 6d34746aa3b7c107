"""Articles on one happening, and connected components."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.linking.components import Components, group_connected
from sayso.linking.pairs import Pair, compare_pair
from sayso.linking.prepared import prepare
from sayso.linking.stories import group_stories
from sayso.records.reading import Reading
from tests.linking.articles import LANDING, LISTS, ORCHARD, PIER, article, stories

PIER_AGAIN = (
    "Kell has shut its old pier. Eleven cracks in the piles are to blame, which a diver found on Monday; the night "
    "ferry for Skerry will sail from Velm until the welders are done with the timbers."
)
HARVEST = "Apple growers of the Orsk valley bring in half a crop: hail in June and a dry August spoilt the cider year."


def alike(a: str, b: str, *, share: float = 0.0, one_story: bool = True) -> Pair:
    """Two articles that tell of one happening, or share so much narrative."""
    first, second = sorted((a, b))
    return Pair(first, second, 0.5, share, (), one_story)


def stories_of(ids: str, *pairs: Pair) -> list[str]:
    return ["".join(group) for group in group_stories(ids, pairs)]


def stories_in(*readings: Reading) -> list[list[str]]:
    prepared = [prepare(reading, LISTS) for reading in readings]
    pairs = [compare_pair(a, b) for a, b in combinations(prepared, 2)]
    return [sorted(group) for group in group_stories([one.id for one in prepared], pairs)]


# Articles, the pairs of them that are alike, the stories they make.
STORIES = [
    ("", "", []),
    ("a", "", ["a"]),
    ("abc", "", ["a", "b", "c"]),
    ("ab", "ab", ["ab"]),
    ("abc", "ab bc ac", ["abc"]),
    ("abc", "ab bc", ["abc"]),
    ("abcd", "ab cd", ["ab", "cd"]),
    ("abcdef", "ab ac bc de df ef", ["abc", "def"]),
    ("abcdef", "ab ac bc cd de df ef", ["abc", "def"]),
    ("abcdef", "ab ac bc bd cd ce de df ef", ["abcdef"]),
    ("cab", "ab ac bc", ["cab"]),
]


@pytest.mark.parametrize(("ids", "pairs", "expected"), STORIES)
def test_alike_articles_are_one_story_if_others_bear_it_out(ids: str, pairs: str, expected: list[str]) -> None:
    assert stories_of(ids, *(alike(*pair) for pair in pairs.split())) == expected


def test_a_copy_joins_whatever_others_are_alike_to() -> None:
    triangles = [alike(*pair) for pair in "ab ac bc de df ef".split()]
    assert stories_of("abcdef", *triangles, alike("c", "d")) == ["abc", "def"]
    assert stories_of("abcdef", *triangles, alike("c", "d", share=0.5)) == ["abcdef"]


def test_a_pair_of_two_happenings_joins_nothing() -> None:
    assert stories_of("ab", alike("a", "b", one_story=False)) == ["a", "b"]


def test_two_tellings_of_a_happening_are_one_story_and_another_happening_is_none_of_it() -> None:
    readings = [article("pier", PIER), article("again", PIER_AGAIN), article("orchard", ORCHARD)]
    assert stories_in(*readings, article("harvest", HARVEST)) == [["again", "pier"], ["harvest", "orchard"]]


def test_the_same_happening_weeks_later_is_another_story() -> None:
    early = article("early", PIER, published="2025-05-01")
    assert stories_in(early, article("late", PIER_AGAIN, published="2025-05-14")) == [["early", "late"]]
    assert stories_in(early, article("late", PIER_AGAIN, published="2025-05-20")) == [["early"], ["late"]]


def test_articles_that_hold_no_words_are_stories_of_their_own() -> None:
    assert stories_in(article("a", ""), article("b", "…"), article("c", LANDING)) == [["a"], ["b"], ["c"]]


@given(stories(least=2), st.integers(0, 1000))
def test_the_order_in_which_articles_came_never_shows_in_stories(readings: list[Reading], seed: int) -> None:
    shuffled = list(readings)
    Random(seed).shuffle(shuffled)
    assert sorted(stories_in(*shuffled)) == sorted(stories_in(*readings))


EDGES = st.lists(st.tuples(st.integers(0, 14), st.integers(0, 14)), max_size=25)


@given(EDGES, st.integers(0, 1000))
def test_groups_are_the_connected_components_in_the_order_of_the_items(edges: list[tuple[int, int]], seed: int) -> None:
    items = list(range(15))
    Random(seed).shuffle(items)
    groups = group_connected(items, edges)
    assert [set(group) for group in groups] == flooded(items, edges)
    for group in groups:
        assert list(group) == [item for item in items if item in group]


def flooded(items: list[int], edges: list[tuple[int, int]]) -> list[set[int]]:
    """Connected components by a plain flood fill, in the order of their first item."""
    near: dict[int, set[int]] = defaultdict(set)
    for a, b in edges:
        near[a].add(b)
        near[b].add(a)
    found: list[set[int]] = []
    for item in items:
        if any(item in group for group in found):
            continue
        group, waiting = {item}, [item]
        while waiting:
            fresh = near[waiting.pop()] - group
            group |= fresh
            waiting.extend(fresh)
        found.append(group)
    return found


@given(EDGES)
def test_a_join_says_whether_it_joined_anything(edges: list[tuple[int, int]]) -> None:
    components: Components[int] = Components()
    joins = sum(components.join(a, b) for a, b in edges)
    assert joins == 15 - len(flooded(list(range(15)), edges))


def test_a_long_chain_is_one_component() -> None:
    (group,) = group_connected(range(50_000), ((n, n + 1) for n in range(49_999)))
    assert len(group) == 50_000
