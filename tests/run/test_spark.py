"""On a cluster of a master and two workers, each a process: the same tables and links as on one machine."""

from __future__ import annotations

import json
import random
import re
import shutil
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sayso.exports.table_schema import RUN_TABLES
from sayso.run.linked import link_folder
from sayso.run.shards import TWICE
from tests.across.test_batch import MANY
from tests.run.cluster import start_cluster, submit
from tests.run.test_linked import duckdb, run

pytest.importorskip("pyspark", reason="the extra `spark` brings PySpark")
if shutil.which("java") is None:
    pytest.skip("Spark needs Java", allow_module_level=True)

DRIVER = """
import sys
from pathlib import Path
from sayso.run.spark import link_on, open_session, read_on
from tests.run.test_linked import load_simple
if __name__ == "__main__":
    master, folder = sys.argv[1:]
    session = open_session(master)
    for source, out in (("in.jsonl", "lines"), ("in.parquet", "table")):
        print(read_on(session, f"{folder}/{source}", f"{folder}/{out}", load=load_simple, parts=2))
        link_on(session, f"{folder}/{out}")
    counted = session.sql(Path(f"{folder}/counted.sql").read_text()).toPandas()
    Path(f"{folder}/counted.json").write_text(counted.to_json(orient="values"))
    print("executors", len(session.sparkContext._jsc.sc().statusTracker().getExecutorInfos()))
    session.stop()
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """``out`` was made on one machine, ``lines`` and ``table`` on a cluster out of JSON lines and Parquet."""
    folder = tmp_path_factory.mktemp("spark")
    articles = [one for one in MANY if one.id != "dots"]  # of which the simple reader dies
    random.Random(3).shuffle(articles)
    link_folder(run(folder, articles), memory="500MB")
    rows = [json.loads(line) for line in (folder / "in.jsonl").read_text(encoding="utf-8").splitlines()]
    pq.write_table(pa.Table.from_pylist([*rows, rows[0]]), folder / "in.parquet")
    (folder / "counted.sql").write_text(sql_of("cluster.md").replace("s3a://archive/out", f"{folder}/lines"))
    with start_cluster(folder) as master:
        (folder / "told.txt").write_text(submit(DRIVER, master, str(folder), folder=folder))
    return folder


def sql_of(page: str) -> str:
    """The statement that a page of the docs shows."""
    text = (Path(__file__).resolve().parents[2] / "docs" / page).read_text(encoding="utf-8")
    (statement,) = re.findall(r"^```sql\n(.*?)^```$", text, re.M | re.S)
    return str(statement)


def rows_in(path: Path) -> list[Any]:
    """All rows of the files of a folder, or of one file, in an order of their own."""
    files = sorted(path.glob("*.parquet")) if path.is_dir() else [path]
    rows = [row for file in files for row in pq.ParquetFile(file).read().to_pylist()]
    return sorted(rows, key=lambda row: json.dumps(row, sort_keys=True))


@pytest.mark.parametrize("table", [table.name for table in RUN_TABLES if table.name != "left_unread"])
def test_every_table_of_json_lines_is_the_same_as_on_one_machine(table: str, folder: Path) -> None:
    assert rows_in(folder / "lines" / table) == rows_in(folder / "out" / table)


def test_tables_of_parquet_are_the_same_as_of_json_lines(folder: Path) -> None:
    for table in ("claims", "attributions", "fingerprints", "terms"):
        assert rows_in(folder / "table" / table) == rows_in(folder / "out" / table)
    articles = [row | {"raw_digest": None} for row in rows_in(folder / "out" / "articles")]  # of lines: a row has none
    assert rows_in(folder / "table" / "articles") == articles


@pytest.mark.parametrize("made", ["lines", "table"])
@pytest.mark.parametrize("table", ["pairs", "groups"])
def test_links_are_the_same_as_on_one_machine(table: str, made: str, folder: Path) -> None:
    assert rows_in(folder / made / "linked" / table) == rows_in(folder / "out" / "linked" / f"{table}.parquet")


def test_what_is_left_unread_is_told_with_its_reason(folder: Path) -> None:
    one = [(row["what"], row["why"]) for row in rows_in(folder / "out" / "left_unread")]
    assert [(row["what"], row["why"]) for row in rows_in(folder / "lines" / "left_unread")] == one
    assert TWICE in {row["why"] for row in rows_in(folder / "table" / "left_unread")}


def test_who_is_quoted_is_counted_on_a_cluster_as_on_one_machine(folder: Path) -> None:
    with duckdb.connect() as one:
        counted = one.execute(sql_of("million.md").replace("'out/", f"'{folder}/out/")).fetchall()
    assert counted[0] == ("Ada Quill", 19, 2, 19, 2)
    assert json.loads((folder / "counted.json").read_text()) == [list(row) for row in counted]


def test_two_workers_took_part(folder: Path) -> None:
    assert "executors 3" in (folder / "told.txt").read_text()  # the driver is counted too


def test_nothing_is_left_of_what_was_only_needed_meanwhile(folder: Path) -> None:
    assert not list((folder / "lines").glob("_*"))
