"""The tables of a ledger.

Fingerprints and terms are kept by period, a stretch of days a little longer than the window in which articles are
compared: what is new goes where what it is compared with lies, and the file's size hardly shows.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

VERSION = "4"
NUMBER = BigInteger().with_variant(Integer, "sqlite")  # SQLite calls its rows by an INTEGER alone
metadata = MetaData()

meta = Table("meta", metadata, Column("key", String, primary_key=True), Column("value", String, nullable=False))

# One call of `sayso add`: what came in together can be taken out together. A number is never given twice, so that
# `sayso undo` said twice takes out one import.
batch = Table(
    "batch",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("source", Text, nullable=False),
    Column("at", String, nullable=False),  # when it began, in UTC: ISO 8601, to the second
    sqlite_autoincrement=True,
)

# What an import could not read. `sayso undo` takes it out with the rest.
left_unread = Table(
    "left_unread",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("batch", Integer, nullable=False),
    Column("what", Text, nullable=False),
    Column("why", Text, nullable=False),
)

article = Table(
    "article",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False),
    Column("batch", Integer, nullable=False),
    Column("day", Integer),
    Column("published", String),
    Column("text_digest", String, nullable=False),
    Column("reading", LargeBinary, nullable=False),
    UniqueConstraint("id"),
)

fingerprint = Table(
    "fingerprint",
    metadata,
    Column("period", Integer, primary_key=True),
    Column("hash", Integer, primary_key=True),
    Column("article", Integer, primary_key=True),
    Column("day", Integer),
    Column("quoted", Integer, nullable=False),
    sqlite_with_rowid=False,
)

term = Table(
    "term",
    metadata,
    Column("period", Integer, primary_key=True),
    Column("word", Integer, primary_key=True),
    Column("article", Integer, primary_key=True),
    Column("day", Integer),
    Column("weight", Integer, nullable=False),
    sqlite_with_rowid=False,
)

# Articles that have landed and are not linked with the others yet: all others are.
waiting = Table("waiting", metadata, Column("article", Integer, primary_key=True))

# Two articles that share passages or tell of one happening; `passages` is JSON, offsets and counts.
pair = Table(
    "pair",
    metadata,
    Column("a", Integer, primary_key=True),
    Column("b", Integer, primary_key=True),
    Column("alike", Float, nullable=False),
    Column("share", Float, nullable=False),
    Column("one_story", Integer, nullable=False),
    Column("passages", Text, nullable=False),
    Index("pair_b", "b"),
    sqlite_with_rowid=False,
)
