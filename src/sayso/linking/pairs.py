"""What two articles have in common: passages, and how alike they are. A pure function of the two."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.linking.likeness import cosine
from sayso.linking.passages import Passage, find_passages
from sayso.linking.prepared import Prepared

# From so much on two articles are taken to tell of one happening. With both days known, and near each other, less is
# enough (knee on BASIL dev) than without (knee on ECB+ dev subtopics).
ALIKE_DATED, ALIKE_UNDATED = 0.22, 0.28
DAYS_APART = 14  # articles further apart in time are not compared


@dataclass(frozen=True, slots=True)
class Pair:
    """Articles ``a`` and ``b`` (ids, in order of their letters) share these passages and are so much alike.

    ``share`` is the part of the shorter one's narrative words that stands in both, 0 to 1.
    """

    a: str
    b: str
    alike: float
    share: float
    passages: tuple[Passage, ...]
    one_story: bool

    @property
    def narrative(self) -> int:
        return sum(passage.narrative for passage in self.passages)

    @property
    def quoted(self) -> int:
        return sum(passage.quoted for passage in self.passages)


def compare_pair(one: Prepared, other: Prepared) -> Pair:
    """What the two have in common; which is given first never shows."""
    a, b = sorted((one, other), key=lambda prepared: prepared.id)
    seeds = sorted((a.places[run], b.places[run]) for run in a.places.keys() & b.places.keys())
    passages = find_passages(a.wording, b.wording, seeds) if seeds else ()
    narrative = sum(passage.narrative for passage in passages)
    shorter = min(a.wording.narrative(), b.wording.narrative()) if narrative else 0
    alike = cosine(a.vector, b.vector)
    enough = ALIKE_DATED if a.day is not None and b.day is not None else ALIKE_UNDATED
    share = min(1.0, narrative / shorter) if shorter else 0.0
    return Pair(a.id, b.id, alike, share, passages, alike >= enough and near_in_time(a.day, b.day))


def near_in_time(a: int | None, b: int | None) -> bool:
    """Whether two days are within the window; a day that is not known is near every other."""
    return a is None or b is None or abs(a - b) <= DAYS_APART
