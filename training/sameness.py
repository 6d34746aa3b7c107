"""Fits the weights of `linking/compare/same.py`: which two claims say the same, by the levels of their comparison.

    python -m training.sameness --shared ../shared --readings runs/across

On labels/sameness.jsonl (one reader) and the even half of bench/cases/claim_pairs.jsonl (two readers), none of which
the second model saw; the odd half is left for the figures. Prints the weights in the order of `same.py`, then precision
and recall over all cases, each judged by weights fitted without the tenth of the stories that holds it.
"""

from __future__ import annotations

import argparse
import json
import pathlib
import random
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass

import numpy as np
from numpy.typing import NDArray

from bench.across import SAME_LABELS, Bench, find_statement
from bench.corpora import find_shared
from bench.matching import best_threshold
from sayso.linking.compare.same import find_levels
from sayso.linking.compare.wording import align

HERE = pathlib.Path(__file__).parent
CASES = HERE.parent / "bench/cases/claim_pairs.jsonl"

RIDGE = 5.0  # on levels of unit variance; between 3 and 15 the figures stay the same
FOLDS, SEED = 10, 20261127
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims of a story with their levels; ``held_out`` from the weights, ``case`` of the bench."""

    story: str
    levels: tuple[float, ...]
    same: bool
    held_out: bool
    case: bool


def read_pairs(bench: Bench) -> Iterator[Pair]:
    story_of = {a: f"{c}/{s}" for c in ("basil", "ecb", "fnc") for s, ids in bench.groups(c).items() for a in ids}
    for row, label, odd, case in _rows():
        a, b = (find_statement(row[side], bench) for side in ("a", "b"))
        if a is not None and b is not None:
            levels = astuple(find_levels(a, b, align(a, b)))
            yield Pair(story_of[a.article], levels, label in SAME_LABELS, odd, case)


def _rows() -> Iterator[tuple[dict[str, dict[str, object]], str, bool, bool]]:
    for line in CASES.read_text().splitlines():
        row = json.loads(line)
        labels = {reader["label"] for reader in row["readers"]}
        if len(labels) == 1:
            yield row, labels.pop(), int(row["id"][1:]) % 2 == 1, True
    for line in (HERE / "labels/sameness.jsonl").read_text().splitlines():
        row = json.loads(line)
        yield row, row["label"], False, False


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


def judge_across(pairs: Sequence[Pair]) -> list[tuple[bool, float]]:
    """All cases of the bench, each by weights fitted without its story."""
    stories = sorted({pair.story for pair in pairs})
    random.Random(SEED).shuffle(stories)
    judged: list[tuple[bool, float]] = []
    for fold in range(FOLDS):
        left_out = set(stories[fold::FOLDS])
        here = [pair for pair in pairs if pair.story in left_out and pair.case]
        weights = fit([pair for pair in pairs if pair.story not in left_out and not pair.held_out])
        judged += zip((pair.same for pair in here), judge(here, weights).tolist(), strict=True)
    return judged


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=pathlib.Path, default=pathlib.Path("../shared"))
    parser.add_argument("--readings", type=pathlib.Path, default=pathlib.Path("runs/across"))
    args = parser.parse_args()
    pairs = list(read_pairs(Bench(find_shared(args.shared), args.readings)))
    tuned = [pair for pair in pairs if not pair.held_out]
    print(f"{len(pairs)} pairs, fitted on {len(tuned)}: {np.round(fit(tuned), 2).tolist()}")
    judged = judge_across(pairs)
    for least in (0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8):
        called = [same for same, likely in judged if likely >= least]
        share = 100 * sum(called) / sum(same for same, _ in judged)
        print(f"from {least:.2f}: precision {100 * sum(called) / len(called):.1f}, recall {share:.1f}")
    print(f"recall at precision 90: {best_threshold(judged, 0.9):.1f}, at 85: {best_threshold(judged, 0.85):.1f}")


if __name__ == "__main__":
    main()
