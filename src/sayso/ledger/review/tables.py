"""The tables of review: the log of decisions, which the database keeps from being altered, and what feeds what."""

from __future__ import annotations

from sqlalchemy import DDL, Column, Index, Integer, String, Table, Text, event

from sayso.ledger.review.chain import START
from sayso.ledger.schema import metadata

# ``entry`` is the whole decision, of which ``hash`` is made; the columns beside it are what it is looked up by.
decision = Table(
    "decision",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("coder", Text, nullable=False),
    Column("text_digest", String),
    Column("entry", Text, nullable=False),
    Column("previous", String, nullable=False),
    Column("hash", String, nullable=False),
    Index("decision_text_digest", "text_digest"),
)

# What a claim feeds: so many articles make its point, so many disputes does the point have. Written when a story is
# linked, made anew with it.
fed = Table(
    "fed",
    metadata,
    Column("article", Integer, primary_key=True),
    Column("claim", String, primary_key=True),
    Column("articles", Integer, nullable=False),
    Column("disputes", Integer, nullable=False),
)

REFUSAL = "the log of decisions is only added to"
LAST = "(SELECT {} FROM decision ORDER BY number DESC LIMIT 1)"
FOLLOWS = (
    f"NEW.number <> coalesce({LAST.format('number')}, 0) + 1 "
    f"OR NEW.previous <> coalesce({LAST.format('hash')}, '{START}')"
)
SQLITE = (
    f"CREATE TRIGGER decision_stays BEFORE UPDATE ON decision BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END",
    f"CREATE TRIGGER decision_is_kept BEFORE DELETE ON decision BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END",
    (
        f"CREATE TRIGGER decision_follows BEFORE INSERT ON decision WHEN {FOLLOWS} "
        f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    ),
)
POSTGRESQL = (
    (
        "CREATE OR REPLACE FUNCTION decision_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$"
    ),
    (
        "CREATE OR REPLACE FUNCTION decision_follow() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN IF {FOLLOWS} THEN RAISE EXCEPTION '{REFUSAL}'; END IF; RETURN NEW; END $$"
    ),
    "CREATE TRIGGER decision_stays BEFORE UPDATE OR DELETE ON decision FOR EACH ROW EXECUTE FUNCTION decision_refuse()",
    "CREATE TRIGGER decision_is_kept BEFORE TRUNCATE ON decision FOR EACH STATEMENT EXECUTE FUNCTION decision_refuse()",
    "CREATE TRIGGER decision_follows BEFORE INSERT ON decision FOR EACH ROW EXECUTE FUNCTION decision_follow()",
)
for dialect, statements in (("sqlite", SQLITE), ("postgresql", POSTGRESQL)):
    for statement in statements:
        escaped = DDL(statement).execute_if(dialect=dialect)  # type: ignore[no-untyped-call]  # SQLAlchemy's
        event.listen(decision, "after_create", escaped)
