"""Fits the weights by which places are found and settled, and says how well they do where they were not fitted.

    python -m training.places --shared ../shared [--out src/sayso/reading/placing]

Two tables come out, both of features that can be read. `naming.csv`: log odds of a stretch of text being a place's name
(logistic regression). `senses.csv`: what speaks for one place of a name (softmax over the places of that name). Figures
are cross-fitted: the outlets of LGL and the pages of GeoVirus are split into six parts by the hash of their address,
and each part is scored by weights that were fitted without it. Two parts of six were never looked at.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.gazetteer.lookup import Place
from sayso.lists.agencies import load_agencies
from sayso.reading.placing.candidates import Candidate
from sayso.reading.placing.homes import Home, find_home
from sayso.reading.placing.mentions import Mention, read_mention
from sayso.reading.placing.naming import choose, weigh_features
from sayso.reading.placing.resolving import features_of, resolve
from sayso.reading.placing.tokens import Tokens, split_tokens
from sayso.reading.placing.votes import count_votes
from sayso.reading.placing.weights import PlaceLists, load_place_lists
from sayso.records.article import Article
from sayso.records.span import Span

PARTS = 6
UNSEEN = (0, 1)  # parts whose errors nobody looked at
KM = 161.0
NEAR_KM = 25.0  # that a sense may lie from the gold point to be taught as right, where no id is equal
STEPS = 250
Floats = NDArray[np.float64]
Weights = dict[str, float]
# Where the fitting of senses begins: what anyone would say.
FIRST = {"people": 1.0, "code PCLI": 3.0, "code ADM1": 2.0, "state named": 3.0, "near": 3.0, "kind other": -1.5}


@dataclass(slots=True)
class Page:
    """One gold document with all that is computed of it once."""

    corpus: str
    part: int
    text: str
    home: Home
    gold: list[dict[str, Any]]
    tokens: Tokens
    candidates: list[Candidate]
    features: list[list[str]]

    @property
    def spans(self) -> set[tuple[int, int]]:
        return {(top["start"], top["end"]) for top in self.gold}

    def is_gold(self, one: Candidate) -> bool:
        span = self.tokens.span(one.first, one.last)
        return (span.start, span.end) in self.spans


def load_pages(path: Path, corpus: str, lists: PlaceLists) -> list[Page]:
    agencies = load_agencies()
    pages = []
    for row in map(json.loads, path.open(encoding="utf-8")):
        part = int(hashlib.md5((row.get("domain") or row["url"]).encode()).hexdigest(), 16) % PARTS
        tokens = split_tokens(row["text"], [Span(0, len(row["text"]))])
        gold = list({(top["start"], top["end"]): top for top in row["toponyms"]}.values())
        home = find_home(Article(row["id"], row["text"], url=row["url"]), agencies)
        pages.append(Page(corpus, part, row["text"], home, gold, tokens, *weigh_features(tokens, lists)))
    return pages


def fit_naming(pages: Sequence[Page], least: int = 4, decay: float = 2.0) -> Weights:
    """Logistic regression with a quadratic penalty. Adjectives teach nothing in GeoVirus, whose gold has none."""
    rows, right, weight = [], [], []
    for page in pages:
        for one, features in zip(page.candidates, page.features, strict=True):
            rows.append(features)
            right.append(float(page.is_gold(one)))
            weight.append(0.0 if page.corpus == "geovirus" and "group=adjective" in features else 1.0)
    counts = Counter(feature for features in rows for feature in features)
    names = sorted(feature for feature, count in counts.items() if count >= least)
    columns = {name: number for number, name in enumerate(names)}
    cells = [(row, columns[f]) for row, features in enumerate(rows) for f in features if f in columns]
    row_of, column_of = np.array(cells).T
    targets, weights = np.array(right), np.array(weight)

    def slope(beta: Floats) -> Floats:
        chances = 1 / (1 + np.exp(-np.bincount(row_of, beta[column_of], len(rows))))
        pull = np.bincount(column_of, ((chances - targets) * weights)[row_of], len(names))
        return pull + decay * beta

    return dict(zip(names, descend(slope, np.zeros(len(names)), 0.08), strict=True))


def descend(slope: Callable[[Floats], Floats], beta: Floats, rate: float) -> Floats:
    """Adam with a falling rate: the same numbers give the same weights."""
    mean, square = np.zeros_like(beta), np.zeros_like(beta)
    for step in range(1, STEPS + 1):
        pull = slope(beta)
        mean = 0.9 * mean + 0.1 * pull
        square = 0.99 * square + 0.01 * pull**2
        move = (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-6)
        beta = beta - rate * (1 - 0.9 * step / STEPS) * move
    return beta


def read_mentions(page: Page, lists: PlaceLists) -> list[Mention]:
    return [read_mention(page.text, Span(top["start"], top["end"]), lists.gazetteer) for top in page.gold]


def fit_senses(pages: Sequence[Page], lists: PlaceLists, start: Weights, decay: float = 0.5) -> Weights:
    """Softmax over the senses of each gold name, with the votes of the picks that ``start`` makes."""
    groups: list[tuple[list[dict[str, float]], list[bool]]] = []
    for page in pages:
        mentions = read_mentions(page, lists)
        resolve(mentions, start, page.home)
        votes = count_votes(mentions)
        for top, mention in zip(page.gold, mentions, strict=True):
            right = [is_right(top, sense.place, NEAR_KM) for sense in mention.senses]
            if any(right) and not all(right):
                groups.append(([features_of(mention, sense, votes, page.home) for sense in mention.senses], right))
    names = sorted({name for found, _ in groups for features in found for name in features})
    columns = {name: number for number, name in enumerate(names)}
    table = np.zeros((sum(len(found) for found, _ in groups), len(names)))
    group_of: list[int] = []
    for number, (found, _) in enumerate(groups):
        for features in found:
            table[len(group_of), [columns[name] for name in features]] = list(features.values())
            group_of.append(number)
    group, right_rows = np.array(group_of), np.array([one for _, right in groups for one in right], float)
    starts = np.flatnonzero(np.r_[True, np.diff(group) > 0])

    def slope(beta: Floats) -> Floats:
        scores = table @ beta
        odds = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
        right_odds = odds * right_rows
        chances = odds / np.add.reduceat(odds, starts)[group]
        wanted = right_odds / np.add.reduceat(right_odds, starts)[group]
        pull: Floats = table.T @ (chances - wanted) + decay * beta
        return pull

    first = np.array([start.get(name, 0.0) for name in names])
    return dict(zip(names, descend(slope, first, 0.05), strict=True))


def is_right(top: dict[str, Any], place: Place, km: float) -> bool:
    """True of the gold's own place, and of one that lies within so many kilometres of it."""
    if top.get("lat") is None:
        return False
    if top.get("geonames_id") == place.geonames_id:
        return True
    a, b, c, d = map(math.radians, (top["lat"], top["lon"], place.lat, place.lon))
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(half))) <= km


