"""What a ledger's articles are listed and found by: a row an article, a row a claim, and their words.

All of it is made from readings and can be made again from them.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Sequence
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
from sayso.ledger.schema import DERIVED, Whole, article, metadata
from sayso.ledger.words import add_words, create_words, drop_words, remove_words
from sayso.records.actor import Actor
from sayso.records.attribution import AttributionKind, Commitment
from sayso.records.claim import Claim, Role, Scope, Voice
from sayso.records.reading import Reading
from sayso.records.span import Span, hull

SHORT = 16  # hexadecimal digits of a text's digest, by which pages call an article
QUOTED = frozenset({AttributionKind.DIRECT, AttributionKind.MIXED})

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

# ``does`` is what the innermost holder does; ``via`` names who passed it on, but for page-wide credits.
claim = Table(
    "claim",
    metadata,
    Column("number", Whole, primary_key=True),
    Column("article", Integer, nullable=False),
    Column("claim", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("voice", String, nullable=False),
    Column("does", String),
    Column("hedged", Integer, nullable=False),
    Column("quoted", Integer, nullable=False),
    Column("confidence", String, nullable=False),
    Column("score", Float, nullable=False),
    Column("speaker", String),
    Column("speaker_key", String),
    Column("named", Integer, nullable=False),
    Column("via", String),
    Column("outlet", String),
    Column("day", String),
    Column("words", Text, nullable=False),
    Index("claim_article", "article"),
    Index("claim_speaker_key", "speaker_key"),
    info=DERIVED,
)

# An article's words, by which it is searched.
page = Table(
    "page",
    metadata,
    Column("article", Integer, primary_key=True),
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),
    info=DERIVED,
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
MOST_CLAIMS = 100_000  # of one article: a claim's number is its article's number and its place there
LONGEST_TITLE = 300


def save_index(connection: Connection, number: int, reading: Reading) -> None:
    """Puts an article where it is listed and found. Called inside the change in which it lands."""
    one, rows = reading.article, list(claim_rows(reading))[:MOST_CLAIMS]
    published, title, outlet = one.published, _whole(title_words(reading)), _whole_or_none(one.outlet)
    connection.execute(
        insert(heading).values(
            article=number,
            id=one.id,
            text_key=digest_text(one.text)[:SHORT],
            title=title,
            outlet=outlet,
            published=published.time if published else None,
            precision=published.precision.value if published else None,
            zone=published.zone if published else None,
            modified=None,
            model=reading.model.digest,
            words=len(one.text.split()),
            **{voice.value: sum(row["voice"] == voice.value for row in rows) for voice in Voice},
        )
    )
    connection.execute(insert(page).values(article=number, title=title, text=_whole(one.text)))
    beside = {"article": number, "outlet": outlet, "day": published.day if published else None}
    if rows:
        first = number * MOST_CLAIMS
        connection.execute(insert(claim), [{"number": first + at, **beside, **row} for at, row in enumerate(rows)])
    add_words(connection, number)


def drop_index(connection: Connection, number: int) -> None:
    """Takes an article out of the lists again."""
    remove_words(connection, number)
    for indexed in INDEXED:
        connection.execute(delete(indexed).where(indexed.c.article == number))


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


def claim_rows(reading: Reading) -> Iterator[dict[str, Any]]:
    """What is kept of each claim that has words: who holds it, and the words on one line."""
    actors = {actor.id: actor for actor in reading.actors}
    kinds = {attribution.id: attribution.kind for attribution in reading.attributions}
    for one in reading.claims:
        if one.content:
            whole, speaker = hull(one.content), _speaker(one, actors)
            does = one.chain[-1].does if one.chain else None
            yield {
                "claim": one.id,
                "start": whole.start,
                "end": whole.end,
                "voice": one.voice.value,
                "does": does.value if isinstance(does, Commitment) else None,
                "hedged": int(one.hedged),
                "quoted": int(kinds.get(one.attribution or "") in QUOTED),
                "confidence": one.confidence.value,
                "score": round(one.score, 3),
                "speaker": _whole(speaker.name) if speaker else None,
                "speaker_key": _whole(fold_name(speaker.name)) if speaker else None,
                "named": int(speaker.named) if speaker else 0,
                "via": _whole_or_none(_via(one, actors)),
                "words": _whole(_cut(one.content, reading.article.text)),
            }


def _speaker(one: Claim, actors: dict[str, Actor]) -> Actor | None:
    last = one.chain[-1] if one.chain and one.voice is Voice.ATTRIBUTED else None
    return actors.get(last.actor or "") if last is not None and last.role is Role.SPEAKER else None


def _via(one: Claim, actors: dict[str, Actor]) -> str | None:
    links = (link for link in one.chain[:-1] if link.role is not Role.OUTLET and link.evidence.scope is not Scope.PAGE)
    names = dict.fromkeys(actors[link.actor].name for link in links if link.actor in actors)
    return "; ".join(names) or None


def _cut(spans: Sequence[Span], text: str) -> str:
    return " … ".join(" ".join(span.cut(text).split()) for span in spans)


def fold_name(name: str) -> str:
    """A name as it is looked up: in small letters, single spaces, without the article before it."""
    words = name.casefold().split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "a", "an") else words)


def title_words(reading: Reading) -> str:
    """The page's title, or else the first line of its text."""
    article = reading.article
    words = article.title or next((line for line in article.text.splitlines() if line.strip()), "")
    return " ".join(words.split())[:LONGEST_TITLE]


def _whole(words: str) -> str:
    """Words that a database takes: half a character is none, and NUL ends a text in some of them."""
    return words.encode("utf-8", "replace").decode("utf-8").replace("\x00", "\ufffd")


def _whole_or_none(words: str | None) -> str | None:
    return _whole(words) if words else None
