"""Articles taken out of a ledger: an import undone, or an article forgotten, of which a tombstone stays."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, select

from sayso.articles.identity import digest_text
from sayso.errors import BadDecision, BadLedger
from sayso.ledger.claimrows import whole_words
from sayso.ledger.index import drop_index
from sayso.ledger.listing import told
from sayso.ledger.review.tables import fed
from sayso.ledger.schema import article, batch, fingerprint, forgotten, left_unread, pair, rereading, term, waiting
from sayso.ledger.store import Ledger, now
from sayso.records.article import Article

MOST_IMPORTS = 2**31 - 1  # as the databases number them
OF_ARTICLE = (fingerprint, term, waiting, rereading, fed)  # tables with rows of an article, by its number

LEFT_BESIDE = "words of it are in the file beside the ledger whose name ends in -wal, until there is room to clear it"


@dataclass(frozen=True, slots=True)
class Tombstone:
    """An article with this text was here and was forgotten at this time, for this reason."""

    text_digest: str
    raw_digest: str | None
    at: str
    reason: str


def undo(ledger: Ledger, batch_number: int) -> int:
    """Takes an import batch out again; how many articles went. Raises BadLedger if there is no such batch."""
    if not 0 < batch_number <= MOST_IMPORTS:
        raise _no_import(ledger, batch_number)
    with ledger.change() as connection:
        wanted = select(article.c.number).where(article.c.batch == batch_number)
        gone = [int(number) for number in connection.execute(wanted).scalars()]
        if not gone:
            raise _no_import(ledger, batch_number)
        _remove(connection, gone)
        connection.execute(delete(left_unread).where(left_unread.c.batch == batch_number))
        connection.execute(delete(batch).where(batch.c.number == batch_number))
    return len(gone)


def _no_import(ledger: Ledger, batch_number: int) -> BadLedger:
    return BadLedger(ledger.name, f"has no import {batch_number}; `sayso status` lists them")


def forget(ledger: Ledger, name: str, reason: str) -> Tombstone:
    """Takes out the article of this id and all that was made of it, and leaves a tombstone, so that it is not added
    again. Raises BadLedger where there is no such article, BadDecision where no reason is given.

    In a file the place of what went is overwritten with zeros. Copies of the file keep it, and so do backups.
    """
    if not reason.strip():
        raise BadDecision(f"{name}: an article is forgotten for a reason, which is kept with its digest; give one")
    ledger.database.overwrite_deleted(ledger.connection)
    with ledger.change() as connection:
        row = connection.execute(
            select(article.c.number, article.c.text_digest, article.c.raw_digest).where(article.c.id == name)
        ).first()
        if row is None:
            raise BadLedger(ledger.name, f"has no article {name!r}")
        stone = Tombstone(row.text_digest, row.raw_digest, now(), whole_words(reason))
        connection.execute(
            insert(forgotten).values(
                text_digest=stone.text_digest,
                raw_digest=stone.raw_digest,
                id_digest=digest_id(name),
                at=stone.at,
                reason=stone.reason,
            )
        )
        _remove(connection, [int(row.number)])
        ledger.database.pack(connection)
    try:
        ledger.database.clear(ledger.connection)
    except BadLedger as error:
        raise BadLedger(ledger.name, f"the article is forgotten, but {LEFT_BESIDE} ({error.reason})") from error
    return stone


def _remove(connection: Connection, gone: Sequence[int]) -> None:
    for number in gone:
        drop_index(connection, number)
        for table in OF_ARTICLE:
            connection.execute(delete(table).where(table.c.article == number))
        connection.execute(delete(pair).where((pair.c.a == number) | (pair.c.b == number)))
        connection.execute(delete(article).where(article.c.number == number))
    connection.execute(delete(told))  # a story that was linked may quote what is gone


def digest_id(name: str) -> str:
    """SHA-256 of an article's id: an id may say whom it is about."""
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()


def forgotten_digests(connection: Connection) -> dict[str, str]:
    """By digest of text, of raw bytes and of id, why what had it was forgotten."""
    digests: dict[str, str] = {}
    for row in connection.execute(select(forgotten).order_by(forgotten.c.number)):
        why = f"was forgotten on {row.at[:10]} ({row.reason}); it is not added again"
        digests |= {digest: why for digest in (row.text_digest, row.raw_digest, row.id_digest) if digest}
    return digests


def find_forgotten(digests: Mapping[str, str], one: Article) -> str | None:
    """Why this article is not to be added again; None where nothing of it was forgotten."""
    if not digests:
        return None
    known = (digest_text(one.text), one.raw_digest or "", digest_id(one.id))
    return next((digests[digest] for digest in known if digest in digests), None)


def count_forgotten(connection: Connection) -> int:
    """How many articles were forgotten."""
    return int(connection.execute(select(func.count()).select_from(forgotten)).scalar_one())
