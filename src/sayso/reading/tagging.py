"""The best sequence of tags of each line, and the runs of words that it marks."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.reading.tables import ROLES, Floats, TagChain

Range = tuple[int, int]
FORBIDDEN = np.float32(-1e4)


def best_tags(
    emissions: Floats, chain: TagChain, lines: Sequence[Range], allowed: NDArray[np.bool_] | None = None
) -> NDArray[np.int64]:
    """The most likely tag of each word, shape (words,), by Viterbi over each line (a word range) of its own.

    All lines are walked abreast, so that the time is that of the longest one. ``allowed`` marks the words
    that may carry another tag than O.
    """
    if allowed is not None:
        emissions = np.where(allowed[:, None] | (np.arange(emissions.shape[1]) == 0), emissions, FORBIDDEN)
        lines = [(first, last) for first, last in lines if allowed[first:last].any()]
    tags = [0] * len(emissions)
    if lines:
        lines = sorted(lines, key=lambda line: line[0] - line[1])  # so that the lines still running are the first ones
        worth = _walk(emissions, chain, lines)
        before = (worth[:-1, None] + chain.steps.T).argmax(2).tolist()
        last_tags = worth[[last - 1 for _, last in lines]].argmax(1).tolist()
        for (first, last), tag in zip(lines, last_tags, strict=True):
            for place in range(last - 1, first, -1):
                tags[place] = tag
                tag = before[place - 1][tag]
            tags[first] = tag
    return np.array(tags, np.int64)


def _walk(emissions: Floats, chain: TagChain, lines: Sequence[Range]) -> Floats:
    """What the best path from the start of its line to each tag of each word is worth, shape (words, tags)."""
    starts, ends = np.array(lines).T
    longest = int(ends[0] - starts[0])
    places = starts + np.arange(longest)[:, None]  # of each step and line
    worth = emissions[np.minimum(places, len(emissions) - 1)]
    worth[0] += chain.first
    running = (places < ends).sum(1).tolist()
    leaving = chain.steps[:, None]
    before = worth[0]
    for step, count in zip(worth[1:], running[1:], strict=True):
        here = step[:count]
        here += np.maximum.reduce(before[:count].T[:, :, None] + leaving, 0)
        before = here
    result = np.zeros_like(emissions)
    result[places[places < ends]] = worth[places < ends]
    return result


def find_runs(tags: NDArray[np.int64], lines: NDArray[np.int32]) -> dict[str, list[Range]]:
    """Word ranges of each role ("source", "cue", "content"), in order; ``lines`` numbers each word's line."""
    runs: dict[str, list[Range]] = {role: [] for role in ROLES}
    for first in np.flatnonzero(tags % 2 == 1).tolist():
        inside = int(tags[first]) + 1
        end = first + 1
        while end < len(tags) and tags[end] == inside and lines[end] == lines[first]:
            end += 1
        runs[ROLES[(inside - 2) // 2]].append((first, end))
    return runs
