"""Which steps a ledger has, and how it gets those that it lacks: all in one transaction, or none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from sqlalchemy import Connection, delete, insert, inspect, select, update

from sayso.errors import NewerLedger, OldLedger
from sayso.ledger.index import make_index_anew
from sayso.ledger.migrations.registry import OLDEST, load_steps
from sayso.ledger.migrations.step import Step
from sayso.ledger.schema import meta, step
from sayso.records.reading import Reading

FIRST_NAMED = 3  # ledgers up to this version keep a number and no names of steps


def find_lacking(name: str, version: str, has: Iterable[str]) -> tuple[Step, ...]:
    """The steps that a ledger lacks, which is of ``version`` and has these steps.

    Raises NewerLedger where it has one that is not known here, OldLedger where it is too old for the first.
    """
    steps, had = load_steps(), set(has)
    number = int(version) if str(version).isdecimal() else 0
    if unknown := sorted(had - {one.name for one in steps}):
        raise NewerLedger(name, version, unknown)
    if not had:
        if number > FIRST_NAMED:
            raise NewerLedger(name, version, ())
        if number < OLDEST:
            raise OldLedger(name, version, "make a new one with `sayso new` and add them again")
        had = {one.name for one in steps if one.number <= number}
    return tuple(one for one in steps if one.name not in had)


def upgrade(
    connection: Connection, name: str, import_reading: Callable[[bytes], Reading], begin: Callable[[int], None]
) -> tuple[Step, ...]:
    """Gives the ledger ``name`` the steps that it lacks; which those were. Called inside a change.

    Where it lacks any, ``begin`` is told how many articles it has. Raises as `find_lacking`.
    """
    version = str(connection.execute(select(meta.c.value).where(meta.c.key == "version")).scalar_one())
    lacking = find_lacking(name, version, _steps_of(connection))
    if not lacking:
        return ()
    begin(int(connection.exec_driver_sql("SELECT count(*) FROM article").scalar_one()))
    step.create(connection, checkfirst=True)
    for one in lacking:
        one.apply(connection)
    if any(one.index_anew for one in lacking):
        make_index_anew(connection, import_reading)
    _mark(connection, load_steps())
    connection.execute(update(meta).where(meta.c.key == "version").values(value=newest()))
    return lacking


def _steps_of(connection: Connection) -> list[str]:
    if not inspect(connection).has_table(step.name):
        return []
    return [str(row.name) for row in connection.execute(select(step.c.name))]


def mark_new(connection: Connection) -> None:
    """Writes into a ledger that was just made from the schema of today that it has every step."""
    connection.execute(insert(meta).values(key="version", value=newest()))
    _mark(connection, load_steps())


def _mark(connection: Connection, steps: Sequence[Step]) -> None:
    connection.execute(delete(step))
    connection.execute(insert(step), [{"name": one.name} for one in steps])


def newest() -> str:
    """The version that ledgers have today."""
    return str(max(one.number for one in load_steps()))
