"""The tables described for programs: a Data Package with a Table Schema for each (Frictionless, version 1)."""

from __future__ import annotations

from typing import Any

from sayso._version import __version__
from sayso.exports.table_schema import TABLES, VERSION, Column, Reference, Table, columns_of

TYPES = {"list": "array"}
ABOUT = (
    "Who says what, through whom and how firmly, read by Sayso. Offsets count Unicode code points of the article's "
    "text, half-open. Lists and objects are JSON. An apostrophe before a cell that would begin with =, +, -, @, a tab "
    "or a line end is not the article's; neither are the signs (␛, �) that stand for characters that would act on a "
    "screen."
)


def describe_package() -> dict[str, Any]:
    """The datapackage.json of a folder of CSV: the same for every export."""
    return {
        "profile": "tabular-data-package",
        "name": "sayso-tables",
        "title": "Who says what",
        "description": ABOUT,
        "version": __version__,
        "sayso": VERSION,
        "resources": [_resource(table) for table in TABLES],
    }


def _resource(table: Table) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "description": table.about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": {
            "fields": [_field(column) for column in columns_of(table)],
            "missingValues": [""],
            "primaryKey": list(table.key),
            "foreignKeys": [_foreign_key(reference) for reference in table.refers if _is_always(reference, table)],
        },
    }


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": "array" if column.kind.is_span else TYPES.get(column.kind.name, column.kind.name),
        "description": column.about,
    }
    constraints: dict[str, Any] = {} if column.optional or _may_be_empty(column) else {"required": True}
    if column.kind.values:
        constraints["enum"] = list(column.kind.values)
    constraints |= {"minimum": column.least} if column.least is not None else {}
    constraints |= {"maximum": column.most} if column.most is not None else {}
    return field | ({"constraints": constraints} if constraints else {})


def _may_be_empty(column: Column) -> bool:
    """An empty string is a missing value in CSV."""
    return column.kind.name == "string" and not column.kind.values


def _is_always(reference: Reference, table: Table) -> bool:
    """Whether every row refers: validators want all parts of a key that has several."""
    return not any(column.optional for column in columns_of(table) if column.name in reference.columns)


def _foreign_key(reference: Reference) -> dict[str, Any]:
    return {
        "fields": list(reference.columns),
        "reference": {"resource": reference.table, "fields": list(reference.theirs)},
    }
