"""What a ledger's articles are listed and found by: a row an article, a row a claim, and their words.

All of it is made from readings and can be made again from them.
"""

from __future__ import annotations

import datetime as dt
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice, product
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Float,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    delete,
    insert,
    select,
)

from sayso.articles.identity import digest_text
from sayso.ledger.claimrows import claim_rows, marks_of_outlet, title_words, whole_or_none, whole_words
from sayso.ledger.inside import INSIDE
from sayso.ledger.schema import DERIVED, Whole, article, metadata
from sayso.ledger.words import add_words, create_words, drop_words, find_tokens, remove_words
from sayso.records.claim import Voice
from sayso.records.reading import Reading

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

# ``does`` is what the innermost holder does; ``via`` names who passed it on, but for page-wide credits. ``events`` are
# types, ``party`` is 1 where a rule says that the holder is a party to what is claimed; ``places`` are folded names,
# and ``marks`` as `sayso.ledger.marks` makes them. Numbers are in the order of days.
claim = Table(
    "claim",
    metadata,
    Column("number", Whole, primary_key=True, autoincrement=False),
    Column("article", Integer, nullable=False),
    Column("claim", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("voice", String, nullable=False),
    Column("does", String),
    Column("hedged", Integer, nullable=False),
    Column("quoted", Integer, nullable=False),
    Column("kind", String),
    Column("events", String),
    Column("party", Integer, nullable=False),
    Column("confidence", String, nullable=False),
    Column("score", Float, nullable=False),
    Column("speaker", String),
    Column("speaker_key", String),
    Column("named", Integer, nullable=False),
    Column("via", String),
    Column("outlet", String),
    Column("day", String),
    Column("words", Text, nullable=False),
    Column("places", Text, nullable=False),
    Column("marks", Text, nullable=False),
    Index("claim_article", "article"),
    Index("claim_speaker_key", "speaker_key", "named"),  # both, so that who is heard most is counted from it alone
    Index("claim_speaker", "speaker"),
    Index("claim_doubt", "voice", "score"),  # the queue of review looks for the most doubtful
    info=DERIVED,
)

# An article's words, by which it is searched; its number comes before those of its claims.
page = Table(
    "page",
    metadata,
    Column("number", Whole, primary_key=True, autoincrement=False),
    Column("article", Integer, nullable=False, unique=True),
    Column("outlet", String),
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("marks", Text, nullable=False),
    info=DERIVED,
)

# The words of each name under which somebody speaks: few beside the claims.
speaker_word = Table(
    "speaker_word",
    metadata,
    Column("word", String, primary_key=True),
    Column("name", String, primary_key=True),
    Index("speaker_word_name", "name"),
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

INDEXED = (heading, claim, page)  # by the article's number
NEW_ROWS = {table: insert(table) for table in (*INDEXED, *INSIDE)}  # made once: an engine knows what it has seen
PLACES = 17  # bits of a claim's number for its place in its article
ARTICLES = 26  # bits for its article; those above are for the day
NUMBERS = (1 << PLACES) - 1  # between an article's first number and the last that it may have
MOST_CLAIMS = 100_000  # of one article
NO_DAY = 0
LAST_DAY = (1 << 20) - 2  # in the year 2871: with those after it, numbers would not fit into 64 bits


def first_number(article: int, day: str | None) -> int:
    """The number of an article's page, and of its first claim: later days have larger ones. No day comes before all."""
    return ((day_number(day) << ARTICLES) + article) << PLACES


def numbers_between(first: str, last: str) -> tuple[int, int]:
    """The least and the largest number of what was published from one day to another, both included."""
    return first_number(0, first), ((day_number(last) + 1) << ARTICLES << PLACES) - 1


def day_number(day: str | None) -> int:
    """A day (YYYY-MM-DD) as a number; 0 for None and for days that no calendar has, one number for all far ahead."""
    try:
        return min(dt.date.fromisoformat(day).toordinal(), LAST_DAY) if day else NO_DAY
    except ValueError:
        return NO_DAY


@dataclass(frozen=True, slots=True)
class IndexRows:
    """The rows by which one article is listed and found, each with its column names; and the names that speak in it.

    ``inside`` has the rows of what stands in its claims, by table.
    """

    heading: dict[str, Any]
    page: dict[str, Any]
    claims: tuple[dict[str, Any], ...]
    inside: dict[Table, list[dict[str, Any]]]

    def of(self, table: Table) -> Sequence[dict[str, Any]]:
        """The rows of one table."""
        if table is heading or table is page:
            return (self.heading if table is heading else self.page,)
        return self.claims if table is claim else self.inside[table]

    @property
    def names(self) -> set[str]:
        return {row["speaker"] for row in self.claims if row["speaker"]}


def index_rows(number: int, reading: Reading) -> IndexRows:
    """What a reading gives: the same rows for the same reading."""
    one, published = reading.article, reading.article.published
    title, outlet = whole_words(title_words(reading)), whole_or_none(one.outlet)
    beside = {"article": number, "outlet": outlet, "day": published.day if published else None}
    first = first_number(number, published.day if published else None)
    claims: list[dict[str, Any]] = []
    inside: dict[Table, list[dict[str, Any]]] = {table: [] for table in INSIDE}
    for at, (row, held) in enumerate(islice(claim_rows(reading), MOST_CLAIMS)):
        claims.append({"number": first + at, **beside, **row})
        for table, values in held.rows:
            inside[table].append({"claim": first + at, **values})
    marks = " ".join(sorted(marks_of_outlet(outlet)))
    text = whole_words(one.text)
    return IndexRows(
        _heading_row(number, reading, title, outlet)
        | {voice.value: sum(row["voice"] == voice.value for row in claims) for voice in Voice},
        {"number": first, "article": number, "outlet": outlet, "title": title, "text": text, "marks": marks},
        tuple(claims),
        inside,
    )


def _heading_row(number: int, reading: Reading, title: str, outlet: str | None) -> dict[str, Any]:
    one, published = reading.article, reading.article.published
    return {
        "article": number,
        "id": one.id,
        "text_key": digest_text(one.text)[:SHORT],
        "title": title,
        "outlet": outlet,
        "published": published.time if published else None,
        "precision": published.precision.value if published else None,
        "zone": published.zone if published else None,
        "modified": one.modified.time if one.modified else None,
        "model": reading.model.digest,
        "words": len(one.text.split()),
    }


def save_index(connection: Connection, number: int, reading: Reading) -> None:
    """Puts an article where it is listed and found. Called inside the change in which it lands."""
    save_indexes(connection, [(number, reading)])


def save_indexes(connection: Connection, readings: Iterable[tuple[int, Reading]]) -> None:
    """The same for some articles with their numbers, which costs less."""
    made = sorted(
        (index_rows(number, reading) for number, reading in readings), key=lambda one: int(one.page["number"])
    )  # words land in order
    for table, new in NEW_ROWS.items():
        if some := [row for rows in made for row in rows.of(table)]:
            connection.execute(new, some)
    for rows in made:
        _save_names(connection, rows.names)
        add_words(connection, rows.page["article"])


def _save_names(connection: Connection, names: set[str]) -> None:
    if not names:
        return
    rows = sorted({(word, name) for name in names for word in find_tokens(name)})
    there = select(speaker_word.c.name).where(speaker_word.c.name.in_(sorted(names))).distinct()
    known = {str(row.name) for row in connection.execute(there)} if rows else set()
    new = [{"word": word, "name": name} for word, name in rows if name not in known]
    if new:
        connection.execute(insert(speaker_word), new)


def drop_index(connection: Connection, number: int) -> None:
    """Takes an article out of the lists again."""
    remove_words(connection, number)
    firsts = connection.execute(select(page.c.number).where(page.c.article == number)).scalars().all()
    names = set(connection.execute(select(claim.c.speaker).where(claim.c.article == number)).scalars())
    for table in INDEXED:
        connection.execute(delete(table).where(table.c.article == number))
    for table, first in product(INSIDE, firsts):
        connection.execute(delete(table).where(table.c.claim.between(first, first + NUMBERS)))
    for name in sorted(names - {None}):
        if connection.execute(select(claim.c.number).where(claim.c.speaker == name).limit(1)).first() is None:
            connection.execute(delete(speaker_word).where(speaker_word.c.name == name))


def make_index_anew(connection: Connection, import_reading: Callable[[bytes], Reading]) -> None:
    """Makes every derived table again in the shape that it has today, and fills it from the readings."""
    derived = [table for table in metadata.sorted_tables if table.info == DERIVED]
    drop_words(connection)
    metadata.drop_all(connection, derived)
    metadata.create_all(connection, derived)
    create_words(connection)
    for number in connection.execute(select(article.c.number).order_by(article.c.number)).scalars().all():
        data = connection.execute(select(article.c.reading).where(article.c.number == number)).scalar_one()
        save_index(connection, number, import_reading(zlib.decompress(data)))
