"""How two articles depend on each other, on pairs that two readers judged."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from bench.figures import Figures
from bench.linked.corpora import CASES, Bench
from bench.matching import kind_figures
from sayso.linking.edges import find_edges
from sayso.linking.relating import relate


def measure_edges(bench: Bench) -> Figures:
    """Kinds and directions of the pairs on which both readers agree; the odd-numbered ones are held out."""
    rows = [json.loads(line) for line in (CASES / "edges.jsonl").read_text().splitlines()]
    agreed = [row for row in rows if row["readers"][0]["kind"] == row["readers"][1]["kind"]]
    judged = list(_judged(agreed, rows, bench))
    figures: Figures = {"edges.readers.agree": 100 * len(agreed) / len(rows)}
    for half, keep in (("odd", 1), ("even", 0)):
        part = [(want, got) for number, want, got in judged if number % 2 == keep]
        figures |= {f"edges.{half}.{k}": v for k, v in kind_figures(part, fewest=5).items()}
    whole = [(want, got) for _, want, got in judged]
    figures |= {f"edges.all.{k}": v for k, v in kind_figures(whole, fewest=10).items()}
    return figures


def _judged(agreed: Sequence[Any], rows: Sequence[Any], bench: Bench) -> Iterator[tuple[int, Any, Any]]:
    corpus_of = {article: name for name in ("basil", "ecb", "fnc") for article in bench.prepared(name)}
    story_of = {a: (n, s) for n in ("basil", "ecb", "fnc") for s, ids in bench.groups(n).items() for a in ids}
    shown: dict[tuple[str, str], set[str]] = defaultdict(set)  # what the readers saw of each story
    for row in rows:
        shown[story_of[row["a"]]] |= {row["a"], row["b"]}
    scenes = {story: bench.scene(corpus_of[min(ids)], sorted(ids)) for story, ids in shown.items()}
    edges = {story: find_edges(scene) for story, scene in scenes.items()}
    for row in agreed:
        story = story_of[row["a"]]
        got = relate(row["a"], row["b"], scenes[story], edges[story])
        child = {row["a"]: "a", row["b"]: "b"}.get(got.child or "")
        wanted = row["readers"][0]["child"] if row["readers"][0]["child"] == row["readers"][1]["child"] else None
        yield int(row["id"][1:]), (row["readers"][0]["kind"], wanted), (got.kind.value if got.kind else "none", child)
