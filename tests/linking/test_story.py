"""One story linked whole."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.linking.statements import statements_of
from sayso.linking.story import LinkedStory, link_story, sentence_of
from sayso.records.attribution import Commitment
from sayso.records.claim import Voice
from sayso.records.edge import Direction, EdgeKind, Shown
from sayso.records.point import DisputeKind, Point
from sayso.records.reading import Reading
from tests.linking.articles import LISTS, WORDS, Says, article, credit, echo_of, scene, stories, story

# The ledger of the Kell pier: an agency has it from Ada Quill, a paper and a blog copy the agency, a second paper has
# the denial of the Ports Board from another agency, and one article is about something else.
LOST = "that the ledger of the old Kell pier was lost in the flood of March"
GONE = f"Harbour master Ada Quill said on Monday {LOST}. Nobody had made a copy of it, and repairs wait."
WIRE = f"KELL (Norda) — {GONE}"
PAPER = f"{GONE} Norda reported so."
BLOG = f"What a mess. {GONE} Via Tidewatch."
KEPT = "that the ledger of the old Kell pier was ever lost in a flood"
BOARD = (
    f"Otto Varga, a spokesman for the Ports Board, denied {KEPT}. Twelve volumes stand on his shelf, he told SPA, and "
    "whoever doubts it may come and read."
)
ORCHARD = "Growers in the Orsk valley have picked the last apples of a poor year, and cider will be dear this winter."

QUILL = Says("Harbour master Ada Quill", LOST)
VARGA = Says("Otto Varga, a spokesman for the Ports Board", KEPT, does=Commitment.DENIES)
READINGS = (
    article("wire", WIRE, QUILL, published="2025-05-12T08:00", credits=[credit(WIRE, "Norda")]),
    article("paper", PAPER, QUILL, published="2025-05-12T11:00", outlet="Kell Post"),
    article("blog", BLOG, QUILL, published="2025-05-13"),
    article("board", BOARD, VARGA, published="2025-05-14", outlet="Velm Tribune"),
    article("orchard", ORCHARD),
)


@pytest.fixture(scope="module")
def linked() -> LinkedStory:
    return story(*READINGS)


@pytest.fixture(scope="module")
def lost(linked: LinkedStory) -> Point:
    """The point of most articles: that the ledger was lost."""
    return linked.points[0]


def words_of(shown: Shown, linked: LinkedStory) -> str:
    return shown.span.cut(linked.scene.member(shown.article).text)


def test_a_story_goes_by_its_earliest_article_and_one_without_a_time_comes_last(linked: LinkedStory) -> None:
    assert linked.id == "wire"
    assert linked.articles == ("wire", "paper", "blog", "board", "orchard")


def test_who_has_it_from_whom(linked: LinkedStory) -> None:
    found = {(edge.child, edge.kind, edge.parent or edge.outside) for edge in linked.edges}
    assert found == {
        ("paper", EdgeKind.COPIES, "wire"),
        ("paper", EdgeKind.CREDITS, "wire"),
        ("blog", EdgeKind.COPIES, "wire"),
        ("blog", EdgeKind.CREDITS, "Tidewatch"),
        ("board", EdgeKind.CREDITS, "Skerry Press Agency"),
    }
    open_ = {(edge.child, edge.outside) for edge in linked.edges if edge.direction is Direction.UNKNOWN}
    assert open_ == {("paper", None)}  # no page says whose piece the wire's is


def test_the_point_of_most_articles_comes_first(linked: LinkedStory, lost: Point) -> None:
    assert lost.articles == ("wire", "paper", "blog", "board")
    counts = [len(point.articles) for point in linked.points]
    assert counts == sorted(counts, reverse=True)


def test_its_title_is_a_sentence_of_one_of_its_articles(linked: LinkedStory, lost: Point) -> None:
    assert words_of(lost.title, linked).endswith(f"Ada Quill said on Monday {LOST}.")


def test_it_says_what_each_article_does_with_it(lost: Point) -> None:
    assert {(claim.article, claim.voice, claim.does) for claim in lost.claims} == {
        ("wire", Voice.ATTRIBUTED, Commitment.ASSERTS),
        ("paper", Voice.ATTRIBUTED, Commitment.ASSERTS),
        ("blog", Voice.ATTRIBUTED, Commitment.ASSERTS),
        ("board", Voice.ATTRIBUTED, Commitment.DENIES),
    }


def test_behind_four_articles_stand_two_reports(lost: Point) -> None:
    assert (lost.reports, lost.low, lost.high) == ((("wire", "paper", "blog"), ("board",)), 2, 2)


def test_and_two_origins_of_which_one_speaks_for_a_board(lost: Point) -> None:
    assert [(origin.name, origin.side) for origin in lost.origins] == [
        ("Ada Quill", None),
        ("Otto Varga", "Ports Board"),
    ]
    assert [sorted(origin.articles) for origin in lost.origins] == [["blog", "paper", "wire"], ["board"]]


def test_who_denies_it_is_in_dispute_with_who_says_so(lost: Point) -> None:
    (dispute,) = lost.disputes
    assert dispute.about is DisputeKind.YES_NO
    assert "board" in (dispute.a.article, dispute.b.article)


def test_what_only_one_article_says_is_no_point(linked: LinkedStory) -> None:
    assert all("orchard" not in point.articles for point in linked.points)


def test_without_the_second_model_a_story_has_edges_only(linked: LinkedStory) -> None:
    bare = link_story(linked.scene, LISTS, None)
    assert (bare.edges, bare.points) == (linked.edges, ())


def test_a_story_of_one_article_has_no_points() -> None:
    alone = story(READINGS[0])
    assert (alone.id, alone.points) == ("wire", ())


def test_an_article_stands_in_the_scene_with_its_own_medium() -> None:
    here = scene(*READINGS)
    assert here.outlets == {"wire": None, "paper": "kellpost", "blog": None, "board": "velmtribune", "orchard": None}


# A text, words of a claim in it, and the sentence around them.
SENTENCES_AROUND = [
    ("It rained. Ada Quill said that it snowed all night. So it did.", "that it snowed all night", 1),
    ("Ada Quill said that it snowed all night.\n\nSo it did.", "that it snowed all night", 0),
    ("“It snowed all night. It still does,” Ada Quill said.", "It snowed all night. It still does", 0),
]


@pytest.mark.parametrize(("text", "content", "place"), SENTENCES_AROUND)
def test_the_sentence_of_a_claim_is_cut_whole_out_of_its_article(text: str, content: str, place: int) -> None:
    here = scene(article("a", text, Says("Ada Quill", content)))
    found = statements_of(here.members, WORDS, LISTS.weigher.counts)
    (statement,) = [one for one in found if one.claim.voice is Voice.ATTRIBUTED]
    sentence = sentence_of(statement).cut(text)
    assert content in sentence
    assert text.startswith(sentence) is (place == 0)
    assert sentence.endswith(".")


@pytest.mark.parametrize("seed", range(10))
def test_the_order_in_which_articles_came_never_shows(linked: LinkedStory, seed: int) -> None:
    shuffled = list(READINGS)
    Random(seed).shuffle(shuffled)
    again = story(*shuffled)
    assert (again.edges, again.points) == (linked.edges, linked.points)


@given(stories(least=2), st.integers(0, 1000))
def test_the_order_of_any_articles_never_shows(readings: list[Reading], seed: int) -> None:
    shuffled = list(readings)
    Random(seed).shuffle(shuffled)
    first, again = story(*readings), story(*shuffled)
    assert (again.id, again.edges, again.points) == (first.id, first.edges, first.points)


@given(stories(least=2))
def test_everything_shown_is_words_of_its_article(readings: list[Reading]) -> None:
    linked = story(*readings)
    for shown in all_shown(linked):
        words = words_of(shown, linked)
        assert words == words.strip() != ""
        assert len(words) == len(shown.span)


def all_shown(linked: LinkedStory) -> Iterator[Shown]:
    for edge in linked.edges:
        yield from edge.shown
    for point in linked.points:
        yield point.title
        for origin in point.origins:
            yield from origin.shown
        for dispute in point.disputes:
            yield from (dispute.a, dispute.b)


@given(stories(least=2))
def test_every_point_is_counted_over_the_articles_that_hold_it(readings: list[Reading]) -> None:
    for point in story(*readings).points:
        assert len(point.articles) > 1
        assert sorted(name for group in point.reports for name in group) == sorted(point.articles)
        assert point.low <= len(point.reports) <= point.high
        assert {name for origin in point.origins for name in origin.articles} <= set(point.articles)


def test_an_echo_adds_no_report_and_no_origin_to_any_point(linked: LinkedStory) -> None:
    for reading in READINGS[:4]:
        more = story(*READINGS, echo_of(reading, "z")).points[: len(linked.points)]
        for before, after in zip(linked.points, more, strict=True):
            assert (after.low, len(after.reports), after.high) == (before.low, len(before.reports), before.high)
            assert [origin.name for origin in after.origins] == [origin.name for origin in before.origins]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("― The ledger of the old pier was lost.", "The ledger of the old pier was lost."),
        ('The ledger of the old pier was lost."', "The ledger of the old pier was lost."),
        ('"The ledger of the old pier was lost."', '"The ledger of the old pier was lost."'),
    ],
)
def test_what_is_no_part_of_a_sentence_is_no_part_of_its_title(text: str, shown: str) -> None:
    statement = statements_of(scene(article("a", text)).members, WORDS, LISTS.weigher.counts)[0]
    assert sentence_of(statement).cut(text) == shown


def test_of_two_claims_of_one_sentence_a_point_holds_the_one_that_others_bear_out() -> None:
    lost, fenced = "the ledger of the old Kell pier was lost", "fishermen at the quay of Velm want new nets"
    text = f"Ada Quill said {lost}, and that {fenced}."
    first = article("a", text, Says("Ada Quill", lost), Says("Ada Quill", fenced))
    found = story(first, article("b", f"Otto Varga said {lost}.", Says("Otto Varga", lost)))
    mine = [claim for claim in found.points[0].claims if claim.article == "a"]
    assert [claim.claim for claim in mine] == ["c00015"]
