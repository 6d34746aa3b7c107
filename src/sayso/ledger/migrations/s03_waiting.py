"""Words by which articles are found become whole numbers, and articles may wait to be linked."""

from __future__ import annotations

import zlib

from sqlalchemy import Connection

from sayso.ledger.migrations.step import Step

MILLION = 1_000_000
TERM = """
CREATE TABLE term (
    period INTEGER NOT NULL, word INTEGER NOT NULL, article INTEGER NOT NULL, day INTEGER, weight INTEGER NOT NULL,
    PRIMARY KEY (period, word, article)
) WITHOUT ROWID
"""


def _apply(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE term RENAME TO term_before")
    connection.exec_driver_sql(TERM)
    rows = connection.exec_driver_sql("SELECT period, word, article, day, weight FROM term_before")
    new = sorted((row[0], _number_of(row[1]), row[2], row[3], round(row[4] * MILLION)) for row in rows)
    if new:
        connection.exec_driver_sql("INSERT INTO term VALUES (?, ?, ?, ?, ?)", new)
    connection.exec_driver_sql("DROP TABLE term_before")
    connection.exec_driver_sql("CREATE TABLE waiting (article INTEGER NOT NULL, PRIMARY KEY (article))")


def _number_of(word: str) -> int:
    letters = word.encode("utf-8", "surrogatepass")
    return (zlib.crc32(letters) << 32 | zlib.crc32(letters[::-1] + b"\x00")) >> 1


STEP = Step("s03_waiting", "words as numbers; articles that wait to be linked", _apply)
