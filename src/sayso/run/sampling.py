"""A validation sample of a run's folder: attributions drawn by strata for two coders, and articles to look for what is
missing.

A stratum is an outlet (the largest, and "other"), a kind, a kind of speaker and a word of confidence together. Each
gets a place at least, and more by the square root of its size; every row carries the weight that makes up for it.
"""

from __future__ import annotations

import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.articles.extras import load_extra
from sayso.errors import SaysoError
from sayso.run.manifest import load_manifest, load_shards, table_path

OUTLETS = 5  # named in strata; all others are "other"
OTHER, NONE = "other", "none"
BY = ("outlet", "kind", "speaker_kind", "confidence")
AROUND = 300  # characters shown on either side
Stratum = tuple[str, ...]
Key = tuple[str, str]  # article and attribution


@dataclass(frozen=True, slots=True)
class Drawn:
    """This attribution stands for ``weight`` of its stratum."""

    article: str
    attribution: str
    stratum: Stratum
    weight: float
    shown: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sample:
    """These attributions and whole articles were drawn out of so many; ``model`` read them."""

    attributions: int
    articles: int
    strata: Mapping[Stratum, int]
    drawn: tuple[Drawn, ...]
    whole: tuple[Mapping[str, str], ...]
    model: str
    seed: int


def draw_sample(folder: Path, size: int, articles: int, seed: int) -> Sample:
    """About ``size`` attributions, one of every stratum at least, and ``articles`` whole ones. Raises SaysoError where
    the folder is no run's, or holds nothing to draw from.
    """
    model = load_manifest(folder).model
    outlets = _largest(folder)
    sizes: Counter[Stratum] = Counter(stratum for _, stratum in _strata(folder, outlets))
    if not sizes:
        raise SaysoError(f"{folder}: holds no attribution")
    places = allot(sizes, size)
    chance = random.Random(seed)
    seen: Counter[Stratum] = Counter()
    kept: dict[Stratum, list[Key]] = defaultdict(list)
    for key, stratum in _strata(folder, outlets):
        seen[stratum] += 1
        if len(kept[stratum]) < places[stratum]:
            kept[stratum].append(key)
        elif (place := chance.randrange(seen[stratum])) < places[stratum]:
            kept[stratum][place] = key
    weights = {key: (stratum, sizes[stratum] / len(keys)) for stratum, keys in kept.items() for key in keys}
    names = sorted(_articles(folder))
    whole = set(chance.sample(names, min(articles, len(names))))
    drawn, texts = _show(folder, weights, whole)
    chance.shuffle(drawn)
    return Sample(sum(sizes.values()), len(names), sizes, tuple(drawn), tuple(texts), model, seed)


def allot(sizes: Mapping[Stratum, int], size: int) -> dict[Stratum, int]:
    """How many of each stratum are drawn: one at least, and else by the square root of its size."""
    roots = {stratum: math.sqrt(many) for stratum, many in sizes.items()}
    each = size / sum(roots.values())
    return {stratum: min(many, max(1, round(roots[stratum] * each))) for stratum, many in sizes.items()}


def _rows(folder: Path, table: str, columns: Sequence[str]) -> Iterator[list[dict[str, Any]]]:
    """The rows of a table, shard by shard."""
    parquet = load_extra("pyarrow.parquet", "parquet", "reading Parquet")
    for shard in load_shards(folder):
        with table_path(folder, table, shard.shard).open("rb") as file:
            yield parquet.ParquetFile(file).read(columns=list(columns)).to_pylist()


def _articles(folder: Path) -> Iterator[str]:
    return (row["article"] for rows in _rows(folder, "articles", ["article"]) for row in rows)


def _largest(folder: Path) -> frozenset[str]:
    counted = Counter(row["outlet"] for rows in _rows(folder, "articles", ["outlet"]) for row in rows if row["outlet"])
    return frozenset(outlet for outlet, _ in sorted(counted.items(), key=lambda one: (-one[1], one[0]))[:OUTLETS])


def _strata(folder: Path, outlets: frozenset[str]) -> Iterator[tuple[Key, Stratum]]:
    """Every attribution that a claim comes from, with its stratum."""
    tables = (
        _rows(folder, "articles", ["article", "outlet"]),
        _rows(folder, "claims", ["article", "attribution", "confidence"]),
        _rows(folder, "attributions", ["article", "attribution", "kind", "speaker_kind"]),
    )
    for articles, claims, attributions in zip(*tables, strict=True):
        outlet = {row["article"]: row["outlet"] for row in articles}
        confidence = {(row["article"], row["attribution"]): row["confidence"] for row in claims}
        for row in attributions:
            key = (row["article"], row["attribution"])
            name = outlet[row["article"]]
            called = (name if name in outlets else OTHER) if name else NONE
            yield key, (called, row["kind"], row["speaker_kind"] or NONE, confidence.get(key, NONE))


def _show(
    folder: Path, weights: Mapping[Key, tuple[Stratum, float]], whole: set[str]
) -> tuple[list[Drawn], list[Mapping[str, str]]]:
    """What coders are shown of what was drawn, in the order of the folder."""
    drawn: list[Drawn] = []
    texts: list[Mapping[str, str]] = []
    columns = [
        "article",
        "attribution",
        "speaker_name",
        "source_words",
        "cue_words",
        "content_words",
        "content",
        "kind",
    ]
    tables = (
        _rows(folder, "articles", ["article", "title", "outlet", "text"]),
        _rows(folder, "attributions", columns),
    )
    for articles, attributions in zip(*tables, strict=True):
        by_id = {row["article"]: row for row in articles}
        found = Counter(row["article"] for row in attributions)
        for row in attributions:
            key = (row["article"], row["attribution"])
            if key in weights:
                drawn.append(Drawn(*key, *weights[key], _shown(row, by_id[row["article"]])))
        texts += [
            {"article": name, "title": row["title"] or "", "text": row["text"] or "", "found": str(found[name])}
            for name, row in by_id.items()
            if name in whole
        ]
    return drawn, texts


def _shown(row: Mapping[str, Any], article: Mapping[str, Any]) -> dict[str, str]:
    text = article["text"] or ""
    first = min((span["start"] for span in row["content"]), default=0)
    last = max((span["end"] for span in row["content"]), default=0)
    return {
        "outlet": article["outlet"] or "",
        "title": article["title"] or "",
        "kind": row["kind"],
        "speaker": row["speaker_name"] or "",
        "source": row["source_words"] or "",
        "cue": row["cue_words"] or "",
        "content": row["content_words"] or "",
        "around": text[max(0, first - AROUND) : last + AROUND],
    }
