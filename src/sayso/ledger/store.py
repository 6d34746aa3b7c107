"""A ledger file: opened, read and written; an article and all its rows land in one transaction or not at all."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, create_engine, delete, event, func, insert, select
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import StaticPool

from sayso.errors import BadLedger, LedgerExists
from sayso.ledger.schema import VERSION, article, batch, fingerprint, meta, metadata, pair, term

PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=NORMAL",
    "busy_timeout=30000",
    "temp_store=MEMORY",
    "cache_size=-131072",  # KiB: 128 MiB of pages
)
TABLES_OF_ARTICLE = (fingerprint, term)


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """What is kept of one article: its reading as JSON, and what it is found by."""

    id: str
    batch: int
    day: int | None
    published: str | None
    text: str
    reading: bytes


class Ledger:
    """An open ledger. Close it, or use it as a context."""

    def __init__(self, engine: Engine, name: str) -> None:
        self.name = name
        self._engine = engine
        self.connection: Connection = engine.connect()

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
        """One transaction: all that is done inside, or nothing."""
        try:
            yield self.connection
        except BaseException:
            self.connection.rollback()
            raise
        self.connection.commit()

    def begin_batch(self, source: str) -> int:
        """The number of a new import batch."""
        with self.change() as connection:
            made = connection.execute(insert(batch).values(source=source))
            return int(made.inserted_primary_key[0])  # type: ignore[index]  # one row was inserted

    def save_article(self, row: ArticleRow) -> int:
        """The number of a new article. Called inside `change`; its other rows follow."""
        made = self.connection.execute(
            insert(article).values(
                id=row.id,
                batch=row.batch,
                day=row.day,
                published=row.published,
                text_digest=digest_of(row.text),
                reading=zlib.compress(row.reading, 6),
            )
        )
        return int(made.inserted_primary_key[0])  # type: ignore[index]  # one row was inserted

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

    def counts(self) -> dict[str, int]:
        """How many rows each table has that a person asks for."""
        return {
            name: int(self.connection.execute(select(func.count()).select_from(table)).scalar_one())
            for name, table in (("articles", article), ("batches", batch), ("pairs", pair))
        }

    def batches(self) -> list[tuple[int, str, int]]:
        """Number, source and articles of every import batch."""
        counted = (
            select(batch.c.number, batch.c.source, func.count(article.c.number))
            .outerjoin(article, article.c.batch == batch.c.number)
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
            if connection.execute(select(batch.c.number).where(batch.c.number == batch_number)).first() is None:
                raise BadLedger(self.name, f"has no import batch {batch_number}")
            number = int(connection.execute(select(func.count()).select_from(gone.subquery())).scalar_one())
            for table in TABLES_OF_ARTICLE:
                connection.execute(delete(table).where(table.c.article.in_(gone)))
            connection.execute(delete(pair).where(pair.c.a.in_(gone) | pair.c.b.in_(gone)))
            connection.execute(delete(article).where(article.c.batch == batch_number))
            connection.execute(delete(batch).where(batch.c.number == batch_number))
        return number


def digest_of(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def open_ledger(path: Path | None, *, create: bool = False) -> Ledger:
    """The ledger at ``path``, or one in memory for None.

    Raises LedgerExists where one is to be made and is there, BadLedger where there is none, or a file of another
    kind or version.
    """
    if path is None:
        engine = create_engine("sqlite://", poolclass=StaticPool)
        event.listen(engine, "connect", _set_up)
        return _made(engine, "memory")
    if create and path.exists():
        raise LedgerExists(str(path))
    if not create and not path.is_file():
        raise BadLedger(str(path), "is not there; make one with `sayso new`")
    engine = create_engine(f"sqlite:///{path}")
    event.listen(engine, "connect", _set_up)
    return _made(engine, str(path)) if create else _opened(engine, str(path))


def _set_up(connection: Any, _: object) -> None:
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _made(engine: Engine, name: str) -> Ledger:
    metadata.create_all(engine)
    ledger = Ledger(engine, name)
    with ledger.change() as connection:
        connection.execute(insert(meta).values(key="version", value=VERSION))
    return ledger


def _opened(engine: Engine, name: str) -> Ledger:
    try:
        ledger = Ledger(engine, name)
        version = ledger.connection.execute(select(meta.c.value).where(meta.c.key == "version")).scalar()
    except DatabaseError as error:
        raise BadLedger(name, "is no ledger") from error
    if version != VERSION:
        ledger.close()
        raise BadLedger(name, f"is a ledger of version {version}; this Sayso reads version {VERSION}")
    return ledger


def save_rows(connection: Connection, table: str, columns: int, rows: Iterable[Sequence[Any]]) -> None:
    """Many rows of one table at once, through the driver: making the statement anew would cost more than running it."""
    places = ",".join("?" * columns)
    connection.exec_driver_sql(f"INSERT INTO {table} VALUES ({places})", list(map(tuple, rows)))
