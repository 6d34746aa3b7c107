"""A ledger file: opened, read and written; an article and all its rows land in one transaction or not at all."""

from __future__ import annotations

import datetime as dt
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, bindparam, create_engine, delete, event, func, insert, select
from sqlalchemy.pool import StaticPool

from sayso.articles.identity import digest_text
from sayso.errors import BadLedger, LedgerExists, OldLedger
from sayso.ledger.index import drop_index
from sayso.ledger.migrations import Step, find_lacking, mark_new, upgrade
from sayso.ledger.schema import article, batch, fingerprint, left_unread, meta, metadata, pair, term, waiting
from sayso.ledger.words import create_words
from sayso.records.reading import Reading

WRITE_AHEAD = "journal_mode=WAL"  # others read while one writes; set once, when a ledger is made
PRAGMAS = (
    "synchronous=NORMAL",
    "busy_timeout=30000",
    "temp_store=MEMORY",
    "cache_size=-131072",  # KiB: 128 MiB of pages
)
AT_ONCE = 500  # numbers named in one statement, which can hold only so many
TABLES_OF_ARTICLE = (fingerprint, term, waiting)
NO_LEDGER = "is no ledger"


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """What is kept of one article: its reading as JSON, and what it is found by."""

    id: str
    batch: int
    day: int | None
    published: str | None
    text: str
    reading: bytes
    raw_digest: str | None = None
    first_seen: str | None = None


