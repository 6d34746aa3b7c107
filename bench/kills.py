"""A run into a folder is killed at random moments and goes on, over and over: in the end the folder is the same.

    python -m bench.kills --shared ../shared [--times 20] [--articles 60] [--shard 10]

With the real weights, on articles of PolNeAR dev. The moments are drawn with a fixed seed from the time that a run
takes, so that kills fall into starting, reading, writing of tables and the end.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.corpora import find_shared
from bench.growth import ROOT, command, write_articles


def main() -> int:
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--shared", type=Path, default=Path("../shared"))
    words.add_argument("--times", type=int, default=20)
    words.add_argument("--articles", type=int, default=60)
    words.add_argument("--shard", type=int, default=10)
    words.add_argument("--seed", type=int, default=1)
    given = words.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        source = write_articles(find_shared(given.shared).root, folder / "in.jsonl", given.articles)
        whole, killed = folder / "whole", folder / "killed"
        begun = time.monotonic()
        run(source, whole, given.shard).wait()
        took = time.monotonic() - begun
        chance = random.Random(given.seed)
        done = 0
        while done < given.times:
            process = run(source, killed, given.shard)
            time.sleep(chance.uniform(0.2, took))
            if process.poll() is not None:  # it came to its end before it was killed: anew
                print(f"whole after {done} kills: {'equal' if contents(killed) == contents(whole) else 'NOT EQUAL'}")
                if contents(killed) != contents(whole):
                    return 1
                shutil.rmtree(killed)
                continue
            os.kill(process.pid, signal.SIGKILL)
            process.wait()
            time.sleep(0.2)
            done += 1
            print(f"kill {done}: {len(list(killed.glob('shards/*.json')))} shards were whole")
        run(source, killed, given.shard).wait()
        equal = contents(killed) == contents(whole)
        print(f"{done} kills: {'equal, byte for byte' if equal else 'NOT EQUAL'}")
        return 0 if equal else 1


def run(source: Path, out: Path, shard: int) -> subprocess.Popen[bytes]:
    words = ["run", str(source), "-o", str(out), "--resume", "--jobs", "1", "--shard", str(shard)]
    return subprocess.Popen(
        [sys.executable, "-m", "sayso.cli", *words], env=command(), cwd=ROOT, stderr=subprocess.DEVNULL
    )


def contents(out: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {str(path.relative_to(out)): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


if __name__ == "__main__":
    sys.exit(main())
