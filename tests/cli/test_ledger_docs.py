"""The commands that docs/ledger.md shows run as they stand there, one after the other, in a folder with such files."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.articles.feeds import item, rss
from tests.articles.pages import write_story
from tests.cli.across import sayso, use_no_weights, write_night
from tests.ledger.places import new_schema
from tests.night import NIGHT

TOLD = (Path(__file__).resolve().parents[2] / "docs" / "ledger.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"^sayso .+$", "".join(re.findall(r"^```text\n(.*?)^```", TOLD, re.DOTALL | re.MULTILINE)), re.M)
IN_TABLE = re.findall(r"^\|.*\| `(sayso .+)` \|$", TOLD, re.M)
SERVER = "postgresql://desk@archive/news"


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The files that the page names; what is watched ends after the first look."""
    use_no_weights(monkeypatch)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sayso.cli.watching.arrivals", lambda *_: iter(()))
    write_night(Path("incoming"), *NIGHT[:3])
    Path("feeds").mkdir()
    Path("feeds/tonight.rss").write_bytes(rss(item("<p>The pier is shut.</p>"), item("<p>It is open again.</p>")))
    Path("page.html").write_bytes(write_story())
    shutil.copy(write_night(Path("later"), NIGHT[3]) / "0.jsonl", "later.jsonl")


def commands(of_server: bool) -> Iterator[list[str]]:
    for line in [*SHOWN, *IN_TABLE]:
        if (SERVER in line) == of_server:
            yield shlex.split(line)


def run(words: list[str]) -> str:
    done = sayso(*words[1:])
    assert done.exit_code == 0, f"{shlex.join(words)}: {done.output}"
    return done.output


def test_the_page_shows_commands_of_both_kinds() -> None:
    assert {words[1] for words in commands(of_server=True)} == {"new", "add"}
    assert {words[1] for words in commands(of_server=False)} >= {"new", "add", "watch", "undo", "forget", "verify"}


def test_the_commands_on_a_file_run_one_after_the_other() -> None:
    told: dict[str, str] = {}
    for words in commands(of_server=False):
        if words[1] == "forget":
            words[words.index("ID")] = "post"
        if words[1] == "undo":  # of the number that status shows
            run(["sayso", "add", "desk.db", "later.jsonl"])
            assert "import 2: 1 article" in run(["sayso", "status", "desk.db"])
            words[words.index("3")] = "2"
        told[words[1]] = run(words)
    assert told["add"].startswith("sayso: 6 articles added")
    assert "6 articles" in told["status"]
    assert told["undo"] == "sayso: 1 article taken out\n"
    assert told["verify"] == "sayso: 5 articles checked, nothing wrong\n"


def test_the_commands_on_a_server_run_one_after_the_other() -> None:
    with new_schema() as address:
        told = [run([word.replace(SERVER, address) for word in words]) for words in commands(of_server=True)]
    assert told[-1].startswith("sayso: 3 articles added")
