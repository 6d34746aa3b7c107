"""Readings looked at together: the same stories and pairs in whatever order they came, in memory or out of a ledger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.exports.reading_json import export_json, import_json
from sayso.exports.story_json import export_story
from sayso.ledger import Ledger, open_ledger
from sayso.linking.corpus import Corpus, find_candidates
from sayso.linking.incremental import IS_THERE, OTHER_TEXT, Linker
from sayso.linking.kept import load_corpus
from sayso.linking.keys import PERIOD
from sayso.linking.prepared import prepare
from sayso.records.article import Article, Precision, Published
from sayso.records.reading import Unread
from tests.night import AGENCY, NIGHT, POST, FakeContextual, article, corpus_of, lists, read_simply

STORY = ("agency", "post", "herald", "radio")


def linker_of(ledger: Ledger) -> Linker:
    return Linker(ledger, lists(), export_json, import_json)


def ledger_of(articles: Sequence[Article], path: Path | None = None) -> Ledger:
    ledger = open_ledger(path, create=path is not None)
    add(ledger, articles)
    return ledger


def add(ledger: Ledger, articles: Sequence[Article]) -> list[Unread]:
    """What of the articles was not added."""
    linker, batch = linker_of(ledger), ledger.begin_batch("night/")
    return [one for a in articles if isinstance(one := linker.add(read_simply(a), batch), Unread)]


def corpus_in(ledger: Ledger, *more: Article) -> Corpus:
    return load_corpus(linker_of(ledger), [read_simply(one) for one in more], FakeContextual())


def on_day(name: str, text: str, day: int, precision: Precision = Precision.DAY) -> Article:
    return replace(article(name, text), published=Published(f"2025-05-{day:02}", precision))


def test_articles_on_one_happening_are_a_story_in_order_of_time_and_others_stand_alone() -> None:
    corpus = night()
    assert corpus.stories() == (STORY, ("market",))
    assert corpus.story_of("radio") == STORY
    assert [story.articles for story in corpus.linked()] == [STORY]
    assert [len(story.articles) for story in corpus.linked(smallest=1)] == [4, 1]


def test_a_story_without_its_points_has_the_same_edges() -> None:
    corpus = corpus_of(*NIGHT)
    without = corpus.dependence(STORY)
    assert without.points == ()
    assert without.edges == corpus.link(STORY).edges != ()


@pytest.mark.parametrize(
    ("name", "found"),
    [("agency", ("agency",)), ("her", ("herald",)), ("", ()), ("none", ()), ("a", ("a b#1", "a b#2", "agency"))],
)
def test_an_article_is_found_by_its_id_or_the_beginning_of_it(name: str, found: tuple[str, ...]) -> None:
    corpus = corpus_of(*NIGHT, article("a b#1", AGENCY), article("a b#2", AGENCY))
    assert corpus.named(name) == found


def test_a_whole_id_stands_for_itself_even_if_another_begins_so() -> None:
    assert corpus_of(article("kell", AGENCY), article("kell-2", POST)).named("kell") == ("kell",)


def test_articles_too_far_apart_in_time_are_not_compared() -> None:
    near, far = on_day("near", POST, 15), on_day("far", POST, 16)
    one = on_day("one", AGENCY, 1)
    prepared = [prepare(read_simply(a), lists()) for a in (one, near, far)]
    assert find_candidates(prepared) == [("far", "near"), ("near", "one")]


@settings(max_examples=6)
@given(st.permutations(NIGHT))
def test_the_order_of_articles_never_shows(articles: list[Article]) -> None:
    assert_same(corpus_of(*articles), night())


@settings(max_examples=6)
@given(st.permutations(NIGHT), st.integers(0, 5))
def test_a_ledger_holds_the_same_as_memory_in_whatever_order_and_imports(articles: list[Article], cut: int) -> None:
    with ledger_of(articles[:cut]) as ledger:
        add(ledger, articles[cut:])
        assert_same(corpus_in(ledger), night())


@cache
def night() -> Corpus:
    return corpus_of(*NIGHT)


def assert_same(one: Corpus, other: Corpus) -> None:
    assert one.stories() == other.stories()
    assert sorted(one.pairs, key=lambda p: (p.a, p.b)) == sorted(other.pairs, key=lambda p: (p.a, p.b))
    assert export_story(one.link(STORY)) == export_story(other.link(STORY))


@settings(max_examples=12)
@given(st.lists(st.sampled_from([None, 1, 2, 14, 15, 16, 17, 30, 31]), min_size=2, max_size=5))
def test_time_windows_are_the_same_in_a_ledger_and_in_memory(days: list[int | None]) -> None:
    """Days around the edges of the periods by which a ledger keeps its fingerprints, and none."""
    assert PERIOD > 14
    articles = [on_day(f"a{at}", POST, day) if day else article(f"a{at}", POST) for at, day in enumerate(days)]
    with ledger_of(articles) as ledger:
        kept = {(pair.a, pair.b) for pair in corpus_in(ledger).pairs}
    assert kept == {(pair.a, pair.b) for pair in corpus_of(*articles).pairs}


def test_an_article_that_is_there_is_not_added_again_and_another_text_under_its_id_is_told() -> None:
    with ledger_of(NIGHT) as ledger:
        told = add(ledger, [NIGHT[0], replace(NIGHT[0], text=POST)])
        assert [(one.what, one.why) for one in told] == [("agency", IS_THERE), ("agency", OTHER_TEXT)]
        assert ledger.counts()["articles"] == 5


def test_what_another_process_added_meanwhile_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "night.db"
    with open_ledger(path, create=True) as ledger, open_ledger(path) as theirs:
        linker, batch = linker_of(ledger), ledger.begin_batch("mine/")
        add(theirs, NIGHT[1:4])
        found = linker.add(read_simply(NIGHT[0]), batch)
        assert not isinstance(found, Unread)
        assert {pair.a for pair in found} | {pair.b for pair in found} >= {"agency", "post", "herald"}
        again = linker.add(read_simply(NIGHT[1]), batch)
        assert isinstance(again, Unread)
        assert again.why == IS_THERE


def test_undoing_an_import_leaves_the_ledger_as_if_it_had_never_been_there(tmp_path: Path) -> None:
    kept = {
        "fingerprint": "*",
        "term": "*",
        "pair": "*",
        "article": "number, id, batch, day, published, text_digest, reading",
    }
    with ledger_of(NIGHT[:2], tmp_path / "a.db") as ledger, ledger_of(NIGHT[:2], tmp_path / "b.db") as other:
        add(ledger, NIGHT[2:])
        assert ledger.undo(2) == 3
        for table, columns in kept.items():
            statement = f"SELECT {columns} FROM {table}"
            assert (
                ledger.connection.exec_driver_sql(statement).all() == other.connection.exec_driver_sql(statement).all()
            )
        assert ledger.counts()["pairs"] > 0
        add(ledger, NIGHT[2:])
        assert_same(corpus_in(ledger), night())


def test_readings_beside_a_ledger_are_linked_and_not_kept() -> None:
    with ledger_of(NIGHT[:3]) as ledger:
        corpus = corpus_in(ledger, *NIGHT[3:])
        assert corpus.stories() == (STORY, ("market",))
        assert sorted(corpus.prepared) == ["agency", "herald", "market", "post", "radio"]
        assert len(corpus.prepared) == 5
        assert ledger.counts()["articles"] == 3
        assert_same(corpus, night())


def test_a_corpus_out_of_a_ledger_does_not_change_while_others_add(tmp_path: Path) -> None:
    path = tmp_path / "night.db"
    with ledger_of(NIGHT[:2], path) as ledger, open_ledger(path) as theirs:
        corpus = corpus_in(ledger)
        add(theirs, NIGHT[2:])
        theirs.undo(1)
        assert corpus.link(corpus.stories()[0]).articles == ("agency", "post")


def test_many_articles_are_asked_for_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.linking.incremental.AT_ONCE", 2)
    with ledger_of(NIGHT) as ledger:
        loaded = list(linker_of(ledger).load([5, 1, 3, 2, 4]))
        assert [(number, one.id) for number, one in loaded] == [(at, a.id) for at, a in enumerate(NIGHT, 1)]


def test_an_article_with_nothing_in_common_and_one_without_words_are_kept_too() -> None:
    odd = [article("dots", "… … …"), article("one word", "Umbrellas.")]
    with ledger_of([*NIGHT, *odd]) as ledger:
        assert corpus_in(ledger).stories() == (STORY, ("market",), ("dots",), ("one word",))
    assert corpus_of(*NIGHT, *odd).stories() == (STORY, ("market",), ("dots",), ("one word",))
