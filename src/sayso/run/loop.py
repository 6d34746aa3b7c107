"""The one loop that walks articles: what cannot be read becomes a row with a reason, and the run goes on."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from sayso.articles import Columns
from sayso.errors import SaysoError
from sayso.records.article import Article
from sayso.records.reading import Model, Unread
from sayso.run.files import Done, RunFiles, find_done, read_head, unread_path
from sayso.run.inputs import read_inputs
from sayso.run.workers import LoadReader, Numbered, Outcome, Workers, load_reader

# Batches for each worker that may be under way or wait for an earlier article to be done: bounds the memory.
BATCHES_AHEAD = 4


@dataclass(frozen=True, slots=True)
class OpenRun:
    """A run over ``items``, all after the first ``done``, that writes to ``out``."""

    out: Path
    done: Done
    items: Iterator[Article | Unread]

    def go_on(self, *, jobs: int, batch: int, load: LoadReader = load_reader) -> Generator[Outcome, None, None]:
        """Every outcome in the order of the input, each written to the files before it is handed out.

        The files are the same bytes for any ``jobs`` (processes) and ``batch`` (articles handed to a process
        at once). Raises SaysoError where the weights are bad or are others than before.
        """
        model = self.done.model
        with RunFiles(self.out, self.done) as files, Workers(jobs, load) as workers:
            for outcome in read_in_order(self.items, workers, first=self.done.articles + 1, batch=batch):
                if model is not None and outcome.line is not None:
                    _check_model(outcome.line, model, self.out)
                    model = None
                files.save(outcome)
                yield outcome


def open_run(source: Path, out: Path, *, resume: bool, columns: Columns | None = None) -> OpenRun:
    """A run from ``source`` (a file or a folder) to ``out``. Raises SaysoError where there is one, unless ``resume``.

    With ``resume`` it goes on after the articles that ``out`` and its list of unread ones have; if there are
    none, it begins.
    """
    if out.exists() and source.exists() and out.samefile(source):
        raise SaysoError(f"{out}: is the input; name another output file")
    if out.exists() and not out.is_file():
        raise SaysoError(f"{out}: is no file that a run could go on with; name another output file")
    if source.is_dir() and out.resolve().is_relative_to(source.resolve()):
        raise SaysoError(f"{out}: lies in the folder that is read; name an output file elsewhere")
    existing = [path for path in (out, unread_path(out)) if path.exists() and path.stat().st_size]
    if existing and not resume:
        raise SaysoError(f"{existing[0]}: exists; go on with it (--resume) or name another output file")
    items = _begun(read_inputs(source, columns))
    return OpenRun(out, find_done(items, out) if out.exists() else Done(), items)


def _begun(items: Iterator[Article | Unread]) -> Iterator[Article | Unread]:
    """The same items, the first already taken: an input that cannot be opened raises before anything is written."""
    return chain(list(islice(items, 1)), items)


def read_in_order(items: Iterator[Article | Unread], workers: Workers, *, first: int, batch: int) -> Iterator[Outcome]:
    """What becomes of each item, in order, numbered from ``first``.

    So many are under way at once that every worker has something to do, and no more.
    """
    done: dict[int, Outcome] = {}
    taken = handed = first
    exhausted = False
    while not exhausted or workers.busy or done:
        while not exhausted and workers.has_room and taken - handed < workers.jobs * batch * BATCHES_AHEAD:
            some = list(enumerate(islice(items, batch), taken))
            exhausted = len(some) < batch
            taken += len(some)
            done.update((number, Outcome(number, None, item)) for number, item in some if isinstance(item, Unread))
            articles: list[Numbered] = [(number, item) for number, item in some if isinstance(item, Article)]
            if articles:
                workers.give(articles)
        if workers.busy:
            done.update((outcome.number, outcome) for outcome in workers.wait())
        while handed in done:
            yield done.pop(handed)
            handed += 1


def _check_model(line: bytes, before: Model, out: Path) -> None:
    """One file holds readings of one model."""
    now = read_head(line, str(out)).model
    if now != before:
        raise SaysoError(
            f"{out}: was begun with model {before.name} {before.version} ({before.digest}), "
            f"this is {now.name} {now.version} ({now.digest}); name another output file"
        )
