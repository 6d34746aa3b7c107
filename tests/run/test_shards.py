"""Runs into a folder of tables: whole shards, the same bytes however it was done, and nothing lost to a kill."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from sayso.errors import SaysoError
from sayso.exports.reading_json import import_json
from sayso.exports.table_readings import import_parquet
from sayso.exports.table_schema import RUN_TABLES
from sayso.run.manifest import Manifest, describe_input, digest_file, load_shards, table_path
from sayso.run.shards import TWICE, open_shards
from tests.run.readers import load_obedient

ROOT = Path(__file__).resolve().parents[2]
TEXTS = ("one", "two slow", "refuse three", "four", "five", "six slow", "seven", "refuse eight")
KILLED = 5  # times; bench/kills.py does it twenty times
# A run that can be killed: its folder is the first word, its input the second. It says when it begins.
COMMAND = """
import sys
from pathlib import Path
from tests.run.test_shards import run
if __name__ == "__main__":
    print("begins", flush=True)
    run(Path(sys.argv[2]), Path(sys.argv[1]), resume=True, size=4)
"""


def write_input(path: Path, texts: tuple[str, ...] = TEXTS) -> Path:
    rows = [json.dumps({"id": f"a{at}", "text": f"{text} sails."}) for at, text in enumerate(texts, 1)]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def run(
    source: Path, out: Path, *, resume: bool = False, size: int = 3, jobs: int = 1, batch: int = 2, model: str = "1111"
) -> None:
    manifest = Manifest(describe_input(source), model, {"shard": size})
    opened = open_shards(source, out, manifest, resume=resume)
    for _ in opened.go_on(jobs=jobs, batch=batch, load=load_obedient):
        pass


def contents(out: Path) -> dict[str, bytes]:
    return {str(path.relative_to(out)): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


def column(out: Path, table: str, name: str) -> list[object]:
    return [value for path in sorted((out / table).iterdir()) for value in pq.read_table(path)[name].to_pylist()]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write_input(tmp_path / "in.jsonl")


def test_every_article_is_in_one_shard_or_left_unread(source: Path, tmp_path: Path) -> None:
    run(source, tmp_path / "out")
    assert column(tmp_path / "out", "articles", "article") == ["a1", "a2", "a4", "a5", "a6", "a7"]
    assert column(tmp_path / "out", "left_unread", "number") == [3, 8]


def test_records_hold_what_is_in_the_files(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(source, out)
    shards = load_shards(out)
    assert [(shard.first, shard.articles, shard.unread) for shard in shards] == [(1, 3, 1), (4, 3, 0), (7, 2, 1)]
    for shard in shards:
        for table in RUN_TABLES:
            path = table_path(out, table.name, shard.shard)
            assert shard.sha256[table.name] == digest_file(path)
            assert shard.rows[table.name] == pq.read_metadata(path).num_rows


def test_the_folder_is_the_same_for_any_jobs_and_batch(source: Path, tmp_path: Path) -> None:
    for jobs, batch in ((1, 100), (2, 1), (2, 3)):
        run(source, tmp_path / f"out-{jobs}-{batch}", jobs=jobs, batch=batch)
    assert contents(tmp_path / "out-1-100") == contents(tmp_path / "out-2-1") == contents(tmp_path / "out-2-3")


def test_a_reading_is_in_the_tables_as_it_is_in_json(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(source, out, size=100)
    lines = [import_json(str(line).encode()) for line in column(out, "readings", "reading")]
    assert lines == list(
        import_parquet(lambda name: (out / name.removesuffix(".parquet") / "00001.parquet").open("rb"))
    )


def test_the_second_article_under_an_id_is_left_unread(tmp_path: Path) -> None:
    source = write_input(tmp_path / "in.jsonl")
    source.write_text(source.read_text().replace('"a5"', '"a1"'))
    run(source, tmp_path / "out")
    assert TWICE in column(tmp_path / "out", "left_unread", "why")


def test_a_run_that_was_killed_at_any_moment_goes_on(tmp_path: Path) -> None:
    texts = tuple(f"{'refuse ' if at % 7 == 0 else ''}number {at} slow" for at in range(30))
    source = write_input(tmp_path / "in.jsonl", texts)
    run(source, tmp_path / "whole", size=4)
    chance = random.Random(1)
    for at in range(KILLED):
        out = tmp_path / f"killed-{at}"
        for _ in range(2):
            kill_after(out, source, chance.uniform(0, 2.5))
        run(source, out, resume=True, size=4)
        assert contents(out) == contents(tmp_path / "whole")


def kill_after(out: Path, source: Path, seconds: float) -> None:
    """So many seconds after it begins, which takes as long as it takes."""
    with subprocess.Popen([sys.executable, "-c", COMMAND, out, source], cwd=ROOT, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"begins\n"
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
    time.sleep(0.1)  # its workers notice, and the lock goes


def test_a_shard_without_its_record_is_made_again(source: Path, tmp_path: Path) -> None:
    run(source, tmp_path / "whole")
    out = tmp_path / "out"
    opened = open_shards(source, out, Manifest(describe_input(source), "1111", {"shard": 3}), resume=False)
    outcomes = opened.go_on(jobs=1, batch=1, load=load_obedient)
    for _ in range(5):
        next(outcomes)
    outcomes.close()
    table_path(out, "claims", 2).parent.mkdir(exist_ok=True)
    table_path(out, "claims", 2).write_bytes(b"cut off")
    run(source, out, resume=True)
    assert contents(out) == contents(tmp_path / "whole")


def test_going_on_with_a_whole_folder_changes_nothing(source: Path, tmp_path: Path) -> None:
    run(source, tmp_path / "out")
    before = contents(tmp_path / "out")
    run(source, tmp_path / "out", resume=True)
    assert contents(tmp_path / "out") == before


def test_a_run_goes_on_only_with_the_same_input_model_and_options(source: Path, tmp_path: Path) -> None:
    run(source, tmp_path / "out")
    with pytest.raises(SaysoError, match="another model"):
        run(source, tmp_path / "out", resume=True, model="2222")
    with pytest.raises(SaysoError, match="other options"):
        run(source, tmp_path / "out", resume=True, size=4)
    write_input(source, ("one",))
    with pytest.raises(SaysoError, match="another input"):
        run(source, tmp_path / "out", resume=True)


def test_a_folder_that_holds_something_is_not_written_over(source: Path, tmp_path: Path) -> None:
    run(source, tmp_path / "out")
    with pytest.raises(SaysoError, match="--resume"):
        run(source, tmp_path / "out")
