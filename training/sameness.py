"""Fits the weights of `linking/compare/same.py`: which two claims say the same, by the levels of their comparison.

    python -m training.sameness --shared ../shared --readings runs/across [--before WEIGHTS]

On pairs that the second model never saw, of stories that are not held out. Chosen ones: labels/sameness.jsonl (one
reader), the even half of bench/cases/claim_pairs.jsonl (two readers) and bench/cases/point_pairs.jsonl (one reader
twice). Drawn ones: labels/sameness_drawn.jsonl (one reader), evenly over four ranges of likelihood from all pairs that
linking looks at, most of which are plainly two; weights that are fitted on chosen pairs alone know too little of those.

Prints the weights in the order of `same.py`; then for chosen pairs (held out or not) and drawn ones precision and
recall, each pair judged by weights fitted without its story; then the same by the levels of old, without sentences,
numbers and names, fitted on the same pairs; and how far recall at equal precision is up, on average over precisions of
80 to 90, since at any one of them a few pairs decide.
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
    """Two claims of a story with their levels; ``held_out`` from the weights, ``drawn`` as linking meets them."""

    story: str
    levels: tuple[float, ...]
    same: bool
    held_out: bool
    drawn: bool


def read_pairs(bench: Bench) -> Iterator[Pair]:
    story_of = {a: f"{c}/{s}" for c in CORPORA for s, ids in bench.groups(c).items() for a in ids}
    for row, label, odd, drawn in _rows():
        a, b = (find_statement(row[side], bench) for side in ("a", "b"))
        if a is not None and b is not None:
            a, b = sorted((a, b), key=lambda statement: statement.key)
            levels = astuple(find_levels(a, b, align(a, b)))
            story = story_of[a.article]
            yield Pair(story, levels, label in SAME_LABELS, odd or is_held_out(story), drawn)


def _rows() -> Iterator[tuple[Any, str, bool, bool]]:
    """Each labelled pair with its label, whether it is an odd-numbered case, and whether it was drawn."""
    for row, labels in (*claim_pairs(), *point_pairs()):
        if len(set(labels)) == 1:
            yield row, labels[0], row["id"].startswith("C") and int(row["id"][1:]) % 2 == 1, False
    for name in ("sameness", "sameness_drawn"):
        for row in load_rows(HERE / f"labels/{name}.jsonl"):
            yield row, row["label"], False, name == "sameness_drawn"


def fit(pairs: Sequence[Pair]) -> Floats:
    """Bias and weights of a logistic model, by Newton's steps; chosen pairs count twice, to weigh as much as drawn."""
    pairs = [*pairs, *(pair for pair in pairs if not pair.drawn)]
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


def judge_across(pairs: Sequence[Pair], *, drawn: bool) -> dict[str, Judged]:
    """The chosen pairs or the drawn ones by their stories, each judged by weights fitted on all without its story."""
    judged: dict[str, Judged] = {}
    for story in sorted({pair.story for pair in pairs if pair.drawn == drawn}):
        here = [pair for pair in pairs if pair.story == story and pair.drawn == drawn]
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
    shorter = [replace(pair, levels=pair.levels[:OLD_LEVELS]) for pair in before]
    for drawn in (False, True):
        now, old = judge_across(pairs, drawn=drawn), judge_across(shorter, drawn=drawn)
        print(f"\n{sum(map(len, now.values()))} pairs that were {'drawn' if drawn else 'chosen'}:")
        report(_of(now, sorted(now)))
        print("without sentences, numbers and names:")
        report(_of(old, sorted(old)))
        up, low, high = compare(now, old)
        print(f"mean recall up by {up:.1f}, between {low:.1f} and {high:.1f} in 95 of 100 draws of stories")


if __name__ == "__main__":
    main()
