"""What linking costs: CPU milliseconds an article to prepare, to add to a ledger one by one, and to link at once.

    python -m bench.cost ECHOES.jsonl [--articles N] [--only NAME ...]

The articles are the synthetic echoes that ``make_echoes.py`` of the shared folder makes, in order of time, a line each
with id, published and text. The encoder does not read them: that costs the same with and without a ledger. What is
already in the window of 14 days is compared with what comes: each line of a ledger that grows tells how many that are.
"""

from __future__ import annotations

import argparse
import json
import resource
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import islice
from pathlib import Path
from typing import Any
from unittest.mock import patch

from sayso.cli.adding import TOGETHER
from sayso.exports.reading_json import export_json, import_json
from sayso.ledger import Ledger, open_ledger
from sayso.ledger.bulk import open_bulk
from sayso.linking import incremental
from sayso.linking.batch import link_waiting
from sayso.linking.incremental import Linker
from sayso.linking.keys import KeyRows
from sayso.linking.nearby import Nearby
from sayso.linking.pairs import DAYS_APART
from sayso.linking.prepared import LinkLists, load_link_lists, prepare
from sayso.records.article import Article, Precision, Published
from sayso.records.block import Block, BlockKind
from sayso.records.reading import Model, Reading
from sayso.records.span import Span

PREPARED = 1000  # articles that the cost of preparing is measured on
SIZES = (1_000, 10_000, 100_000)  # of ledgers that a few more are added to
FEW = 401  # added to each, the first of them to warm up
LANDED = 2000  # at a time, of what was there before
LINKING = {
    "prepare": (incremental, "prepare"),
    "keys": (KeyRows, "of"),
    "keep keys": (Nearby, "put"),
    "find": (Nearby, "find"),
    "compare and keep pairs": (Linker, "save_pairs"),
}  # the parts of adding that are neither the reading itself nor the words it is searched by
STEPS = 10  # lines of figures for a ledger that grows


def load_bare(path: Path, articles: int) -> Iterator[Reading]:
    """Readings that hold no more than the article, whose text is all body."""
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, islice(lines, articles)):
            body = Block(BlockKind.BODY, Span(0, len(row["text"])))
            published = Published(row["published"], Precision.MINUTE)
            article = Article(str(row["id"]), row["text"], published=published, blocks=(body,))
            yield Reading(article, Model("none", "0", ""), (), (), (), (), (), ())


def parts(readings: Iterable[Reading], size: int) -> Iterator[list[Reading]]:
    rest = iter(readings)
    while some := list(islice(rest, size)):
        yield some


def spent(began: float, articles: int) -> float:
    """CPU milliseconds an article since ``began``."""
    return (time.process_time() - began) / articles * 1000


def measure_prepare(path: Path, articles: int, lists: LinkLists, _: Path) -> None:
    readings = list(load_bare(path, min(articles, PREPARED)))
    began = time.process_time()
    for reading in readings:
        prepare(reading, lists)
    print(f"prepare: {spent(began, len(readings)):.2f} ms an article")


