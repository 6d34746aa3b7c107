"""`sayso new`, `add`, `undo`, `status`, with readers that need no weights."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest

import sayso as package
from sayso.cli.adding import TOGETHER
from sayso.errors import BadLedger
from sayso.ledger import open_ledger
from sayso.linking.kept import load_corpus
from sayso.records.reading import Reading
from tests.across.test_corpus import linker_of
from tests.cli.across import ACTS, sayso, told, use_no_weights, write_night
from tests.night import MARKET, NIGHT, FakeContextual, article, lines_of, read_simply


@pytest.fixture(autouse=True)
def no_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    use_no_weights(monkeypatch)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "night.db"
    assert sayso("new", path).exit_code == 0
    return path


def status(ledger: Path) -> list[str]:
    done = sayso("status", ledger)
    assert done.exit_code == 0
    return done.stdout.splitlines()


def test_a_new_ledger_is_empty_and_quiet(tmp_path: Path) -> None:
    done = sayso("new", tmp_path / "night.db")
    assert (done.exit_code, done.output) == (0, "")
    assert status(tmp_path / "night.db") == ["0 articles, 0 pairs with something in common"]


def test_a_ledger_is_not_made_twice(ledger: Path) -> None:
    assert (
        told(sayso("new", ledger), 1) == f"{ledger}: is there already; add to it with `sayso add`, or name another file"
    )


def test_a_ledger_in_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert "there is no folder" in told(sayso("new", tmp_path / "none" / "x.db"), 1)


@pytest.mark.parametrize("words", [("add", "night/"), ("undo", "1"), ("status",)])
def test_a_missing_ledger_is_an_error_in_one_line(words: tuple[str, ...], tmp_path: Path) -> None:
    path = tmp_path / "none.db"
    assert told(sayso(words[0], path, *words[1:]), 1) == f"{path}: is not there; make one with `sayso new`"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("words", [("add", "night/"), ("undo", "1"), ("status",)])
def test_a_text_file_called_like_a_ledger_is_told_and_left_as_it_is(words: tuple[str, ...], tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    path.write_text("no ledger at all\n" * 100)
    assert told(sayso(words[0], path, *words[1:]), 1) == f"{path}: is no ledger"
    assert path.read_text() == "no ledger at all\n" * 100


def test_articles_and_readings_are_added_and_linked(ledger: Path, tmp_path: Path) -> None:
    write_night(tmp_path / "night", *NIGHT[:2])
    (tmp_path / "night" / "market.txt").write_text(MARKET)
    done = sayso("add", ledger, tmp_path / "night", "--jobs", "1")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr.splitlines() == [
        "sayso: 3 articles added",
        "sayso: 1 of them with the text of another, all kept:",
        "sayso: - post: nearly the same text as agency",
    ]
    assert status(ledger) == [
        "3 articles, 1 pair with something in common",
        f"import 1: 3 articles from {tmp_path / 'night'}",
    ]


def test_adding_again_skips_what_is_there_and_makes_no_import(ledger: Path, tmp_path: Path) -> None:
    night = write_night(tmp_path / "night")
    sayso("add", ledger, night)
    before = status(ledger)
    done = sayso("add", ledger, night)
    assert (done.exit_code, done.stderr) == (0, "sayso: 0 articles added, 5 there already\n")
    assert status(ledger) == before


def test_an_article_twice_in_one_folder_is_added_once(ledger: Path, tmp_path: Path) -> None:
    night = write_night(tmp_path / "night", NIGHT[0], NIGHT[0])
    assert sayso("add", ledger, night).stderr == "sayso: 1 article added, 1 there already\n"


def test_the_same_id_with_another_text_is_told(ledger: Path, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text('{"id": "a b#1", "text": "The ferry sails."}\n{"id": "a b#1", "text": "It sank."}\n')
    done = sayso("add", ledger, path, "--jobs", "1")
    assert done.exit_code == 3
    line = f"sayso: - a b#1 in {path}: another text is there under this id"
    assert done.stderr.splitlines() == ["sayso: 1 article added, 1 left out:", line]
    again = sayso("add", ledger, path, "--jobs", "1")
    assert again.exit_code == 3
    assert again.stderr.splitlines() == ["sayso: 0 articles added, 1 there already, 1 left out:", line]


def test_one_bad_file_does_not_keep_the_others_out(ledger: Path, tmp_path: Path) -> None:
    night = write_night(tmp_path / "night", NIGHT[0])
    (night / "a.txt").write_bytes(bytes(range(32)) * 50)
    (night / "b.jsonl").write_text("{no json\n")
    (night / "c.txt").write_text("I refuse to be read.")
    done = sayso("add", ledger, night, "--jobs", "1")
    assert done.exit_code == 3
    first, *rest = done.stderr.splitlines()
    assert first == "sayso: 1 article added, 3 left out:"
    assert [str(night / name) in line for name, line in zip(("a.txt", "b.jsonl", "c.txt"), rest, strict=True)] == [
        True
    ] * 3


def test_nothing_but_bad_files_is_an_error(ledger: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\x00" * 100)
    assert sayso("add", ledger, tmp_path / "bad.txt").exit_code == 1
    assert status(ledger) == ["0 articles, 0 pairs with something in common"]


def test_many_bad_lines_are_listed_in_part_and_counted(ledger: Path, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text("{no json\n" * 25)
    lines = sayso("add", ledger, path).stderr.splitlines()
    assert lines[0] == "sayso: 0 articles added, 25 left out:"
    assert len(lines) == 22
    assert lines[-1] == "sayso: - and 5 more"


def test_an_empty_folder_is_told(ledger: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert told(sayso("add", ledger, tmp_path / "empty"), 1) == (
        f"{tmp_path / 'empty'}: holds no article in a format that is read"
    )


def test_a_path_that_is_not_there_is_told(ledger: Path, tmp_path: Path) -> None:
    done = sayso("add", ledger, tmp_path / "none")
    assert done.exit_code == 1
    assert f"{tmp_path / 'none'}: cannot be opened" in done.stderr


def test_undo_takes_out_everything_of_an_import_with_its_pairs(ledger: Path, tmp_path: Path) -> None:
    sayso("add", ledger, write_night(tmp_path / "first", *NIGHT[:2]))
    before = status(ledger)
    sayso("add", ledger, write_night(tmp_path / "second", *NIGHT[2:]))
    assert status(ledger) != before
    done = sayso("undo", ledger, "2")
    assert (done.exit_code, done.stderr) == (0, "sayso: 3 articles taken out\n")
    assert status(ledger) == before
    assert told(sayso("undo", ledger, "2"), 1) == f"{ledger}: has no import 2; `sayso status` lists them"
    assert told(sayso("undo", ledger, "9" * 30), 1).endswith(f"has no import {'9' * 30}; `sayso status` lists them")
    sayso("add", ledger, tmp_path / "second")
    assert status(ledger)[-1].startswith("import 3: 3 articles from ")


@pytest.mark.parametrize("batch", ["0", "-1", "one", "1.5"])
def test_an_import_is_a_number(batch: str, ledger: Path) -> None:
    assert sayso("undo", ledger, "--", batch).exit_code == 2


def test_no_name_of_a_file_acts_on_a_terminal(ledger: Path, tmp_path: Path) -> None:
    odd = tmp_path / "night\x1b[2J\u202e"
    sayso("add", ledger, write_night(odd))
    assert not ACTS.search("".join(status(ledger)))
    assert "⟨U+001B⟩[2J⟨U+202E⟩" in status(ledger)[1]


def test_ids_of_any_letters_are_kept(ledger: Path, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    names = ["a b#1", "#", "’; DROP TABLE article; --", "船", "\x1b[31m", "%s", "a\nb"]
    rows = [lines_of(NIGHT[0]).replace(b'"id":"agency"', b'"id":' + encoded(name), 1) for name in names]
    path.write_bytes(b"".join(rows))
    first, copies, *rest = sayso("add", ledger, path).stderr.splitlines()
    assert (first, copies) == ("sayso: 7 articles added", "sayso: 6 of them with the text of another, all kept:")
    assert len(rest) == 6
    assert all(line.startswith("sayso: - ") and "the same text as " in line for line in rest), rest
    with open_ledger(ledger) as opened:
        assert sorted(opened.digests()) == sorted(names)


def encoded(name: str) -> bytes:
    return json.dumps(name).encode()


# ── a process that is killed, and others that read meanwhile ──


MANY, HAPPENINGS = 140, 23
# The command with readings that come slowly, some only when a line comes in: a process of its own that can be killed.
COMMAND = """
import signal
import sys
import time
import sayso.run.sources as sources
from sayso.cli import main

