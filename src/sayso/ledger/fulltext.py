"""Words looked up in a database: what is asked for as a small tree, and the two databases that answer it.

The one is SQLite with FTS5, the other PostgreSQL with a column of lexemes. Nothing that a person types becomes part of
a statement: only letters and digits reach the database, and as a bound value.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

from sqlalchemy import ColumnElement, Connection, FromClause, column, literal_column, table
from sqlalchemy import text as sql

from sayso.ledger.marks import EVERY

TOKEN = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Phrase:
    """These words stand one after another in one of these columns."""

    columns: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AllOf:
    """Each part holds, and none of ``without``."""

    parts: tuple[Asked, ...]
    without: tuple[Asked, ...] = ()


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One of the parts holds at least."""

    parts: tuple[Asked, ...]


Asked: TypeAlias = Phrase | AllOf | AnyOf


@dataclass(frozen=True, slots=True)
class Indexed:
    """A table whose ``columns`` are looked up in ``words``, another; its rows are called by ``number``."""

    name: str
    columns: tuple[str, ...]

    @property
    def words(self) -> str:
        return f"{self.name}_words"


CLAIMS = Indexed("claim", ("words", "speaker", "via", "outlet", "places", "marks"))
PAGES = Indexed("page", ("title", "text", "outlet", "marks"))
BOTH = (CLAIMS, PAGES)


@dataclass(frozen=True, slots=True)
class Matching:
    """What to select from and what must hold so that the rows are those asked for; ``rank``: less is better."""

    source: FromClause
    number: ColumnElement[int]
    condition: ColumnElement[bool]
    rank: ColumnElement[float]


class FullText(Protocol):
    """How one kind of database is asked for words."""

    def create(self, connection: Connection) -> None:
        """The tables in which words are looked up."""

    def save(self, connection: Connection, indexed: Indexed, article: int) -> None:
        """Looks up an article's rows from now on. Called inside the change in which they land."""

    def drop(self, connection: Connection, indexed: Indexed, article: int) -> None:
        """Looks them up no more. Called while they are still there."""

    def matching(self, indexed: Indexed, asked: Asked) -> Matching:
        """Rows of ``indexed`` by what is asked for."""


def split_words(written: str) -> tuple[str, ...]:
    """The words that databases see: runs of letters and digits, without case and accents."""
    return tuple(word for word, _, _ in find_words(written))


ACCENTS = "".join(map(chr, range(0x300, 0x370)))


def find_words(written: str) -> Iterator[tuple[str, int, int]]:
    """The same, each with where it stands. An accent that follows its letter is a part of the word."""
    start = end = -1
    for found in TOKEN.finditer(written):
        if start >= 0 and not written[end : found.start()].strip(ACCENTS):
            end = found.end()
            continue
        if start >= 0:
            yield fold_word(written[start:end]), start, end
        start, end = found.span()
    if start >= 0:
        yield fold_word(written[start:end]), start, end


def fold_word(word: str) -> str:
    """The word without case and accents, as SQLite's tokeniser folds it."""
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFD", word.lower())
    return "".join(letter for letter in apart if letter not in ACCENTS)


class Fts5:
    """SQLite: a table of FTS5 beside each that is looked up."""

    def create(self, connection: Connection) -> None:
        for one in BOTH:
            columns = ", ".join(one.columns)
            connection.exec_driver_sql(
                f"CREATE VIRTUAL TABLE {one.words} USING fts5({columns}, content='{one.name}', "
                "content_rowid='number', tokenize='unicode61 remove_diacritics 2')"
            )

    def save(self, connection: Connection, indexed: Indexed, article: int) -> None:
        columns = ", ".join(indexed.columns)
        rows = f"SELECT number, {columns} FROM {indexed.name} WHERE article = ? ORDER BY number"
        connection.exec_driver_sql(f"INSERT INTO {indexed.words} (rowid, {columns}) {rows}", (article,))

    def drop(self, connection: Connection, indexed: Indexed, article: int) -> None:
        columns = ", ".join(indexed.columns)
        rows = f"SELECT 'delete', number, {columns} FROM {indexed.name} WHERE article = ? ORDER BY number"
        statement = f"INSERT INTO {indexed.words} ({indexed.words}, rowid, {columns}) {rows}"
        connection.exec_driver_sql(statement, (article,))

    def matching(self, indexed: Indexed, asked: Asked) -> Matching:
        words = table(indexed.words, column("rowid"))
        condition = sql(f"{indexed.words} MATCH :asked").bindparams(asked=render_fts5(asked))
        weights = ", ".join("0.0" if name == "marks" else "1.0" for name in indexed.columns)
        rank: ColumnElement[Any] = literal_column(f"bm25({indexed.words}, {weights})")
        return Matching(words, words.c.rowid, condition, rank)  # type: ignore[arg-type]  # MATCH is true or false


def render_fts5(asked: Asked) -> str:
    """The question in FTS5's words."""
    if isinstance(asked, Phrase):
        return f'{{{" ".join(asked.columns)}}} : "{" ".join(asked.words)}"'
    if isinstance(asked, AnyOf):
        return _joined(asked.parts, "OR")
    parts = _joined(asked.parts or (Phrase(("marks",), (EVERY,)),), "AND")
    return f"({parts} NOT {_joined(asked.without, 'OR')})" if asked.without else parts


def _joined(parts: Sequence[Asked], sign: str) -> str:
    """FTS5 nests what is put together by one sign ever deeper, up to 256: halves are put together instead."""
    if len(parts) == 1:
        return render_fts5(parts[0])
    half = len(parts) // 2
    return f"({_joined(parts[:half], sign)} {sign} {_joined(parts[half:], sign)})"


def full_text(connection: Connection) -> FullText:
    """How the database of this connection is asked."""
    return Fts5()
