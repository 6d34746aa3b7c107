"""The constants of sayso/reading/scores.py: how often attributions of a kind were right, by logistic regression.

    python -m training.calibrate WEIGHTS DATA.jsonl[@IDS] [WEIGHTS DATA.jsonl[@IDS] ...]

WEIGHTS are exported folders that were not trained on the articles beside them; IDS as in training.measure.
Prints the constants, and a table of scores against shares right, each half judged by the other half's fit.
"""

from __future__ import annotations

import itertools
import json
import pathlib
import sys
from collections.abc import Iterator

import numpy as np

from sayso.reading.bites import add_bites
from sayso.reading.encoder import OnnxEncoder, load_encoder
from sayso.reading.found import Found, find_attributions
from sayso.reading.layouts import add_layouts
from sayso.reading.quotations import find_quotations
from sayso.reading.scores import signs_of
from sayso.reading.subjects import mend_sources
from sayso.reading.words import Words, split_words
from training.ids import ids_of

BOUNDS = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01)
Places = frozenset[int]


def _places(ranges: list[list[int]], words: Words) -> Places:
    found: set[int] = set()
    for start, end in ranges:
        first = int(np.searchsorted(words.ends, start, "right"))
        found.update(range(first, int(np.searchsorted(words.starts, end, "left"))))
    return frozenset(place for place in found if words.forms[place][0].isalnum())


def _f1(a: Places, b: Places) -> float:
    return 2 * len(a & b) / max(len(a) + len(b), 1)


def _right(found: list[Found], gold: list[dict], words: Words) -> list[bool]:
    """attr.main: contents share half of their words, and sources a word or both are none; one to one."""

    def of(ranges: list[tuple[int, int]]) -> Places:
        return frozenset(p for first, last in ranges for p in range(first, last) if words.forms[p][0].isalnum())

    mine = [(of(list(one.contents)), of([one.source] if one.source else [])) for one in found]
    theirs = [(_places(a["content"], words), _places(a["source"], words)) for a in gold]
    pairs = [
        (_f1(m[0], t[0]), i, j)
        for i, m in enumerate(mine)
        for j, t in enumerate(theirs)
        if _f1(m[0], t[0]) >= 0.5 and (m[1] & t[1] or not (m[1] or t[1]))
    ]
    used_i: set[int] = set()
    used_j: set[int] = set()
    for _, i, j in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if i not in used_i and j not in used_j:
            used_i.add(i)
            used_j.add(j)
    return [i in used_i for i in range(len(found))]


def rows_of(encoder: OnnxEncoder, path: str) -> Iterator[tuple[tuple[float, ...], bool]]:
    """(signs, right) of every attribution that the weights find in the articles."""
    data, _, ids = path.partition("@")
    keep = ids_of(ids or None)
    for line in pathlib.Path(data).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if keep is not None and row["id"] not in keep:
            continue
        text, quotations = row["text"], find_quotations(row["text"])
        words = split_words(text, quotations)
        found, _acts = find_attributions(words, encoder.encode(words), encoder.tables, encoder.lists.cues.acts)
        found = mend_sources(add_layouts(found, text, words, quotations), words)
        found = add_bites(found, text, words, quotations)
        for nested in (False, True):
            level = [one for one in found if (one.parent is not None) == nested]
            gold = [a for a in row["attributions"] if (a.get("nested_in") is not None) == nested]
            if nested and "origin" not in row:
                continue  # PolNeAR has no nested ones
            right = _right(level, gold, words)
            yield from ((signs_of(one, words), ok) for one, ok in zip(level, right, strict=True))


def fit(signs: np.ndarray, right: np.ndarray, ridge: float = 1e-3) -> np.ndarray:
    """Intercept and weights, by Newton's method."""
    table = np.c_[np.ones(len(signs)), signs]
    weights = np.zeros(table.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (chance - right) + ridge * weights
        curve = (table * (chance * (1 - chance))[:, None]).T @ table + ridge * np.eye(len(weights))
        weights -= np.linalg.solve(curve, slope)
    return weights


def main() -> None:
    arguments = sys.argv[1:]
    rows = []
    for weights, path in zip(arguments[::2], arguments[1::2], strict=True):
        rows += list(rows_of(load_encoder(pathlib.Path(weights)), path))
    signs, right = np.array([row[0] for row in rows]), np.array([row[1] for row in rows], float)
    constants = fit(signs, right)
    print(f"INTERCEPT = {constants[0]:.3f}")
    print(f"WEIGHTS = ({', '.join(f'{value:.3f}' for value in constants[1:])})")
    order = np.random.RandomState(0).permutation(len(right))
    halves = order[: len(order) // 2], order[len(order) // 2 :]
    chance = np.zeros(len(right))
    for a, b in (halves, halves[::-1]):
        chance[b] = 1 / (1 + np.exp(-np.c_[np.ones(len(b)), signs[b]] @ fit(signs[a], right[a])))
    for low, high in itertools.pairwise(BOUNDS):
        inside = (chance >= low) & (chance < high)
        share = right[inside].mean() if inside.any() else float("nan")
        print(f"score {low:.2f}-{min(high, 1):.2f}: {inside.sum():5d} attributions, right {100 * share:.1f} %")


if __name__ == "__main__":
    main()