def fit(pages: Sequence[Page], lists: PlaceLists) -> tuple[Weights, Weights]:
    senses = FIRST
    for _ in range(2):
        senses = fit_senses(pages, lists, senses)
    return fit_naming(pages), senses


@dataclass(slots=True)
class Score:
    """Counts of one set of pages."""

    found: int = 0
    gold: int = 0
    strict: int = 0
    placed: int = 0
    right: int = 0
    found_right: int = 0
    unjudged: int = 0

    @property
    def strict_f1(self) -> float:
        return 2 * self.strict / (self.found + self.gold)

    @property
    def end_to_end_f1(self) -> float:
        """Found with the gold's very span, and placed right; names that the gold gives no point are left out."""
        return 2 * self.found_right / (self.found - self.unjudged + self.placed)


def score(pages: Sequence[Page], fitted: dict[int, tuple[Weights, Weights]], lists: PlaceLists) -> Score:
    total = Score()
    for page in pages:
        naming, senses = fitted[page.part]
        scores = [sum(naming.get(f, 0.0) for f in features) for features in page.features]
        chosen = choose(page.candidates, scores)
        if page.corpus == "geovirus":
            adjectives = {id(c) for c, f in zip(page.candidates, page.features, strict=True) if "group=adjective" in f}
            chosen = [one for one in chosen if id(one) not in adjectives]
        total.found += len(chosen)
        total.gold += len(page.gold)
        total.strict += sum(page.is_gold(one) for one in chosen)
        mentions = read_mentions(page, lists)
        resolve(mentions, senses, page.home)
        total.placed += sum(top.get("lat") is not None for top in page.gold)
        total.right += sum(_is_placed_right(top, one) for top, one in zip(page.gold, mentions, strict=True))
        by_span = {(top["start"], top["end"]): top for top in page.gold}
        named = [read_mention(page.text, page.tokens.span(one.first, one.last), lists.gazetteer) for one in chosen]
        resolve(named, senses, page.home)
        for mention in named:
            top = by_span.get((mention.span.start, mention.span.end), {})
            total.found_right += _is_placed_right(top, mention)
            total.unjudged += bool(top) and top.get("lat") is None
    return total


def _is_placed_right(top: dict[str, Any], mention: Mention) -> bool:
    return mention.pick is not None and is_right(top, mention.pick.place, KM)


def save(weights: Weights, path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["feature", "weight"])
        table.writerows((name, f"{weight:.2f}") for name, weight in sorted(weights.items()) if abs(weight) >= 0.03)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--out", type=Path, default=Path("src/sayso/reading/placing"))
    args = parser.parse_args()
    lists = load_place_lists()
    pages = [
        page
        for corpus in ("lgl", "geovirus")
        for page in load_pages(args.shared / "data" / "geo" / f"{corpus}.jsonl", corpus, lists)
    ]
    fitted = {part: fit([page for page in pages if page.part != part], lists) for part in range(PARTS)}
    for corpus in ("lgl", "geovirus"):
        for name, unseen in (("looked at", False), ("not looked at", True)):
            total = score([p for p in pages if p.corpus == corpus and (p.part in UNSEEN) is unseen], fitted, lists)
            print(
                f"{corpus} {name}: strict P {total.strict / total.found:.3f} R {total.strict / total.gold:.3f} "
                f"F1 {total.strict_f1:.3f}, end to end F1 {total.end_to_end_f1:.3f}, "
                f"given spans within {KM:.0f} km {total.right / total.placed:.3f}"
            )
    naming, senses = fit(pages, lists)
    save(naming, args.out / "naming.csv")
    save(senses, args.out / "senses.csv")


if __name__ == "__main__":
    main()