class Ledger:
    """An open ledger. Close it, or use it as a context. Whatever the database refuses is a BadLedger."""

    def __init__(self, engine: Engine, name: str) -> None:
        self.name = name
        self._engine = engine
        self.connection: Connection = engine.connect()
        self._seen = self._data_version()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self.connection.close()
        self._engine.dispose()

    @contextmanager
    def change(self) -> Iterator[Connection]:
        """One transaction: all that is done inside, or nothing. Nobody else writes meanwhile."""
        self.connection.commit()  # a look that is still open would keep this from seeing what others did
        self.connection.exec_driver_sql("BEGIN IMMEDIATE")
        try:
            with self.in_words():
                yield self.connection
        except BaseException:
            self.connection.rollback()
            raise
        self.connection.commit()

    @contextmanager
    def in_words(self) -> Iterator[None]:
        """Turns what the driver itself refuses, asked past the engine, into a BadLedger."""
        try:
            yield
        except sqlite3.Error as error:
            raise BadLedger(self.name, _word(error)) from error

    def hold(self) -> None:
        """From here to the next change or the end, the ledger is seen as it is now, whatever others add."""
        self.connection.commit()
        self.connection.exec_driver_sql("BEGIN")
        self.connection.execute(select(meta.c.value)).all()  # what is seen is what there is at the first look

    def changed_by_others(self) -> bool:
        """Whether anyone else has written since this was asked last, or since the ledger was opened."""
        before, self._seen = self._seen, self._data_version()
        return before != self._seen

    def _data_version(self) -> int:
        return int(self.connection.exec_driver_sql("PRAGMA data_version").scalar_one())

    def begin_batch(self, source: str) -> int:
        """The number of a new import batch; until an article lands in it, it is not listed."""
        with self.change() as connection:
            made = connection.execute(insert(batch).values(source=source, at=_now()))
            return int(made.inserted_primary_key[0])  # type: ignore[index]  # one row was inserted

    def save_article(self, row: ArticleRow, *, waits: bool = False) -> int:
        """The number of a new article, which may wait to be linked. Called inside `change`; its other rows follow."""
        cursor = self.connection.connection.cursor()  # past the engine, as save_rows
        cursor.execute(
            "INSERT INTO article (id, batch, day, published, text_digest, reading, raw_digest, first_seen) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (row.id, row.batch, row.day, row.published, digest_text(row.text), zlib.compress(row.reading, 6))
            + (row.raw_digest, row.first_seen or _now()),
        )
        number = int(cursor.lastrowid or 0)
        if waits:
            save_rows(self.connection, "waiting", [(number,)])
        return number

    def waiting(self) -> list[int]:
        """The numbers of the articles that wait to be linked, those without a day first, then in order of days."""
        wanted = select(article.c.number).join(waiting, waiting.c.article == article.c.number)
        ordered = wanted.order_by(func.coalesce(article.c.day, 0), article.c.number)
        return [int(row.number) for row in self.connection.execute(ordered)]

    def refuse_waiting(self) -> None:
        """Raises BadLedger where articles wait to be linked: what is shown of them would not be all."""
        if waits := len(self.waiting()):
            raise BadLedger(self.name, f"{waits} of its articles wait to be linked; `sayso link` does that")

    def end_waiting(self, numbers: Sequence[int]) -> None:
        """These articles are linked with all others. Called inside `change`."""
        one = delete(waiting).where(waiting.c.article == bindparam("number"))
        self.connection.execute(one, [{"number": number} for number in numbers])

    def digests(self) -> dict[str, str]:
        """By article id, the digest of its text."""
        return {
            str(row.id): str(row.text_digest)
            for row in self.connection.execute(select(article.c.id, article.c.text_digest))
        }

    def listed(self) -> list[tuple[int, str, str | None]]:
        """Number, id and time of publication of every article, in the order of their numbers."""
        wanted = select(article.c.number, article.c.id, article.c.published).order_by(article.c.number)
        return [(int(number), str(name), published) for number, name, published in self.connection.execute(wanted)]

    def readings(self, numbers: Sequence[int] | None = None) -> Iterator[bytes]:
        """The JSON of readings, in the order of their numbers; all, or those named."""
        wanted = select(article.c.reading).order_by(article.c.number)
        if numbers is not None:
            wanted = wanted.where(article.c.number.in_(numbers))
        for row in self.connection.execute(wanted):
            yield zlib.decompress(row.reading)

    def pairs(self) -> Iterator[Any]:
        """Rows of all pairs, in order."""
        yield from self.connection.execute(select(pair).order_by(pair.c.a, pair.c.b))

    def pairs_of(self, numbers: Sequence[int]) -> Iterator[Any]:
        """Rows of the pairs whose first article is one of these."""
        for start in range(0, len(numbers), AT_ONCE):
            some = numbers[start : start + AT_ONCE]
            yield from self.connection.execute(select(pair).where(pair.c.a.in_(some)).order_by(pair.c.a, pair.c.b))

    def counts(self) -> dict[str, int]:
        """How many rows each table has that a person asks for."""
        return {
            name: int(self.connection.execute(select(func.count()).select_from(table)).scalar_one())
            for name, table in (("articles", article), ("pairs", pair))
        }

    def save_unread(self, batch_number: int, rows: Iterable[tuple[str, str]]) -> None:
        """Keeps what an import could not read, each with the reason in words."""
        values = [{"batch": batch_number, "what": what, "why": why} for what, why in rows]
        if values:
            with self.change() as connection:
                connection.execute(insert(left_unread), values)

    def unread(self) -> list[tuple[int, str, str]]:
        """Import, what and why of all that could not be read, the latest first."""
        wanted = select(left_unread.c.batch, left_unread.c.what, left_unread.c.why).order_by(
            left_unread.c.number.desc()
        )
        return [(int(number), str(what), str(why)) for number, what, why in self.connection.execute(wanted)]

    def batches(self) -> list[tuple[int, str, int]]:
        """Number, source and articles of every import batch that holds one; a killed import may have left none."""
        counted = (
            select(batch.c.number, batch.c.source, func.count(article.c.number))
            .join(article, article.c.batch == batch.c.number)
            .group_by(batch.c.number, batch.c.source)
            .order_by(batch.c.number)
        )
        return [
            (int(number), str(source), int(articles)) for number, source, articles in self.connection.execute(counted)
        ]

    def undo(self, batch_number: int) -> int:
        """Takes an import batch out again; how many articles went. Raises BadLedger if there is no such batch."""
        gone = select(article.c.number).where(article.c.batch == batch_number)
        with self.change() as connection:
            number = int(connection.execute(select(func.count()).select_from(gone.subquery())).scalar_one())
            if not number:
                raise BadLedger(self.name, f"has no import {batch_number}; `sayso status` lists them")
            for (one,) in connection.execute(gone).all():
                drop_index(connection, int(one))
            for table in TABLES_OF_ARTICLE:
                connection.execute(delete(table).where(table.c.article.in_(gone)))
            connection.execute(delete(pair).where(pair.c.a.in_(gone) | pair.c.b.in_(gone)))
            connection.execute(delete(article).where(article.c.batch == batch_number))
            connection.execute(delete(left_unread).where(left_unread.c.batch == batch_number))
            connection.execute(delete(batch).where(batch.c.number == batch_number))
        return number


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")


