"""From shared fingerprints to the passages that two texts share: seed and extend, to exact places.

A passage may have a few words changed inside, as a reworked copy has: it is extended from its seeds as long as
enough of its words agree, and ends on words that agree.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sayso.linking.fingerprints import GRAM, Fingerprints
from sayso.linking.wording import Integers, Wording
from sayso.records.span import Span

RUN = 16  # words looked at in one go
DROP = 4  # a passage ends where so many more words differ than agree since its best end
SHORTEST = 6  # words that must agree in a passage


@dataclass(frozen=True, slots=True)
class Passage:
    """Words ``a`` of the one text and words ``b`` of the other agree, but for a few.

    ``words`` agree in all, ``quoted`` of them stand between quotation marks in one of the texts at least: one that
    leaves the marks out still repeats what was said.
    """

    a: Span
    b: Span
    words: int
    quoted: int

    @property
    def narrative(self) -> int:
        return self.words - self.quoted


def shared_seeds(a: Fingerprints, b: Fingerprints) -> list[tuple[int, int]]:
    """Word numbers in a and b of every fingerprint that both have, in order of a, each place of a once."""
    common, in_a, in_b = np.intersect1d(a.hashes, b.hashes, return_indices=True)
    return sorted(zip(a.words[in_a].tolist(), b.words[in_b].tolist(), strict=True)) if len(common) else []


def find_passages(
    a: Wording, b: Wording, seeds: Sequence[tuple[int, int]], shortest: int = SHORTEST
) -> tuple[Passage, ...]:
    """The passages around ``seeds``, in the order of a; no word of a stands in two of them."""
    found: list[Passage] = []
    done: list[tuple[int, int, int]] = []  # first and last word of a, and b's offset against it
    for x, y in seeds:
        if any(first <= x < last and abs((y - x) - shift) <= 1 for first, last, shift in done):
            continue
        first, last = _extend(a.forms, b.forms, x, y)
        done.append((first, last, y - x))
        agree = _agreeing(a.forms, b.forms, first, last, y - x)
        if len(agree) >= shortest and not any(p.a.overlaps(a.span(first, last)) for p in found):
            found.append(_passage(a, b, agree, y - x))
    return tuple(sorted(found, key=lambda passage: (passage.a, passage.b)))


def _agreeing(a: Sequence[str], b: Sequence[str], first: int, last: int, shift: int) -> Sequence[int]:
    """Which words of a in the stretch stand in b as well, so many words further on."""
    here, there = a[first:last], b[first + shift : last + shift]
    if here == there:
        return range(first, last)
    return [i for i, one, other in zip(range(first, last), here, there, strict=True) if one == other]


def _passage(a: Wording, b: Wording, agree: Sequence[int], shift: int) -> Passage:
    here: Integers = np.fromiter(agree, np.int32, len(agree))
    marked = int((a.quoted[here] | b.quoted[here + shift]).sum())
    first, last = agree[0], agree[-1] + 1
    return Passage(a.span(first, last), b.span(first + shift, last + shift), len(agree), marked)


def _extend(a: Sequence[str], b: Sequence[str], x: int, y: int) -> tuple[int, int]:
    """First and past-last word of a around the seed at x, which stands at y in b."""
    last = x + GRAM + _reach(a, b, x + GRAM, y + GRAM, 1)
    first = x - _reach(a, b, x - 1, y - 1, -1)
    return first, last


def _reach(a: Sequence[str], b: Sequence[str], x: int, y: int, step: int) -> int:
    """How many words further the texts agree on the whole."""
    score = best = reach = walked = 0
    while 0 <= x < len(a) and 0 <= y < len(b):
        if score == best and (same := _same_run(a, b, x, y, step)):  # many words at once, where all agree
            walked, score, x, y = walked + same, score + same, x + step * same, y + step * same
            best, reach = score, walked
            continue
        walked += 1
        score += 1 if a[x] == b[y] else -1
        if score > best:
            best, reach = score, walked
        elif score <= best - DROP:
            break
        x, y = x + step, y + step
    return reach


def _same_run(a: Sequence[str], b: Sequence[str], x: int, y: int, step: int) -> int:
    """RUN if so many words from here on agree, else 0."""
    if step > 0:
        return RUN if a[x : x + RUN] == b[y : y + RUN] and min(len(a) - x, len(b) - y) >= RUN else 0
    return RUN if min(x, y) >= RUN - 1 and a[x - RUN + 1 : x + 1] == b[y - RUN + 1 : y + 1] else 0