def measure_add(path: Path, articles: int, lists: LinkLists, folder: Path) -> None:
    """One by one into a ledger that grows; what is read and written of readings is part of it."""
    with open_ledger(folder / "grows.db", create=True) as ledger:
        linker, batch = Linker(ledger, lists, export_json, import_json), ledger.begin_batch("echoes")
        for some in parts(load_bare(path, articles), max(articles // STEPS, TOGETHER)):
            began = time.process_time()
            for few in parts(some, TOGETHER):
                linker.add_together(few, batch)
            print(f"add: {spent(began, len(some)):.2f} ms an article, {in_window(ledger)} articles in the window")
        print_size(ledger, folder / "grows.db")


def measure_lone(path: Path, articles: int, lists: LinkLists, folder: Path) -> None:
    """Into ledgers of several sizes: in company, and each in a transaction of its own. What was there before is landed
    at once and not linked: what comes is.
    """
    sizes = [size for size in SIZES if size + 2 * FEW <= articles]
    readings = load_bare(path, articles)
    with open_ledger(folder / "lone.db", create=True) as ledger:
        batch, there = ledger.begin_batch("echoes"), 0
        for size in sizes:
            linker = Linker(ledger, lists, export_json, import_json)
            for some in parts(islice(readings, size - there), LANDED):
                linker.add_together(some, batch, link=False)
            ledger.connection.exec_driver_sql("DELETE FROM waiting")
            ledger.connection.commit()
            there = size + 2 * FEW
            linker = Linker(ledger, lists, export_json, import_json)
            linker.nearby.many = 0  # as one that has been adding for a while: what is near is at hand
            deque(linker.prepared(range(max(1, size - in_window(ledger)), size + 1)), maxlen=0)
            for together in (TOGETHER, 1):
                some = list(islice(readings, FEW))
                linker.add_together(some[:1], batch)
                with clocked() as clock:
                    began = time.process_time()
                    for few in parts(some[1:], together):
                        linker.add_together(few, batch)
                    whole = spent(began, len(some) - 1)
                told = ", ".join(f"{name} {spent_on / (len(some) - 1) * 1000:.2f}" for name, spent_on in clock.items())
                linked = sum(clock.values()) / (len(some) - 1) * 1000
                print(
                    f"{size} articles there, {together} at a time: {whole:.2f} ms an article, of which linking "
                    f"{linked:.2f} ({told}); {in_window(ledger)} articles in the window",
                    flush=True,
                )


@contextmanager
def clocked() -> Iterator[dict[str, float]]:
    """CPU seconds that each part of linking takes meanwhile; what one does inside another counts once."""
    clock: dict[str, float] = {}
    depth = [0]

    def timed(name: str, act: Callable[..., Any]) -> Callable[..., Any]:
        def run(*given: Any, **named: Any) -> Any:
            depth[0] += 1
            began = time.process_time()
            try:
                return act(*given, **named)
            finally:
                depth[0] -= 1
                if not depth[0]:
                    clock[name] = clock.get(name, 0.0) + time.process_time() - began

        return run

    with ExitStack() as patched:
        for name, (owner, attribute) in LINKING.items():
            patched.enter_context(patch.object(owner, attribute, timed(name, getattr(owner, attribute))))
        yield clock


def in_window(ledger: Ledger) -> int:
    """How many articles are near in time to the last one, before it."""
    counted = "SELECT count(*) FROM article WHERE day >= (SELECT max(day) FROM article) - ?"
    return int(ledger.connection.exec_driver_sql(counted, (DAYS_APART,)).scalar_one())


def measure_batch(path: Path, articles: int, lists: LinkLists, folder: Path) -> None:
    """All into an empty ledger, then linked at once."""
    with open_ledger(folder / "batch.db", create=True) as ledger, open_bulk(folder) as bulk:
        linker, batch = Linker(ledger, lists, export_json, import_json), ledger.begin_batch("echoes")
        whole = began = time.process_time()
        for few in parts(load_bare(path, articles), TOGETHER):
            linker.add_together(few, batch, link=False)
        print(f"batch: {spent(began, articles):.2f} ms an article to land")
        began = time.process_time()
        linked = sum(link_waiting(linker, bulk))
        print(f"batch: {spent(began, linked):.2f} ms an article to link")
        print(f"batch: {(time.process_time() - whole) / 60:.1f} CPU minutes for {linked} articles")
        print_size(ledger, folder / "batch.db")


def print_size(ledger: Ledger, path: Path) -> None:
    counts = ledger.counts()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = path.stat().st_size / 1e6
    print(f"{counts['articles']} articles, {counts['pairs']} pairs, {size:.0f} MB on disk; peak memory {peak:.0f} MB")


MEASURES: dict[str, Callable[[Path, int, LinkLists, Path], None]] = {
    "prepare": measure_prepare,
    "add": measure_add,
    "lone": measure_lone,
    "batch": measure_batch,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("echoes", type=Path)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--only", nargs="+", choices=sorted(MEASURES))
    parser.add_argument("--folder", type=Path, help="where the ledgers are made and left out again (a temporary one)")
    args = parser.parse_args()
    lists = load_link_lists()
    for name in args.only or MEASURES:
        with tempfile.TemporaryDirectory(dir=args.folder) as folder:
            MEASURES[name](args.echoes, args.articles, lists, Path(folder))


if __name__ == "__main__":
    main()
