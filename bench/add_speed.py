"""How fast `sayso add` is beside `sayso run` on the same articles, and how much of the disk an article takes.

    python -m bench.add_speed --shared ../shared [--articles 200] [--rounds 2] [--profile]

Both with one process that reads and the real weights, on articles of PolNeAR, in turns: each is a process of its own,
and CPU seconds are the system's count, with its children's. The ledger's size is the file's once it is closed;
"without its text" is that less the bytes of the texts. With --profile the readings are made first, and `add` then
takes them in under Python's profiler: where the time beside reading goes.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import pstats
import tempfile
from pathlib import Path

from bench.corpora import find_shared
from bench.growth import Spent, spend, write_articles

BAR, KILOBYTES = 0.8, 20.0  # of the speed of `run`, at least; an article without its text, at most


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--shared", type=Path, default=Path("../shared"))
    words.add_argument("--articles", type=int, default=200)
    words.add_argument("--rounds", type=int, default=2)
    words.add_argument("--profile", action="store_true")
    given = words.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        source = write_articles(find_shared(given.shared).root, folder / "in.jsonl", given.articles)
        if given.profile:
            profile(folder, source)
            return
        runs, adds = [], []
        for turn in range(given.rounds):
            runs.append(run(folder / f"{turn}.jsonl", source))
            adds.append(add(folder / f"{turn}.db", source))
            print(f"turn {turn + 1}: run {runs[-1].cpu:.1f} CPU s, add {adds[-1].cpu:.1f} CPU s", flush=True)
        share = sum(one.cpu for one in runs) / sum(one.cpu for one in adds)
        print(f"add has {share:.1%} of the speed of run ({given.articles} articles; bar {BAR:.0%})")
        print(f"peak memory of a process: run {peak(runs):.0f} MB, add {peak(adds):.0f} MB")
        show_size(folder / "0.db", source)


def run(out: Path, source: Path) -> Spent:
    return spend(["-m", "sayso.cli", "run", str(source), "-o", str(out), "--jobs", "1"])


def add(ledger: Path, source: Path) -> Spent:
    spend(["-m", "sayso.cli", "new", str(ledger)])
    return spend(["-m", "sayso.cli", "add", str(ledger), str(source), "--jobs", "1"])


def peak(spent: list[Spent]) -> float:
    return max(one.memory for one in spent) / 1e6


def show_size(ledger: Path, source: Path) -> None:
    texts = [len(json.loads(line)["text"].encode()) for line in source.open(encoding="utf-8")]
    whole, text = (size / len(texts) / 1e3 for size in (ledger.stat().st_size, sum(texts)))
    print(
        f"{whole:.1f} KB an article, of which {text:.1f} KB its text: {whole - text:.1f} KB without (bar {KILOBYTES})"
    )


def profile(folder: Path, source: Path) -> None:
    from sayso.cli import main as command

    run(folder / "readings.jsonl", source)
    spend(["-m", "sayso.cli", "new", str(folder / "a.db")])
    profiler = cProfile.Profile()
    words = ["add", str(folder / "a.db"), str(folder / "readings.jsonl")]
    profiler.runcall(command, words, standalone_mode=False)
    pstats.Stats(profiler).sort_stats("cumulative").print_stats(60)


if __name__ == "__main__":
    main()
