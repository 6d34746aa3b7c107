"""The lines of one shard as Parquet, a file a table."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path

from sayso.exports.parquet_tables import TableWriter
from sayso.exports.reading_json import import_json
from sayso.exports.run_rows import LeftRow, key_rows_of, reading_row_of
from sayso.exports.table_schema import RUN_TABLES, TABLE_OF_ROW
from sayso.exports.tables import rows_of
from sayso.linking.prepared import LinkLists, load_link_lists, prepare
from sayso.run.files import unread_path
from sayso.run.manifest import Shard, digest_file, table_path


@cache
def link_lists() -> LinkLists:
    """The package's lists, loaded once a process."""
    return load_link_lists()


def rows_of_line(line: bytes, lists: LinkLists) -> Iterator[object]:
    """Every row of the reading that ``line`` holds as JSON."""
    reading = import_json(line)
    prepared = prepare(reading, lists)
    yield from rows_of(reading)
    yield reading_row_of(prepared, line)
    yield from key_rows_of(prepared)


def write_shard(lines: Path, out: Path, number: int, *, first: int) -> Shard:
    """Writes the tables of a shard whose first article has the number ``first`` in the input; what is in it."""
    made = lines.with_suffix("")
    made.mkdir(exist_ok=True)
    left = _load_left(unread_path(lines))
    rows: Counter[str] = Counter({table.name: 0 for table in RUN_TABLES})
    read = 0
    with ExitStack() as files:
        writer = TableWriter(lambda name: files.enter_context((made / name).open("wb")), RUN_TABLES)
        with lines.open("rb") as readings, writer:
            for line in readings:
                read += 1
                writer.add(_counted(rows_of_line(line.rstrip(b"\n"), link_lists()), rows))
            writer.add(_counted(left, rows))
        for file in made.iterdir():
            _flush(file)
    digests = {}
    for table in RUN_TABLES:
        digests[table.name] = digest_file(made / f"{table.name}.parquet")
        path = table_path(out, table.name, number)
        path.parent.mkdir(exist_ok=True)
        (made / f"{table.name}.parquet").replace(path)
    made.rmdir()
    return Shard(number, first, read + len(left), read, len(left), dict(rows), digests)


def _counted(rows: Iterable[object], counts: Counter[str]) -> Iterator[object]:
    for row in rows:
        counts[TABLE_OF_ROW[type(row)].name] += 1
        yield row


def _load_left(path: Path) -> list[LeftRow]:
    return [LeftRow(**json.loads(line)) for line in path.read_bytes().splitlines()] if path.exists() else []


def _flush(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
