"""Words looked up in a ledger: FTS5 in SQLite, a tsvector in PostgreSQL, asked by the same names.

What is looked for is put together of `Phrase`, `All` and `Either`; `matching` gives the numbers of the claims or pages
that hold it. Letter case and diacritics do not count. No sign that was typed reaches the engine as syntax.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

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

from sayso.ledger.marks import EVERY, mark_of
from sayso.ledger.wordvectors import lettered, vector_of
from sayso.records.claim import Voice

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
    Of.PAGE: Layout({"text": ("B", ""), "title": ("A", ""), "outlet": ("C", "o"), MARKS: ("D", "")}, ("title", "text")),
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
# The words of some rows: the number of each, then what stands in its columns.
Found = Mapping[Of, Sequence[tuple[Any, ...]]]


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
    from sqlalchemy.dialects.postgresql import TSQUERY  # loads drivers that no ledger in a file needs

    words = table(f"{of}_words", column("number"), column("vector"))
    asked = cast(_tsquery(of, wanted), TSQUERY)
    rank = (-func.ts_rank(cast(WEIGHED, ARRAY(REAL)), words.c.vector, asked)).label("rank")
    found = select(words.c.number, *([rank] if ranked else []))
    return found if is_everything(wanted) else found.where(words.c.vector.op("@@")(asked))


EVERYTHING = All(())
# What every row has: a claim a voice, a page a mark for nothing else.
ANY_ROW: dict[Of, Wanted] = {
    Of.CLAIM: Either(tuple(Phrase((mark_of("voice", voice.value),), column=MARKS) for voice in Voice)),
    Of.PAGE: Phrase((EVERY,), column=MARKS),
}
WEIGHED = [0.0, 0.5, 0.5, 1.0]  # of PostgreSQL's weights, D to A: marks tell nothing of how well something fits


def is_everything(wanted: Wanted) -> bool:
    return isinstance(wanted, All) and not wanted.without and all(map(is_everything, wanted.parts))


def _fts5(of: Of, wanted: Wanted) -> str:
    if isinstance(wanted, Phrase):
        where = (wanted.column,) if wanted.column else LAYOUTS[of].plain
        return f'{{{" ".join(where)}}} : "{" ".join(wanted.tokens)}"' + (" *" if wanted.begins else "")
    if isinstance(wanted, Either):
        return _joined(of, wanted.parts, "OR")
    parts = _joined(of, wanted.parts or (ANY_ROW[of],), "AND")
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
    parts = [_tsquery(of, part) for part in wanted.parts] or [_tsquery(of, ANY_ROW[of])]
    return "(" + " & ".join([*parts, *(f"!{_tsquery(of, part)}" for part in wanted.without)]) + ")"


def _tsphrase(wanted: Phrase, weight: str, before: str) -> str:
    last = len(wanted.tokens) - 1
    marks = [("*" if wanted.begins and at == last else "") + weight for at in range(last + 1)]
    words = zip(wanted.tokens, marks, strict=True)
    return "(" + " <-> ".join(f"'{lettered(token, before)}':{mark}" for token, mark in words) + ")"


def create_words(connection: Connection) -> None:
    """The tables in which words are looked up, empty."""
    for of in LAYOUTS:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql(fts5_table(of))
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


def fts5_table(of: Of) -> str:
    """It holds where words stand, and no words: those are in texts and rows."""
    columns = ", ".join(LAYOUTS[of].columns)
    return f"CREATE VIRTUAL TABLE {of}_words USING fts5({columns}, content='', {TOKENIZER})"


def add_words(connection: Connection, article: int, words: Found) -> None:
    """Makes the words of an article and its claims found."""
    for of, rows in words.items():
        if not rows:
            continue
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql(insert_words(of), list(rows))
        else:
            vectors = [(row[0], article, vector_of_row(of, row[1:])) for row in rows]
            connection.exec_driver_sql(f"INSERT INTO {of}_words VALUES (%s, %s, %s::tsvector)", vectors)


def insert_words(of: Of) -> str:
    """The statement that adds a row of words in SQLite."""
    columns = LAYOUTS[of].columns
    return f"INSERT INTO {of}_words (rowid, {', '.join(columns)}) VALUES (?{', ?' * len(columns)})"


def vector_of_row(of: Of, row: Sequence[str | None]) -> str:
    """The literal of the tsvector of a row's words."""
    columns = zip(LAYOUTS[of].columns.values(), row, strict=True)
    return vector_of([(*how, find_tokens(words or "")) for how, words in columns])


def remove_words(connection: Connection, article: int, words: Found) -> None:
    """Makes them found no more: the very words that were added."""
    for of, rows in words.items():
        if connection.dialect.name == "sqlite":
            columns = LAYOUTS[of].columns
            into = f"INSERT INTO {of}_words ({of}_words, rowid, {', '.join(columns)}) "
            if rows:
                connection.exec_driver_sql(f"{into} VALUES ('delete', ?{', ?' * len(columns)})", list(rows))
        else:
            connection.exec_driver_sql(f"DELETE FROM {of}_words WHERE article = %s", (article,))


def phrases(words: Iterable[str], column: str | None = None) -> All:
    """All of these words or phrases, as typed; those without a letter or digit ask for nothing."""
    found: Sequence[tuple[str, ...]] = [find_tokens(one) for one in words]
    return All(tuple(Phrase(tokens, column=column) for tokens in found if tokens))
