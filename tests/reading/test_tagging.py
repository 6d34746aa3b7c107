"""The best tags of lines, walked abreast, against every way to tag them."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest

from sayso.reading.tables import Floats, TagChain, mean_row
from sayso.reading.tagging import Range, best_tags

TAGS = 3


def worth(tags: tuple[int, ...], emissions: Floats, chain: TagChain) -> float:
    steps = sum(float(chain.steps[a, b]) for a, b in pairwise(tags))
    return float(chain.first[tags[0]]) + steps + sum(float(row[tag]) for row, tag in zip(emissions, tags, strict=True))


def best_of_all(emissions: Floats, chain: TagChain, allowed: list[bool]) -> list[int]:
    ways = product(*[range(TAGS if may else 1) for may in allowed])
    best = max(ways, key=lambda tags: worth(tags, emissions, chain))
    return list(best)


@pytest.mark.parametrize("seed", range(8))
def test_each_line_has_the_best_of_all_its_taggings(seed: int) -> None:
    chance = np.random.default_rng(seed)
    lines: list[Range] = [(0, 2), (2, 7), (7, 8), (8, 12)]
    emissions = chance.normal(size=(12, TAGS)).astype(np.float32)
    chain = TagChain(chance.normal(size=(TAGS, TAGS)).astype(np.float32), chance.normal(size=TAGS).astype(np.float32))
    allowed = chance.random(12) < 0.6
    allowed[2:7] = allowed[2:7] & (seed % 2 == 0)  # in every other one a line with no word that may be tagged
    for mask in (None, allowed):
        may = [True] * 12 if mask is None else mask.tolist()
        expected = [tag for a, b in lines for tag in best_of_all(emissions[a:b], chain, may[a:b])]
        assert best_tags(emissions, chain, lines, mask).tolist() == expected


def test_a_text_without_lines_has_no_tags() -> None:
    chain = TagChain(np.zeros((TAGS, TAGS), np.float32), np.zeros(TAGS, np.float32))
    assert best_tags(np.zeros((0, TAGS), np.float32), chain, []).tolist() == []


@pytest.mark.parametrize("size", [1, 2, 7, 19])
def test_the_mean_of_rows_is_the_array_s_own_bit_for_bit(size: int) -> None:
    rows = np.random.default_rng(size).normal(size=(size, 40)).astype(np.float32)[:, 3:19]
    assert mean_row(rows).tobytes() == rows.mean(0).tobytes()
    assert mean_row(rows[:, 1]) == rows[:, 1].mean()
