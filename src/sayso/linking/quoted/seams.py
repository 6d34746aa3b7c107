"""Where one quotation runs together what stands apart in the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.linking.quoted.alignment import Step, Words, count_spoken

# Words between two pieces that make them stand apart: a reporting clause ("the mayor said on Monday") is shorter.
APART_FROM = 8
# Words of each of the two pieces.
SHORTEST_RUN = 3


@dataclass(frozen=True, slots=True)
class Seam:
    """The quotation ``joiner``, "a" or "b", runs together what stands ``apart`` words apart in the other."""

    joiner: str
    apart: int


def find_seam(a: Words, b: Words, steps: Sequence[Step]) -> Seam | None:
    """The first seam in either quotation. One that an ellipsis or the reporter's words own up to is none."""
    for before, after in pairwise(_find_runs(a, b, steps)):
        if min(len(before), len(after)) < SHORTEST_RUN:
            continue
        (i, j), (k, m) = before[-1], after[0]
        in_a, in_b = a[i + 1 : k + 1], b[j + 1 : m + 1]
        for joiner, here, there in (("a", in_a, in_b), ("b", in_b, in_a)):
            if _is_joined(here) and _count_apart(there) >= APART_FROM:
                return Seam(joiner, _count_apart(there))
    return None


def _find_runs(a: Words, b: Words, steps: Sequence[Step]) -> list[list[tuple[int, int]]]:
    """Numbers of words that meet, in runs that neither quotation interrupts."""
    runs: list[list[tuple[int, int]]] = []
    for i, j in _find_meetings(steps):
        if not runs or runs[-1][-1] != (i - 1, j - 1) or a[i].apart or b[j].apart:
            runs.append([])
        runs[-1].append((i, j))
    return runs


def _find_meetings(steps: Sequence[Step]) -> Iterator[tuple[int, int]]:
    i = j = 0
    for step in steps:
        if step.same:
            yield from zip(range(i, i + len(step.a)), range(j, j + len(step.b)), strict=False)
        i, j = i + len(step.a), j + len(step.b)


def _is_joined(words: Words) -> bool:
    return _count_apart(words) == 0 and not any(word.elided for word in words)


def _count_apart(words: Words) -> int:
    """How many words, spoken or the reporter's, stand between the word before ``words`` and the last of them."""
    return count_spoken(words[:-1]) + sum(word.apart for word in words)
