"""Tables as Parquet: read back they are the readings that were written, and other programs can read them."""

from __future__ import annotations

from dataclasses import replace

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings

from sayso.exports.parquet_tables import TableWriter, export
from sayso.exports.selection import Selection
from sayso.exports.table_readings import import_parquet
from sayso.exports.table_schema import OF_READINGS, TABLES, VERSION, columns_of
from sayso.exports.tables import rows_of
from sayso.records.reading import Reading
from tests.exports.anything import readings
from tests.exports.folders import Folder
from tests.exports.readings import TEXT, dam_reading
from tests.exports.stories import ferry_story


def written(selection: Selection) -> Folder:
    folder = Folder()
    export(selection, folder.open_new)
    return folder


@settings(max_examples=25)  # each writes and reads fourteen files
@given(readings())
def test_what_is_written_comes_back_as_it_was(reading: Reading) -> None:
    assert list(import_parquet(written(Selection.of([reading])).open)) == [reading]


def test_many_readings_come_back_in_their_order() -> None:
    several = [replace(dam_reading(), article=replace(dam_reading().article, id=name)) for name in ("b", "a", "c")]
    assert list(import_parquet(written(Selection.of(several)).open)) == several


def test_the_same_readings_make_the_same_bytes() -> None:
    selection = Selection.of([dam_reading()], [ferry_story()])
    assert written(selection).contents() == written(selection).contents()


def test_a_file_says_what_it_holds() -> None:
    folder = written(Selection.of([dam_reading()]))
    for table in TABLES:
        schema = pq.read_schema(folder.open(f"{table.name}.parquet"))
        assert schema.metadata[b"sayso.schema"].decode() == VERSION
        assert schema.names == [column.name for column in columns_of(table)]
        assert not [field.name for field in schema if not (field.metadata or {}).get(b"description")]


def test_types_are_the_same_in_a_table_without_rows() -> None:
    empty, full = written(Selection.of([])), written(Selection.of([dam_reading()], [ferry_story()]))
    for name in empty.files:
        assert pq.read_schema(empty.open(name)) == pq.read_schema(full.open(name))


def test_without_text_no_words_are_in_any_column() -> None:
    folder = written(Selection.of([dam_reading()], text=False))
    assert pq.read_table(folder.open("articles.parquet")).column("text").null_count == 1
    assert pq.read_table(folder.open("attributions.parquet")).column("content_words").null_count == 8


def test_half_a_character_is_replaced_one_for_one() -> None:
    reading = dam_reading()
    broken = replace(reading, article=replace(reading.article, text="\ud800" + TEXT[1:]))
    (text,) = pq.read_table(written(Selection.of([broken])).open("articles.parquet")).column("text").to_pylist()
    assert text == "�" + TEXT[1:]


def test_a_run_of_readings_needs_no_stories() -> None:
    folder = Folder()
    with TableWriter(folder.open_new, OF_READINGS) as writer:
        writer.add(rows_of(dam_reading()))
    assert "stories.parquet" not in folder.files
    assert list(import_parquet(folder.open)) == [dam_reading()]


def test_duckdb_reads_spans_and_lists() -> None:
    duckdb = pytest.importorskip("duckdb", reason="the extra `batch` brings DuckDB")
    attributions = pq.read_table(written(Selection.of([dam_reading()])).open("attributions.parquet"))
    assert isinstance(attributions, pa.Table)
    with duckdb.connect() as connection:
        connection.register("attributions", attributions)
        found = connection.execute(
            "SELECT speaker_name, content[1].start FROM attributions WHERE kind = 'direct' ORDER BY number"
        ).fetchall()
    assert found == [("Carla Ruiz", TEXT.index("“We did not")), ("Jonas Petrov", TEXT.index("“Who gave"))]
