"""Whether everything in a ledger is as it was put there: the database, texts, spans, what is made of readings."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, Table, func, select

from sayso.articles.identity import digest_text
from sayso.errors import BadLog, SaysoError
from sayso.ledger.index import find_speakers, index_rows, words_of_name
from sayso.ledger.inside import INSIDE
from sayso.ledger.listing import claim, heading, page, speaker, speaker_word
from sayso.ledger.numbering import first_of_day, numbers_between
from sayso.ledger.packing import unpack_reading, unpack_text
from sayso.ledger.removing import digest_id, forgotten_digests
from sayso.ledger.review.log import check_log
from sayso.ledger.schema import article, batch, fingerprint, term, waiting
from sayso.ledger.store import Ledger
from sayso.ledger.wordcheck import check_words
from sayso.ledger.words import Found
from sayso.linking.keys import KeyRows
from sayso.linking.pairrows import pair_of
from sayso.linking.prepared import LinkLists, prepare
from sayso.records.reading import Reading

AT_ONCE = 200  # articles looked at in one statement
DAMAGED = (SaysoError, zlib.error, ValueError, LookupError, TypeError)  # what a reading that is not whole gives rise to


@dataclass(frozen=True, slots=True)
class Finding:
    """In the ledger ``what`` is not as it must be, for ``why``."""

    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Ask:
    """The ledger that is checked, and what readings are made and linked with."""

    ledger: Ledger
    import_reading: Callable[[bytes], Reading]
    lists: LinkLists


Check = Callable[[Ask], Iterator[Finding]]


def verify(
    ledger: Ledger, import_reading: Callable[[bytes], Reading], lists: LinkLists, checks: Sequence[Check] | None = None
) -> Iterator[Finding]:
    """All that is wrong, check by check; nothing is changed. The ledger is seen as it is at the first look.

    ``import_reading`` raises SaysoError where a span lies outside its text.
    """
    ledger.hold()
    ask = Ask(ledger, import_reading, lists)
    for check in CHECKS if checks is None else checks:
        try:
            yield from check(ask)
        except SaysoError as error:
            yield Finding("the ledger", str(error))


def check_database(ask: Ask) -> Iterator[Finding]:
    """The database's own check of itself."""
    with ask.ledger.in_words():
        yield from (Finding("the database", why) for why in ask.ledger.database.check(ask.ledger.connection))


def check_articles(ask: Ask) -> Iterator[Finding]:
    """Each reading belongs to its text, its spans lie in it, and what is listed and found by it is what it gives."""
    for number, row in _articles(ask):
        try:
            reading = ask.import_reading(unpack_reading(row.text, row.reading))
        except DAMAGED as error:
            yield Finding(f"article {row.id}", f"its reading cannot be read: {error}")
            continue
        if reading.article.id != row.id:
            yield Finding(f"article {row.id}", f"its reading is of {reading.article.id!r}")
        if digest_text(reading.article.text) != row.text_digest:
            yield Finding(f"article {row.id}", "its text is not the one that its digest was made of")
        yield from _check_rows(ask, number, row.id, reading)


def _check_rows(ask: Ask, number: int, name: str, reading: Reading) -> Iterator[Finding]:
    rows = index_rows(number, reading, first := _first_of(ask, number))
    day = reading.article.published.day if reading.article.published else None
    least, most = numbers_between(day, day) if day else (first_of_day(None), first_of_day("0001-01-01") - 1)
    if not least <= first <= most:
        yield Finding(f"article {name}", "it is not listed under its day")
    last = first + len(rows.claims) - 1
    speakers = find_speakers(ask.ledger.connection, rows.spoken[0])
    mine = (table.c.claim.between(rows.first, last) for table in INSIDE)
    inside = ((table, rows.inside[table], those) for table, those in zip(INSIDE, mine, strict=True))
    given = ((heading, [rows.heading]), (page, [rows.page_row()]))
    listed = ((table, made, table.c.article == number) for table, made in given)
    claims = (claim, rows.claim_rows(speakers), claim.c.number.between(rows.first, last))
    for table, expected, those in (*listed, claims, *inside):
        columns = [column.name for column in table.c]
        if _rows_where(ask, table, those) != [tuple(row[column] for column in columns) for row in expected]:
            yield Finding(f"article {name}", f"the rows of the table {table.name!r} are not what its reading gives")
    keys = KeyRows.of({number: prepare(reading, ask.lists)})
    for table, made in ((fingerprint, keys.prints), (term, keys.terms)):
        if sorted(map(repr, _rows_where(ask, table, table.c.article == number))) != sorted(map(repr, made)):
            yield Finding(f"article {name}", f"the rows of the table {table.name!r} are not what its reading gives")


def _rows_where(ask: Ask, table: Table, those: ColumnElement[bool]) -> list[tuple[Any, ...]]:
    ordered = select(table).where(those).order_by(*table.primary_key.columns)
    return [tuple(row) for row in ask.ledger.connection.execute(ordered)]


