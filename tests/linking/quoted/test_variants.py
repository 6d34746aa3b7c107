"""Among many quotations, the variants of one utterance."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.linking.drift import compare_quotations
from sayso.linking.quoted.variants import CROWD, Quoted, find_variants
from sayso.records.drift import DriftKind
from sayso.records.span import Span

LOST = "The ship is lost and nobody was told until noon"
SAYINGS = (
    LOST,
    "the ship is lost and nobody was told until noon!",
    "The ship is lost, and nobody was told",
    "Nobody in Kell was told until noon that the ship is lost",
    "The pumps were old, the owner knew it, and the harbour board knew it too",
    "The pumps were old; the owner and the harbour board knew",
    "We have never had such mussels",
    "no comment",
    "It is what it is",
    "Five of her daughters sail, so losing the boat hardly matters",
    "The boat is lost; she has 5 daughters who sail",
)


def quoted(words: str, article: str = "", speaker: str | None = None) -> Quoted:
    return Quoted(article or words, words, (Span(0, len(words)),), speaker)


def pairs_of(quotations: list[Quoted]) -> list[tuple[int, int, DriftKind]]:
    return [(i, j, drift.kind) for i, j, drift in find_variants(quotations)]


def test_variants_are_found_and_different_utterances_are_left_out() -> None:
    told = [LOST, "We have never had such mussels", "The ship is lost, and nobody was told"]
    assert pairs_of([quoted(words) for words in told]) == [(0, 2, DriftKind.SHORTENED)]


def test_two_tellings_without_a_run_in_common_meet_by_their_rare_words() -> None:
    told = SAYINGS[-2:]
    assert pairs_of([quoted(words) for words in told]) == [(0, 1, DriftKind.SIMILAR)]


def test_the_same_few_words_are_no_variants() -> None:
    assert pairs_of([quoted("no comment", "a"), quoted("no comment", "b")]) == []


def test_a_quotation_inside_another_of_its_article_is_no_variant_of_it() -> None:
    inner = Quoted("a", LOST, (Span(0, 16),), None)
    assert pairs_of([quoted(LOST, "a"), inner]) == []
    assert pairs_of([quoted(LOST, "a"), Quoted("b", LOST, (Span(0, 16),), None)]) == [(0, 1, DriftKind.SHORTENED)]


def test_one_utterance_given_to_two_speakers_is_told_with_both_names() -> None:
    ((_, _, drift),) = find_variants([quoted(LOST, "a", "Ada Quill"), quoted(LOST, "b", "Otto Varga")])
    assert (drift.kind, drift.reason) == (
        DriftKind.EXACT,
        "word for word the same; other speaker: Ada Quill, Otto Varga",
    )


@pytest.mark.parametrize(("speaker", "expected"), [("Otto Varga", 0), ("Quill", 1), ("the mayor", 1), (None, 1)])
def test_similar_words_of_two_speakers_are_two_utterances(speaker: str | None, expected: int) -> None:
    assert len(pairs_of([quoted(SAYINGS[-2], "a", "Ada Quill"), quoted(SAYINGS[-1], "b", speaker)])) == expected


def test_a_crowd_of_wordings_with_one_phrase_is_not_compared_pair_by_pair() -> None:
    crowd = [quoted(f"The mayor of Kell likes w{number}x and y{number}z") for number in range(CROWD + 1)]
    assert pairs_of(crowd) == []


@given(st.permutations(SAYINGS))
def test_the_order_of_the_quotations_never_shows(order: list[str]) -> None:
    found = {frozenset((order[i], order[j])): kind for i, j, kind in pairs_of([quoted(words) for words in order])}
    first = pairs_of([quoted(words) for words in SAYINGS])
    assert found == {frozenset((SAYINGS[i], SAYINGS[j])): kind for i, j, kind in first}


@given(st.lists(st.sampled_from(SAYINGS), max_size=8))
def test_pairs_are_sorted_and_are_those_of_comparing_all_with_all(told: list[str]) -> None:
    quotations = [quoted(words, str(number)) for number, words in enumerate(told)]
    found = list(find_variants(quotations))
    assert [(i, j) for i, j, _ in found] == sorted((i, j) for i, j, _ in found)
    expected = {}
    for i, j in combinations(range(len(told)), 2):
        a, b = quotations[i], quotations[j]
        drift = compare_quotations(a.text, a.spans, b.text, b.spans)
        if drift.kind is not DriftKind.DIFFERENT and "no comment" not in (a.text, b.text):
            expected[i, j] = drift
    assert {(i, j): drift for i, j, drift in found} == expected
