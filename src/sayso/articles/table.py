"""CSV in: one article a row, streamed; a bad row becomes a row that says why."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from sayso.articles import flags
from sayso.articles.columns import Columns, find_columns
from sayso.articles.decoding import decode_plain
from sayso.articles.files import rewind
from sayso.articles.limits import Limits
from sayso.articles.rows import read_row
from sayso.errors import BadColumns, BadInput, MalformedInput
from sayso.records.article import Article
from sayso.records.reading import Unread

_DELIMITERS = (",", ";", "\t", "|")
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_ESCAPED = re.compile("[\udc80-\udcff]")  # what stands for a byte that is no UTF-8
_MOST_COLUMNS = 1_000


class _TooLong(Exception):
    """A record goes on beyond the limit."""


@dataclass(slots=True)
class _Lines:
    """The lines of a file, for as long as one record of them stays within ``limit`` characters."""

    text: io.TextIOWrapper
    limit: int
    number: int = 0
    left: int = 0

    def begin(self) -> None:
        self.left = self.limit

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self.text.readline(self.left + 1)
        self.left -= len(line)
        if self.left < 0:
            raise _TooLong
        if not line:
            raise StopIteration
        self.number += 1
        return line


def read_csv(
    file: BinaryIO, name: str, *, columns: Columns | None = None, limits: Limits
) -> Iterator[Article | Unread]:
    """The articles of a CSV file with a head, in order; memory for one row at a time.

    Commas, semicolons, tabs or bars part the cells: whichever gives the head most columns. The bytes are UTF-8,
    UTF-16 with its mark, or, cell by cell, Windows-1252. A row that cannot be meant gives ``Unread("name:line",
    reason)``; after a quotation mark that is never closed, or a row over the limit, the rest is left unread as well,
    since nobody can tell where the next row begins. Raises MalformedInput where the head names no text.
    """
    csv.field_size_limit(max(csv.field_size_limit(), limits.size))  # the only way that csv has; each row is capped here
    text, mark = _decoded(file, name)
    try:
        lines = _Lines(text, limits.size)
        head, delimiter = _read_head(lines, name)
        try:
            found = find_columns(head, columns)
        except BadColumns as error:
            raise MalformedInput(name, str(error)) from error
        yield from _read_rows(lines, head, delimiter, found, name, limits, mark)
    finally:
        text.detach()


def _decoded(file: BinaryIO, name: str) -> tuple[io.TextIOWrapper, tuple[str, ...]]:
    """The file as characters, bytes that are no UTF-8 kept for later, and the flag of its byte order mark."""
    start, file = rewind(file, 3, name)
    for mark, encoding in _MARKS:
        if start.startswith(mark):
            file.read(len(mark))
            wide = encoding != "utf-8"
            found = (flags.BYTE_ORDER_MARK, *((flags.decoded_as("utf-16"),) if wide else ()))
            errors = "replace" if wide else "surrogateescape"
            return io.TextIOWrapper(file, encoding=encoding, errors=errors, newline=""), found
    return io.TextIOWrapper(file, encoding="utf-8", errors="surrogateescape", newline=""), ()


def _read_head(lines: _Lines, name: str) -> tuple[list[str], str]:
    """The names of the columns, and what parts them."""
    lines.begin()
    try:
        line = next((line for line in lines if line.strip()), "")
        cuts = {delimiter: next(csv.reader([line], delimiter=delimiter), []) for delimiter in _DELIMITERS}
    except (_TooLong, csv.Error) as error:
        raise MalformedInput(name, "no CSV: its first line is no row of column names") from error
    delimiter = max(_DELIMITERS, key=lambda one: len(cuts[one]))
    head = [column.strip() for column in cuts[delimiter]]
    if not any(head) or len(head) > _MOST_COLUMNS:
        raise MalformedInput(name, f"no CSV: a head of {len(head):,} columns; the first line names up to 1,000")
    return head, delimiter


def _read_rows(
    lines: _Lines,
    head: list[str],
    delimiter: str,
    columns: Columns,
    name: str,
    limits: Limits,
    found: tuple[str, ...],
) -> Iterator[Article | Unread]:
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        where = f"{name}:{lines.number + 1}"
        lines.begin()
        try:
            cells = next(reader, None)
            if cells is None:
                return
            if any(cells):
                yield _read_cells(cells, head, columns, where, limits, found)
        except csv.Error as error:
            yield Unread(where, f"no row of CSV: {error}; is a quotation mark in it not doubled, or never closed?")
        except _TooLong:
            why = f"a row longer than the limit of {limits.size:,} characters (a quotation mark that is never closed?)"
            yield Unread(where, f"{why}; the rest of the file is left unread")
            return
        except BadInput as error:
            yield Unread(where, error.reason)


def _read_cells(
    cells: list[str], head: list[str], columns: Columns, where: str, limits: Limits, found: tuple[str, ...]
) -> Article:
    if len(cells) != len(head):
        raise MalformedInput(
            where, f"{len(cells)} cells under {len(head)} columns; is a cell with the delimiter quoted?"
        )
    told = list(found)
    row: dict[str, object] = {}
    for column, cell in zip(head, cells, strict=True):
        if column in row:  # of two columns of one name the first counts
            continue
        if _ESCAPED.search(cell):
            decoded = decode_plain(cell.encode("utf-8", "surrogateescape"), None)
            cell = decoded.text
            told += decoded.flags
        row[column] = cell
    return read_row(row, columns, where, limits=limits, flags=tuple(dict.fromkeys(told)))
