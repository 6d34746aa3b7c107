"""Groups whose members are alike on average."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from sayso.linking.linkage import Key, group_alike

A, B, C, D = (("a", "1"), ("b", "1"), ("c", "1"), ("d", "1"))
NODES = tuple((name, claim) for name in "abcdef" for claim in "12")


def test_what_is_like_nothing_stands_alone() -> None:
    assert group_alike([B, A], {}, 0.5) == ((A,), (B,))


def test_a_chain_of_likeness_joins_nothing() -> None:
    likeness = {(A, B): 0.9, (B, C): 0.8, (C, D): 0.9}
    assert group_alike([A, B, C, D], likeness, 0.5) == ((A, B), (C, D))


def test_what_is_like_most_of_a_group_joins_it() -> None:
    likeness = {(A, B): 0.9, (A, C): 0.8, (B, C): 0.8, (A, D): 0.6, (B, D): 0.6}
    assert group_alike([A, B, C, D], likeness, 0.35) == ((A, B, C, D),)
    assert group_alike([A, B, C, D], likeness, 0.5) == ((A, B, C), (D,))


def test_the_likest_two_are_joined_first() -> None:
    assert group_alike([A, B, C], {(A, B): 0.6, (B, C): 0.7}, 0.5) == ((A,), (B, C))


def test_nothing_is_joined_with_itself() -> None:
    assert group_alike([A], {(A, A): 1.0}, 0.5) == ((A,),)


pairs = st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)).filter(lambda pair: pair[0] < pair[1])


@given(st.dictionaries(pairs, st.floats(0, 1), max_size=30), st.integers())
def test_order_and_direction_of_pairs_never_show(likeness: dict[tuple[Key, Key], float], seed: int) -> None:
    mixed = [((b, a), value) for (a, b), value in likeness.items()]
    Random(seed).shuffle(mixed)
    nodes = list(NODES)
    Random(seed).shuffle(nodes)
    groups = group_alike(NODES, likeness, 0.5)
    assert group_alike(nodes, dict(mixed), 0.5) == groups
    assert sorted(node for group in groups for node in group) == list(NODES)
