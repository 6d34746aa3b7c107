"""A ledger from Python: readings put in and taken out, stories linked, claims looked up and judged."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Literal, Self, TypeVar

from sqlalchemy import select

from sayso import ledger as ledgers
from sayso.errors import MissingArticle
from sayso.exports.reading_json import export_json, import_json
from sayso.exports.search_hits import SearchPage
from sayso.exports.search_page import look_up
from sayso.ledger.databases import is_server
from sayso.ledger.removing import Tombstone, forget
from sayso.ledger.review import Review
from sayso.ledger.schema import article
from sayso.linking.contextual import LaterContextual
from sayso.linking.incremental import Linker
from sayso.linking.kept import load_corpus
from sayso.linking.prepared import load_link_lists
from sayso.linking.story import LinkedStory
from sayso.linking.verifying import Finding, verify
from sayso.records.reading import Reading, Unread

Sort = Literal["newest", "oldest", "relevance", "score"]
Done = TypeVar("Done")


def open_ledger(where: str | Path, *, create: bool = False) -> OpenLedger:
    """The ledger at a path or at the address of a PostgreSQL server; with ``create`` a new one.

    Nothing is written anywhere else. Raises BadLedger where there is none or it cannot be used, OldLedger where an
    earlier Sayso made it, LedgerExists where one is to be made and is there.
    """
    return OpenLedger(ledgers.open_ledger(where if is_server(where) else Path(where), create=create))


class OpenLedger:
    """A ledger that is open. Close it, or use it as a context.

    Any thread may call: calls run one after the other. Other processes may read and write meanwhile.
    """

    def __init__(self, ledger: ledgers.Ledger) -> None:
        self._ledger = ledger
        self._lists = load_link_lists()
        self._contextual = LaterContextual()
        self._linker = self._make_linker()
        self._lock = RLock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        with self._lock:
            self._ledger.close()

    def add(self, readings: Sequence[Reading], *, source: str = "Python") -> tuple[Unread, ...]:
        """Puts readings in as one import, linked with what is there, all or none.

        Comes back with what was not added, and why: an article that is there, that was forgotten, or another text
        under an id that is there. ``source`` says where they are from, for `imports`.
        """
        with self._lock:
            batch = self._ledger.begin_batch(source)
            landed = self._linker.add_together(readings, batch)
        return tuple(one for one in landed if isinstance(one, Unread))

    def ids(self) -> tuple[str, ...]:
        """The ids of all articles, in the order in which they came."""
        with self._lock:
            return tuple(name for _, name, _ in self._ledger.listed())

    def reading(self, name: str) -> Reading:
        """The reading of one article, by its id. Raises MissingArticle."""
        with self._lock:
            wanted = select(article.c.number).where(article.c.id == name)
            number = self._ledger.connection.execute(wanted).scalar()
            if number is None:
                raise MissingArticle(f"{self._ledger.name}: has no article {name!r}")
            return import_json(next(self._ledger.readings([number])))

    def stories(self, *, smallest: int = 2) -> tuple[LinkedStory, ...]:
        """Every story of so many articles, linked whole, the largest first; what people decided is in force.

        Raises BadLedger where articles wait to be linked.
        """
        with self._lock:
            return tuple(load_corpus(self._linker, (), self._contextual).linked(smallest))

    def search(self, query: str, *, sort: Sort = "newest", page: int = 1, texts: bool = False) -> SearchPage:
        """One page of the claims that a search finds, or with ``texts`` of whole articles. Raises BadQuery."""
        with self._lock:
            return look_up(self._ledger, query, sort=sort, page=page, texts=texts)

    @contextmanager
    def review(self, coder: str, *, blind: bool = False) -> Iterator[Review]:
        """What ``coder`` sees and decides; other threads wait until the block is left. Raises BadDecision."""
        with self._lock:
            yield self._ledger.review(coder, blind=blind)

    def imports(self) -> list[tuple[int, str, int]]:
        """Number, source and articles of every import that holds one."""
        with self._lock:
            return self._ledger.batches()

    def undo(self, number: int) -> int:
        """Takes an import out again; how many articles went. Raises BadLedger if there is no such import."""
        return self._removing(lambda: self._ledger.undo(number))

    def forget(self, name: str, *, reason: str) -> Tombstone:
        """Takes out an article and all that was made of it; a tombstone keeps it from being added again.

        Raises BadLedger where there is no such article, BadDecision where no reason is given.
        """
        return self._removing(lambda: forget(self._ledger, name, reason))

    def verify(self) -> tuple[Finding, ...]:
        """All that is wrong in the ledger; nothing is changed."""
        with self._lock:
            return tuple(verify(self._ledger, import_json, self._lists))

    def _removing(self, act: Callable[[], Done]) -> Done:
        with self._lock:
            done = act()
            self._linker = self._make_linker()  # what it knew of the ledger may be gone
            return done

    def _make_linker(self) -> Linker:
        return Linker(self._ledger, self._lists, export_json, import_json)
