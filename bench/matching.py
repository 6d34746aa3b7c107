"""Counts into precision, recall and F1, for the figures across articles."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from bench.figures import Figures

WEAK = {"the", "a", "an", "of", "unnamed", "to", "s", "and", "for"}
Verdict = tuple[str, str | None]


def rates(hits: Mapping[str, int]) -> Figures:
    """P, R and F1 in percent from ``right``, ``called`` and ``wanted``."""
    precision = 100 * hits["right"] / hits["called"] if hits["called"] else 0.0
    recall = 100 * hits["right"] / hits["wanted"] if hits["wanted"] else 0.0
    both = precision + recall
    return {"P": precision, "R": recall, "F1": 2 * precision * recall / both if both else 0.0}


def pairs_of(parts: Iterable[Iterable[str]]) -> set[frozenset[str]]:
    """Every two that stand together in a partition."""
    return {frozenset(pair) for part in parts for pair in combinations(part, 2)}


def same_name(a: str, b: str) -> bool:
    """Whether two names share a word that says something."""
    return bool(_words(a) & _words(b))


def _words(name: str) -> set[str]:
    return set(re.findall(r"\w+", name.lower())) - WEAK


def kind_figures(judged: Sequence[tuple[Verdict, Verdict]], fewest: int) -> Figures:
    """F1 a kind, their mean over kinds with ``fewest`` gold cases, and how often a known direction is the right one.

    Of directions only those count that the readers know and Sayso calls known.
    """
    figures: Figures = {}
    wanted = Counter(want[0] for want, _ in judged)
    for kind in sorted(wanted):
        right = sum(want[0] == got[0] == kind for want, got in judged)
        called = sum(got[0] == kind for _, got in judged)
        figures[f"{kind}.F1"] = rates({"right": right, "called": called, "wanted": wanted[kind]})["F1"]
    counted = [figures[f"{kind}.F1"] for kind in wanted if wanted[kind] >= fewest]
    figures["macro.F1"] = sum(counted) / len(counted) if counted else 0.0
    known = [(want[1], got[1]) for want, got in judged if want[1] in ("a", "b") and got[1] is not None]
    figures["direction.right"] = 100 * sum(want == got for want, got in known) / len(known) if known else 0.0
    figures["direction.known"] = float(len(known))
    return figures


def best_threshold(scored: Iterable[tuple[bool, float]], precision: float) -> float:
    """The best recall in percent at which precision is still as high as that."""
    ordered = sorted(scored, key=lambda one: -one[1])
    wanted = sum(same for same, _ in ordered)
    right, best = 0, 0.0
    for called, (same, _) in enumerate(ordered, 1):
        right += same
        if right / called >= precision:
            best = max(best, 100 * right / wanted)
    return best


def is_held_out(story: str) -> bool:
    """Whether nothing is fitted on pairs of a story ("basil/…"): half of all, whatever their number."""
    return hashlib.sha256(story.encode()).digest()[0] % 2 == 1


def cluster_figures(found: Iterable[Sequence[str]], gold: Mapping[str, Sequence[str]]) -> Figures:
    """BCubed: for each article, how much of its group is of its story, and the other way round."""
    group_of = {article: frozenset(group) for group in found for article in group}
    story_of = {article: frozenset(story) for story in gold.values() for article in story}
    shared = {a: len(group_of[a] & story_of[a]) for a in story_of}
    precision = 100 * sum(shared[a] / len(group_of[a]) for a in shared) / len(shared)
    recall = 100 * sum(shared[a] / len(story_of[a]) for a in shared) / len(shared)
    return {"P": precision, "R": recall, "F1": 2 * precision * recall / (precision + recall)}
