"""A ledger from Python."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from sayso import OpenLedger, export_json, open_ledger
from sayso.errors import BadLedger, BadQuery, LedgerExists, MissingArticle
from sayso.records.article import Article
from sayso.records.reading import Reading
from tests.night import NIGHT, read_simply

READINGS = [read_simply(one) for one in NIGHT]


@pytest.fixture
def night(tmp_path: Path) -> Iterator[OpenLedger]:
    with open_ledger(tmp_path / "night.db", create=True) as ledger:
        assert ledger.add(READINGS, source="the night") == ()
        yield ledger


def another(name: str, text: str) -> Reading:
    return read_simply(Article(name, text))


def test_what_was_added_comes_back_as_it_was(night: OpenLedger) -> None:
    assert night.ids() == tuple(one.id for one in NIGHT)
    assert export_json(night.reading(NIGHT[0].id)) == export_json(READINGS[0])
    assert [(source, articles) for _, source, articles in night.imports()] == [("the night", len(NIGHT))]


def test_a_ledger_is_found_again_by_its_path_in_letters(night: OpenLedger, tmp_path: Path) -> None:
    with open_ledger(str(tmp_path / "night.db")) as same:
        assert same.ids() == night.ids()


def test_an_article_that_is_there_is_told_and_not_added_twice(night: OpenLedger) -> None:
    (there,) = night.add([READINGS[0]])
    assert there.what == NIGHT[0].id
    (other,) = night.add([another(NIGHT[0].id, "Other words, the mayor said.")])
    assert other.why != there.why
    assert len(night.ids()) == len(NIGHT)


def test_the_stories_are_linked_whole(night: OpenLedger) -> None:
    (story,) = night.stories()
    assert len(story.articles) > 1
    assert story.points
    assert len(night.stories(smallest=1)) > 1


def test_claims_are_searched_in_the_same_language_as_everywhere(night: OpenLedger) -> None:
    found = night.search("engines")
    assert found.total > 0
    assert all("engines" in hit.words for hit in found.hits)
    assert night.search("engines", texts=True).where == "texts"
    with pytest.raises(BadQuery):
        night.search("number:>many")


def test_decisions_are_taken_through_the_same_door(night: OpenLedger) -> None:
    with night.review("ines") as review:
        pick = review.queue()[0].row.pick
        review.reject(pick, why="no claim")
        assert [one.why for one in review.decisions()] == ["no claim"]
    assert night.verify() == ()


def test_an_import_is_undone_and_what_it_held_may_come_again(night: OpenLedger) -> None:
    ((number, _, _),) = night.imports()
    assert night.undo(number) == len(NIGHT)
    assert night.ids() == ()
    assert night.add(READINGS) == ()


def test_what_was_forgotten_is_not_added_again(night: OpenLedger) -> None:
    night.forget(NIGHT[0].id, reason="asked for")
    with pytest.raises(MissingArticle):
        night.reading(NIGHT[0].id)
    (refused,) = night.add([READINGS[0]])
    assert "asked for" in refused.why
    assert night.verify() == ()


def test_threads_may_read_and_write_at_once(night: OpenLedger) -> None:
    more = [another(f"more {number}", f"Number {number} of them sank, the mayor said.") for number in range(12)]
    with ThreadPoolExecutor(4) as threads:
        adding = [threads.submit(night.add, [reading]) for reading in more]
        asking = [threads.submit(night.search, "engines") for _ in range(12)]
        assert all(done.result() == () for done in adding)
        assert len({done.result().total for done in asking}) == 1
    assert set(night.ids()) >= {reading.article.id for reading in more}
    assert night.verify() == ()


def test_what_cannot_be_opened_or_made_says_so(night: OpenLedger, tmp_path: Path) -> None:
    with pytest.raises(BadLedger):
        open_ledger(tmp_path / "none.db")
    with pytest.raises(LedgerExists):
        open_ledger(tmp_path / "night.db", create=True)


def test_nothing_is_written_beside_the_ledger(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "one.db", create=True) as ledger:
        ledger.add([replace(READINGS[0])])
    assert [path.name for path in tmp_path.iterdir()] == ["one.db"]


def test_a_file_that_is_called_like_a_server_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    open_ledger("postgresql_backup.db", create=True).close()
    assert (tmp_path / "postgresql_backup.db").is_file()
