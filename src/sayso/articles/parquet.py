"""Parquet in: one article a row, by row groups. Needs the extra "parquet"."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfileobj
from typing import BinaryIO, cast

import msgspec

from sayso.articles.columns import Columns, find_columns
from sayso.articles.extras import load_extra
from sayso.articles.files import read_lines
from sayso.articles.limits import Limits
from sayso.articles.rows import read_row
from sayso.errors import BadColumns, BadInput, MalformedInput, TooLarge
from sayso.records.article import Article
from sayso.records.reading import Unread

_END = {"": "end"}
_BROKEN = "the file is broken here: the rest is left unread"


class _About(msgspec.Struct):
    """The columns of a table, and the bytes that each takes packed and unpacked."""

    names: list[str]
    sizes: dict[str, tuple[int, int]]


def read_parquet(
    file: BinaryIO, name: str, *, columns: Columns | None = None, limits: Limits
) -> Iterator[Article | Unread]:
    """The articles of a Parquet file in order; memory for a few rows of the columns that are read.

    A row that is no article gives ``Unread("name, row 3", reason)``; where the file itself is broken, the last row says
    so. A process of its own opens the file. Raises MissingExtra, or BadInput where it is no Parquet or names no text.
    """
    load_extra("pyarrow.parquet", "parquet", f"{name}: reading Parquet")
    with _on_disk(file) as table:
        about = _read_about(table, name, limits)
        try:
            found = find_columns(about.names, columns)
        except BadColumns as error:
            raise MalformedInput(name, str(error)) from error
        wanted = [column for column in about.names if column in _tops(found)]
        for column in wanted:
            packed, whole = about.sizes.get(column, (0, 0))
            if whole > max(limits.expanded, limits.ratio * packed):
                raise TooLarge(name, f"column {column!r} would unpack to {whole:,} bytes out of {packed:,}")
        yield from _read_rows(table, wanted, found, name, limits)


@contextmanager
def _on_disk(file: BinaryIO) -> Iterator[BinaryIO]:
    """``file``, or a copy that another process can read."""
    try:
        file.fileno()
    except OSError:
        with tempfile.TemporaryFile() as copy:
            copyfileobj(file, copy)
            yield cast(BinaryIO, copy)
    else:
        yield file


def _start(table: BinaryIO, limits: Limits, *columns: str) -> subprocess.Popen[bytes]:
    table.flush() if table.writable() else None
    os.lseek(table.fileno(), 0, os.SEEK_SET)
    script = str(Path(__file__).with_name("parquetrows.py"))
    # -P: the folder of the script, with modules named like those of the library, is no place to import from
    command = [sys.executable, "-P", script, str(limits.memory), *columns]
    return subprocess.Popen(command, stdin=table, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


def _read_about(table: BinaryIO, name: str, limits: Limits) -> _About:
    with _start(table, limits) as process:
        try:
            told, _ = process.communicate(timeout=limits.seconds)
        except subprocess.TimeoutExpired as error:
            process.kill()
            raise TooLarge(name, f"opening it takes longer than {limits.seconds} seconds") from error
    try:
        return msgspec.json.decode(told, type=_About)
    except (msgspec.DecodeError, ValueError) as error:
        raise MalformedInput(name, "a broken Parquet file; was it saved as a whole?") from error


def _read_rows(
    table: BinaryIO, wanted: list[str], columns: Columns, name: str, limits: Limits
) -> Iterator[Article | Unread]:
    with _start(table, limits, *wanted) as process:
        try:
            number = 0
            for number, line in read_lines(cast(BinaryIO, process.stdout), limits):
                where = f"{name}, row {number}"
                if line is None:
                    yield Unread(where, f"the row is longer than the limit of {limits.size:,} bytes")
                    continue
                row = _parse(line)
                if row == _END:
                    return
                yield Unread(where, _BROKEN) if row is None else _read(row, columns, where, limits)
                if row is None:
                    return
            yield Unread(f"{name}, row {number + 1}", _BROKEN)
        finally:
            process.kill()


def _parse(line: bytes) -> dict[str, object] | None:
    """A row; None for a line that broke off."""
    try:
        row: dict[str, object] = json.loads(line)
    except ValueError:
        return None
    return row


def _read(row: dict[str, object], columns: Columns, where: str, limits: Limits) -> Article | Unread:
    try:
        return read_row(row, columns, where, limits=limits)
    except BadInput as error:
        return Unread(where, error.reason)


def _tops(columns: Columns) -> set[str]:
    """The columns of the table that the map names, or holds the insides of."""
    return {top for name in columns.names() for top in (name, name.partition(".")[0])}