def check_words_found(ask: Ask) -> Iterator[Finding]:
    """Words are found where they stand, and nowhere else. Comes last: what was held of the ledger is let go."""
    ask.ledger.connection.commit()
    with ask.ledger.in_words():
        words = partial(_words, ask)
        yield from (Finding("the index of words", why) for why in check_words(ask.ledger.connection, words))


def _words(ask: Ask) -> Iterator[Found]:
    """What is to be found of each article whose reading can be read."""
    for number, row in _articles(ask):
        with suppress(*DAMAGED):
            first = _first_of(ask, number)
            yield index_rows(number, ask.import_reading(unpack_reading(row.text, row.reading)), first).words()


def check_pairs(ask: Ask) -> Iterator[Finding]:
    """The passages that two articles share stand in both, word for word."""
    names = {number: row.id for number, row in _articles(ask, reading=False)}
    known: dict[int, str] = {}
    for row in ask.ledger.pairs():
        if row.a not in names or row.b not in names:
            yield Finding(f"the pair of articles {row.a} and {row.b}", "one of them is not there")
            continue
        found = pair_of(row, names)
        if len(known) > AT_ONCE:
            known.clear()
        for number in (row.a, row.b):
            if number not in known:
                known[number] = _text_of(ask, number)
        ends = [(known[row.a], passage.a) for passage in found.passages]
        ends += [(known[row.b], passage.b) for passage in found.passages]
        if any(span.end > len(text) for text, span in ends):
            yield Finding(f"the pair of {found.a} and {found.b}", "a passage lies outside its text")


def _first_of(ask: Ask, number: int) -> int:
    """The number of an article's page; 0 where it has none."""
    return int(ask.ledger.connection.execute(select(page.c.number).where(page.c.article == number)).scalar() or 0)


def _text_of(ask: Ask, number: int) -> str:
    packed = ask.ledger.connection.execute(select(article.c.text).where(article.c.number == number)).scalar()
    try:
        return unpack_text(packed or b"")
    except DAMAGED:
        return ""  # told already, of the article


def check_strays(ask: Ask) -> Iterator[Finding]:
    """No row is of an article or import that is not there, and nothing of what was forgotten."""
    connection = ask.ledger.connection
    there = select(article.c.number)
    for table in (heading, page, claim, fingerprint, term, waiting):
        stray = connection.execute(select(table.c.article).where(table.c.article.not_in(there)).limit(1)).scalar()
        if stray is not None:
            yield Finding(f"the table {table.name!r}", f"it has rows of article {stray}, which is not there")
    yield from _check_inside(ask)
    lone = select(article.c.id).where(article.c.batch.not_in(select(batch.c.number))).limit(1)
    if (name := connection.execute(lone).scalar()) is not None:
        yield Finding(f"article {name}", "it came with an import that is not there")
    gone = forgotten_digests(connection)
    for _, row in _articles(ask, reading=False) if gone else ():
        if row.text_digest in gone or digest_id(row.id) in gone:
            yield Finding(f"article {row.id}", "it was forgotten, and is there")


def _check_inside(ask: Ask) -> Iterator[Finding]:
    """What stands in claims, and the names that speak, belong to claims that are there."""
    for table in INSIDE:
        lone = select(table.c.claim).where(table.c.claim.not_in(select(claim.c.number))).limit(1)
        if (number := ask.ledger.connection.execute(lone).scalar()) is not None:
            yield Finding(f"the table {table.name!r}", f"it has rows of the claim {number}, which is not there")
    connection = ask.ledger.connection
    kept = {(str(row.word), int(row.speaker)) for row in connection.execute(select(speaker_word))}
    names = connection.execute(select(speaker)).all()
    words = {(word, int(row.number)) for row in names for word in words_of_name(row.name)}
    times = select(claim.c.speaker, func.count()).where(claim.c.speaker.is_not(None)).group_by(claim.c.speaker)
    counts = {int(number): int(claims) for number, claims in connection.execute(times)}
    if kept != words or counts != {int(row.number): int(row.claims) for row in names}:
        yield Finding(f"the table {speaker_word.name!r}", "it does not have the names that speak in claims")


def check_decisions(ask: Ask) -> Iterator[Finding]:
    """Each entry of the log of decisions follows from the one before, and is what its hash is of."""
    try:
        check_log(ask.ledger.connection)
    except BadLog as error:
        yield Finding("the log of decisions", str(error))


def _articles(ask: Ask, *, reading: bool = True) -> Iterator[tuple[int, Any]]:
    """Number and row of each article, some at a time."""
    columns = [article.c.number, article.c.id, article.c.text_digest]
    columns += [article.c.text, article.c.reading] if reading else []
    last = 0
    while rows := ask.ledger.connection.execute(
        select(*columns).where(article.c.number > last).order_by(article.c.number).limit(AT_ONCE)
    ).all():
        yield from ((int(row.number), row) for row in rows)
        last = int(rows[-1].number)


# In this order. Whoever keeps more in a ledger puts a check of it here.
CHECKS: tuple[Check, ...] = (
    check_database,
    check_articles,
    check_pairs,
    check_strays,
    check_decisions,
    check_words_found,
)
