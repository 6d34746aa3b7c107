"""A table as CSV, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\n")  # a cell that begins so would be run by a spreadsheet


def write_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table with its header; cells that a spreadsheet would run get an apostrophe before them."""
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return made.getvalue()


def _harmless(cell: object) -> object:
    if cell is None:
        return ""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(ACTIVE) else cell
