"""DuckDB for much at once: tables that live as long as the work, in bounded memory, the rest in a folder of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import TYPE_CHECKING

import numpy as np

from sayso.errors import SaysoError
from sayso.ledger.store import Ledger

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MEMORY = "1GB"  # that DuckDB may take; what does not fit goes to its folder
ROWS = 100_000  # copied at a time
NOTHING = -1  # stands for a day that is not known while rows are copied
# The tables of a ledger that linking looks into, and those that hold what is looked for.
KEYS = {"fingerprint": ("hash", "quoted"), "term": ("word", "weight")}
PROBES = {"fingerprint": "probe_print", "term": "probe_term"}


def load_duckdb() -> ModuleType:
    """DuckDB. Raises SaysoError where it is not installed."""
    try:
        import duckdb
    except ImportError as error:
        raise SaysoError("to link many articles at once, DuckDB is needed: pip install 'sayso[batch]'") from error
    return duckdb


@contextmanager
def open_bulk(folder: Path, memory: str = MEMORY) -> Iterator[DuckDBPyConnection]:
    """An empty database in a new folder inside ``folder``; both are gone afterwards.

    Raises as `load_duckdb`, and SaysoError where DuckDB refuses ``memory``, or has too little of it or of the disk.
    """
    duckdb = load_duckdb()
    with TemporaryDirectory(prefix=".sayso-", dir=folder) as inside:
        settings: dict[str, str | bool | int | float | list[str]] = {
            "memory_limit": memory,
            "temp_directory": str(Path(inside, "spilled")),
            "autoinstall_known_extensions": False,  # nothing is fetched
        }
        try:
            with duckdb.connect(str(Path(inside, "keys.duckdb")), config=settings) as bulk:
                yield bulk
        except duckdb.Error as error:
            told = str(error).partition("\n")[0]
            raise SaysoError(f"DuckDB cannot link in {folder} with {memory!r} of memory: {told}") from error


def copy_keys(ledger: Ledger, bulk: DuckDBPyConnection) -> None:
    """The runs and heavy words of all articles of a ledger, in place of what was copied before."""
    for table, (key, worth) in KEYS.items():
        columns = ("period", key, "article", "day", worth)
        bulk.execute(f"CREATE OR REPLACE TABLE {table} ({', '.join(f'{name} BIGINT' for name in columns)})")
        cursor = ledger.connection.connection.cursor()
        cursor.execute(f"SELECT period, {key}, article, coalesce(day, {NOTHING}), {worth} FROM {table}")
        while rows := cursor.fetchmany(ROWS):
            _append(bulk, table, f"period, {key}, article, nullif(day, {NOTHING}), {worth}", columns, rows)


def fill_probes(bulk: DuckDBPyConnection, articles: Sequence[int], near: Sequence[tuple[int, int]]) -> None:
    """Puts the keys of articles where the statements look for them.

    ``near`` holds, for each period, those that are to be looked into.
    """
    bulk.execute("CREATE OR REPLACE TABLE probed (article BIGINT)")
    bulk.execute("CREATE OR REPLACE TABLE near (period BIGINT, other BIGINT)")
    _append(bulk, "probed", "*", ("article",), [(article,) for article in articles])
    _append(bulk, "near", "*", ("period", "other"), near)
    for table, probe in PROBES.items():
        bulk.execute(f"CREATE OR REPLACE TABLE {probe} AS SELECT * FROM {table} JOIN probed USING (article)")


def _append(
    bulk: DuckDBPyConnection, table: str, values: str, columns: Sequence[str], rows: Sequence[Sequence[int]]
) -> None:
    """Rows of whole numbers into a table, many times faster than one by one."""
    block = np.array(rows, np.int64).reshape(-1, len(columns)).T
    bulk.register("block", dict(zip(columns, block, strict=True)))
    bulk.execute(f"INSERT INTO {table} SELECT {values} FROM block")
    bulk.unregister("block")
