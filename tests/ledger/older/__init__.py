"""Ledgers as older versions of Sayso made them: their tables as they stood then, with today's rows in them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from sayso.linking.keys import TERMS, number_of
from sayso.linking.likeness import heaviest
from sayso.linking.prepared import prepare
from sayso.records.reading import Reading
from tests.night import lists

VERSIONS = (2, 3)


def make_older(version: int, today: Path, path: Path, readings: Iterable[Reading] = ()) -> Path:
    """At ``path`` a ledger of ``version`` that holds what the ledger ``today`` holds, whose ``readings`` these are."""
    schema = Path(__file__).with_name(f"v{version}.sql").read_text(encoding="utf-8")
    with closing(sqlite3.connect(path)) as old:
        old.executescript(schema)
        old.execute("ATTACH ? AS today", (str(today),))
        names = [row[0] for row in old.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'")]
        for name in names:
            if not name.startswith(("sqlite_", "claim_words", "page_words", "meta")):
                columns = ", ".join(f'"{row[1]}"' for row in old.execute(f"PRAGMA main.table_info({name})"))
                old.execute(f"INSERT INTO main.{name} ({columns}) SELECT {columns} FROM today.{name}")
        for words in ("claim_words", "page_words"):
            old.execute(f"INSERT INTO {words} ({words}) VALUES ('rebuild')")
        if version == 2:
            words_of = {number_of(word): (word, weight) for word, weight in _words(readings)}
            for (number,) in old.execute("SELECT DISTINCT word FROM term").fetchall():
                old.execute("UPDATE term SET word = ? WHERE word = ?", (words_of[int(number)][0], number))
            old.execute("UPDATE term SET weight = weight / 1000000.0")
        old.execute("INSERT INTO meta VALUES ('version', ?)", (str(version),))
        old.commit()
    return path


def _words(readings: Iterable[Reading]) -> Iterable[tuple[str, float]]:
    for reading in readings:
        vector = prepare(reading, lists()).vector
        yield from ((word, vector[word]) for word in heaviest(vector, TERMS))
