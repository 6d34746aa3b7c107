"""Worker processes that read articles, each with an encoder of its own; one that dies is replaced.

Between the processes go bytes of JSON: an article inwards, a reading or a reason outwards.
"""

from __future__ import annotations

import json
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

import msgspec

from sayso.errors import BadGazetteer, BadInput, BadModel, FailedReading, SaysoError
from sayso.exports.reading_json import export_json
from sayso.records.article import Article
from sayso.records.reading import Reading, Unread

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

ReadOne = Callable[[Article], Reading]
LoadReader = Callable[[], ReadOne]
Numbered = tuple[int, Article]

# First byte of what a worker sends.
READY, FAILED, READ, UNREAD = b"!", b"x", b"+", b"-"
# Seconds that a worker has to end by itself once nobody asks it any more.
PATIENCE = 5.0
FAILED_INSIDE = "reading it failed inside ({}): a mistake of Sayso's own, please report it with the text"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The article with this number (from 1, in the order of the input) was read, or left unread for a reason.

    ``line`` is the reading's JSON. Exactly one of ``line`` and ``unread`` is there.
    """

    number: int
    line: bytes | None
    unread: Unread | None


Texts = Sequence[tuple[str, str]]


def load_reader(actors: Texts = (), gazetteer: Path | None = None, parties: Texts = (), fast: bool = False) -> ReadOne:
    """What reads an article in this process, with the package's own weights (about half a second).

    ``actors`` are the texts and names of lists to use in place of the package's list of actors, ``gazetteer`` a folder
    to use in place of the package's, ``parties`` rules of interested parties to use in place of the package's; ``fast``
    takes the student of three layers.
    """
    from sayso.lists.actors import read_listed_actors
    from sayso.lists.parties import read_party_rules
    from sayso.reading.encoder import load_encoder
    from sayso.reading.lists import load_lists
    from sayso.reading.reader import read_article

    listed = read_listed_actors(actors) if actors else None
    rules = read_party_rules(parties) if parties else None
    encoder = load_encoder(lists=load_lists(listed, gazetteer, rules), fast=fast)
    return partial(read_guarded, partial(read_article, encoder=encoder))


def read_guarded(read: ReadOne, article: Article) -> Reading:
    """The reading; FailedReading where Sayso itself makes a mistake, so that one article never stops the others."""
    try:
        return read(article)
    except (SaysoError, MemoryError):
        raise
    except Exception as error:
        raise FailedReading(article.id, FAILED_INSIDE.format(type(error).__name__)) from error


def find_model(load: LoadReader) -> str:
    """The digest of the model that ``load`` reads with."""
    return load()(Article("x", "Nothing.")).model.digest


def work(pipe: Connection, load: LoadReader) -> None:
    """The life of a worker: load, then answer every article of every batch, until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when to stop
    try:
        try:
            read = load()
        except (BadModel, BadGazetteer) as error:
            pipe.send_bytes(FAILED + str(error).encode("utf-8", "replace"))
            return
        pipe.send_bytes(READY)
        while True:
            for article in decode_articles(pipe.recv_bytes()):
                pipe.send_bytes(_answer(article, read))
    except (EOFError, BrokenPipeError, ConnectionResetError):  # nobody is listening any more
        return


def _answer(article: Article, read: ReadOne) -> bytes:
    try:
        return READ + export_json(read(article))
    except SaysoError as error:
        return UNREAD + json.dumps([article.id, reason_of(error)]).encode("ascii")


def reason_of(error: SaysoError) -> str:
    """Why an article was left unread, in words."""
    return error.reason if isinstance(error, BadInput) else str(error)


def encode_articles(articles: Iterable[Article]) -> bytes:
    """JSON in ASCII, so that a lone surrogate in a text travels too."""
    return json.dumps([msgspec.to_builtins(article) for article in articles]).encode("ascii")


def decode_articles(data: bytes) -> list[Article]:
    return msgspec.convert(json.loads(data), list[Article])


class Worker:
    """One process, and the articles that it has been given and has not answered."""

    def __init__(self, load: LoadReader) -> None:
        from multiprocessing import get_context

        context = get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process: SpawnProcess = context.Process(target=work, args=(theirs, load), daemon=True)
        self.ready = False
        self.given: deque[Numbered] = deque()
        with _deaf_to_interrupts():
            self.process.start()
        theirs.close()

    def give(self, batch: Iterable[Numbered]) -> None:
        """Only to a worker that has answered all it was given before."""
        self.given.extend(batch)
        with suppress(BrokenPipeError, ConnectionResetError):  # it died: `receive` finds out
            self.pipe.send_bytes(encode_articles(article for _, article in self.given))

    def receive(self) -> Outcome | None:
        """The next answer, or None where it only says that it is ready. Raises EOFError if it died."""
        try:
            data = self.pipe.recv_bytes()
        except ConnectionResetError as error:
            raise EOFError from error
        kind, rest = data[:1], data[1:]
        if kind == READY:
            self.ready = True
            return None
        if kind == FAILED:
            raise BadModel(rest.decode())
        number, _ = self.given.popleft()
        return Outcome(number, rest, None) if kind == READ else Outcome(number, None, Unread(*json.loads(rest)))

    def fate(self) -> str:
        """How the process ended, in words."""
        self.process.join(PATIENCE)
        code = self.process.exitcode
        if code is not None and code < 0:
            return f"ended by signal {-code}" + (", perhaps for want of memory" if code == -9 else "")
        return f"exit code {code}"

    def close(self, *, at_once: bool) -> None:
        self.pipe.close()
        if at_once:
            self.process.terminate()
        self.process.join(PATIENCE)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()
        self.process.close()


class Workers:
    """A fixed number of workers; closing them ends their processes."""

    def __init__(self, jobs: int, load: LoadReader) -> None:
        self.load = load
        self.workers: list[Worker] = []
        self.jobs = jobs

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self.workers:
            worker.close(at_once=kind is not None)

    @property
    def busy(self) -> bool:
        return any(worker.given for worker in self.workers)

    @property
    def has_room(self) -> bool:
        """Whether somebody is free, or may still be taken on."""
        return len(self.workers) < self.jobs or any(not worker.given for worker in self.workers)

    def give(self, batch: Iterable[Numbered]) -> None:
        """To a free worker, or to a new one where all are busy: ask ``has_room`` first."""
        free = next((worker for worker in self.workers if not worker.given), None)
        if free is None:
            free = Worker(self.load)
            self.workers.append(free)
        free.give(batch)

    def wait(self) -> Iterator[Outcome]:
        """At least one answer or sign of life: whatever has come in by now."""
        from multiprocessing.connection import wait

        by_pipe = {worker.pipe: worker for worker in self.workers if worker.given}
        for pipe in wait(list(by_pipe)):
            worker = by_pipe[pipe]  # type: ignore[index]  # only connections were waited for
            try:
                outcome = worker.receive()
            except EOFError:
                outcome = self._replace(worker)
            if outcome is not None:
                yield outcome

    def _replace(self, worker: Worker) -> Outcome:
        """A new worker takes over what the dead one had not begun; what it died of is left unread."""
        fate = worker.fate()
        if not worker.ready:
            raise SaysoError(f"a worker process could not start ({fate})")
        number, article = worker.given.popleft()
        rest = list(worker.given)
        worker.close(at_once=True)
        self.workers.remove(worker)
        if rest:
            heir = Worker(self.load)
            self.workers.append(heir)
            heir.give(rest)
        return Outcome(number, None, Unread(article.id, f"the process that read it died ({fate})"))


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """A process started now is deaf to Ctrl-C from its first instruction on."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
