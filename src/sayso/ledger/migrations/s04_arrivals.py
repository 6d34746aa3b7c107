"""When and as what an article arrived, what was forgotten, what was read again."""

from __future__ import annotations

from sqlalchemy import Column, Connection, String

from sayso.ledger.migrations.step import Step, add_column

FORGOTTEN = """
CREATE TABLE forgotten (
    number INTEGER NOT NULL, text_digest VARCHAR NOT NULL, raw_digest VARCHAR, id_digest VARCHAR NOT NULL,
    at VARCHAR NOT NULL, reason TEXT NOT NULL,
    PRIMARY KEY (number)
)
"""
REREADING = """
CREATE TABLE rereading (
    number INTEGER NOT NULL, article INTEGER NOT NULL, at VARCHAR NOT NULL, before VARCHAR NOT NULL,
    after VARCHAR NOT NULL, gained INTEGER NOT NULL, lost INTEGER NOT NULL, changed INTEGER NOT NULL,
    PRIMARY KEY (number)
)
"""


def _apply(connection: Connection) -> None:
    add_column(connection, "article", Column("raw_digest", String))
    add_column(connection, "article", Column("first_seen", String))
    connection.exec_driver_sql(
        "UPDATE article SET first_seen = (SELECT at FROM batch WHERE batch.number = article.batch)"
    )
    connection.exec_driver_sql("CREATE INDEX article_text_digest ON article (text_digest)")
    connection.exec_driver_sql("CREATE INDEX article_batch ON article (batch)")
    connection.exec_driver_sql(FORGOTTEN)
    connection.exec_driver_sql(REREADING)
    connection.exec_driver_sql("CREATE INDEX rereading_article ON rereading (article)")
    connection.exec_driver_sql("INSERT INTO meta VALUES ('changes', '0')")


STEP = Step("s04_arrivals", "digests of raw bytes, when articles were first seen, tombstones", _apply, index_anew=True)
