"""`sayso add` is killed at random moments and goes on, over and over: nothing is lost, doubled or half there.

    python -m bench.kills_add [--times 50] [--articles 300] [--jobs 1]

With the real weights, on short invented articles. The moments are drawn with a fixed seed from the time that a whole
`add` takes, so that kills fall into starting, reading, landing and the end. After each kill the ledger is opened and
verified, and must hold all that it held before; whenever an `add` comes to its end, the ledger must hold the same
readings and pairs as one that was never killed, and is begun anew.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from bench.growth import ROOT, command
from bench.invented import write_invented
from sayso import open_ledger
from sayso.exports.reading_json import import_json
from sayso.ledger import open_ledger as open_rows
from sayso.ledger.schema import article
from sayso.records.reading import Reading

Pairs = list[tuple[str, str, float, float, str]]


@dataclass(frozen=True, slots=True)
class Held:
    """What a ledger holds: its readings by id, and which have what in common."""

    readings: dict[str, Reading]
    pairs: Pairs


def main() -> int:
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--times", type=int, default=50)
    words.add_argument("--articles", type=int, default=300)
    words.add_argument("--jobs", type=int, default=1)
    words.add_argument("--seed", type=int, default=1)
    given = words.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        source = write_invented(folder / "in.jsonl", given.articles)
        begun = time.monotonic()
        add(new(folder / "whole.db"), source, given.jobs).wait()
        took = time.monotonic() - begun
        whole = held(folder / "whole.db")
        print(f"whole: {len(whole.readings)} articles, {len(whole.pairs)} pairs, {took:.1f} s", flush=True)
        wrong = kill_often(folder, source, whole, given.times, random.Random(given.seed), took, given.jobs)
    print(f"{given.times} kills: {'nothing lost, doubled or half there' if not wrong else f'{wrong} WRONG'}")
    return 1 if wrong else 0


def kill_often(
    folder: Path, source: Path, whole: Held, times: int, chance: random.Random, took: float, jobs: int
) -> int:
    """How often something was wrong."""
    wrong, ledgers, killed = 0, 0, 0
    ledger, before = new(folder / "0.db"), frozenset[str]()
    while killed < times:
        process = add(ledger, source, jobs)
        time.sleep(chance.uniform(0.2, took))
        if process.poll() is not None:  # it came to its end before it was killed: anew
            wrong += not ends_as(ledger, whole, killed)
            ledgers += 1
            ledger, before = new(folder / f"{ledgers}.db"), frozenset()
            continue
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        killed += 1
        ids, findings = look(ledger)
        sound = not findings and len(set(ids)) == len(ids) and before <= set(ids)
        wrong += not sound
        print(f"kill {killed}: {len(ids)} articles, {'sound' if sound else findings or 'NOT SOUND'}", flush=True)
        before = frozenset(ids)
    add(ledger, source, jobs).wait()
    return wrong + (not ends_as(ledger, whole, killed))


def ends_as(ledger: Path, whole: Held, killed: int) -> bool:
    equal = held(ledger) == whole and not look(ledger)[1]
    print(f"whole after {killed} kills: {'equal' if equal else 'NOT EQUAL'}", flush=True)
    return equal


def new(ledger: Path) -> Path:
    open_rows(ledger, create=True).close()
    return ledger


def add(ledger: Path, source: Path, jobs: int) -> subprocess.Popen[bytes]:
    words = ["add", str(ledger), str(source), "--jobs", str(jobs)]
    return subprocess.Popen(
        [sys.executable, "-m", "sayso.cli", *words], env=command(), cwd=ROOT, stderr=subprocess.DEVNULL
    )


def look(ledger: Path) -> tuple[tuple[str, ...], tuple[object, ...]]:
    """The ids of what is there, and what is wrong with it."""
    with open_ledger(ledger) as opened:
        return opened.ids(), opened.verify()


def held(ledger: Path) -> Held:
    with open_rows(ledger) as opened:
        names = {number: name for number, name, _ in opened.listed()}
        readings = {name: import_json(data) for name, data in zip(names.values(), opened.readings(), strict=True)}
        rows = ((names[row.a], names[row.b], row.alike, row.share, row.passages) for row in opened.pairs())
        doubled = len(readings) != len(opened.connection.execute(select(article.c.number)).all())
        return Held({} if doubled else readings, sorted(rows))


if __name__ == "__main__":
    sys.exit(main())
