"""An open ledger: read and written; an article and all its rows land in one transaction or not at all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from sqlalchemy import Connection, Engine, bindparam, delete, func, insert, select

from sayso.articles.identity import digest_text
from sayso.errors import BadLedger
from sayso.ledger.claimrows import whole_words
from sayso.ledger.databases import Database
from sayso.ledger.packing import pack_reading, unpack_reading
from sayso.ledger.schema import article, batch, left_unread, meta, pair, waiting

if TYPE_CHECKING:
    from sayso.ledger.review import Review

AT_ONCE = 500  # numbers named in one statement, which can hold only so many
NEW_ARTICLE, NEW_WAITING = insert(article), insert(waiting)  # made once: an engine knows a statement that it has seen


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

    def __init__(self, engine: Engine, database: Database) -> None:
        self.name, self.database = database.name, database
        self._engine = engine
        self.connection: Connection = engine.connect()
        self._seen = database.changes(self.connection)

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
        self.database.begin_change(self.connection)
        try:
            with self.in_words():
                yield self.connection
                self.database.end_change(self.connection)
            self.connection.commit()
        finally:
            self.connection.rollback()  # of nothing, where all of it was kept

    @contextmanager
    def in_words(self) -> Iterator[None]:
        """Turns what the driver itself refuses, asked past the engine, into a BadLedger."""
        try:
            yield
        except self.database.errors as error:
            raise BadLedger(self.name, self.database.word(error)) from error

    def hold(self) -> None:
        """From here to the next change or the end, the ledger is seen as it is now, whatever others add."""
        self.connection.commit()
        self.database.begin_hold(self.connection)
        self.connection.execute(select(meta.c.value)).all()  # what is seen is what there is at the first look

    def changed_by_others(self) -> bool:
        """Whether anyone else has written since this was asked last, or since the ledger was opened."""
        before, self._seen = self._seen, self.database.changes(self.connection)
        return before != self._seen

    def begin_batch(self, source: str) -> int:
        """The number of a new import batch; until an article lands in it, it is not listed."""
        with self.change() as connection:
            made = connection.execute(insert(batch).values(source=whole_words(source), at=now()))
            return int(made.inserted_primary_key[0])  # type: ignore[index]  # one row was inserted

    def save_article(self, row: ArticleRow, *, waits: bool = False) -> int:
        """The number of a new article, which may wait to be linked. Called inside `change`; its other rows follow."""
        text, reading = pack_reading(row.reading)
        made = self.connection.execute(
            NEW_ARTICLE,
            {
                "id": row.id,
                "batch": row.batch,
                "day": row.day,
                "published": row.published,
                "text_digest": digest_text(row.text),
                "reading": reading,
                "text": text,
                "raw_digest": row.raw_digest,
                "first_seen": row.first_seen or now(),
            },
        )
        number = int(made.inserted_primary_key[0])  # type: ignore[index]  # one row was inserted
        if waits:
            self.connection.execute(NEW_WAITING, {"article": number})
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
        wanted = select(article.c.text, article.c.reading).order_by(article.c.number)
        if numbers is not None:
            wanted = wanted.where(article.c.number.in_(numbers))
        for row in self.connection.execute(wanted):
            yield unpack_reading(row.text, row.reading)

    def pairs(self) -> Iterator[Any]:
        """Rows of all pairs, in order."""
        yield from self.connection.execute(select(pair).order_by(pair.c.a, pair.c.b))

    def pairs_of(self, numbers: Sequence[int]) -> Iterator[Any]:
        """Rows of the pairs whose first article is one of these."""
        for start in range(0, len(numbers), AT_ONCE):
            some = numbers[start : start + AT_ONCE]
            yield from self.connection.execute(select(pair).where(pair.c.a.in_(some)).order_by(pair.c.a, pair.c.b))

    def review(self, coder: str, *, blind: bool = False) -> Review:
        """What ``coder`` sees and decides here; a blind one sees no decision of others. Raises BadDecision."""
        from sayso.ledger.review import Review

        return Review(self, coder, blind)

    def counts(self) -> dict[str, int]:
        """How many rows each table has that a person asks for."""
        return {
            name: int(self.connection.execute(select(func.count()).select_from(table)).scalar_one())
            for name, table in (("articles", article), ("pairs", pair))
        }

    def save_unread(self, batch_number: int, rows: Iterable[tuple[str, str]]) -> None:
        """Keeps what an import could not read, each with the reason in words."""
        values = [{"batch": batch_number, "what": whole_words(what), "why": whole_words(why)} for what, why in rows]
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
        from sayso.ledger.removing import undo

        return undo(self, batch_number)


def now() -> str:
    """This second, in UTC, in ISO 8601."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")


def save_rows(ledger: Ledger, table: str, rows: Sequence[Sequence[Any]]) -> None:
    """Many rows of one table at once, past the engine: making the statement anew would cost more than running it.

    A row whose key is there already stays as it is.
    """
    if rows:
        ledger.database.save_rows(ledger.connection, table, rows)
