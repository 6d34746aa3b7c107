"""How much sooner two Spark workers read than one: seconds on the clock, master, workers and driver on this machine.

    python -m bench.spark_speed --shared ../shared [--articles 200] [--rounds 2]

Needs sayso[spark] and Java. Each round starts a cluster of one worker of one core, then one of two, and runs
`sayso spark read` on articles of PolNeAR. A cluster's start is not counted; that of the session and the model is.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.corpora import find_shared
from bench.growth import write_articles
from tests.run.cluster import environment, start_cluster


def measure(source: Path, workers: int, parts: int) -> float:
    """Seconds of reading all of ``source`` on a fresh cluster of so many workers."""
    with tempfile.TemporaryDirectory() as made, start_cluster(Path(made), workers) as master:
        words = ["spark", "read", str(source), "-o", str(Path(made, "out")), "--master", master, "--parts", str(parts)]
        began = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "sayso.cli", *words],
            env=os.environ | environment(),
            check=True,
            capture_output=True,
            cwd=made,
        )
        return time.perf_counter() - began


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--shared", type=Path, default=Path("../shared"))
    words.add_argument("--articles", type=int, default=200)
    words.add_argument("--rounds", type=int, default=2)
    words.add_argument("--parts", type=int, default=8)
    given = words.parse_args()
    took: dict[int, list[float]] = {1: [], 2: []}
    with tempfile.TemporaryDirectory() as folder:
        source = write_articles(find_shared(given.shared).root, Path(folder) / "in.jsonl", given.articles)
        for _ in range(given.rounds):
            for workers, seconds in took.items():
                seconds.append(measure(source, workers, given.parts))
                print(f"{workers} workers: {seconds[-1]:.1f} s for {given.articles} articles", flush=True)
    ratio = statistics.median(took[1]) / statistics.median(took[2])
    print(f"two workers are {ratio:.2f} times as fast as one (medians of {given.rounds})")


if __name__ == "__main__":
    main()
