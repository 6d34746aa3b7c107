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
BIAS, MOST, LEAST, WHOLE = -7.94, 6.01, 6.01, 2.04
# All levels together, as training/sameness.py fits and prints them, on pairs that the second model never saw,
# and of no story that figures are given for.
ALL, WORDING, HELD_MOST, HELD_LEAST, LATE, OTHER_DAY = -5.08, 0.49, 1.7, 1.29, -2.82, -2.35
# Times, places, speakers and types of event in common were tried as levels too, and told nothing more; nor does the
# level `written` beside the others.
AROUND, NUMBER, OTHERS, NEARLY, CLOSE, FAR = 5.9, 1.27, -0.13, 1.15, -7.88, 1.58
NEARLY_FROM = 2.5  # the score by words alone of nearly the same words
CLOSE_FROM = 0.7  # the likeness of sentences of which one may be the other's copy


@dataclass(frozen=True, slots=True)
class Levels:
    """What two statements have in common, each level a number.

    ``wording`` is the score by their own words; ``held_most``, ``held_least`` and ``written`` are those of `Aligned`;
    ``late`` says how far down its article the later one stands; ``other_day`` that their sentences name other days;
    ``around`` how far their sentences are alike; ``number`` that one number stands in both; ``others`` that each names
    somebody of whom the other's sentence has no word. ``nearly`` is what the wording has above the score from which
    both say nearly the same, ``close`` what the likeness of the sentences has above that from which it does not tell
    any more which of their parts are meant, and ``far`` is ``late`` squared.
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
    nearly: float
    close: float
    far: float


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
    wording = ALL + WORDING * levels.wording + NEARLY * levels.nearly
    yield "wording", wording, _alike(aligned.most, aligned.least, "the other")
    context = HELD_MOST * levels.held_most + HELD_LEAST * levels.held_least
    yield "context", context, _alike(aligned.held_most, aligned.held_least, "the other's sentence")
    sentences = AROUND * levels.around + CLOSE * levels.close
    yield "sentences", sentences, f"{levels.around:.0%} of the one sentence's words have a like one there"
    place = LATE * levels.late + FAR * levels.far
    yield "place", place, f"the later one stands {levels.late:.0%} down its article"
    if levels.other_day:
        yield "day", OTHER_DAY, "their sentences name other days of the week"
    if levels.number:
        yield "number", NUMBER, "one number stands in both"
    if levels.others:
        yield "names", OTHERS, "each names somebody of whom the other's sentence has no word"


def find_levels(a: Statement, b: Statement, aligned: Aligned) -> Levels:
    wording = BIAS + MOST * aligned.most + LEAST * aligned.least + WHOLE * aligned.whole
    late = max(a.place, b.place)
    return Levels(
        wording,
        aligned.held_most,
        aligned.held_least,
        aligned.written,
        late,
        _name_other_days(a, b),
        aligned.around,
        count_alike(a, b),
        name_others(a, b),
        max(0.0, wording - NEARLY_FROM),
        max(0.0, aligned.around - CLOSE_FROM),
        late**2,
    )


def _name_other_days(a: Statement, b: Statement) -> bool:
    """Both sentences name a day of the week, and none is named by both."""
    return bool(a.days and b.days) and not a.days & b.days


def _alike(most: float, least: float, where: str) -> str:
    return f"{most:.0%} of the one's words have a like one in {where}, {least:.0%} the other way"
