"""What the tests of the commands across articles share: files of the invented night, and the command called."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from sayso.cli import main
from sayso.records.article import Article
from tests.night import NIGHT, FakeContextual, lines_of, lists, load_simple_reader

ACTS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]")


def sayso(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words], env={"COLUMNS": "100"})


def shown(*words: str | Path) -> str:
    """What a command that must succeed prints, on one line."""
    done = sayso(*words)
    assert done.exit_code == 0, done.output
    return " ".join(done.stdout.split())


def objects(*words: str | Path) -> list[dict[str, Any]]:
    """The JSON lines of a command that must succeed."""
    done = sayso(*words, "--format", "json")
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


def told(done: Result, code: int) -> str:
    """The one line on stderr with which a command ended so."""
    assert done.exit_code == code, done.output
    assert done.stdout == ""
    assert done.stderr.startswith("sayso: ")
    assert done.stderr.count("\n") == 1
    return done.stderr.removeprefix("sayso: ").rstrip("\n")


def write_night(folder: Path, *articles: Article) -> Path:
    """A folder with readings, one file an article; the whole night if none are named."""
    folder.mkdir(exist_ok=True)
    for at, article in enumerate(articles or NIGHT):
        (folder / f"{at}.jsonl").write_bytes(lines_of(article))
    return folder


def use_no_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles are read, and statements compared, by their letters alone; the lists are loaded once."""
    monkeypatch.setattr("sayso.linking.prepared.load_link_lists", lists)
    monkeypatch.setattr("sayso.run.sources.load_reader", load_simple_reader)
    monkeypatch.setattr("sayso.linking.contextual.load_contextual", FakeContextual)
