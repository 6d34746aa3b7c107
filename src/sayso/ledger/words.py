"""Words looked up in a ledger: FTS5 in SQLite, a tsvector in PostgreSQL, asked by the same names.

What is looked for is put together of `Phrase`, `All` and `Either`; `matching` gives the numbers of the claims or pages
that hold it. Letter case and diacritics do not count. No sign that was typed reaches the engine as syntax.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import (
    ARRAY,
    REAL,
    BindParameter,
    ColumnElement,
    Connection,
    Select,
    bindparam,
    cast,
    column,
    func,
    literal_column,
    select,
    table,
    text,
)
from sqlalchemy.dialects.postgresql import TSQUERY

from sayso.ledger.marks import EVERY
from sayso.ledger.wordvectors import lettered, vector_of

TOKEN = re.compile("(?:[^\\W_][\u0300-\u036f]*)+")
TOKENIZER = "tokenize='unicode61 remove_diacritics 2'"


class Of(StrEnum):
    """Whose words they are: a claim's, or an article's."""

    CLAIM = "claim"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Layout:
    """Words of ``of`` stand in these columns, of which ``plain`` are looked through where none is named.

    In PostgreSQL a column has a weight, and where several share one, a letter before its words.
    """

    columns: dict[str, tuple[str, str]]
    plain: tuple[str, ...]

    def rows_of_article(self, of: Of, beside: str = "") -> str:
        """SQL for the words of one article, before its number."""
        return f"SELECT {beside}number, {', '.join(self.columns)} FROM {of} WHERE article = "


MARKS = "marks"  # the column of made-up words: see `sayso.ledger.marks`
LAYOUTS = {
    Of.CLAIM: Layout(
        {
            "words": ("A", ""),
            "speaker": ("B", ""),
            "via": ("C", "v"),
            "outlet": ("C", "o"),
            "places": ("C", "p"),
            MARKS: ("D", ""),
        },
        ("words", "speaker"),
    ),
    Of.PAGE: Layout({"title": ("A", ""), "text": ("B", ""), "outlet": ("C", "o"), MARKS: ("D", "")}, ("title", "text")),
}


@dataclass(frozen=True, slots=True)
class Phrase:
    """These tokens (see `find_tokens`) in a row, the last perhaps only begun; in one ``column`` or in any plain one."""

    tokens: tuple[str, ...]
    begins: bool = False
    column: str | None = None


@dataclass(frozen=True, slots=True)
class All:
    """Every one of the parts, and none of ``without``."""

    parts: tuple[Wanted, ...]
    without: tuple[Wanted, ...] = ()


@dataclass(frozen=True, slots=True)
class Either:
    """At least one of the parts."""

    parts: tuple[Wanted, ...]


Wanted = Phrase | All | Either


def find_tokens(words: str) -> tuple[str, ...]:
    """The words of a text as they are looked up: runs of letters and digits, small, Latin ones without diacritics."""
    return tuple(token for token, _, _ in place_tokens(words))


def place_tokens(words: str) -> Iterator[tuple[str, int, int]]:
    """The same, each with where it begins and ends. A diacritic that follows its letter is a part of the word."""
    for found in TOKEN.finditer(words):
        yield fold_token(found.group()), found.start(), found.end()


def is_diacritic(char: str) -> bool:
    return "\u0300" <= char < "\u0370"


def fold_token(word: str) -> str:
    """A word without case, and Latin letters without diacritics: as FTS5 folds it, which takes й and ά as they are."""
    if word.isascii():
        return word.lower()
    composed = unicodedata.normalize("NFC", word.lower().replace("ς", "σ"))
    return "".join(map(_fold_letter, composed))


def _fold_letter(letter: str) -> str:
    if is_diacritic(letter):
        return ""
    base = unicodedata.normalize("NFD", letter)[0]
    return base if base.isascii() else letter


def matching(connection: Connection, of: Of, wanted: Wanted, *, ranked: bool = False) -> Select[tuple[int]]:
    """A statement for the column ``number`` of what holds the words; with ``ranked`` also ``rank``, less is better.

    Put ``.order_by``, ``.limit`` and the like on it, or use it as a subquery.
    """
    if connection.dialect.name == "sqlite":
        words = table(f"{of}_words", column("rowid"))
        weights = ", ".join("0" if name == MARKS else "1" for name in LAYOUTS[of].columns)
        rank: ColumnElement[float] = literal_column(f"bm25({of}_words, {weights})").label("rank")
        found = select(words.c.rowid.label("number"), *([rank] if ranked else []))
        given: BindParameter[str] = bindparam(
            "words", _fts5(of, wanted), unique=True
        )  # several may stand in one statement
        return found.where(text(f"{of}_words MATCH :words").bindparams(given))
    words = table(f"{of}_words", column("number"), column("vector"))
    asked = cast(_tsquery(of, wanted), TSQUERY)
    rank = (-func.ts_rank(cast(WEIGHED, ARRAY(REAL)), words.c.vector, asked)).label("rank")
    found = select(words.c.number, *([rank] if ranked else []))
    return found if is_everything(wanted) else found.where(words.c.vector.op("@@")(asked))


EVERYTHING = All(())
WEIGHED = [0.0, 0.5, 0.5, 1.0]  # of PostgreSQL's weights, D to A: marks tell nothing of how well something fits


def is_everything(wanted: Wanted) -> bool:
    return isinstance(wanted, All) and not wanted.without and all(map(is_everything, wanted.parts))


def _fts5(of: Of, wanted: Wanted) -> str:
    if isinstance(wanted, Phrase):
        where = (wanted.column,) if wanted.column else LAYOUTS[of].plain
        return f'{{{" ".join(where)}}} : "{" ".join(wanted.tokens)}"' + (" *" if wanted.begins else "")
    if isinstance(wanted, Either):
        return _joined(of, wanted.parts, "OR")
    parts = _joined(of, wanted.parts or (Phrase((EVERY,), column=MARKS),), "AND")
    return f"({parts} NOT {_joined(of, wanted.without, 'OR')})" if wanted.without else parts


def _joined(of: Of, parts: Sequence[Wanted], sign: str) -> str:
    """FTS5 takes no more than 256 parts in one another, as which it counts those in a row: halves are put together."""
    if len(parts) == 1:
        return _fts5(of, parts[0])
    half = len(parts) // 2
    return f"({_joined(of, parts[:half], sign)} {sign} {_joined(of, parts[half:], sign)})"


def _tsquery(of: Of, wanted: Wanted) -> str:
    if isinstance(wanted, Phrase):
        where = (wanted.column,) if wanted.column else LAYOUTS[of].plain
        return "(" + " | ".join(_tsphrase(wanted, *LAYOUTS[of].columns[name]) for name in where) + ")"
    if isinstance(wanted, Either):
        return "(" + " | ".join(_tsquery(of, part) for part in wanted.parts) + ")"
    parts = [_tsquery(of, part) for part in wanted.parts] or [_tsquery(of, Phrase((EVERY,), column=MARKS))]
    return "(" + " & ".join([*parts, *(f"!{_tsquery(of, part)}" for part in wanted.without)]) + ")"


def _tsphrase(wanted: Phrase, weight: str, before: str) -> str:
    last = len(wanted.tokens) - 1
    marks = [("*" if wanted.begins and at == last else "") + weight for at in range(last + 1)]
    words = zip(wanted.tokens, marks, strict=True)
    return "(" + " <-> ".join(f"'{lettered(token, before)}':{mark}" for token, mark in words) + ")"


def create_words(connection: Connection) -> None:
    """The tables in which words are looked up, empty."""
    for of, layout in LAYOUTS.items():
        if connection.dialect.name == "sqlite":
            kept = f"content='{of}', content_rowid='number'"
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
            connection.exec_driver_sql(f"{into}{layout.rows_of_article(of)}? ORDER BY number", (article,))
        else:
            rows = connection.exec_driver_sql(f"{layout.rows_of_article(of)}%s", (article,)).all()
            vectors = [(row[0], article, _vector(layout, row[1:])) for row in rows]
            if vectors:
                connection.exec_driver_sql(f"INSERT INTO {of}_words VALUES (%s, %s, %s::tsvector)", vectors)


def check_words(connection: Connection) -> Iterator[str]:
    """What is wrong with the tables in which words are looked up."""
    for of, layout in LAYOUTS.items():
        words, check = f"{of}_words", _check_sqlite if connection.dialect.name == "sqlite" else _check_vectors
        if not check(connection, of, layout):
            yield f"{words} does not hold the words of the table {of.value!r}"


def _check_sqlite(connection: Connection, of: Of, _: Layout) -> bool:
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    try:
        return _is_sound(driver, of)
    except sqlite3.OperationalError as error:
        if "readonly" not in str(error):
            raise
    with closing(sqlite3.connect("")) as copy:  # a file that is gone with it: FTS5 checks only what it may write to
        driver.backup(copy)
        return _is_sound(copy, of)


def _is_sound(driver: sqlite3.Connection, of: Of) -> bool:
    words = f"{of}_words"
    try:
        driver.execute(f"INSERT INTO {words} ({words}, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        if "malformed" not in str(error):
            raise
        return False
    finally:
        driver.rollback()  # an INSERT that inserts nothing, which SQLAlchemy does not know of
    return True


def _check_vectors(connection: Connection, of: Of, layout: Layout) -> bool:
    rows = connection.exec_driver_sql(
        f"SELECT {', '.join(layout.columns)}, vector::text FROM {of} FULL JOIN {of}_words USING (number)"
    )
    made = ((_vector(layout, row[:-1]), row[-1]) for row in rows)
    return all(
        connection.exec_driver_sql("SELECT %s::tsvector::text", (vector,)).scalar() == kept for vector, kept in made
    )


def _vector(layout: Layout, row: Sequence[str | None]) -> str:
    columns = zip(layout.columns.values(), row, strict=True)
    return vector_of([(*how, find_tokens(words or "")) for how, words in columns])


def remove_words(connection: Connection, article: int) -> None:
    """Makes them found no more; called while their rows still stand."""
    for of, layout in LAYOUTS.items():
        if connection.dialect.name == "sqlite":
            into = f"INSERT INTO {of}_words ({of}_words, rowid, {', '.join(layout.columns)}) "
            rows = layout.rows_of_article(of, "'delete', ")
            connection.exec_driver_sql(f"{into}{rows}? ORDER BY number", (article,))
        else:
            connection.exec_driver_sql(f"DELETE FROM {of}_words WHERE article = %s", (article,))


def phrases(words: Iterable[str], column: str | None = None) -> All:
    """All of these words or phrases, as typed; those without a letter or digit ask for nothing."""
    found: Sequence[tuple[str, ...]] = [find_tokens(one) for one in words]
    return All(tuple(Phrase(tokens, column=column) for tokens in found if tokens))
