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
    tags = np.zeros(len(emissions), np.int64)
    if not lines:
        return tags
    if allowed is not None:
        emissions = np.where(allowed[:, None] | (np.arange(emissions.shape[1]) == 0), emissions, FORBIDDEN)
    starts = np.array([first for first, _ in lines])
    lengths = np.array([last - first for first, last in lines])
    order = np.argsort(-lengths, kind="stable")  # so that the lines still running are the first ones
    starts, lengths = starts[order], lengths[order]
    back, last_best = _walk(emissions, chain, starts, lengths)
    _trace(tags, back, last_best, starts, lengths)
    return tags


def _walk(
    emissions: Floats, chain: TagChain, starts: NDArray[np.int64], lengths: NDArray[np.int64]
) -> tuple[list[NDArray[np.int64]], NDArray[np.int64]]:
    """For each step the best tag before each tag, shape (running lines, tags), and each line's best last tag."""
    arriving = np.ascontiguousarray(chain.steps.T)
    best = chain.first + emissions[starts]
    ended = best.copy()
    back = []
    for step in range(1, int(lengths[0])):
        running = int(np.searchsorted(-lengths, -step, "left"))
        paths = arriving[None] + best[:running, None, :]
        before = paths.argmax(2)
        back.append(before)
        best = paths.max(2) + emissions[starts[:running] + step]
        ended[:running] = best
    return back, ended.argmax(1)


def _trace(
    tags: NDArray[np.int64],
    back: list[NDArray[np.int64]],
    current: NDArray[np.int64],
    starts: NDArray[np.int64],
    lengths: NDArray[np.int64],
) -> None:
    current = current.copy()
    tags[starts + lengths - 1] = current
    for step in range(len(back), 0, -1):
        before = back[step - 1]
        running = len(before)
        current[:running] = before[np.arange(running), current[:running]]
        tags[starts[:running] + step - 1] = current[:running]


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
