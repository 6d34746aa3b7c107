"""What a cluster's workers make of articles, run here without a cluster: all tables in one pass."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import msgspec
import pyarrow as pa

from sayso.articles.jsonl import read_json_lines
from sayso.errors import EmptyInput
from sayso.exports.reading_json import export_json
from sayso.exports.table_schema import RUN_TABLES, TABLE_OF_ROW
from sayso.records.article import Article
from sayso.records.reading import Reading
from sayso.run.clustered import KIND, read_given, take_lines
from sayso.run.shards import TWICE
from sayso.run.tables import link_lists, rows_of_line
from sayso.run.workers import ReadOne
from tests.night import HERALD, RADIO, read_simply

LINES = [json.dumps({"id": name, "text": text}) for name, text in (("herald", HERALD), ("radio", RADIO))]


def load_simple() -> ReadOne:
    return read_simply


def load_refusing() -> ReadOne:
    return refuse


def refuse(article: Article) -> Reading:
    raise EmptyInput(article.id, "was told to refuse")


def given_of(lines: list[str], places: list[int]) -> list[Any]:
    """The batches that workers get for these lines of JSON; ``places`` number the articles of one id."""
    taken = list(take_lines([pa.RecordBatch.from_pydict({"value": lines})], None))
    return [batch.append_column("place", pa.array(places, pa.int32())) for batch in taken]


def rows_of(batches: list[Any]) -> dict[str, list[Any]]:
    """The rows of each table; the columns of all other tables must be empty."""
    found: dict[str, list[Any]] = {}
    for batch in batches:
        for row in batch.to_pylist():
            kind = row.pop(KIND)
            found.setdefault(kind, []).append(row.pop(kind))
            assert not any(row.values())
    return found


def test_one_pass_lays_out_every_table_of_a_run() -> None:
    read = list(read_given(given_of(LINES, [1, 1]), load_simple))
    assert {tuple(batch.schema.names) for batch in read} == {(KIND, *(table.name for table in RUN_TABLES))}
    assert len({str(batch.schema.types) for batch in read}) == 1
    expected: dict[str, list[Any]] = {}
    for article in read_json_lines(BytesIO("".join(f"{line}\n" for line in LINES).encode()), "lines"):
        assert isinstance(article, Article)
        for row in rows_of_line(export_json(read_simply(article)), link_lists()):
            expected.setdefault(TABLE_OF_ROW[type(row)].name, []).append(json.loads(msgspec.json.encode(row)))
    assert rows_of(read) == expected


def test_a_second_article_under_an_id_is_left_unread() -> None:
    found = rows_of(list(read_given(given_of([LINES[0], LINES[0]], [1, 2]), load_simple)))
    assert found["left_unread"] == [{"number": None, "what": "herald", "why": TWICE}]
    assert [row["article"] for row in found["articles"]] == ["herald"]


def test_what_cannot_be_read_is_left_unread_with_its_reason() -> None:
    found = rows_of(list(read_given(given_of([LINES[0], '{"id": "no text"}'], [1, 1]), load_refusing)))
    assert {(row["what"], row["why"]) for row in found["left_unread"]} >= {("herald", "was told to refuse")}
    assert set(found) == {"left_unread"}
    assert len(found["left_unread"]) == 2
