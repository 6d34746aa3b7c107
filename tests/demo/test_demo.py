"""The demo ledger against what is true of its articles, with the real weights."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.cli.corpora import open_corpus
from sayso.demo import build_demo, find_central, is_demo, load_truth
from sayso.demo.truth import TrueDrift, TrueEdge
from sayso.errors import LedgerExists
from sayso.linking.checking import Checked, Finding, check_draft
from sayso.linking.corpus import Corpus
from sayso.linking.story import LinkedStory
from sayso.records.claim import RelationKind
from sayso.records.edge import Edge
from sayso.records.point import Point
from sayso.records.reading import Reading
from tests.cli.across import sayso, told

pytestmark = pytest.mark.weights

TRUTH = load_truth()


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    build_demo(path, jobs=2)
    return path


@pytest.fixture(scope="module")
def corpus(ledger: Path) -> Corpus:
    return open_corpus(ledger)


@pytest.fixture(scope="module")
def stories(corpus: Corpus) -> list[LinkedStory]:
    return list(corpus.linked())


@pytest.fixture(scope="module")
def central(corpus: Corpus) -> Point:
    return find_central(corpus)[2]


@pytest.fixture(scope="module")
def edges(stories: list[LinkedStory]) -> dict[tuple[str, str, str], Edge]:
    """By child, kind and parent, which may be a name outside."""
    return {(e.child, e.kind, e.parent or e.outside or ""): e for story in stories for e in story.edges}


def reading_of(article: str, corpus: Corpus) -> Reading:
    return corpus.prepared[article].reading


def test_the_central_point_is_held_by_exactly_its_fourteen_articles(central: Point) -> None:
    assert sorted(central.articles) == sorted(TRUTH.central.articles)
    assert len(central.articles) == 14


def test_it_goes_back_to_three_reports_whatever_is_suspected(central: Point) -> None:
    assert {frozenset(report) for report in central.reports} == {frozenset(report) for report in TRUTH.central.reports}
    assert (central.low, central.high) == (3, 3)


def test_it_has_one_origin_who_speaks_for_the_ministry(central: Point) -> None:
    assert [(origin.name, origin.side) for origin in central.origins] == [("Tobias Lerrick", TRUTH.central.side)]
    assert sorted(central.origins[0].articles) == sorted(TRUTH.central.articles)


def test_it_is_the_storys_first_point_and_titled_as_somebodys_word(corpus: Corpus) -> None:
    story, number, point = find_central(corpus)
    assert number == 1
    title = point.title.span.cut(story.scene.member(point.title.article).text)
    assert {"said", "says"} & set(title.split())


def test_an_outlet_that_tells_it_as_its_own_is_shown_so(central: Point) -> None:
    own = {claim.article for claim in central.claims if claim.voice == "own"}
    assert own == set(TRUTH.central.own_voice)


@pytest.mark.parametrize("edge", TRUTH.edges, ids=lambda e: f"{e.child} {e.kind} {e.parent or e.outside}")
def test_each_planned_edge_is_found_in_its_direction(edge: TrueEdge, edges: dict[tuple[str, str, str], Edge]) -> None:
    found = edges[edge.child, edge.kind, edge.parent or edge.outside or ""]
    assert found.direction is edge.direction


def test_no_edge_is_found_that_was_not_planned(edges: dict[tuple[str, str, str], Edge]) -> None:
    assert set(edges) == {(e.child, e.kind, e.parent or e.outside or "") for e in TRUTH.edges}


def test_the_denial_and_the_numbers_are_disputed_and_nothing_else_is(stories: list[LinkedStory]) -> None:
    found = {
        (one.about, frozenset((one.a.article, one.b.article)))
        for story in stories
        for point in story.points
        for one in point.disputes
    }
    assert found == {(one.about, frozenset((one.a, one.b))) for one in TRUTH.disputes}


def check_of(article: str, words: str, corpus: Corpus) -> Checked:
    """The check of one quotation of an article against all others."""
    others = [reading_of(name, corpus) for name in sorted(corpus.times) if name != article]
    text = reading_of(article, corpus).article.text
    return next(one for one in check_draft(reading_of(article, corpus), others) if words in one.span.cut(text))


@pytest.mark.parametrize("drift", TRUTH.drift, ids=lambda d: d.article)
def test_each_quotation_that_drifted_is_traced_to_who_heard_it(drift: TrueDrift, corpus: Corpus) -> None:
    checked = check_of(drift.article, drift.words, corpus)
    assert [(match.quoted.article, match.drift.kind) for match in checked.matches] == [(drift.source, drift.kind)]


def test_a_quotation_given_to_another_speaker_is_told(corpus: Corpus) -> None:
    checked = check_of("today-2", "We will not run ahead", corpus)
    assert checked.finding is Finding.OTHER_SPEAKER
    assert [match.quoted.speaker for match in checked.matches] == ["Helene Ostrand"]


def test_a_backdated_page_is_not_believed(stories: list[LinkedStory]) -> None:
    assert {name for story in stories for name in story.scene.misdated} == set(TRUTH.backdated)


def test_unnamed_officials_of_two_outlets_are_two_sources(stories: list[LinkedStory]) -> None:
    told = {"courier-3", "examiner-2"}
    (point,) = [p for story in stories for p in story.points if told <= set(p.articles)]
    unnamed = [origin.articles for origin in point.origins if not origin.named]
    assert sorted(unnamed) == [("courier-3",), ("examiner-2",)]


def test_what_is_of_another_matter_or_language_is_in_no_story(corpus: Corpus) -> None:
    assert {story[0] for story in corpus.stories() if len(story) == 1} >= set(TRUTH.alone)
    arabic = reading_of("sahil-1", corpus)
    assert not arabic.claims
    assert {unread.why for unread in arabic.unread} == {"does not read like English"}


def test_a_short_piece_with_nothing_attributed_has_no_attribution(corpus: Corpus) -> None:
    assert not reading_of("echo-3", corpus).attributions


@pytest.mark.xfail(reason="the reader leaves a deck's own voice unsettled: truth.json, misses")
def test_a_deck_that_hardens_what_the_body_hedges_is_told_so(corpus: Corpus) -> None:
    kinds = {relation.kind for relation in reading_of("examiner-1", corpus).relations}
    assert RelationKind.SOFTENS in kinds


def test_every_article_has_its_purpose_written_down(corpus: Corpus) -> None:
    assert set(TRUTH.purposes) == set(corpus.times)


def test_a_demo_is_known_as_one_and_never_written_over(ledger: Path, tmp_path: Path) -> None:
    assert is_demo(ledger)
    with pytest.raises(LedgerExists):
        build_demo(ledger)
    assert sayso("new", tmp_path / "other.db").exit_code == 0
    assert not is_demo(tmp_path / "other.db")
    assert not list(ledger.parent.glob("*.part*"))


def test_the_command_shows_the_funnel_and_what_to_try(ledger: Path) -> None:
    done = sayso("demo", "--ledger", ledger, "--no-serve")
    assert done.exit_code == 0, done.output
    assert "14 articles → 3 reports → 1 origin: Tobias Lerrick (Interior Ministry)" in done.stdout
    assert f'sayso funnel {ledger} "coastal-1#1"' in done.stdout


def test_the_command_leaves_another_ledger_as_it_is(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    assert sayso("new", other).exit_code == 0
    assert "is there already" in told(sayso("demo", "--ledger", other), 1)
