"""A ledger file: what it refuses, what it keeps, and that nothing is ever half there."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from sayso.errors import BadLedger, LedgerExists
from sayso.ledger import Ledger, open_ledger
from sayso.ledger.store import ArticleRow


def row(name: str, batch: int, text: str = "The ferry sails.") -> ArticleRow:
    return ArticleRow(name, batch, None, None, text, b'{"of": "' + name.encode() + b'"}')


def add(ledger: Ledger, *names: str) -> int:
    """A new import batch with these articles."""
    batch = ledger.begin_batch("night/")
    for name in names:
        with ledger.change():
            ledger.save_article(row(name, batch))
    return batch


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "night.db"


def test_what_was_kept_is_there_when_it_is_opened_again(path: Path) -> None:
    with open_ledger(path, create=True) as ledger:
        add(ledger, "one", "two")
    with open_ledger(path) as ledger:
        assert list(ledger.readings()) == [b'{"of": "one"}', b'{"of": "two"}']
        assert list(ledger.readings([2])) == [b'{"of": "two"}']
        assert ledger.listed() == [(1, "one", None), (2, "two", None)]
        assert ledger.batches() == [(1, "night/", 2)]


def test_a_closed_ledger_is_one_file(path: Path) -> None:
    with open_ledger(path, create=True) as ledger:
        add(ledger, "one")
    assert list(path.parent.iterdir()) == [path]


def test_a_ledger_is_never_made_over_a_file(path: Path) -> None:
    path.write_text("mine")
    with pytest.raises(LedgerExists, match="is there already"):
        open_ledger(path, create=True)
    assert path.read_text() == "mine"


def test_a_ledger_in_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadLedger, match="there is no folder"):
        open_ledger(tmp_path / "none" / "x.db", create=True)


def of_another_kind(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE songs (title)")
        other.commit()


def of_version(version: int, *steps: str) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        with closing(sqlite3.connect(path)) as other:
            other.execute("CREATE TABLE meta (key, value)")
            other.execute("INSERT INTO meta VALUES ('version', ?)", (version,))
            if steps:
                other.execute("CREATE TABLE step (name)")
                other.executemany("INSERT INTO step VALUES (?)", [(step,) for step in steps])
            other.commit()

    return make


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda path: None, "is not there; make one with `sayso new`"),
        (lambda path: path.mkdir(), "is no ledger but a folder"),
        (lambda path: path.write_text("plain words " * 50), "is no ledger"),
        (lambda path: path.write_bytes(b""), "is no ledger"),
        (of_another_kind, "is no ledger"),
        (
            of_version(9, "s09_songs"),
            "is a ledger of version 9 (it has s09_songs), newer than this Sayso; upgrade Sayso",
        ),
        (of_version(9), "is a ledger of version 9, newer than this Sayso; upgrade Sayso"),
        (
            of_version(1),
            "is a ledger of version 1, older than this Sayso's; make a new one with `sayso new` and add them again",
        ),
    ],
)
def test_what_is_no_ledger_is_refused_and_left_as_it_is(path: Path, make: object, says: str) -> None:
    assert callable(make)
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(BadLedger) as error:
        open_ledger(path)
    assert str(error.value) == f"{path}: {says}"
    assert (path.read_bytes() if path.is_file() else None) == before
    assert {one.name for one in path.parent.iterdir()} <= {path.name}


def test_a_damaged_ledger_is_told_in_words(path: Path) -> None:
    with open_ledger(path, create=True) as ledger:
        add(ledger, *(f"article {number}" for number in range(50)))
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"x" * (len(whole) - 8192))
    with pytest.raises(BadLedger, match="is damaged"), open_ledger(path) as ledger:
        ledger.digests()


def test_a_change_that_fails_leaves_nothing(path: Path) -> None:
    with open_ledger(path, create=True) as ledger:
        twice = [row("one", ledger.begin_batch("night/"))] * 2
        with pytest.raises(BadLedger), ledger.change():
            list(map(ledger.save_article, twice))
        assert ledger.counts() == {"articles": 0, "pairs": 0}
        assert ledger.batches() == []


def test_one_id_is_kept_once(path: Path) -> None:
    with open_ledger(path, create=True) as ledger:
        add(ledger, "one")
        with pytest.raises(BadLedger):
            add(ledger, "one")
        assert len(ledger.digests()) == 1


def test_an_import_is_taken_out_whole_and_its_number_is_never_given_again(path: Path) -> None:
    with open_ledger(path, create=True) as ledger:
        assert [add(ledger, "one"), add(ledger, "two", "three")] == [1, 2]
        assert ledger.undo(2) == 2
        assert list(ledger.digests()) == ["one"]
        with pytest.raises(BadLedger, match="has no import 2; `sayso status` lists them"):
            ledger.undo(2)
        assert add(ledger, "four") == 3


def test_an_import_that_was_killed_at_once_is_not_listed(path: Path) -> None:
    with open_ledger(path, create=True) as ledger:
        batch = ledger.begin_batch("night/")
        assert ledger.batches() == []
        with pytest.raises(BadLedger, match=f"has no import {batch}"):
            ledger.undo(batch)


def test_others_see_a_change_only_when_it_is_whole(path: Path) -> None:
    with open_ledger(path, create=True) as writer, open_ledger(path) as reader:
        batch = writer.begin_batch("night/")
        with writer.change():
            writer.save_article(row("one", batch))
            assert reader.counts()["articles"] == 0
        assert reader.counts()["articles"] == 1


def test_a_ledger_that_is_held_stays_as_it_was(path: Path) -> None:
    with open_ledger(path, create=True) as writer, open_ledger(path) as reader:
        add(writer, "one")
        reader.hold()
        add(writer, "two")
        writer.undo(1)
        assert list(reader.digests()) == ["one"]
        reader.hold()
        assert list(reader.digests()) == ["two"]


def test_a_writer_hears_of_others_once(path: Path) -> None:
    with open_ledger(path, create=True) as one, open_ledger(path) as other:
        add(one, "one")
        assert not one.changed_by_others()
        assert other.changed_by_others()
        assert not other.changed_by_others()


def test_two_cannot_write_at_once(path: Path) -> None:
    with open_ledger(path, create=True) as one, open_ledger(path) as other:
        other.connection.exec_driver_sql("PRAGMA busy_timeout=50")
        with one.change(), pytest.raises(BadLedger, match="another process is writing"):
            add(other, "one")
        add(other, "two")
        assert list(one.digests()) == ["two"]


def test_a_ledger_in_memory_needs_no_file() -> None:
    with open_ledger(None) as ledger:
        add(ledger, "one")
        assert ledger.counts() == {"articles": 1, "pairs": 0}
