"""Whether two statements say the same: comparison levels, weighed, each with its reason in words."""

from __future__ import annotations

import math
from dataclasses import dataclass

from sayso.linking.compare.wording import Aligned, align
from sayso.linking.statements import Statement
from sayso.records.reason import Reason

# The second model was trained together with these weights (training/statements.py), on pairs of claims that careful
# readers judged; no article that figures are given for was among them.
BIAS, MOST, LEAST, WHOLE = -7.98, 6.02, 6.02, 2.02
OTHER_POLARITY = -0.8


@dataclass(frozen=True, slots=True)
class Sameness:
    """How likely it is that two statements say the same, and why; ``opposed`` if only one of them says "not".

    ``wording`` is the likelihood by their words alone, whatever is denied.
    """

    probability: float
    reasons: tuple[Reason, ...]
    opposed: bool
    wording: float


def compare_statements(a: Statement, b: Statement) -> Sameness:
    """The verdict on two statements; which is given first never shows."""
    aligned = align(a, b)
    opposed = (a.negated != a.denied) != (b.negated != b.denied)
    wording = BIAS + MOST * aligned.most + LEAST * aligned.least + WHOLE * aligned.whole
    reasons = [Reason("wording", round(wording, 2), _words(aligned))]
    if opposed:
        reasons.append(Reason("polarity", OTHER_POLARITY, "only one of them says that it is not so"))
    score = wording + (OTHER_POLARITY if opposed else 0.0)
    return Sameness(_likelihood(score), tuple(reasons), opposed, _likelihood(wording))


def _likelihood(score: float) -> float:
    return 1 / (1 + math.exp(-score))


def _words(aligned: Aligned) -> str:
    return f"{aligned.most:.0%} of the one's words have a like one in the other, {aligned.least:.0%} the other way"
