"""A run's folder linked at once, and put into a ledger: the same pairs and stories as a ledger has one by one."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.articles.identity import digest_text
from sayso.cli import main
from sayso.errors import SaysoError
from sayso.ledger import open_ledger
from sayso.linking.components import group_connected
from sayso.linking.grouping import label_components
from sayso.linking.keys import load_sql
from sayso.linking.pairs import Pair
from sayso.linking.stories import group_stories
from sayso.records.article import Article
from sayso.records.reading import Reading
from sayso.run.linked import InDuckDB, link_folder
from sayso.run.loading import read_folder
from sayso.run.manifest import MANIFEST, Manifest, describe_input
from sayso.run.shards import open_shards
from sayso.run.sources import Known
from sayso.run.workers import ReadOne
from tests.across.test_batch import MANY, pairs_of
from tests.across.test_corpus import corpus_in, linker_of
from tests.night import read_simply

duckdb = pytest.importorskip("duckdb", reason="the extra `batch` brings DuckDB")


def load_simple() -> ReadOne:
    return read_simply


def run(folder: Path, articles: Sequence[Article], *, size: int = 7) -> Path:
    """The folder of a run over these articles."""
    source, out = folder / "in.jsonl", folder / "out"
    rows = (
        {
            "id": one.id,
            "text": one.text,
            "published": one.published.time if one.published else None,
            "outlet": one.outlet,
        }
        for one in articles
    )
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    opened = open_shards(source, out, Manifest(describe_input(source), "simple", {"shard": size}), resume=False)
    for _ in opened.go_on(jobs=1, batch=8, load=load_simple):
        pass
    return out


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    articles = [one for one in MANY if one.id != "dots"]  # of which the simple reader dies
    random.Random(3).shuffle(articles)
    made = run(tmp_path_factory.mktemp("run"), articles)
    link_folder(made, memory="200MB")
    return made


def readings_of(out: Path) -> list[Reading]:
    return [item for item in read_folder(out, {}) if isinstance(item, Reading)]


def test_a_folder_has_the_pairs_of_a_ledger_into_which_its_articles_came_one_by_one(out: Path) -> None:
    with open_ledger(None) as ledger:
        linker = linker_of(ledger)
        batch = ledger.begin_batch("run")
        for reading in readings_of(out):
            linker.add(reading, batch)
        expected = pairs_of(ledger)
    found = sorted(pq.read_table(out / "linked" / "pairs.parquet").to_pylist(), key=lambda row: (row["a"], row["b"]))
    assert len(found) > 50
    assert [_facts(pair) for pair in expected] == [
        (row["a"], row["b"], row["alike"], row["share"], row["one_story"], len(row["passages"])) for row in found
    ]


def _facts(pair: Pair) -> tuple[object, ...]:
    return (pair.a, pair.b, pair.alike, pair.share, pair.one_story, len(pair.passages))


def test_a_folder_has_the_stories_of_a_ledger(out: Path) -> None:
    with open_ledger(None) as ledger:
        linker = linker_of(ledger)
        linker.add_together(readings_of(out), ledger.begin_batch("run"))
        stories = corpus_in(ledger).stories()
    expected = {article: story[0] for story in stories for article in story}
    rows = pq.read_table(out / "linked" / "groups.parquet").to_pylist()
    assert {row["article"]: row["story"] for row in rows} == expected


def test_linking_twice_makes_the_same_bytes(out: Path) -> None:
    before = [(out / "linked" / name).read_bytes() for name in ("pairs.parquet", "groups.parquet")]
    link_folder(out, memory="500MB")
    assert [(out / "linked" / name).read_bytes() for name in ("pairs.parquet", "groups.parquet")] == before


def test_what_a_ledger_has_already_is_known(out: Path) -> None:
    first, *others = readings_of(out)
    items = list(read_folder(out, {first.article.id: digest_text(first.article.text)}))
    assert items == [Known(first.article.id), *others]


def test_a_ledger_loaded_from_a_folder_has_the_same_pairs(out: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "night.db"
    for words in (["new", str(ledger)], ["load", str(ledger), str(out)], ["load", str(ledger), str(out)]):
        assert CliRunner().invoke(main, words).exit_code == 0
    with open_ledger(ledger) as opened:
        rows = pq.read_table(out / "linked" / "pairs.parquet").to_pylist()
        assert [(pair.a, pair.b) for pair in pairs_of(opened)] == sorted((row["a"], row["b"]) for row in rows)
        assert len(opened.batches()) == 1


def test_a_run_that_is_not_complete_is_not_linked(out: Path, tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_bytes((out / MANIFEST).read_bytes())
    with pytest.raises(SaysoError, match="--resume"):
        link_folder(tmp_path, memory="1GB")


def test_a_folder_that_is_no_runs_is_not_linked(tmp_path: Path) -> None:
    with pytest.raises(SaysoError, match="no folder of a run"):
        link_folder(tmp_path, memory="1GB")


edges = st.lists(st.tuples(st.integers(0, 24), st.integers(0, 24)).filter(lambda e: e[0] < e[1]), max_size=40)


@settings(max_examples=30)
@given(edges)
def test_labels_are_the_lowest_of_each_connected_component(joined: list[tuple[int, int]]) -> None:
    items = list(range(25))
    with duckdb.connect() as bulk:
        bulk.execute("CREATE TABLE joined (a BIGINT, b BIGINT)")
        for edge in joined:
            bulk.execute("INSERT INTO joined VALUES (?, ?)", edge)
        bulk.execute("CREATE TABLE label AS SELECT range AS article, range AS label FROM range(25)")
        label_components(InDuckDB(bulk))
        found = dict(bulk.execute("SELECT article, label FROM label").fetchall())
    assert found == {item: min(group) for group in group_connected(items, joined) for item in group}


@settings(max_examples=30)
@given(st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11), st.sampled_from([0.0, 0.5])), max_size=40))
def test_stories_are_joined_by_the_statement_as_by_the_function(drawn: list[tuple[int, int, float]]) -> None:
    alike = {(min(a, b), max(a, b)): share for a, b, share in drawn if a != b}
    with duckdb.connect() as bulk:
        bulk.execute("CREATE TABLE alike (a BIGINT, b BIGINT, share DOUBLE)")
        for (a, b), share in alike.items():
            bulk.execute("INSERT INTO alike VALUES (?, ?, ?)", (a, b, share))
        joined = bulk.execute(load_sql("joined")).fetchall()
    names = [f"{item:02}" for item in range(12)]
    pairs = [Pair(f"{a:02}", f"{b:02}", 0.5, share, (), True) for (a, b), share in alike.items()]
    by_statement = group_connected(names, [(f"{a:02}", f"{b:02}") for a, b in joined])
    assert by_statement == group_stories(names, pairs)
