"""Stories, and echoes in an invented stream."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from bench.figures import Figures
from bench.linked.corpora import Bench, find_connected
from bench.matching import cluster_figures, rates
from sayso.linking.corpus import Corpus, gather
from sayso.linking.prepared import prepare
from sayso.records.article import Article, Precision, Published
from sayso.records.block import Block, BlockKind
from sayso.records.reading import Model, Reading
from sayso.records.span import Span

ECHOES = 10_000
ECHO_WORDS, ECHO_SHARE = 14, 0.05


def measure_stories(bench: Bench) -> Figures:
    """BCubed over all articles of a corpus, those alone counted."""
    figures: Figures = {}
    for corpus in ("basil", "ecb", "fnc"):
        found = gather(bench.prepared(corpus).values(), bench.lists, bench.contextual).stories()
        figures |= {f"stories.{corpus}.{k}": v for k, v in cluster_figures(found, bench.groups(corpus)).items()}
    return figures


def measure_echoes(bench: Bench) -> Figures:
    """The synthetic stream of make_echoes.py: groups joined by copied narrative."""
    made = subprocess.run(
        [sys.executable, bench.shared.root / "bench/make_echoes.py", str(ECHOES)], capture_output=True, check=True
    )
    rows = [json.loads(line) for line in made.stdout.splitlines()]
    prepared = [prepare(_bare(str(row["id"]), row["text"], row["published"]), bench.lists) for row in rows]
    corpus: Corpus = gather(prepared, bench.lists, bench.contextual)
    joined = [(p.a, p.b) for p in corpus.pairs if p.narrative >= ECHO_WORDS and p.share >= ECHO_SHARE]
    parts = {node: number for number, part in enumerate(find_connected(map(frozenset, joined))) for node in part}
    return _echo_figures(rows, parts)


def _echo_figures(rows: Sequence[Any], parts: Mapping[str, int]) -> Figures:
    mine: dict[int, list[int]] = defaultdict(list)
    gold: Counter[int] = Counter(row["group"] for row in rows if row["group"] >= 0)
    for row in rows:
        if str(row["id"]) in parts:
            mine[parts[str(row["id"])]].append(row["group"])
    called = sum(len(part) * (len(part) - 1) // 2 for part in mine.values())
    right = sum(n * (n - 1) // 2 for part in mine.values() for g, n in Counter(part).items() if g >= 0)
    hits = Counter(right=right, called=called, wanted=sum(n * (n - 1) // 2 for n in gold.values()))
    quotes = [row for row in rows if row["op"] == "quote"]
    false = sum(parts.get(str(r["id"]), -1) == parts.get(str(r["root"]), -2) for r in quotes)
    right_quotes = {"echoes.quotes_kept_apart": 100 * (1 - false / len(quotes))}
    return {f"echoes.{k}": v for k, v in rates(hits).items()} | right_quotes


def _bare(name: str, text: str, published: str) -> Reading:
    """A reading without attributions: what fingerprints need."""
    block = Block(BlockKind.BODY, Span(0, len(text)))
    article = Article(name, text, published=Published(published, Precision.MINUTE), blocks=(block,))
    return Reading(article, Model("none", "0", ""), (), (), (), (), (), ())
