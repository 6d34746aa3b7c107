"""All tables as Parquet in a folder, a file a table. Needs the extra "parquet"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from types import ModuleType, TracebackType
from typing import Any, Self

import msgspec

from sayso._version import __version__
from sayso.articles.extras import load_extra
from sayso.exports.registry import OpenFile
from sayso.exports.selection import Selection
from sayso.exports.story_tables import story_rows_of
from sayso.exports.table_schema import TABLE_OF_ROW, TABLES, VERSION, Column, Kind, Table, columns_of
from sayso.exports.tables import rows_of

TOGETHER = 500  # articles or stories that make a row group
HALF = dict.fromkeys(range(55296, 57344), "�")  # half a character cannot stand in UTF-8


def export(selection: Selection, open_file: OpenFile) -> None:
    """A file a table; also tables without a row, so that it is always the same files."""
    with TableWriter(open_file) as writer:
        for reading in selection.read():
            writer.add(rows_of(reading, text=selection.text))
        for story in selection.stories():
            writer.add(story_rows_of(story))


class TableWriter:
    """Writes rows to a Parquet file a table; the same rows make the same bytes."""

    def __init__(self, open_file: OpenFile, tables: Sequence[Table] = TABLES) -> None:
        parquet = load_extra("pyarrow.parquet", "parquet", "writing Parquet")
        self._arrow = load_extra("pyarrow", "parquet", "writing Parquet")
        self._schemas = {table: schema_of(table, self._arrow) for table in tables}
        self._writers = {
            table: parquet.ParquetWriter(open_file(f"{table.name}.parquet"), schema, compression="zstd")
            for table, schema in self._schemas.items()
        }
        self._waiting: dict[Table, list[dict[str, Any]]] = {table: [] for table in tables}
        self._together = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self._flush()
        finally:
            self._close()

    def _close(self) -> None:
        """Closes all files, also where one cannot be: the first reason is raised."""
        refused: OSError | None = None
        for writer in self._writers.values():
            try:
                writer.close()
            except OSError as error:
                writer.is_open = False  # else it would try again, and complain, when it is thrown away
                refused = refused or error
        if refused is not None:
            raise refused

    def add(self, rows: Iterable[object]) -> None:
        """The rows of an article, or of a story."""
        for row in rows:
            self._waiting[TABLE_OF_ROW[type(row)]].append(msgspec.to_builtins(row))
        self._together += 1
        if self._together >= TOGETHER:
            self._flush()

    def _flush(self) -> None:
        for table, rows in self._waiting.items():
            if rows:
                self._writers[table].write_table(_arrow_table(rows, self._schemas[table], self._arrow))
                rows.clear()
        self._together = 0


def table_of_rows(rows: list[dict[str, Any]], table: Table) -> Any:
    """Rows of one table as Arrow has them."""
    arrow = load_extra("pyarrow", "parquet", "writing Parquet")
    return _arrow_table(rows, schema_of(table, arrow), arrow)


def _arrow_table(rows: list[dict[str, Any]], schema: Any, arrow: ModuleType) -> Any:
    try:
        return arrow.Table.from_pylist(rows, schema)
    except UnicodeEncodeError:
        return arrow.Table.from_pylist([_mended(row) for row in rows], schema)


def _mended(value: Any) -> Any:
    """The same with each half of a character replaced, one for one."""
    if isinstance(value, str):
        return value.translate(HALF)
    if isinstance(value, dict):
        return {name: _mended(part) for name, part in value.items()}
    return [_mended(part) for part in value] if isinstance(value, list) else value


def schema_of(table: Table, arrow: ModuleType) -> Any:
    """The Arrow schema of a table; what it and its columns hold stands in the metadata."""
    about = {"sayso.schema": VERSION, "sayso.version": __version__, "description": table.about}
    return arrow.schema([_field(column, arrow) for column in columns_of(table)], metadata=about)


def _field(column: Column, arrow: ModuleType) -> Any:
    kind = type_of(column.kind, arrow)
    return arrow.field(column.name, kind, nullable=column.optional, metadata={"description": column.about})


def type_of(kind: Kind, arrow: ModuleType) -> Any:
    """The Arrow type of a kind: 64 bits for numbers, lists of structs where there are parts."""
    if kind.item is not None:
        return arrow.list_(type_of(kind.item, arrow))
    if kind.parts:
        return arrow.struct([(name, type_of(part, arrow)) for name, part in kind.parts])
    simple = {"string": arrow.string, "integer": arrow.int64, "number": arrow.float64, "boolean": arrow.bool_}
    return simple[kind.name]()
