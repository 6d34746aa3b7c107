"""The tables by which a ledger's articles are listed and found: a row an article, a row a claim, the names that speak.

All of it is made from readings and can be made again from them.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, String, Table, Text

from sayso.ledger.kinds import DoesWord, VoiceWord
from sayso.ledger.schema import DERIVED, Whole, metadata

SHORT = 16  # hexadecimal digits of a text's digest, by which pages call an article

heading = Table(
    "heading",
    metadata,
    Column("article", Integer, primary_key=True),
    Column("id", String, nullable=False),
    Column("text_key", String, nullable=False),
    Column("title", Text, nullable=False),
    Column("outlet", String),
    Column("published", String),
    Column("precision", String),  # of ``published``: year, month, day, minute, second
    Column("zone", String),
    Column("modified", String),
    Column("model", String, nullable=False),  # digest of what made the reading
    Column("words", Integer, nullable=False),
    Column("own", Integer, nullable=False),
    Column("attributed", Integer, nullable=False),
    Column("unsettled", Integer, nullable=False),
    Index("heading_text_key", "text_key"),
    Index("heading_published", "published"),
    info=DERIVED,
)

# What claims are counted, sorted and looked up by; all else of them is in ``said`` of their page. ``does`` is what the
# innermost holder does, ``score`` thousandths. Numbers are in the order of days.
claim = Table(
    "claim",
    metadata,
    Column("number", Whole, primary_key=True, autoincrement=False),
    Column("article", Integer, nullable=False),
    Column("claim", String, nullable=False),
    Column("voice", VoiceWord, nullable=False),
    Column("does", DoesWord),
    Column("score", Integer, nullable=False),
    Column("speaker", Integer),
    Index("claim_doubt", "voice", "score"),  # the queue of review looks for the most doubtful
    info=DERIVED,
)

# An article as it is searched; its number comes before those of its claims. ``said`` are the rows of its claims.
page = Table(
    "page",
    metadata,
    Column("number", Whole, primary_key=True, autoincrement=False),
    Column("article", Integer, nullable=False, unique=True),
    Column("said", LargeBinary, nullable=False),
    info=DERIVED,
)

# The names under which somebody speaks, in how many claims, and in how many of them as somebody who is named; ``key``
# is the name folded.
speaker = Table(
    "speaker",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("name", String, nullable=False),
    Column("key", String, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("named", Integer, nullable=False),
    info=DERIVED,
)

# The words of each of these names, by which its number is found; "" for one that has none.
speaker_word = Table(
    "speaker_word",
    metadata,
    Column("word", String, primary_key=True),
    Column("speaker", Integer, primary_key=True),
    info=DERIVED,
    sqlite_with_rowid=False,
)

# A story linked whole, as pages show it; ``key`` tells from which articles and by which models.
told = Table(
    "told",
    metadata,
    Column("key", String, primary_key=True),
    Column("articles", Integer, nullable=False),
    Column("summary", LargeBinary, nullable=False),
    Column("document", LargeBinary, nullable=False),
    info=DERIVED,
)

INDEXED = (heading, page)  # a row an article, by its number
