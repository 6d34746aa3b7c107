"""Words looked up in a ledger: FTS5 in SQLite, a tsvector in PostgreSQL, asked by the same names.

What is looked for is put together of `Phrase`, `All` and `Either`; `matching` gives the numbers of the claims or
articles that hold it. Letter case and diacritics do not count. No sign that was typed reaches the engine as syntax.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, Select, cast, column, func, select, table, text
from sqlalchemy.dialects.postgresql import TSQUERY

from sayso.ledger.wordvectors import LONGEST, vector_of

DIACRITICS = re.compile("[\u0300-\u036f]")
TOKEN = re.compile("(?:[^\\W_][\u0300-\u036f]*)+")
TOKENIZER = "tokenize='unicode61 remove_diacritics 2'"


class Of(StrEnum):
    """Whose words they are: a claim's, or an article's."""

    CLAIM = "claim"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Layout:
    """Words of ``of`` stand in these columns; ``number`` and ``article`` are the columns by which they are known."""

    columns: tuple[str, str]
    number: str

    def rows_of_article(self, of: Of, beside: str = "") -> str:
        """SQL for the words of one article."""
        return f"SELECT {beside}{self.number}, {', '.join(self.columns)} FROM {of} WHERE article = "


LAYOUTS = {Of.CLAIM: Layout(("words", "speaker"), "number"), Of.PAGE: Layout(("title", "text"), "article")}


@dataclass(frozen=True, slots=True)
class Phrase:
    """These tokens (see `find_tokens`) in a row, the last one perhaps only begun; in one ``column`` or in any."""

    tokens: tuple[str, ...]
    begins: bool = False
    column: str | None = None


@dataclass(frozen=True, slots=True)
class All:
    """Every one of the parts."""

    parts: tuple[Wanted, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """At least one of the parts."""

    parts: tuple[Wanted, ...]


Wanted = Phrase | All | Either


def find_tokens(words: str) -> tuple[str, ...]:
    """The words of a text as they are looked up: runs of letters and digits, small."""
    return tuple(TOKEN.findall(unicodedata.normalize("NFC", words.lower())))


def _plain(token: str) -> str:
    """Without diacritics, which FTS5 takes away by itself."""
    return DIACRITICS.sub("", unicodedata.normalize("NFD", token)) or token


def matching(connection: Connection, of: Of, wanted: Wanted, *, ranked: bool = False) -> Select[tuple[int]]:
    """A statement for the column ``number`` of what holds the words; with ``ranked`` also ``rank``, less is better.

    Put ``.order_by``, ``.limit`` and the like on it, or use it as a subquery. ``wanted`` holds at least one token.
    """
    if connection.dialect.name == "sqlite":
        words = table(f"{of}_words", column("rowid"), column("rank"))
        found = select(words.c.rowid.label("number"), *([words.c.rank] if ranked else []))
        return found.where(text(f"{of}_words MATCH :words").bindparams(words=_fts5(wanted)))
    words = table(f"{of}_words", column("number"), column("vector"))
    asked = cast(_tsquery(of, wanted), TSQUERY)
    rank = (-func.ts_rank(words.c.vector, asked)).label("rank")
    return select(words.c.number, *([rank] if ranked else [])).where(words.c.vector.op("@@")(asked))


def _fts5(wanted: Wanted) -> str:
    if isinstance(wanted, Phrase):
        where = f"{wanted.column} : " if wanted.column else ""
        return f'{where}"{" ".join(wanted.tokens)}"' + (" *" if wanted.begins else "")
    return "(" + (" AND " if isinstance(wanted, All) else " OR ").join(map(_fts5, wanted.parts)) + ")"


def _tsquery(of: Of, wanted: Wanted) -> str:
    if isinstance(wanted, Phrase):
        weight = "AB"[LAYOUTS[of].columns.index(wanted.column)] if wanted.column else ""
        last = len(wanted.tokens) - 1
        marks = [("*" if wanted.begins and at == last else "") + weight for at in range(last + 1)]
        words = zip(wanted.tokens, marks, strict=True)
        return (
            "("
            + " <-> ".join(f"'{_plain(token)[:LONGEST]}'" + (f":{mark}" if mark else "") for token, mark in words)
            + ")"
        )
    return "(" + (" & " if isinstance(wanted, All) else " | ").join(_tsquery(of, part) for part in wanted.parts) + ")"


def create_words(connection: Connection) -> None:
    """The tables in which words are looked up, empty."""
    for of, layout in LAYOUTS.items():
        if connection.dialect.name == "sqlite":
            kept = f"content='{of}', content_rowid='{layout.number}'"
            columns = ", ".join(layout.columns)
            connection.exec_driver_sql(f"CREATE VIRTUAL TABLE {of}_words USING fts5({columns}, {kept}, {TOKENIZER})")
        else:
            connection.exec_driver_sql(
                f"CREATE TABLE {of}_words (number BIGINT PRIMARY KEY, article INTEGER NOT NULL, vector TSVECTOR)"
            )
            connection.exec_driver_sql(f"CREATE INDEX {of}_words_vector ON {of}_words USING gin (vector)")
            connection.exec_driver_sql(f"CREATE INDEX {of}_words_article ON {of}_words (article)")


def drop_words(connection: Connection) -> None:
    """Takes these tables away."""
    for of in LAYOUTS:
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {of}_words")


def add_words(connection: Connection, article: int) -> None:
    """Makes the words of an article and its claims found, whose rows have just been written."""
    for of, layout in LAYOUTS.items():
        if connection.dialect.name == "sqlite":
            into = f"INSERT INTO {of}_words (rowid, {', '.join(layout.columns)}) "
            connection.exec_driver_sql(f"{into}{layout.rows_of_article(of)}?", (article,))
        else:
            rows = connection.exec_driver_sql(f"{layout.rows_of_article(of)}%s", (article,)).all()
            vectors = [(row[0], article, _vector(row[1:])) for row in rows]
            if vectors:
                connection.exec_driver_sql(f"INSERT INTO {of}_words VALUES (%s, %s, %s::tsvector)", vectors)


def check_words(connection: Connection) -> Iterator[str]:
    """What is wrong with the tables in which words are looked up."""
    for of, layout in LAYOUTS.items():
        words = f"{of}_words"
        if connection.dialect.name == "sqlite":
            try:
                connection.connection.cursor().execute(
                    f"INSERT INTO {words} ({words}, rank) VALUES ('integrity-check', 1)"
                )
            except sqlite3.DatabaseError as error:
                if "malformed" not in str(error):
                    raise
                yield f"{words} does not hold the words of the table {of.value!r}"
            finally:
                connection.connection.rollback()  # an INSERT that inserts nothing, which SQLAlchemy does not know of
            continue
        columns = ", ".join(layout.columns)
        rows = connection.exec_driver_sql(
            f"SELECT {columns}, vector::text FROM {of} FULL JOIN {words} ON {of}.{layout.number} = {words}.number"
        )
        for row in rows:
            cast_vector = "SELECT %s::tsvector::text"
            made = connection.exec_driver_sql(cast_vector, (_vector(row[:2]),)).scalar()
            if made != row[2]:
                yield f"{words} does not hold the words of the table {of.value!r}"
                break


def _vector(columns: Iterable[str | None]) -> str:
    return vector_of([[_plain(token) for token in find_tokens(words or "")] for words in columns])


def remove_words(connection: Connection, article: int) -> None:
    """Makes them found no more; called while their rows still stand."""
    for of, layout in LAYOUTS.items():
        if connection.dialect.name == "sqlite":
            into = f"INSERT INTO {of}_words ({of}_words, rowid, {', '.join(layout.columns)}) "
            rows = layout.rows_of_article(of, "'delete', ")
            connection.exec_driver_sql(f"{into}{rows}?", (article,))
        else:
            connection.exec_driver_sql(f"DELETE FROM {of}_words WHERE article = %s", (article,))


def phrases(words: Iterable[str], column: str | None = None) -> All:
    """All of these words or phrases, as typed; those without a letter or digit ask for nothing."""
    found: Sequence[tuple[str, ...]] = [find_tokens(one) for one in words]
    return All(tuple(Phrase(tokens, column=column) for tokens in found if tokens))
