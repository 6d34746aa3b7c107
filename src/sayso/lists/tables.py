"""Hand-kept CSV tables, read strictly: what is wrong is named by file, line and field."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from importlib import resources
from typing import TypeVar

import msgspec

from sayso.errors import BadList

Row = TypeVar("Row", bound=msgspec.Struct)


def load_text(name: str) -> str:
    """The text of one of the package's own lists."""
    return resources.files("sayso.lists").joinpath(name).read_text(encoding="utf-8")


def read_rows(text: str, name: str, kind: type[Row]) -> Iterator[tuple[int, Row]]:
    """The rows of ``text`` with their line numbers; the columns are the fields of ``kind``, in their order."""
    columns = kind.__struct_encode_fields__
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        if tuple(next(reader, ())) != columns:
            raise BadList(name, 1, f"the columns must be {','.join(columns)}")
        for values in reader:
            if len(values) != len(columns):
                raise BadList(name, reader.line_num, f"{len(values)} fields where {len(columns)} belong")
            yield reader.line_num, msgspec.convert(dict(zip(columns, values, strict=True)), kind, strict=False)
    except msgspec.ValidationError as error:
        raise BadList(name, reader.line_num, str(error)) from error
    except csv.Error as error:
        raise BadList(name, max(reader.line_num, 1), str(error)) from error


def split_cell(cell: str) -> tuple[str, ...]:
    """The values of a cell, with ``|`` between them."""
    return tuple(part for part in cell.split("|") if part)
