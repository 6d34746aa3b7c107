"""A ledger file: what it refuses and leaves as it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from sayso.errors import BadLedger, LedgerExists
from sayso.ledger import open_ledger
from sayso.ledger.databases import Sqlite
from sayso.ledger.removing import forget
from tests.ledger.test_store import add


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "night.db"


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


def test_a_file_may_have_any_name(tmp_path: Path) -> None:
    path = tmp_path / "what? a #1 %41 & more=1.db"
    with open_ledger(path, create=True) as ledger:
        add(ledger, "one")
    assert list(tmp_path.iterdir()) == [path]
    with open_ledger(path) as ledger:
        assert list(ledger.digests()) == ["one"]


def test_where_there_is_no_room_to_clear_what_a_forgotten_article_left_it_is_told(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(database: Sqlite, _: object) -> None:
        raise BadLedger(database.name, "no room")

    with open_ledger(path, create=True) as ledger:
        add(ledger, "one", "two")
        monkeypatch.setattr(Sqlite, "clear", refuse)
        with pytest.raises(BadLedger, match=r"the article is forgotten, but words of it are in .* \(no room\)"):
            forget(ledger, "one", "asked for")
        assert list(ledger.digests()) == ["two"]


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
