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

metadata = MetaData()
Whole = BigInteger().with_variant(Integer(), "sqlite")  # 63 bits; SQLite calls all whole numbers INTEGER
DERIVED = {"derived": True}  # says of a table that it is made from readings alone and can be made again

meta = Table("meta", metadata, Column("key", String, primary_key=True), Column("value", String, nullable=False))

# The steps of `sayso.ledger.migrations` that a ledger has: those it was made with, and those it got since.
step = Table("step", metadata, Column("name", String, primary_key=True))

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
    Column("reading", LargeBinary, nullable=False),  # without the text; both packed by `sayso.ledger.packing`
    Column("raw_digest", String),  # SHA-256 of the bytes that it was taken from, where they are known
    Column("first_seen", String),  # when it came in, or when a crawl or feed that brought it saw it: ISO 8601, UTC
    Column("text", LargeBinary),
    UniqueConstraint("id"),
    Index("article_batch", "batch"),
)

# What stays of an article that was forgotten: enough to know it when it comes again, nothing of what it says.
forgotten = Table(
    "forgotten",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("text_digest", String, nullable=False),
    Column("raw_digest", String),
    Column("id_digest", String, nullable=False),
    Column("at", String, nullable=False),
    Column("reason", Text, nullable=False),
)

fingerprint = Table(
    "fingerprint",
    metadata,
    Column("period", Integer, primary_key=True),
    Column("hash", Whole, primary_key=True),
    Column("article", Integer, primary_key=True),
    Column("day", Integer),
    Column("quoted", Integer, nullable=False),
    sqlite_with_rowid=False,
)

term = Table(
    "term",
    metadata,
    Column("period", Integer, primary_key=True),
    Column("word", Whole, primary_key=True),
    Column("article", Integer, primary_key=True),
    Column("day", Integer),
    Column("weight", Whole, nullable=False),
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

# One article read again: how many of its claims were gained, lost and changed, and from which model to which.
rereading = Table(
    "rereading",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("article", Integer, nullable=False),
    Column("at", String, nullable=False),
    Column("before", String, nullable=False),
    Column("after", String, nullable=False),
    Column("gained", Integer, nullable=False),
    Column("lost", Integer, nullable=False),
    Column("changed", Integer, nullable=False),
    Index("rereading_article", "article"),
)
