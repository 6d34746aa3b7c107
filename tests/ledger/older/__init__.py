"""Ledgers as older versions of Sayso made them: their tables as they stood then, with today's rows in them."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from sayso.ledger.packing import unpack_reading
from sayso.ledger.schema import DERIVED, metadata
from sayso.linking.keys import TERMS, number_of
from sayso.linking.likeness import heaviest
from sayso.linking.prepared import prepare
from sayso.records.reading import Reading
from tests.night import lists

# Made from readings, and made anew by an upgrade: what stood in them does not count.
DERIVED_TABLES = tuple(table.name for table in metadata.tables.values() if table.info == DERIVED)
VERSIONS = (2, 3, 6)


def make_older(version: int, today: Path, path: Path, readings: Iterable[Reading] = ()) -> Path:
    """At ``path`` a ledger of ``version`` that holds what the ledger ``today`` holds, whose ``readings`` these are."""
    schema = Path(__file__).with_name(f"v{version}.sql").read_text(encoding="utf-8")
    with closing(sqlite3.connect(path)) as old:
        old.executescript(schema)
        old.execute("ATTACH ? AS today", (str(today),))
        names = [row[0] for row in old.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'")]
        for name in names:
            if not name.startswith(("sqlite_", "claim_words", "page_words", "meta", *DERIVED_TABLES)):
                columns = ", ".join(f'"{row[1]}"' for row in old.execute(f"PRAGMA main.table_info({name})"))
                old.execute(f"INSERT INTO main.{name} ({columns}) SELECT {columns} FROM today.{name}")
        for number, text, reading in old.execute("SELECT number, text, reading FROM today.article").fetchall():
            whole = zlib.compress(unpack_reading(text, reading), 6)
            old.execute("UPDATE main.article SET reading = ? WHERE number = ?", (whole, number))
        old.execute("UPDATE main.fingerprint SET hash = (hash << 32) + 7")  # of which the upper half is kept today
        if version == 2:
            words_of = {number_of(word): (word, weight) for word, weight in _words(readings)}
            for (number,) in old.execute("SELECT DISTINCT word FROM term").fetchall():
                old.execute("UPDATE term SET word = ? WHERE word = ?", (words_of[int(number)][0], number))
            old.execute("UPDATE term SET weight = weight / 1000000.0")
        old.execute("INSERT INTO meta VALUES ('version', ?)", (str(version),))
        if "step" in names:
            old.execute("DELETE FROM main.step WHERE CAST(substr(name, 2, 2) AS INTEGER) > ?", (version,))
            old.execute("INSERT INTO meta VALUES ('changes', '0')")
        old.commit()
    return path


def _words(readings: Iterable[Reading]) -> Iterable[tuple[str, float]]:
    for reading in readings:
        vector = prepare(reading, lists()).vector
        yield from ((word, vector[word]) for word in heaviest(vector, TERMS))
