"""What `sayso trace` takes: against a ledger of read articles, and against a folder of unread ones.

    python -m bench.trace_speed --readings READINGS.jsonl ... [--articles 1000] [--unread 100]

READINGS are lines as `sayso run` writes them, of any articles. A ledger is filled with so many of them (with echoes of
`bench.cost` where there are too few), and one of the articles, as a bare text that has not been read, is traced in it;
then in a folder with the bare texts of so many. Each trace is a process of its own, as a person would start it: its
CPU seconds count all of its workers, its seconds are by the clock. Modules are compiled beforehand, as an installation
leaves them.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from itertools import chain, islice
from pathlib import Path

from bench.cost import load_bare
from sayso.exports.reading_json import export_json, import_json
from sayso.ledger import open_ledger
from sayso.linking.incremental import Linker
from sayso.linking.prepared import load_link_lists
from sayso.records.reading import Reading

TOGETHER = 64


def load(paths: Sequence[Path]) -> Iterable[Reading]:
    for path in paths:
        with path.open("rb") as lines:
            yield from map(import_json, lines)


def fill(path: Path, readings: Iterable[Reading]) -> None:
    with open_ledger(path, create=True) as ledger:
        linker, batch, rest = (
            Linker(ledger, load_link_lists(), export_json, import_json),
            ledger.begin_batch("x"),
            iter(readings),
        )
        while some := list(islice(rest, TOGETHER)):
            linker.add_together(some, batch)


def write_bare(path: Path, readings: Iterable[Reading]) -> None:
    with path.open("w", encoding="utf-8") as out:
        for one in readings:
            published = one.article.published.time if one.article.published else None
            fields = {
                "id": one.article.id,
                "text": one.article.text,
                "published": published,
                "outlet": one.article.outlet,
            }
            out.write(json.dumps({name: value for name, value in fields.items() if value}) + "\n")


def trace(article: Path, where: Path, compiled: Path) -> tuple[float, float]:
    """Seconds by the clock, and of the processors; ``compiled`` is where modules are kept compiled."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(compiled), "PYTHONDONTWRITEBYTECODE": ""}
    began, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "sayso.cli", "trace", str(article), "--in", str(where)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.monotonic() - began, used


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--readings", type=Path, nargs="+", required=True)
    parser.add_argument("--echoes", type=Path)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--unread", type=int, default=100)
    args = parser.parse_args()
    readings = list(islice(load(args.readings), args.articles))
    missing = args.articles - len(readings)
    more = load_bare(args.echoes, missing) if args.echoes and missing > 0 else ()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        fill(folder / "read.db", chain(readings, more))
        here = folder / "unread"
        here.mkdir()
        write_bare(here / "articles.jsonl", readings[: args.unread])
        for number in (0, min(args.unread, len(readings)) // 2):
            write_bare(folder / "one.jsonl", [readings[number]])
            for what, where in (("ledger", folder / "read.db"), ("folder", here)):
                if not number:
                    trace(folder / "one.jsonl", where, folder / "compiled")
                clock, used = trace(folder / "one.jsonl", where, folder / "compiled")
                print(f"{what}: {clock:.2f} s, {used:.2f} CPU s", flush=True)


if __name__ == "__main__":
    main()
