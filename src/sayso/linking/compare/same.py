"""Whether two statements say the same: comparison levels, weighed, each with its reason in words."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.linking.compare.naming import count_alike, name_others
from sayso.linking.compare.wording import Aligned, align
from sayso.linking.statements import Statement
from sayso.records.reason import Reason

# By their own words alone. The second model was trained together with these weights (training/statements.py), on pairs
# of claims that a careful reader judged; no article that figures are given for was among them.
BIAS, MOST, LEAST, WHOLE = -7.98, 6.02, 6.02, 2.02
# All levels together, as training/sameness.py fits and prints them, on pairs that the second model never saw,
# and of no story that figures are given for.
ALL, WORDING, HELD_MOST, HELD_LEAST, WRITTEN, LATE, OTHER_DAY = -5.59, 0.25, 2.62, 1.98, 0.93, -1.59, -2.95
# Times, places, speakers and types of event in common were tried as levels too, and told nothing more.
AROUND, NUMBER, OTHERS = 4.88, 3.03, -0.33


@dataclass(frozen=True, slots=True)
class Levels:
    """What two statements have in common, each level a number.

    ``wording`` is the score by their own words; ``held_most``, ``held_least`` and ``written`` are those of `Aligned`;
    ``late`` says how far down its article the later one stands; ``other_day`` that their sentences name other days;
    ``around`` how far their sentences are alike; ``number`` that one number stands in both; ``others`` that each names
    somebody of whom the other's sentence has no word.
    """

    wording: float
    held_most: float
    held_least: float
    written: float
    late: float
    other_day: bool
    around: float
    number: bool
    others: bool


@dataclass(frozen=True, slots=True)
class Sameness:
    """How likely it is that two statements say the same, and why."""

    probability: float
    reasons: tuple[Reason, ...]

    def without(self, kinds: frozenset[str]) -> float:
        """The same if the reasons of these kinds did not count."""
        weight = sum(reason.weight for reason in self.reasons if reason.kind in kinds)
        return 1 / (1 + math.exp(weight) * (1 / self.probability - 1)) if weight else self.probability


def compare_statements(a: Statement, b: Statement) -> Sameness:
    """The verdict on two statements, whatever either denies; which is given first never shows."""
    a, b = sorted((a, b), key=lambda statement: statement.key)
    aligned = align(a, b)
    levels = find_levels(a, b, aligned)
    told = list(_weigh(levels, aligned))
    reasons = tuple(Reason(kind, round(weight, 2), words) for kind, weight, words in told)
    return Sameness(1 / (1 + math.exp(-sum(weight for _, weight, _ in told))), reasons)


def _weigh(levels: Levels, aligned: Aligned) -> Iterator[tuple[str, float, str]]:
    """What each kind of evidence adds, and why; what rarely holds is told only where it does."""
    yield "wording", ALL + WORDING * levels.wording, _alike(aligned.most, aligned.least, "the other")
    context = HELD_MOST * levels.held_most + HELD_LEAST * levels.held_least
    yield "context", context, _alike(aligned.held_most, aligned.held_least, "the other's sentence")
    yield "sentences", AROUND * levels.around, f"{levels.around:.0%} of the one sentence's words have a like one there"
    yield "words", WRITTEN * levels.written, f"{levels.written:.0%} of the one's stand in that sentence"
    yield "place", LATE * levels.late, f"the later one stands {levels.late:.0%} down its article"
    if levels.other_day:
        yield "day", OTHER_DAY, "their sentences name other days of the week"
    if levels.number:
        yield "number", NUMBER, "one number stands in both"
    if levels.others:
        yield "names", OTHERS, "each names somebody of whom the other's sentence has no word"


def find_levels(a: Statement, b: Statement, aligned: Aligned) -> Levels:
    return Levels(
        BIAS + MOST * aligned.most + LEAST * aligned.least + WHOLE * aligned.whole,
        aligned.held_most,
        aligned.held_least,
        aligned.written,
        max(a.place, b.place),
        _name_other_days(a, b),
        aligned.around,
        count_alike(a, b),
        name_others(a, b),
    )


def _name_other_days(a: Statement, b: Statement) -> bool:
    """Both sentences name a day of the week, and none is named by both."""
    return bool(a.days and b.days) and not a.days & b.days


def _alike(most: float, least: float, where: str) -> str:
    return f"{most:.0%} of the one's words have a like one in {where}, {least:.0%} the other way"
