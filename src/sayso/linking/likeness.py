"""How alike two texts are in their rarer words: a cosine, with weights that never depend on what else was read."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import compress

from sayso.lists.word_counts import WordCounts

TOO_COMMON = 0.3  # words in more than this share of articles tell nothing
RARE = 0.05  # words in less than this share of articles are a text's own matter
RARE_RUN = 4.0  # a run of words whose rarities add up to more is its own matter too
NAME_WEIGHT = 1.5  # a word with a capital weighs more: knee on ECB+ and BASIL dev stories

Vector = dict[str, float]


class Rarities(dict[str, float]):
    """The rarity of each word that was asked for; 0 for one that tells nothing."""

    def __init__(self, counts: WordCounts) -> None:
        self._counts = counts

    def __missing__(self, form: str) -> float:
        self[form] = rarity = self._counts.rarity(form) if self._counts.share(form) < TOO_COMMON else 0.0
        return rarity


@dataclass(frozen=True)
class Weigher:
    """Turns words into vectors of length one; remembers how rare words are."""

    counts: WordCounts

    @cached_property
    def _rarities(self) -> Rarities:
        return Rarities(self.counts)

    def weigh(self, forms: Sequence[str], capitals: Sequence[bool] | None = None) -> Vector:
        """The words' weights: rarity times one plus the logarithm of how often they stand there.

        ``capitals`` says which stand with a capital letter; those weigh more.
        """
        times: dict[str, float] = dict(Counter(forms))
        for form, names in Counter(compress(forms, capitals)).items() if capitals is not None else ():
            times[form] += (NAME_WEIGHT - 1) * names
        rarities, log = self._rarities, math.log
        vector = {
            form: rarity if count == 1 else (1 + log(count)) * rarity
            for form, count in times.items()
            if (rarity := rarities[form])
        }
        length = math.sqrt(sum([weight * weight for weight in vector.values()]))
        return {form: weight / length for form, weight in vector.items()} if length else {}

    def matter(self, forms: Sequence[str]) -> Vector:
        """What the text holds that few others hold: its rare words, and runs of two and three words with a rare one.

        Unlike a vector it is not scaled: the weights add up to how much there is.
        """
        rarity = self.counts.rarity
        held = {form: rarity(form) for form in forms if self.counts.share(form) < RARE}
        for size in (2, 3):
            for run in zip(*(forms[start:] for start in range(size)), strict=False):
                weight = sum(rarity(form) for form in run)
                if weight > RARE_RUN:
                    held[" ".join(run)] = weight / size
        return held


def covered(part: Vector, whole: Vector) -> float:
    """The share of one text's matter that another holds as well, 0 to 1."""
    total = sum(part.values())
    return sum(weight for run, weight in part.items() if run in whole) / total if total else 0.0


def cosine(a: Vector, b: Vector) -> float:
    """Of two vectors of length one; 0 where one of them is empty."""
    if len(a) > len(b):
        a, b = b, a
    return sum([weight * b[form] for form, weight in a.items() if form in b])


def heaviest(vector: Vector, count: int) -> tuple[str, ...]:
    """The words that weigh most, ties by letters: what to look for likely others by."""
    least = sorted(vector.values(), reverse=True)[:count][-1:]
    enough = [(-weight, form) for form, weight in vector.items() if weight >= least[0]]
    return tuple([form for _, form in sorted(enough)[:count]])
