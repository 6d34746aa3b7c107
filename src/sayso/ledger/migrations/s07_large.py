"""What pages look for in a large ledger is found by an index: the most doubtful claims, and who is heard most."""

from __future__ import annotations

from sqlalchemy import Connection, inspect

from sayso.ledger.migrations.step import Step

COLUMNS = {"voice", "score", "speaker_key", "named"}


def apply(connection: Connection) -> None:
    if not {column["name"] for column in inspect(connection).get_columns("claim")} >= COLUMNS:
        return  # so old that another step has the table made anew, indexes and all
    connection.exec_driver_sql("DROP INDEX IF EXISTS claim_speaker_key")
    connection.exec_driver_sql("CREATE INDEX claim_speaker_key ON claim (speaker_key, named)")
    connection.exec_driver_sql("CREATE INDEX IF NOT EXISTS claim_doubt ON claim (voice, score)")


STEP = Step("s07_large", "the queue of review and the list of sources at once, however large the ledger", apply)
