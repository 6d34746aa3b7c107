"""What a reader of `bench.speed` does with its standard input and output. Standard library only: peers use it."""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path


def serve_turns(load: Callable[[], Callable[[str, str], object]]) -> None:
    """``PROGRAM CORPUS PROCESSOR``: pin, load, warm up, then read a slice ``start end`` for each line sent.

    ``load`` gives back what reads one article, given its id and text. Answers are one JSON object a line.
    """
    corpus, processor = Path(sys.argv[-2]), int(sys.argv[-1])
    os.sched_setaffinity(0, [processor])
    with corpus.open(encoding="utf-8") as lines:
        articles = [(row["id"], row["text"]) for row in map(json.loads, lines)]
    read = load()
    read(*articles[-1])  # what is made at the first use is no part of a turn
    answer({"ready": True})
    for line in sys.stdin:
        start, end = map(int, line.split())
        answer(take_turn(read, articles[start:end]))
    # Linux counts in kilobytes, macOS in bytes.
    unit = 1e6 if sys.platform == "darwin" else 1e3
    answer({"peak_megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit})


def take_turn(read: Callable[[str, str], object], articles: list[tuple[str, str]]) -> dict[str, float]:
    """Words are counted by white space, outside of the time taken."""
    cpu, wall = time.process_time(), time.perf_counter()
    for id, text in articles:
        read(id, text)
    spent = {"cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall}
    return {"words": sum(len(text.split()) for _, text in articles), "articles": len(articles), **spent}


def answer(values: Mapping[str, object]) -> None:
    print(json.dumps(values), flush=True)
