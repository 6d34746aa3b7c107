"""The log of decisions, which is only added to, and what rests upon each claim."""

from __future__ import annotations

from sqlalchemy import Connection

from sayso.ledger.migrations.step import Step

TABLES = (
    """
CREATE TABLE decision (
    number INTEGER NOT NULL, coder TEXT NOT NULL, text_digest VARCHAR, entry TEXT NOT NULL, previous VARCHAR NOT NULL,
    hash VARCHAR NOT NULL,
    PRIMARY KEY (number)
)
""",
    "CREATE INDEX decision_text_digest ON decision (text_digest)",
    """
CREATE TABLE fed (
    article INTEGER NOT NULL, claim VARCHAR NOT NULL, articles INTEGER NOT NULL, disputes INTEGER NOT NULL,
    PRIMARY KEY (article, claim)
)
""",
)
NOTHING_BEFORE = "0" * 64
REFUSE = "SELECT RAISE(ABORT, 'the log of decisions is only added to')"
LAST = "FROM decision ORDER BY number DESC LIMIT 1"
TRIGGERS = (
    f"CREATE TRIGGER decision_stays BEFORE UPDATE ON decision BEGIN {REFUSE}; END",
    f"CREATE TRIGGER decision_is_kept BEFORE DELETE ON decision BEGIN {REFUSE}; END",
    (
        "CREATE TRIGGER decision_follows BEFORE INSERT ON decision "
        f"WHEN NEW.number <> coalesce((SELECT number {LAST}), 0) + 1 "
        f"OR NEW.previous <> coalesce((SELECT hash {LAST}), '{NOTHING_BEFORE}') BEGIN {REFUSE}; END"
    ),
)


def _apply(connection: Connection) -> None:
    for statement in (*TABLES, *TRIGGERS):
        connection.exec_driver_sql(statement)


STEP = Step("s05_review", "decisions by people, in a log that is only added to", _apply)
