"""What one step is, and what steps are written with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection


@dataclass(frozen=True, slots=True)
class Step:
    """A ledger without ``name`` becomes one with it by ``apply``, which gets the transaction that all steps share.

    ``what`` says for people what it adds. ``apply`` names tables and columns in its own words: the schema of today may
    have moved on by the time that an old ledger meets it. Tables that are made from readings alone (see
    `sayso.ledger.schema.DERIVED`) are never changed by steps: ``index_anew`` has them made again.
    """

    name: str
    what: str
    apply: Callable[[Connection], None]
    index_anew: bool = False

    @property
    def number(self) -> int:
        """The version of a ledger whose last step it is."""
        return int(self.name[1:3])


def nothing(_: Connection) -> None:
    """For a step that only has the tables made from readings made again."""


def add_column(connection: Connection, table: str, column: Column[Any]) -> None:
    """A new last column of a table. It may be null, or has a ``server_default``."""
    dialect = connection.dialect
    kind = column.type.compile(dialect=dialect)
    name = dialect.identifier_preparer.quote(column.name)
    default = f" DEFAULT {column.server_default.arg}" if column.server_default is not None else ""  # type: ignore[attr-defined]  # a DefaultClause has it
    missing = "" if column.nullable else " NOT NULL"
    connection.exec_driver_sql(f"ALTER TABLE {table} ADD COLUMN {name} {kind}{default}{missing}")