def open_ledger(path: Path | None, *, create: bool = False) -> Ledger:
    """The ledger at ``path``, or one in memory for None.

    Raises LedgerExists where one is to be made and is there, BadLedger where there is none, or a file of another
    kind or version, which is left as it is.
    """
    if path is None:
        return _made(create_engine("sqlite://", poolclass=StaticPool), "memory")
    if not create:
        _refuse_others(path)
        return Ledger(_set_up(create_engine(f"sqlite:///{path}"), str(path)), str(path))
    if path.exists():
        raise LedgerExists(str(path))
    if not path.parent.is_dir():
        raise BadLedger(str(path), f"cannot be made: there is no folder {path.parent}")
    return _made(create_engine(f"sqlite:///{path}"), str(path))


def upgrade_ledger(path: Path, import_reading: Callable[[bytes], Reading]) -> tuple[Step, ...]:
    """Brings an older ledger up to date, whole or not at all; the steps that it lacked. Raises as `open_ledger`."""
    _refuse_others(path, older=True)
    with Ledger(_set_up(create_engine(f"sqlite:///{path}"), str(path)), str(path)) as ledger:
        ledger.connection.exec_driver_sql(f"PRAGMA {WRITE_AHEAD}")
        with ledger.change() as connection:
            return upgrade(connection, str(path), import_reading)


def _refuse_others(path: Path, *, older: bool = False) -> None:
    """Looks at a file without writing a byte. Raises BadLedger unless it is a ledger of today, or an ``older`` one."""
    name = str(path)
    if path.is_dir():
        raise BadLedger(name, f"{NO_LEDGER} but a folder")
    if not path.is_file():
        raise BadLedger(name, "is not there; make one with `sayso new`")
    in_use = path.with_name(path.name + "-wal").exists()  # else even a look would leave such a file behind
    try:
        address = f"{path.absolute().as_uri()}?{'mode=ro' if in_use else 'immutable=1'}"
        with closing(sqlite3.connect(address, uri=True)) as looked:
            found = looked.execute("SELECT value FROM meta WHERE key = 'version'").fetchone()
            named = looked.execute("SELECT 1 FROM sqlite_master WHERE name = 'step'").fetchone()
            steps = [row[0] for row in looked.execute("SELECT name FROM step")] if named else []
    except sqlite3.Error as error:
        raise BadLedger(name, _word(error)) from error
    if found is None:
        raise BadLedger(name, NO_LEDGER)
    if find_lacking(name, found[0], steps) and not older:
        raise OldLedger(name, found[0], f"`sayso upgrade {name}` brings it up to date")


def _word(error: sqlite3.Error) -> str:
    """What the database refuses, for a person."""
    said = str(error)
    if "not a database" in said or said.startswith(("no such table: meta", "no such column")):
        return NO_LEDGER
    if "locked" in said:
        return "another process is writing to it, and has not finished for half a minute; try again"
    if "malformed" in said:
        return "is damaged; make a new one with `sayso new` and add the articles again"
    return f"cannot be used: {said}"


def _set_up(engine: Engine, name: str) -> Engine:
    @event.listens_for(engine, "connect")
    def set_pragmas(connection: Any, _: object) -> None:
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "handle_error")
    def word_error(context: Any) -> BadLedger | None:
        error = context.original_exception
        return BadLedger(name, _word(error)) if isinstance(error, sqlite3.Error) else None

    return engine


def _made(engine: Engine, name: str) -> Ledger:
    ledger = Ledger(_set_up(engine, name), name)
    ledger.connection.exec_driver_sql(f"PRAGMA {WRITE_AHEAD}")
    with ledger.change() as connection:
        metadata.create_all(connection)
        create_words(connection)
        mark_new(connection)
    ledger.changed_by_others()  # making it counts as no change of others'
    return ledger


def save_rows(connection: Connection, table: str, rows: Sequence[Sequence[Any]]) -> None:
    """Many rows of one table at once, through the driver: making the statement anew would cost more than running it.

    A row whose key is there already stays as it is.
    """
    if rows:
        places = ",".join("?" * len(rows[0]))
        statement = f"INSERT INTO {table} VALUES ({places}) ON CONFLICT DO NOTHING"
        connection.connection.cursor().executemany(statement, rows)
