"""Fits the weights of `linking/compare/same.py`: which two claims say the same, by the levels of their comparison.

    python -m training.sameness --shared ../shared --readings runs/across [--before WEIGHTS]

On labels/sameness.jsonl (one reader), the even half of bench/cases/claim_pairs.jsonl (two readers) and
bench/cases/point_pairs.jsonl (one reader twice), none of which the second model saw, where they are of stories that are
not held out. Prints the weights in the order of `same.py`, then precision and recall over all pairs, each judged by
weights fitted without its story; then the same by the levels of old, without sentences, numbers and names; and how far
recall at equal precision is up, on average over precisions of 80 to 90, since at any one of them a few pairs decide.
``--before`` is the folder of the package's weights as they were then (`git archive`), for the second model of old.
"""

from __future__ import annotations

import argparse
import pathlib
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.corpora import find_shared, load_rows
from bench.linked.corpora import CORPORA, Bench
from bench.linked.points import SAME_LABELS, claim_pairs, find_statement, point_pairs
from bench.matching import best_threshold, is_held_out
from sayso.linking.compare.same import find_levels
from sayso.linking.compare.wording import align
from sayso.linking.contextual import load_contextual

HERE = pathlib.Path(__file__).parent

PRECISIONS = tuple(percent / 100 for percent in range(80, 91))
DRAWS = 500  # of stories, for the interval of the difference
RIDGE = 5.0  # on levels of unit variance; between 3 and 15 the figures stay the same
OLD_LEVELS = 6
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims of a story with their levels; ``held_out`` from the weights."""

    story: str
    levels: tuple[float, ...]
    same: bool
    held_out: bool


def read_pairs(bench: Bench) -> Iterator[Pair]:
    story_of = {a: f"{c}/{s}" for c in CORPORA for s, ids in bench.groups(c).items() for a in ids}
    for row, label, odd in _rows():
        a, b = (find_statement(row[side], bench) for side in ("a", "b"))
        if a is not None and b is not None:
            a, b = sorted((a, b), key=lambda statement: statement.key)
            levels = astuple(find_levels(a, b, align(a, b)))
            story = story_of[a.article]
            yield Pair(story, levels, label in SAME_LABELS, odd or is_held_out(story))


def _rows() -> Iterator[tuple[Any, str, bool]]:
    """Each labelled pair with its label, and whether it is an odd-numbered case."""
    for row, labels in (*claim_pairs(), *point_pairs()):
        if len(set(labels)) == 1:
            yield row, labels[0], row["id"].startswith("C") and int(row["id"][1:]) % 2 == 1
    for row in load_rows(HERE / "labels/sameness.jsonl"):
        yield row, row["label"], False


def fit(pairs: Sequence[Pair]) -> Floats:
    """Bias and weights of a logistic model, by Newton's steps."""
    levels = np.array([pair.levels for pair in pairs], np.float64)
    wanted = np.array([pair.same for pair in pairs], np.float64)
    mean, spread = levels.mean(0), levels.std(0)
    rows = np.column_stack([np.ones(len(levels)), (levels - mean) / spread])
    weights, ridge = np.zeros(rows.shape[1]), np.eye(rows.shape[1]) * RIDGE
    ridge[0, 0] = 0.0
    for _ in range(30):
        likely = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (likely - wanted) + ridge @ weights
        weights -= np.linalg.solve((rows * (likely * (1 - likely))[:, None]).T @ rows + ridge, slope)
    found: Floats = np.array([weights[0] - (weights[1:] * mean / spread).sum(), *(weights[1:] / spread)])
    return found


def judge(pairs: Sequence[Pair], weights: Floats) -> Floats:
    levels = np.array([pair.levels for pair in pairs], np.float64)
    likely: Floats = 1 / (1 + np.exp(-(weights[0] + levels @ weights[1:])))
    return likely


Judged = list[tuple[bool, float]]


def judge_across(pairs: Sequence[Pair]) -> dict[str, Judged]:
    """All pairs by their stories, each judged by weights fitted without its story."""
    judged: dict[str, Judged] = {}
    for story in sorted({pair.story for pair in pairs}):
        here = [pair for pair in pairs if pair.story == story]
        weights = fit([pair for pair in pairs if pair.story != story])
        judged[story] = list(zip((pair.same for pair in here), judge(here, weights).tolist(), strict=True))
    return judged


def mean_recall(judged: Judged) -> float:
    """Recall in percent, on average over the precisions."""
    return sum(best_threshold(judged, precision) for precision in PRECISIONS) / len(PRECISIONS)


def compare(now: dict[str, Judged], old: dict[str, Judged]) -> tuple[float, float, float]:
    """How far mean recall is up, and between which bounds 95 of 100 draws of stories lie."""
    rng = np.random.default_rng(1)
    stories = sorted(now)
    ups = []
    for _ in range(DRAWS):
        drawn = [stories[place] for place in rng.integers(len(stories), size=len(stories))]
        ups.append(mean_recall(_of(now, drawn)) - mean_recall(_of(old, drawn)))
    low, high = np.percentile(ups, [2.5, 97.5])
    return mean_recall(_of(now, stories)) - mean_recall(_of(old, stories)), float(low), float(high)


def _of(judged: dict[str, Judged], stories: Sequence[str]) -> Judged:
    return [one for story in stories for one in judged[story]]


def report(judged: Judged) -> None:
    for least in (0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8):
        called = [same for same, likely in judged if likely >= least]
        share = 100 * sum(called) / sum(same for same, _ in judged)
        print(f"from {least:.2f}: precision {100 * sum(called) / len(called):.1f}, recall {share:.1f}")
    print(f"recall at precision 90: {best_threshold(judged, 0.9):.1f}, at 85: {best_threshold(judged, 0.85):.1f}")
    print(f"on average over precisions of 80 to 90: {mean_recall(judged):.1f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=pathlib.Path, default=pathlib.Path("../shared"))
    parser.add_argument("--readings", type=pathlib.Path, default=pathlib.Path("runs/across"))
    parser.add_argument("--before", type=pathlib.Path)
    args = parser.parse_args()
    bench = Bench(find_shared(args.shared), args.readings)
    pairs = list(read_pairs(bench))
    before = pairs
    if args.before:
        bench = Bench(find_shared(args.shared), args.readings)
        bench.contextual = load_contextual(args.before)
        before = list(read_pairs(bench))
    tuned = [pair for pair in pairs if not pair.held_out]
    print(f"{len(pairs)} pairs, fitted on {len(tuned)}: {np.round(fit(tuned), 2).tolist()}")
    now = judge_across(pairs)
    old = judge_across([replace(pair, levels=pair.levels[:OLD_LEVELS]) for pair in before])
    report(_of(now, sorted(now)))
    print("without sentences, numbers and names:")
    report(_of(old, sorted(old)))
    up, low, high = compare(now, old)
    print(f"mean recall up by {up:.1f}, between {low:.1f} and {high:.1f} in 95 of 100 draws of stories")


if __name__ == "__main__":
    main()
