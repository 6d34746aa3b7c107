"""What the linker knows of a cue and a span that may belong to it, beside what the encoder says."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.reading.words import QUOTE_INSIDE, QUOTE_OUTSIDE, Words

Range = tuple[int, int]
# Words between two spans are told apart by these bounds, on either side of the cue.
DISTANCES = np.array([1, 2, 3, 5, 8, 13, 21, 34, 55, 89])
SENTENCE_ENDS = frozenset(".!?;:")
# How many values each feature takes, in the order of the last axis of `pair_features`.
FEATURE_SIZES = (22, 8, 4, 4, 5, 8)


def pair_features(
    cues: Sequence[Range], others: Sequence[Range], words: Words, ends: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Features of every (cue, other) pair of word ranges, shape (cues, others, 6), each below FEATURE_SIZES.

    In order: signed distance in words, spans of the other's kind between, cues between, sentence ends
    between, lines apart, quotation states. ``ends`` is ``sentence_ends(words)``.
    """
    cue, other = np.array(cues).reshape(-1, 2), np.array(others).reshape(-1, 2)
    after = other[None, :, 0] >= cue[:, None, 1]
    low = np.where(after, cue[:, None, 1], other[None, :, 1])
    high = np.where(after, other[None, :, 0], cue[:, None, 0])
    distance = np.searchsorted(DISTANCES, np.maximum(high - low, 0), side="right")
    between_others = _between(other[:, 0], low, high)
    lines = np.clip(words.line[other[:, 0]][None, :] - words.line[cue[:, 0]][:, None], -2, 2) + 2
    cue_quoted = (words.quote[cue[:, 0]] != QUOTE_OUTSIDE).astype(np.int64)
    features: NDArray[np.int64] = np.stack(
        [
            distance + 11 * after,
            np.minimum(between_others, 3) + 4 * after,
            np.minimum(_between(cue[:, 0], low, high), 3),
            np.clip(ends[np.maximum(high, low)] - ends[low], 0, 3),
            lines,
            cue_quoted[:, None] * 4 + words.quote[other[:, 0]][None, :],
        ],
        axis=-1,
    ).astype(np.int64)
    return features


def _between(starts: NDArray[np.int64], low: NDArray[np.int64], high: NDArray[np.int64]) -> NDArray[np.int64]:
    ordered = np.sort(starts)
    between: NDArray[np.int64] = np.maximum(np.searchsorted(ordered, high) - np.searchsorted(ordered, low), 0)
    return between


def sentence_ends(words: Words) -> NDArray[np.int64]:
    """How many sentence-ending marks stand before each word (and after the last)."""
    marks = np.array([form in SENTENCE_ENDS for form in words.forms], np.bool_) & (words.quote != QUOTE_INSIDE)
    before: NDArray[np.int64] = np.concatenate([[0], np.cumsum(marks)]).astype(np.int64)
    return before
