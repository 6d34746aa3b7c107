"""`sayso events` on an invented article, by a fake encoder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sayso.cli import main
from sayso.cli.corpora import read_all
from sayso.cli.failures import SOME_UNREAD
from sayso.records.reading import Reading
from tests.night import load_simple_reader
from tests.reading.events.told import read_told

TEXT = "Skerry police arrested three activists in Lund on Monday. The army did not attack Ukraine."


@pytest.fixture(autouse=True)
def fake_readings(monkeypatch: pytest.MonkeyPatch) -> None:
    def read_all(paths: list[Path]) -> list[Reading]:
        return [read_told(path.read_text(encoding="utf-8")) for path in paths]

    monkeypatch.setattr("sayso.cli.events.read_all", read_all)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "skerry.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def sayso(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def test_events_show_who_to_whom_in_the_articles_words(article: Path) -> None:
    done = sayso("events", article)
    assert done.exit_code == 0
    assert "three activists" in done.stdout
    assert "COERCE" in done.stdout
    assert "\x1b" not in done.stdout


def test_the_exit_code_tells_that_an_article_was_left_unread(
    article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sayso.cli.events.read_all", read_all)
    binary = tmp_path / "binary.txt"
    binary.write_bytes(b"\x00\x01" * 500)
    done = sayso("events", binary)
    assert (done.exit_code, done.stdout) == (1, "")
    monkeypatch.setattr("sayso.run.sources.load_reader", load_simple_reader)
    done = sayso("events", article, binary)
    assert done.exit_code == SOME_UNREAD
    assert f"sayso: {binary}: no text: " in done.stderr


def test_json_has_one_object_an_event(article: Path) -> None:
    rows = [json.loads(line) for line in sayso("events", article, "--format", "json").stdout.splitlines()]
    assert [row["event"]["type"] for row in rows] == ["COERCE", "ASSAULT"]
    assert [row["held"] for row in rows] == ["asserted", "denied"]


def test_what_is_held_less_firmly_is_left_out(article: Path) -> None:
    lines = sayso("events", article, "--format", "json", "--min-commitment", "asserted").stdout.splitlines()
    assert [json.loads(line)["event"]["type"] for line in lines] == ["COERCE"]


def test_one_type_alone(article: Path) -> None:
    lines = sayso("events", article, "--format", "json", "--type", "assault").stdout.splitlines()
    assert [json.loads(line)["event"]["type"] for line in lines] == ["ASSAULT"]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    done = sayso("events", tmp_path / "none.txt")
    assert done.exit_code == 1
    assert "is not there" in done.output


def test_an_input_without_an_article_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.cli.events.read_all", lambda paths: [])
    done = sayso("events", tmp_path)
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == f"sayso: {tmp_path}: holds no article that can be read\n"