read_readings = sources.read_readings

def read_slowly(path):
    for at, reading in enumerate(read_readings(path)):
        time.sleep(0.02)
        if at in HOLDS:
            sys.stdin.readline()
        yield reading

sources.read_readings = read_slowly
signal.signal(signal.SIGINT, signal.default_int_handler)  # also where the tests run in the background
main(prog_name="sayso")
"""


def write_many(path: Path, count: int) -> Path:
    """Readings of so many articles on a few happenings, each told in words of its own."""
    texts = (f"News of day {at}\n\n{happening(at % HAPPENINGS)}\n\nIt was day {at}.\n" for at in range(count))
    path.write_bytes(lines_of(*(article(f"a{at}", text) for at, text in enumerate(texts))))
    return path


def happening(number: int) -> str:
    """A paragraph about invented things."""
    random = Random(number)
    things = ["".join(random.choices("ka lo mi ne su ti ro va pe du".split(), k=3)) for _ in range(24)]
    sentences = (
        "The {} that was in the {} had to be with the {} of the {}.".format(*things[at : at + 4])
        for at in range(0, 24, 4)
    )
    return " ".join(sentences)


@contextmanager
def adding(ledger: Path, source: Path, least: int, holds: tuple[int, ...] = ()) -> Iterator[subprocess.Popen[bytes]]:
    """The command adding in a process of its own, once so many articles are in; it waits for a line at ``holds``."""
    command = [sys.executable, "-c", f"HOLDS = {holds}\n{COMMAND}", "add", str(ledger), str(source)]
    env = os.environ | {"PYTHONPATH": str(Path(package.__file__).parents[1])}
    process = subprocess.Popen(command, env=env, stdin=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        with open_ledger(ledger) as opened:
            while opened.counts()["articles"] < least:
                assert process.poll() is None, process.stderr and process.stderr.read()
                time.sleep(0.02)
        yield process
    finally:
        process.kill()
        process.communicate()


def go_on(process: subprocess.Popen[bytes]) -> None:
    assert process.stdin is not None
    process.stdin.write(b"\n")
    process.stdin.flush()


def pairs_of(ledger: Path) -> list[tuple[str, str, float, float]]:
    with open_ledger(ledger) as opened:
        corpus = load_corpus(linker_of(opened), [], FakeContextual())
        return sorted((pair.a, pair.b, pair.alike, pair.share) for pair in corpus.pairs)


@pytest.mark.parametrize(("how", "code"), [(signal.SIGINT, 130), (signal.SIGKILL, -9)])
def test_an_add_that_is_stopped_leaves_nothing_half_and_goes_on(how: signal.Signals, code: int, tmp_path: Path) -> None:
    ledger, source = tmp_path / "night.db", write_many(tmp_path / "many.jsonl", MANY)
    sayso("new", ledger)
    with adding(ledger, source, 4, holds=(MANY - 1,)) as process:
        process.send_signal(how)
        _, said = process.communicate(timeout=300)
        assert process.returncode == code
        if how is signal.SIGINT:
            assert b"; the same command goes on from there" in said
            assert b"Traceback" not in said
    with open_ledger(ledger) as opened:
        there = opened.counts()["articles"]
        assert 4 <= there < MANY
        for table in ("fingerprint", "term"):
            held = opened.connection.exec_driver_sql(f"SELECT COUNT(DISTINCT article) FROM {table}").scalar_one()
            assert held == there
    done = sayso("add", ledger, source)
    first, copies, *rest = done.stderr.splitlines()
    assert first == f"sayso: {MANY - there} articles added, {there} there already"
    assert copies.endswith(" of them with the text of another, all kept:")
    assert rest
    assert all(line.startswith(("sayso: - a", "sayso: - and ")) for line in rest), rest
    whole = tmp_path / "whole.db"
    sayso("new", whole)
    sayso("add", whole, source)
    assert pairs_of(ledger) == pairs_of(whole) != []


def test_what_was_read_when_it_is_interrupted_is_kept(
    ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_until_interrupted(*_: object, **__: object) -> Iterator[Reading]:
        yield from map(read_simply, NIGHT[:3])
        raise KeyboardInterrupt

    monkeypatch.setattr("sayso.run.sources.read_sources", read_until_interrupted)
    done = sayso("add", ledger, tmp_path)
    assert done.exit_code == 130
    assert done.stderr == "sayso: stopped: 3 articles added; the same command goes on from there\n"
    assert status(ledger)[1] == f"import 1: 3 articles from {tmp_path}"


def test_what_is_read_slowly_lands_after_some_seconds_however_little_it_is(
    ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there: list[int] = []

    def read_slowly(*_: object, **__: object) -> Iterator[Reading]:
        for one in NIGHT[:3]:
            yield read_simply(one)
            with open_ledger(ledger) as other:
                there.append(other.counts()["articles"])

    monkeypatch.setattr("sayso.run.sources.read_sources", read_slowly)
    monkeypatch.setattr("sayso.cli.adding.LONGEST", -1.0)
    assert sayso("add", ledger, tmp_path).exit_code == 0
    assert there == [1, 2, 3]
    assert len(status(ledger)) == 2  # one import all the same


def test_a_full_disk_is_told_in_words_and_nothing_of_it_is_kept(ledger: Path, tmp_path: Path) -> None:
    night = write_night(tmp_path / "night")
    with open_ledger(ledger) as opened:
        linker, batch = linker_of(opened), opened.begin_batch("night/")
        pages = opened.connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        opened.connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
        with pytest.raises(BadLedger, match="disk is full; nothing of the last change was kept"):
            linker.add_together([read_simply(one) for one in NIGHT], batch)
        assert opened.counts() == {"articles": 0, "pairs": 0}
    first, copies, *rest = sayso("add", ledger, night).stderr.splitlines()
    assert first == "sayso: 5 articles added"
    assert copies == f"sayso: {len(rest)} of them with the text of another, all kept:"
    assert "sayso: - post: nearly the same text as agency" in rest


def test_others_may_read_while_one_adds(tmp_path: Path) -> None:
    ledger, source = tmp_path / "night.db", write_many(tmp_path / "many.jsonl", MANY)
    sayso("new", ledger)
    counts: set[int] = set()
    holds = (TOGETHER + 16, MANY - 8)  # something has landed before the first, and something more before the second
    with adding(ledger, source, 2, holds) as process, open_ledger(ledger) as other:
        while process.poll() is None:
            there = other.counts()["articles"]
            if there not in counts and there < MANY:
                go_on(process)
            counts.add(there)
            done = sayso("status", ledger)
            assert (done.exit_code, done.stderr) == (0, "")
            corpus = load_corpus(linker_of(other), [], FakeContextual())
            assert set().union(*corpus.stories()) == set(corpus.prepared)
            assert {pair.a for pair in corpus.pairs} <= set(corpus.prepared)
            other.connection.commit()
        assert process.returncode == 0
        assert other.counts()["articles"] == MANY
    assert len(counts - {MANY}) >= 2, "it was looked at in the middle"


def test_a_large_import_is_linked_at_the_end_with_the_same_result(ledger: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    sayso("new", other)
    sayso("add", other, write_night(tmp_path / "night"))
    done = sayso("add", ledger, tmp_path / "night", "--batch")
    assert (done.exit_code, done.stderr) == (0, "sayso: 5 articles linked\nsayso: 5 articles added\n")
    assert sayso("stories", ledger).stdout == sayso("stories", other).stdout
    assert list(tmp_path.glob(".sayso-*")) == []


def test_articles_that_wait_are_counted_and_linked_later(ledger: Path, tmp_path: Path) -> None:
    with open_ledger(ledger) as opened:
        linker_of(opened).add_together([read_simply(one) for one in NIGHT], opened.begin_batch("night/"), link=False)
    assert status(ledger)[1] == "5 articles not linked yet: `sayso link` does that"
    assert told(sayso("stories", ledger), 1) == f"{ledger}: 5 of its articles wait to be linked; `sayso link` does that"
    assert told(sayso("link", ledger), 0) == "5 articles linked"
    assert len(status(ledger)) == 2
    assert told(sayso("link", ledger), 0) == "0 articles linked"


def test_without_duckdb_nothing_is_read_in_bulk(ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    assert "pip install 'sayso[batch]'" in told(sayso("add", ledger, write_night(tmp_path / "night"), "--batch"), 1)
    assert status(ledger)[0].startswith("0 articles")


def test_an_amount_of_memory_that_is_none_is_told(ledger: Path) -> None:
    said = told(sayso("link", ledger, "--memory", "lots"), 1)
    assert said.startswith(f"DuckDB cannot link in {ledger.parent} with 'lots' of memory: ")
    assert list(ledger.parent.glob(".sayso-*")) == []


def test_a_folder_that_is_no_runs_is_not_linked(tmp_path: Path) -> None:
    assert told(sayso("link", tmp_path), 1) == f"{tmp_path}: is no folder of a run: it has no manifest.json"
