"""All tables as CSV in a folder, described by a datapackage.json (Frictionless Data Package 1)."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from sayso.exports.cells import encode_json, write_csv
from sayso.exports.datapackage import describe_package
from sayso.exports.registry import OpenFile
from sayso.exports.selection import Selection
from sayso.exports.story_tables import story_rows_of
from sayso.exports.table_schema import TABLE_OF_ROW, TABLES, Kind, Table, columns_of
from sayso.exports.tables import rows_of


def export(selection: Selection, open_file: OpenFile) -> None:
    """A file a table and one that describes them; also tables without a row, so that it is always the same files."""
    files = {table: io.TextIOWrapper(open_file(f"{table.name}.csv"), "utf-8", newline="") for table in TABLES}
    for table, file in files.items():
        file.write(write_csv([column.name for column in columns_of(table)], ()))
    for reading in selection.read():
        _write(files, rows_of(reading, text=selection.text))
    for story in selection.stories():
        _write(files, story_rows_of(story))
    for file in files.values():
        file.flush()
        file.detach()
    open_file("datapackage.json").write(encode_json(describe_package()) + b"\n")


def _write(files: Mapping[Table, io.TextIOWrapper], rows: Iterable[object]) -> None:
    for row in rows:
        table = TABLE_OF_ROW[type(row)]
        values = msgspec.to_builtins(row).values()
        cells = [_plain(value, column.kind) for value, column in zip(values, columns_of(table), strict=True)]
        files[table].write(write_csv((), [cells], head=False))


def _plain(value: Any, kind: Kind) -> Any:
    """The value of a cell; a span as ``[start, end]``."""
    if value and kind.is_span:
        return [value["start"], value["end"]]
    return [_plain(one, kind.item) for one in value] if value and kind.item and kind.item.is_span else value
