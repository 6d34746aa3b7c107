"""Which source and which contents belong to a cue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.reading.pointers import pair_features
from sayso.reading.tables import Floats, Tables, mean_row, softmax
from sayso.reading.tagging import Range
from sayso.reading.words import QUOTE_OUTSIDE, Words

LINK_WIDTH = 64
# Farther apart than this nothing is linked: line breaks, and words.
MOST_LINES = 4
MOST_WORDS = 220
# A cue this many words before a content stands right before it, with a colon or a mark between.
ADJACENT = 2


@dataclass(frozen=True, slots=True)
class Linked:
    """Word ranges of one attribution; scores are the chances of its links."""

    cue: Range
    source: Range | None
    contents: tuple[Range, ...]
    source_score: float
    content_score: float


def link_runs(
    runs: dict[str, list[Range]],
    rows: Floats,
    words: Words,
    tables: Tables,
    ends: NDArray[np.int64],
    owner: NDArray[np.int64] | None = None,
) -> tuple[list[Linked], list[Range]]:
    """One attribution a cue in their order, some without contents, and the content runs that no cue claims.

    ``ends`` is ``sentence_ends(words)``. ``owner`` numbers the attribution that holds each word: only spans
    of one owner are linked.
    """
    cues, sources, contents = runs["cue"], runs["source"], runs["content"]
    if not cues:
        return [], list(contents)
    source_of, source_scores = _sources(cues, sources, rows, words, tables, ends, owner)
    cue_of, content_scores = _cues(cues, contents, rows, words, tables, ends, owner)
    linked = []
    for number, cue in enumerate(cues):
        mine = [i for i, of in enumerate(cue_of) if of == number]
        source = sources[source_of[number]] if source_of[number] >= 0 else None
        score = min((content_scores[i] for i in mine), default=1.0)
        linked.append(Linked(cue, source, tuple(contents[i] for i in mine), source_scores[number], score))
    return linked, [run for run, of in zip(contents, cue_of, strict=True) if of < 0]


def _means(part: Floats, ranges: Sequence[Range]) -> Floats:
    return np.stack([mean_row(part[first:last]) for first, last in ranges])


def _near(
    cues: Sequence[Range], others: Sequence[Range], words: Words, owner: NDArray[np.int64] | None
) -> NDArray[np.bool_]:
    cue, other = np.array([c[0] for c in cues]), np.array([o[0] for o in others])
    lines = np.abs(words.line[cue][:, None].astype(np.int64) - words.line[other][None, :]) <= MOST_LINES
    near: NDArray[np.bool_] = lines & (np.abs(cue[:, None] - other[None, :]) <= MOST_WORDS)
    if owner is not None:
        near &= owner[cue][:, None] == owner[other][None, :]
    return near


def _table_scores(tables: tuple[Floats, ...], features: NDArray[np.int64]) -> Floats:
    return sum((table[features[..., i]] for i, table in enumerate(tables)), np.zeros(features.shape[:2], np.float32))


def _sources(
    cues: Sequence[Range],
    sources: Sequence[Range],
    rows: Floats,
    words: Words,
    tables: Tables,
    ends: NDArray[np.int64],
    owner: NDArray[np.int64] | None,
) -> tuple[list[int], list[float]]:
    """For each cue its source's place or -1, with the chance of that."""
    null = np.array([mean_row(tables.part(rows, "orphan")[a:b, 0]) for a, b in cues], np.float32)
    if not sources:
        return [-1] * len(cues), [1.0] * len(cues)
    left = _means(tables.part(rows, "cue_for_source"), cues)
    right = _means(tables.part(rows, "source"), sources)
    scores = left @ right.T / LINK_WIDTH**0.5 + _table_scores(tables.source, pair_features(cues, sources, words, ends))
    scores = np.where(_near(cues, sources, words, owner), scores, -1e4)
    return _chosen(null, scores)


def _may_hold(
    cues: Sequence[Range], contents: Sequence[Range], features: NDArray[np.int64], words: Words
) -> NDArray[np.bool_]:
    """Words outside quotation marks are held by a cue of their own sentence, or of their own paragraph if their
    sentence has none, or by one that stands right before them ("said:")."""
    cue, run = np.array(cues), np.array(contents)
    quoted = words.quote[run[:, 0]] != QUOTE_OUTSIDE
    same_line = words.line[cue[:, 0]][:, None] == words.line[run[:, 0]][None, :]
    # The end of a quotation that ends a paragraph is not counted: a cue of the next comes after those of its own.
    same_sentence = (features[..., 3] == 0) & (same_line | ~same_line.any(0))
    adjacent = np.abs(run[None, :, 0] - cue[:, None, 1]) <= ADJACENT
    plain = np.where(same_sentence.any(0)[None, :], same_sentence, same_line)
    allowed: NDArray[np.bool_] = quoted[None, :] | adjacent | plain
    return allowed


def _cues(
    cues: Sequence[Range],
    contents: Sequence[Range],
    rows: Floats,
    words: Words,
    tables: Tables,
    ends: NDArray[np.int64],
    owner: NDArray[np.int64] | None,
) -> tuple[list[int], list[float]]:
    """For each content run its cue's place or -1, with the chance of that."""
    if not contents:
        return [], []
    null = np.array([tables.part(rows, "orphan")[a, 1] for a, _ in contents], np.float32)
    left = _means(tables.part(rows, "cue_for_content"), cues)
    first, last = tables.part(rows, "content_first"), tables.part(rows, "content_last")
    right = np.stack([first[a] + last[b - 1] for a, b in contents])
    features = pair_features(cues, contents, words, ends)
    scores = left @ right.T / LINK_WIDTH**0.5 + _table_scores(tables.content, features)
    scores = np.where(_near(cues, contents, words, owner) & _may_hold(cues, contents, features, words), scores, -1e4)
    return _chosen(null, scores.T)


def _chosen(null: Floats, scores: Floats) -> tuple[list[int], list[float]]:
    """The best column of each row, -1 for none, and its chance."""
    chances = softmax(np.concatenate([null[:, None], scores], 1))
    best = chances.argmax(1)
    return (best - 1).tolist(), chances[np.arange(len(best)), best].tolist()
