"""Whether the tables in which words are looked up hold the words that they should, and nothing else."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from itertools import zip_longest

from sqlalchemy import Connection

from sayso.ledger.words import Found, Of, fts5_table, insert_words, vector_of_row

Expected = Callable[[], Iterable[Found]]


def check_words(connection: Connection, expected: Expected) -> Iterator[str]:
    """What is wrong; ``expected`` gives the words of each article."""
    check = _find_other if connection.dialect.name == "sqlite" else _find_other_vectors
    for of in check(connection, expected):
        yield f"{of}_words does not hold the words of the table {of.value!r}"


def _find_other(connection: Connection, expected: Expected) -> Iterator[Of]:
    """Makes the tables again, in a file that is gone with it, and looks through both side by side."""
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    with closing(sqlite3.connect("")) as made:
        for of in Of:
            made.execute(fts5_table(of))
        for words in expected():
            for of, rows in words.items():
                made.executemany(insert_words(of), rows)
        for of in Of:
            try:
                same = all(a == b for a, b in zip_longest(_places(driver, of), _places(made, of)))
            except sqlite3.DatabaseError as error:
                if "malformed" not in str(error):
                    raise
                same = False
            if not same:
                yield of


def _places(driver: sqlite3.Connection, of: Of) -> Iterator[tuple[object, ...]]:
    """Every word with each of its places, in order."""
    listed = f"temp.{of}_places"
    driver.execute(f"CREATE VIRTUAL TABLE {listed} USING fts5vocab('main', '{of}_words', 'instance')")
    try:
        yield from driver.execute(f"SELECT * FROM {listed}")
    finally:
        driver.execute(f"DROP TABLE {listed}")


def _find_other_vectors(connection: Connection, expected: Expected) -> Iterator[Of]:
    wrong: set[Of] = set()
    seen = dict.fromkeys(Of, 0)
    for words in expected():
        for of, rows in words.items():
            seen[of] += len(rows)
            asked = f"SELECT vector::text = %s::tsvector::text FROM {of}_words WHERE number = %s"
            same = (connection.exec_driver_sql(asked, (vector_of_row(of, row[1:]), row[0])).scalar() for row in rows)
            if not all(same):
                wrong.add(of)
    for of in Of:
        there = connection.exec_driver_sql(f"SELECT count(*) FROM {of}_words").scalar_one()
        if of in wrong or there != seen[of]:
            yield of
