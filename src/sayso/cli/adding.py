"""What `sayso add` and `sayso watch` share: readings land some at a time, and what came of each is counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING

from sayso.cli.failures import say

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from sayso.ledger import Ledger
    from sayso.linking.incremental import Linker
    from sayso.linking.pairs import Pair
    from sayso.records.reading import Reading, Unread
    from sayso.run.sources import Known

MOST_LISTED = 20
TOGETHER = 64  # articles that land in one transaction: fewer would cost more, of more a kill would lose more
LONGEST = 10.0  # seconds after which what has been read lands, however little: so much a kill may cost at most
NEARLY = 0.9  # of the shorter one's narrative words stand in both: the same text but for little


@dataclass(slots=True)
class Tally:
    """So many articles were added and were there already; these were left unread, and these are copies of others."""

    added: int = 0
    present: int = 0
    unread: list[Unread] = field(default_factory=list)
    copies: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        from sayso.exports.wording import count

        parts = [f"{count(self.added, 'article')} added"]
        parts += [f"{self.present} there already"] if self.present else []
        parts += [f"{len(self.unread)} left out"] if self.unread else []
        return ", ".join(parts)

    @property
    def seen(self) -> int:
        return self.added + self.present + len(self.unread)


def add_items(
    ledger: Ledger,
    linker: Linker,
    items: Iterable[Reading | Unread | Known],
    source: str,
    tally: Tally,
    *,
    link: bool,
    together: int = TOGETHER,
) -> None:
    """Puts readings into a ledger as one import, ``together`` in one transaction, or what has come in `LONGEST`
    seconds. Where it is interrupted, what was read lands all the same.
    """
    from sayso.records.reading import Unread
    from sayso.run.sources import Known

    batch: int | None = None
    waiting: list[Reading] = []
    landed = monotonic()
    try:
        with progress(tally) as advance:
            for item in items:
                if isinstance(item, Known):
                    tally.present += 1
                elif isinstance(item, Unread):
                    tally.unread.append(item)
                else:
                    waiting.append(item)
                if len(waiting) >= together or (waiting and monotonic() - landed > LONGEST):
                    batch = batch or ledger.begin_batch(source)
                    _land(linker, waiting, batch, tally, link=link)
                    waiting.clear()
                    landed = monotonic()
                advance(len(waiting))
    finally:
        if waiting or (tally.unread and batch is None):
            batch = batch or ledger.begin_batch(source)
            _land(linker, waiting, batch, tally, link=link)
        if tally.unread and batch is not None:
            ledger.save_unread(batch, ((one.what, one.why) for one in tally.unread))


def _land(linker: Linker, readings: list[Reading], batch: int, tally: Tally, *, link: bool) -> None:
    """Puts some readings into the ledger, all or none."""
    from sayso.linking.incremental import IS_THERE
    from sayso.records.reading import Unread

    for reading, outcome in zip(readings, linker.add_together(readings, batch, link=link), strict=True):
        if not isinstance(outcome, Unread):
            tally.added += 1
            if copied := _word_copy(linker, reading, outcome):
                tally.copies.append(copied)
        elif outcome.why == IS_THERE:  # somebody else added it meanwhile
            tally.present += 1
        else:
            tally.unread.append(outcome)


def _word_copy(linker: Linker, reading: Reading, pairs: tuple[Pair, ...]) -> str | None:
    """Whose text an article has, word for word or nearly so."""
    name = reading.article.id
    if (twin := linker.twin_of(reading.article)) is not None:
        return f"{name}: the same text as {twin}"
    near = max(pairs, key=lambda pair: pair.share, default=None)
    if near is None or near.share < NEARLY:
        return None
    return f"{name}: nearly the same text as {near.b if near.a == name else near.a}"


def tell_end(tally: Tally) -> None:
    """What was added, what was left out and why, and which of them are copies."""
    say(f"{tally}" + (":" if tally.unread else ""))
    _list([f"{one.what}: {one.why}" for one in tally.unread])
    if tally.copies:
        say(f"{len(tally.copies)} of them with the text of another, all kept:")
        _list(tally.copies)


def _list(lines: list[str]) -> None:
    for line in lines[:MOST_LISTED]:
        say(f"- {line}")
    if len(lines) > MOST_LISTED:
        say(f"- and {len(lines) - MOST_LISTED} more")


class Advance:
    """Says how far it is; nothing where stderr is no terminal."""

    def __init__(self, tally: Tally, bar: Progress | None, task: TaskID | None) -> None:
        self.tally, self.bar, self.task = tally, bar, task

    def __call__(self, waiting: int) -> None:
        if self.bar is not None and self.task is not None:
            told = f"{self.tally.present} there already · {len(self.tally.unread)} left out"
            self.bar.update(self.task, completed=self.tally.seen + waiting, told=told)


@contextmanager
def progress(tally: Tally) -> Iterator[Advance]:
    """A line on stderr that tells how many articles are done and how fast."""
    from rich.console import Console

    console = Console(stderr=True)
    if not console.is_terminal:
        yield Advance(tally, None, None)
        return
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed} articles · {task.fields[told]}"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        yield Advance(tally, bar, bar.add_task("", total=None, told=""))
