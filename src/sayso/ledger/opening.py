"""A ledger opened, made or brought up to date: a file, a schema on a server, or memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import ExitStack, closing, suppress
from pathlib import Path

from sqlalchemy import Engine, insert, inspect, select

from sayso.errors import BadLedger, LedgerExists, OldLedger
from sayso.ledger.databases import (
    NO_LEDGER,
    WRITE_AHEAD,
    Database,
    Postgres,
    Sqlite,
    connect,
    name_server,
    url_of,
)
from sayso.ledger.migrations import Step, find_lacking, mark_new, upgrade
from sayso.ledger.review import tables as _  # noqa: F401  # its tables are made with the others
from sayso.ledger.schema import meta, metadata, step
from sayso.ledger.store import Ledger
from sayso.ledger.words import create_words
from sayso.records.reading import Reading

Where = Path | str  # a file, or the address of a schema on a server: postgresql://user@host/database


def open_ledger(where: Where | None, *, create: bool = False) -> Ledger:
    """The ledger at ``where``, or one in memory for None.

    Raises LedgerExists where one is to be made and is there, BadLedger where there is none, or a file of another
    kind or version, which is left as it is.
    """
    if where is None:
        database = Sqlite("memory")
        return _made(connect("sqlite://", database), database)
    if isinstance(where, str):
        return _open_server(where, create=create)
    database = Sqlite(str(where))
    if not create:
        _refuse_others(where)
        return Ledger(connect(url_of(where), database), database)
    if where.exists():
        raise LedgerExists(str(where))
    if not where.parent.is_dir():
        raise BadLedger(str(where), f"cannot be made: there is no folder {where.parent}")
    return _made(connect(url_of(where), database), database)


def _open_server(where: str, *, create: bool, older: bool = False) -> Ledger:
    database = Postgres(name_server(where))
    engine = connect(where, database)
    with ExitStack() as refused:
        refused.callback(engine.dispose)
        there = _find_there(engine, database)
        if create and there:
            raise LedgerExists(database.name)
        if not create:
            _refuse_versions(database.name, there, older=older)
        refused.pop_all()
    return _made(engine, database) if create else Ledger(engine, database)


def _find_there(engine: Engine, database: Database) -> tuple[str, list[str]] | None:
    """Version and steps of the ledger that is there; None where there is no table at all."""
    with engine.connect() as connection:
        names = set(inspect(connection).get_table_names())
        if not names:
            return None
        if not names >= {meta.name, step.name}:
            raise BadLedger(database.name, f"{NO_LEDGER}, and holds tables of something else")
        version = connection.execute(select(meta.c.value).where(meta.c.key == "version")).scalar()
        return str(version), [str(name) for name in connection.execute(select(step.c.name)).scalars()]


def upgrade_ledger(
    where: Where, import_reading: Callable[[bytes], Reading], begin: Callable[[int], None] = lambda articles: None
) -> tuple[Step, ...]:
    """Brings an older ledger up to date, whole or not at all; the steps that it lacked. Raises as `open_ledger`.

    ``begin`` is told how many articles it has before any of them is looked at.
    """
    with _open_older(where) as ledger:
        with ledger.change() as connection:
            steps = upgrade(connection, ledger.name, import_reading, begin)
        if steps:
            with suppress(BadLedger):  # no room for it: what is free in the file is used for what comes
                ledger.database.shrink(ledger.connection)
        return steps


def _open_older(where: Where) -> Ledger:
    if isinstance(where, str):
        return _open_server(where, create=False, older=True)
    _refuse_others(where, older=True)
    database = Sqlite(str(where))
    ledger = Ledger(connect(url_of(where), database), database)
    ledger.connection.exec_driver_sql(f"PRAGMA {WRITE_AHEAD}")
    return ledger


def _refuse_others(path: Path, *, older: bool = False) -> None:
    """Looks at a file without writing a byte. Raises BadLedger unless it is a ledger of today, or an ``older`` one."""
    name = str(path)
    if path.is_dir():
        raise BadLedger(name, f"{NO_LEDGER} but a folder")
    if not path.is_file():
        raise BadLedger(name, NO_LEDGER if path.exists() else "is not there; make one with `sayso new`")
    in_use = path.with_name(path.name + "-wal").exists()  # else even a look would leave such a file behind
    try:
        address = f"{path.absolute().as_uri()}?{'mode=ro' if in_use else 'immutable=1'}"
        with closing(sqlite3.connect(address, uri=True)) as looked:
            found = looked.execute("SELECT value FROM meta WHERE key = 'version'").fetchone()
            named = looked.execute("SELECT 1 FROM sqlite_master WHERE name = 'step'").fetchone()
            steps = [row[0] for row in looked.execute("SELECT name FROM step")] if named else []
    except sqlite3.Error as error:
        raise BadLedger(name, Sqlite(name).word(error)) from error
    _refuse_versions(name, found and (str(found[0]), steps), older=older)


def _refuse_versions(name: str, there: tuple[str, list[str]] | None, *, older: bool) -> None:
    if not there:
        raise BadLedger(name, NO_LEDGER)
    if find_lacking(name, *there) and not older:
        raise OldLedger(name, there[0], f"`sayso upgrade {name}` brings it up to date")


def _made(engine: Engine, database: Database) -> Ledger:
    """A new ledger, its tables made in one transaction."""
    if isinstance(database, Sqlite):
        with engine.connect() as connection:
            connection.exec_driver_sql(f"PRAGMA {WRITE_AHEAD}")
    with engine.begin() as connection:
        if isinstance(database, Sqlite):
            database.begin_change(connection)
        metadata.create_all(connection)
        create_words(connection)
        mark_new(connection)
        connection.execute(insert(meta).values(key="changes", value="0"))  # counted where the database does not
    return Ledger(engine, database)
