"""What SQLite and PostgreSQL do each in its own way: how a change begins, how rows go in at once, what they refuse."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import StaticPool

from sayso.errors import BadLedger, SaysoError

WAIT = 30  # seconds that a change waits for another's
SERVERS = ("postgresql:", "postgres:")  # how the address of a ledger on a server begins
WRITE_AHEAD = "journal_mode=WAL"  # others read while one writes; set once, when a ledger is made
PRAGMAS = (
    "synchronous=NORMAL",
    f"busy_timeout={WAIT}000",
    "temp_store=MEMORY",
    "cache_size=-131072",  # KiB: 128 MiB of pages
    "wal_autocheckpoint=8000",  # pages, 32 MiB: keys land all over, and a page that many changes touch is moved once
)
BUSY = "another process is writing to it, and has not finished for half a minute; try again"
UNOPENED = "the file may not be read, or the folder, where another lies beside it meanwhile, may not be written to"
NO_LEDGER = "is no ledger"


class Database(Protocol):
    """One kind of database that keeps ledgers."""

    name: str
    errors: type[Exception]

    def begin_change(self, connection: Connection) -> None:
        """A transaction in which nobody else writes."""

    def end_change(self, connection: Connection) -> None:
        """What is done last in it."""

    def begin_hold(self, connection: Connection) -> None:
        """A transaction that goes on seeing what there is at its first look."""

    def changes(self, connection: Connection) -> int:
        """A number that is another after each change that was not made by this connection."""

    def save_rows(self, connection: Connection, table: str, rows: Sequence[Sequence[Any]]) -> None:
        """See `sayso.ledger.store.save_rows`."""

    def empty(self, connection: Connection, table: str) -> None:
        """Takes all rows out of a temporary table."""

    def overwrite_deleted(self, connection: Connection) -> None:
        """From now on nothing of a row that is deleted stays where it was."""

    def pack(self, connection: Connection) -> None:
        """Nothing of what is deleted in this change stays in what words are looked up in."""

    def clear(self, connection: Connection) -> None:
        """Nothing of what was deleted stays beside the ledger."""

    def shrink(self, connection: Connection) -> None:
        """Gives back what room is free in it; needs as much again meanwhile."""

    def check(self, connection: Connection) -> list[str]:
        """What the database finds wrong with itself."""

    def word(self, error: Exception) -> str:
        """What the database refuses, for a person."""


class Sqlite:
    """A ledger in one file, or in memory."""

    errors: type[Exception] = sqlite3.Error

    def __init__(self, name: str) -> None:
        self.name = name

    def begin_change(self, connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    def end_change(self, connection: Connection) -> None:
        """SQLite counts its changes itself."""

    def begin_hold(self, connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    def changes(self, connection: Connection) -> int:
        return int(connection.exec_driver_sql("PRAGMA data_version").scalar_one())

    def save_rows(self, connection: Connection, table: str, rows: Sequence[Sequence[Any]]) -> None:
        places = ",".join("?" * len(rows[0]))
        statement = f"INSERT INTO {table} VALUES ({places}) ON CONFLICT DO NOTHING"
        connection.connection.cursor().executemany(statement, rows)

    def empty(self, connection: Connection, table: str) -> None:
        connection.exec_driver_sql(f"DELETE FROM {table}")

    def overwrite_deleted(self, connection: Connection) -> None:
        connection.commit()
        connection.exec_driver_sql("PRAGMA secure_delete=ON")

    def pack(self, connection: Connection) -> None:
        for table in ("claim_words", "page_words"):  # else words of what went stay in its segments
            connection.exec_driver_sql(f"INSERT INTO {table} ({table}) VALUES ('optimize')")

    def clear(self, connection: Connection) -> None:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def shrink(self, connection: Connection) -> None:
        connection.commit()
        connection.exec_driver_sql("VACUUM")

    def check(self, connection: Connection) -> list[str]:
        rows = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
        return [str(row) for row in rows if row != "ok"]

    def word(self, error: Exception) -> str:
        said = str(error)
        if "not a database" in said or said.startswith(("no such table: meta", "no such column")):
            return NO_LEDGER
        if "locked" in said:
            return BUSY
        if "malformed" in said:
            return "is damaged; make a new one with `sayso new` and add the articles again"
        if "disk is full" in said or "disk I/O error" in said:
            return f"cannot be written: {said}; nothing of the last change was kept, what was there before is"
        if "readonly" in said:
            return "cannot be written: it, or the folder it lies in, may only be read"
        if "unable to open" in said:
            return f"cannot be opened or made: {UNOPENED}"
        return f"cannot be used: {said}"


COPIED = 5000  # rows from which COPY is faster than one statement
# How PostgreSQL calls what Python's types are, when whole columns are handed over.
ARRAYS = {int: "bigint[]", float: "double precision[]", str: "text[]", bytes: "bytea[]"}


class Postgres:
    """A ledger on a PostgreSQL server, in the schema that its address leads to."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.errors: type[Exception] = load_psycopg().Error
        self._own = 0

    def begin_change(self, connection: Connection) -> None:
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{WAIT}s'")
        connection.exec_driver_sql("LOCK TABLE meta IN EXCLUSIVE MODE")  # others go on reading

    def end_change(self, connection: Connection) -> None:
        connection.exec_driver_sql("UPDATE meta SET value = (value::bigint + 1)::text WHERE key = 'changes'")
        self._own += 1

    def begin_hold(self, connection: Connection) -> None:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")

    def changes(self, connection: Connection) -> int:
        found = connection.exec_driver_sql("SELECT value::bigint FROM meta WHERE key = 'changes'").scalar()
        return int(found or 0) - self._own

    def save_rows(self, connection: Connection, table: str, rows: Sequence[Sequence[Any]]) -> None:
        """Whole columns at once: one statement, however many the rows; very many by COPY."""
        if len(rows) >= COPIED:
            self._copy_rows(connection, table, rows)
            return
        columns = [list(column) for column in zip(*rows, strict=True)]
        arrays = ", ".join(f"%s::{_array_of(column)}" for column in columns)
        statement = f"INSERT INTO {table} SELECT * FROM unnest({arrays}) ON CONFLICT DO NOTHING"
        connection.connection.cursor().execute(statement, columns)

    def _copy_rows(self, connection: Connection, table: str, rows: Sequence[Sequence[Any]]) -> None:
        """By way of a table of the same columns, which COPY fills: COPY itself cannot leave out a key that is there."""
        cursor: Any = connection.connection.cursor()
        cursor.execute(f"CREATE TEMPORARY TABLE copied (LIKE {table}) ON COMMIT DROP")
        with cursor.copy("COPY copied FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
        cursor.execute(f"INSERT INTO {table} SELECT * FROM copied ON CONFLICT DO NOTHING")
        cursor.execute("DROP TABLE copied")

    def empty(self, connection: Connection, table: str) -> None:
        connection.exec_driver_sql(f"TRUNCATE {table}")

    def overwrite_deleted(self, connection: Connection) -> None:
        """PostgreSQL takes deleted rows away by itself."""

    def pack(self, connection: Connection) -> None:
        """As above."""

    def clear(self, connection: Connection) -> None:
        """As above."""

    def shrink(self, connection: Connection) -> None:
        """As above."""

    def check(self, connection: Connection) -> list[str]:
        return []  # its files are the server's to check

    def word(self, error: Exception) -> str:
        said = str(error).partition("\n")[0]
        state = getattr(error, "sqlstate", None)
        if state == "42P01" or ("does not exist" in said and "meta" in said):
            return NO_LEDGER
        if state in ("55P03", "40P01"):
            return BUSY
        if state in ("53100", "25006"):
            return f"cannot be written: {said}; what was there before is kept"
        if state is None and "connection" in said:
            return f"cannot be reached: {said}"
        return f"cannot be used: {said}"


def _array_of(column: Sequence[Any]) -> str:
    return ARRAYS[next((type(value) for value in column if value is not None), int)]


def load_psycopg() -> Any:
    """PostgreSQL's driver. Raises SaysoError where it is not installed."""
    try:
        import psycopg
    except ImportError as error:
        raise SaysoError("a ledger on a server needs PostgreSQL's driver: pip install 'sayso[postgres]'") from error
    return psycopg


def is_server(where: object) -> bool:
    """Whether this is the address of a ledger on a server rather than a file."""
    return isinstance(where, str) and where.startswith(SERVERS)


def name_server(address: str) -> str:
    """The address without its password. Raises BadLedger where it is none."""
    try:
        return make_url(address).render_as_string(hide_password=True)
    except (ArgumentError, ValueError) as error:
        raise BadLedger("postgresql:", "is no address of a ledger; one is postgresql://user@host/database") from error


def url_of(path: Path) -> URL:
    """A file's address. What lies on a disk that can only be read, whole, is opened as what nobody can alter."""
    wal = path.with_name(path.name + "-wal")
    if hasattr(os, "statvfs") and path.exists() and os.statvfs(path).f_flag & os.ST_RDONLY and not wal.exists():
        return URL.create("sqlite", database=path.absolute().as_uri(), query={"uri": "true", "immutable": "1"})
    return URL.create("sqlite", database=str(path))


def name_database(address: str) -> str:
    """What the database is called on its server. Raises as `name_server`."""
    name_server(address)
    return make_url(address).database or ""


def connect(where: str | URL, database: Database) -> Engine:
    """An engine that words what the driver refuses as a BadLedger. ``where`` is a URL of SQLAlchemy's."""
    url = make_url(where)
    if url.get_backend_name() == "sqlite":
        engine = create_engine(url, poolclass=StaticPool) if url.database is None else create_engine(url)
        event.listen(engine, "connect", _set_pragmas)
    else:
        engine = create_engine(url.set(drivername="postgresql+psycopg"))

    @event.listens_for(engine, "handle_error")
    def word_error(context: Any) -> BadLedger | None:
        error = context.original_exception
        return BadLedger(database.name, database.word(error)) if isinstance(error, database.errors) else None

    return engine


def _set_pragmas(connection: Any, _: object) -> None:
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
