"""The rows of a Parquet file as JSON lines, in a process of its own: only ``parquet.py`` runs this file.

The library ends the whole process where some files are broken. It reads standard input, which must be a file, and
prints the names of the columns with their sizes, or the rows of the columns that are named. Nothing of Sayso is
imported here.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, BinaryIO

ROWS = 16  # at once in memory
BUFFER = 1 << 20


def show_columns(file: BinaryIO) -> dict[str, object]:
    """The names of the columns, and of each the bytes that it takes packed and unpacked."""
    opened = open_table(file)
    about = opened.metadata
    sizes: dict[str, tuple[int, int]] = {}
    for group in range(about.num_row_groups):
        for index in range(about.num_columns):
            column = about.row_group(group).column(index)
            top = column.path_in_schema.partition(".")[0]
            packed, whole = sizes.get(top, (0, 0))
            sizes[top] = (packed + column.total_compressed_size, whole + column.total_uncompressed_size)
    return {"names": opened.schema_arrow.names, "sizes": sizes}


def write_rows(file: BinaryIO, columns: list[str], out: BinaryIO) -> None:
    """One line of JSON a row; the last line says whether all were written."""
    for batch in open_table(file).iter_batches(batch_size=ROWS, columns=columns, use_threads=False):
        for row in batch.to_pylist():
            out.write(json.dumps(row, default=show_value, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
    out.write(b'{"": "end"}\n')


def open_table(file: BinaryIO) -> Any:
    import pyarrow.parquet as pq

    return pq.ParquetFile(file, pre_buffer=False, buffer_size=BUFFER)


def show_value(value: object) -> object:
    """Times in ISO 8601, bytes as the text that they are, or nothing."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, bytes):
        try:
            return value.decode()
        except UnicodeDecodeError:
            return None
    return str(value)


def limit_memory(memory: int) -> None:
    """This process may have so much data and no more, where the system can say so."""
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))


def run(words: Iterable[str]) -> None:
    memory, *columns = words
    limit_memory(int(memory))
    if columns:
        write_rows(sys.stdin.buffer, columns, sys.stdout.buffer)
    else:
        sys.stdout.write(json.dumps(show_columns(sys.stdin.buffer)))


if __name__ == "__main__":
    run(sys.argv[1:])
