"""Points as people would have them: claims tied stand together, claims parted stand apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.ledger.review.judged import Judgements
from sayso.linking.story import LinkedStory, link_story
from sayso.linking.ties import Key, Ties, tie
from tests.night import FakeContextual, ferry, lists

keys = st.sampled_from([(article, claim) for article in "abcd" for claim in ("1", "2")])
pairs = st.tuples(keys, keys).filter(lambda pair: pair[0] != pair[1])


@st.composite
def parted(draw: st.DrawFn) -> list[tuple[Key, ...]]:
    """Keys in groups, each in one."""
    chosen = draw(st.lists(keys, unique=True, max_size=8))
    groups: dict[int, list[Key]] = {}
    for key in chosen:
        groups.setdefault(draw(st.integers(0, 2)), []).append(key)
    return [tuple(sorted(group)) for group in groups.values()]


@given(parted(), st.frozensets(pairs, max_size=4), st.frozensets(pairs, max_size=4))
def test_no_group_holds_what_was_parted_and_no_key_is_lost_or_doubled(
    groups: list[tuple[Key, ...]], same: frozenset[tuple[Key, Key]], apart: frozenset[tuple[Key, Key]]
) -> None:
    made = tie(groups, Ties(same, apart))
    listed = [key for group in made for key in group]
    assert len(listed) == len(set(listed))
    assert set(listed) >= {key for group in groups for key in group}
    assert not any(a in group and b in group for group in made for a, b in apart)


@given(parted(), st.frozensets(pairs, max_size=4))
def test_all_that_was_tied_stands_together_where_nothing_was_parted(
    groups: list[tuple[Key, ...]], same: frozenset[tuple[Key, Key]]
) -> None:
    made = tie(groups, Ties(same))
    assert all(any(a in group and b in group for group in made) for a, b in same)


@given(parted())
def test_without_ties_groups_stay_as_they_are(groups: list[tuple[Key, ...]]) -> None:
    assert tie(groups, Ties()) == groups


def linked(judgements: Judgements) -> LinkedStory:
    return link_story(ferry().scene, lists(), FakeContextual(), judgements)


def held(story: LinkedStory, key: Key) -> list[int]:
    """The numbers of the points that hold a claim."""
    return [
        at for at, point in enumerate(story.points) if key in {(claim.article, claim.claim) for claim in point.claims}
    ]


def test_a_claim_that_was_split_off_leaves_its_point_and_every_count_of_it() -> None:
    point = ferry().points[0]
    first, *rest = [(claim.article, claim.claim) for claim in point.claims]
    story = linked(Judgements(apart=frozenset((first, other) for other in rest)))
    assert held(ferry(), first) == [0]
    assert held(story, first) == []
    assert all(first[0] not in one.articles or held(story, rest[0]) != [at] for at, one in enumerate(story.points))


def test_claims_that_were_merged_stand_in_one_point() -> None:
    first = (ferry().points[0].claims[0].article, ferry().points[0].claims[0].claim)
    other = ferry().points[-1].claims[0]
    second = (other.article, other.claim)
    assert held(ferry(), first) != held(ferry(), second)
    story = linked(Judgements(same=frozenset({(first, second)})))
    assert held(story, first) == held(story, second) != []
