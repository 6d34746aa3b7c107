"""`sayso watch`: what arrives in a folder lands in a ledger."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import click

from sayso.cli.adding import Tally, add_items
from sayso.cli.corpora import make_linker
from sayso.cli.failures import failing_in_words, say
from sayso.cli.places import ledger_argument
from sayso.errors import SaysoError

if TYPE_CHECKING:
    from sayso.ledger import Ledger, Where
    from sayso.linking.incremental import Linker
    from sayso.run.workers import ReadOne

AT_ONCE = 8  # articles that land in one transaction: what arrives is to be seen soon
Look = tuple[int, int]  # size and time of a file


@click.command(short_help="Read into a ledger what arrives in a folder.")
@ledger_argument
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--every", type=click.FloatRange(0.1), default=2.0, show_default=True, help="Seconds between two looks.")
def watch(ledger: Where, folder: Path, every: float) -> None:
    """Look into FOLDER again and again, and read every file that is new in it into a ledger, as `sayso add` does. A
    file is read once it has stayed as it is from one look to the next. Ctrl-C, or a signal to end, stops it after the
    articles that are being read; what has landed stays.

    \b
    Example:
      sayso watch tonight.db incoming/

    \b
    Exit codes: 0 stopped, 1 an error, 2 called wrongly.
    """
    from sayso.ledger import open_ledger
    from sayso.linking.prepared import load_link_lists
    from sayso.run import sources

    with failing_in_words(), open_ledger(ledger) as opened, stopping() as stop:
        if not folder.is_dir():
            raise SaysoError(f"{folder}: is no folder; name one to watch")
        linker, read = make_linker(opened, load_link_lists()), sources.load_here()
        say(f"watching {folder}")
        for files in arrivals(folder, every, stop):
            _land(opened, linker, read, files, stop)
    say("stopped")


@contextmanager
def stopping() -> Iterator[threading.Event]:
    """An event that Ctrl-C, and a signal to end, set."""
    stop = threading.Event()

    def ask(_: int, __: FrameType | None) -> None:
        stop.set()

    before = {number: signal.signal(number, ask) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def arrivals(folder: Path, every: float, stop: threading.Event) -> Iterator[list[Path]]:
    """Look by look the files that are there, have not been handed out as they are, and are not being written."""
    done: dict[Path, Look] = {}
    before: dict[Path, Look] = {}
    while not stop.is_set():
        now = _look(folder)
        ready = [path for path, seen in now.items() if before.get(path) == seen and done.get(path) != seen]
        before = now
        done = {path: seen for path, seen in done.items() if path in now}
        if ready:
            done |= {path: now[path] for path in ready}
            yield ready
        stop.wait(every)


def _look(folder: Path) -> dict[Path, Look]:
    from sayso.run.inputs import find_files

    found: dict[Path, Look] = {}
    for path in find_files([folder]):
        try:
            told = path.stat()
        except OSError:  # gone again meanwhile
            continue
        found[path] = (told.st_size, told.st_mtime_ns)
    return found


def _land(ledger: Ledger, linker: Linker, read: ReadOne, files: list[Path], stop: threading.Event) -> None:
    from sayso.ledger.removing import forgotten_digests
    from sayso.run.sources import read_here

    tally = Tally()
    forgotten = forgotten_digests(ledger.connection)
    items = read_here(files, read, known=ledger.digests(), forgotten=forgotten)
    until = (item for item in items if not stop.is_set())
    add_items(ledger, linker, until, ", ".join(map(str, files)), tally, link=True, together=AT_ONCE)
    if tally.added or tally.unread:
        say(str(tally))
    for one in tally.unread:
        say(f"- {one.what}: {one.why}")
    for copied in tally.copies:
        say(f"- {copied}")
