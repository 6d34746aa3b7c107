"""Older ledgers brought up to date: whole or not at all, and alike those made today."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from sayso.errors import BadLedger, NewerLedger, OldLedger
from sayso.exports.reading_json import import_json
from sayso.ledger import open_ledger, upgrade_ledger
from sayso.ledger.migrations import load_steps, upgrading
from sayso.ledger.migrations.registry import NUMBERED
from sayso.ledger.migrations.step import Step
from sayso.records.reading import Reading
from tests.ledger.ledgers import make_ledger
from tests.ledger.older import VERSIONS, make_older
from tests.night import NIGHT, read_simply

READINGS = [read_simply(one) for one in NIGHT[:4]]


@pytest.fixture
def today(tmp_path: Path) -> Path:
    return make_ledger(tmp_path / "today.db", *READINGS)


@pytest.fixture(params=VERSIONS)
def older(request: pytest.FixtureRequest, tmp_path: Path, today: Path) -> Path:
    return make_older(request.param, today, tmp_path / "older.db", READINGS)


def rows_of(path: Path) -> dict[str, list[Any]]:
    """Every row of every table, but for when the ledger was made."""
    with closing(sqlite3.connect(path)) as looked:
        names = [row[0] for row in looked.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: sorted(looked.execute(f"SELECT * FROM {name}").fetchall(), key=repr) for name in names}


def shape_of(path: Path) -> dict[str, Any]:
    """Columns and indexes of every table, in whatever words they were made."""
    with closing(sqlite3.connect(path)) as looked:
        names = [row[0] for row in looked.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        return {
            name: (
                looked.execute(f"PRAGMA table_info({name})").fetchall(),
                sorted(row[2:4] for row in looked.execute(f"PRAGMA index_list({name})").fetchall()),
            )
            for name in names
        }


def test_an_older_ledger_is_refused_with_what_to_do(older: Path) -> None:
    before = older.read_bytes()
    with pytest.raises(OldLedger, match=re.escape(f"`sayso upgrade {older}` brings it up to date")):
        open_ledger(older)
    assert older.read_bytes() == before


def test_an_upgraded_ledger_has_the_shape_of_one_made_today(older: Path, today: Path) -> None:
    upgrade_ledger(older, import_json)
    assert shape_of(older) == shape_of(today)


def test_an_upgraded_ledger_holds_what_it_held(older: Path, today: Path) -> None:
    upgrade_ledger(older, import_json)
    upgraded, made = rows_of(older), rows_of(today)
    with open_ledger(older) as ledger:  # the index of words is packed otherwise, and finds the same
        assert ledger.counts()["articles"] == len(READINGS)
    for name in made:
        if "words_" not in name and name != "article":
            assert upgraded[name] == made[name], name


@pytest.mark.parametrize("version", [2, 3])
def test_an_article_of_an_older_ledger_was_first_seen_when_its_import_began(
    version: int, tmp_path: Path, today: Path
) -> None:
    older = make_older(version, today, tmp_path / "older.db", READINGS)
    upgrade_ledger(older, import_json)
    with closing(sqlite3.connect(older)) as looked:
        wanted = "SELECT first_seen = at FROM article JOIN batch ON batch.number = article.batch"
        assert looked.execute(wanted).fetchall() == [(1,)] * len(READINGS)


def test_what_is_up_to_date_is_left_as_it_is(today: Path) -> None:
    before = rows_of(today)
    assert upgrade_ledger(today, import_json) == ()
    assert rows_of(today) == before


def test_the_steps_that_were_lacking_are_told(tmp_path: Path, today: Path) -> None:
    older = make_older(3, today, tmp_path / "three.db", READINGS)
    assert [step.number for step in upgrade_ledger(older, import_json)] == [s.number for s in load_steps()[1:]]


def test_an_upgrade_that_fails_leaves_the_ledger_as_it_was(older: Path) -> None:
    def fail(_: bytes) -> Reading:
        raise BadLedger("one", "cannot be read")

    before = rows_of(older)
    with pytest.raises(BadLedger, match="cannot be read"):
        upgrade_ledger(older, fail)
    assert rows_of(older) == before
    upgrade_ledger(older, import_json)


def test_a_step_that_is_not_known_here_makes_a_ledger_newer(today: Path) -> None:
    with closing(sqlite3.connect(today)) as theirs:
        theirs.execute("INSERT INTO step VALUES ('s98_songs')")
        theirs.execute("UPDATE meta SET value = '98'")
        theirs.commit()
    for act in (open_ledger, lambda path: upgrade_ledger(path, import_json)):
        with pytest.raises(NewerLedger, match=r"version 98 \(it has s98_songs\), newer than this Sayso"):
            act(today)


def test_a_step_written_beside_a_later_one_is_not_left_out(today: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two people add steps; whoever has only the later one gets the earlier one all the same."""
    made: list[str] = []
    earlier = Step("s01_beside", "a test", lambda _: made.append("earlier"))
    monkeypatch.setattr(upgrading, "load_steps", lambda: (earlier, *load_steps()))
    with pytest.raises(OldLedger):
        open_ledger(today)
    assert upgrade_ledger(today, import_json) == (earlier,)
    assert made == ["earlier"]
    open_ledger(today).close()


def test_steps_are_called_as_their_files_and_no_two_alike() -> None:
    names = [step.name for step in load_steps()]
    assert names == sorted(set(names))
    assert all(NUMBERED.fullmatch(name) for name in names)
    assert all(step.what for step in load_steps())
