"""Whether the words beside a number can date it."""

from __future__ import annotations

from sayso.reading.counting.as_of import Dating
from sayso.reading.counting.bounds import LASTING, LENGTHS
from sayso.reading.counting.counted import STOPS, is_plural
from sayso.reading.counting.draft import Draft
from sayso.reading.counting.outcome_words import OUTCOMES
from sayso.reading.counting.tokens import Tokens

DEFINITE = frozenset("the these those its his her their our my your all both".split())
ARTICLES = frozenset("a an the its their his her this that another".split())
# "The father of four boys", "one of five sons": those are no count of a day.
KIN = frozenset("child son daughter boy girl brother sister sibling grandchild".split())
OF_KIN = frozenset((whose, "of") for whose in "father mother parent parents widow one youngest eldest oldest".split())
# After an amount they date it, and begin no noun.
NO_NOUNS = frozenset("last next early late monday tuesday wednesday thursday friday saturday sunday".split())
# Where something lies is the same at any time: "50 miles south of".
DIRECTIONS = frozenset(
    """south north east west southeast southwest northeast northwest from away off above below long wide high tall
    deep""".split()
)


def dating_of(tokens: Tokens, draft: Draft) -> Dating:
    """How a number is dated: never where it describes ("a 12-mile race") or measures time and place."""
    if _describes(tokens, draft):
        return Dating.NEVER
    if draft.unit in LASTING:
        return Dating.SUMS
    if draft.unit in LENGTHS and _lies(tokens, draft):
        return Dating.NEVER
    if draft.unit in OUTCOMES:
        return Dating.FAR
    if draft.unit in KIN and tokens.words(draft.first - 2, 2) in OF_KIN:
        return Dating.NEVER
    before = tokens[draft.first - 1]
    definite = before.word in DEFINITE or before.word.endswith("'s")
    return Dating.SUMS if definite and draft.counted else Dating.NEAR


def _describes(tokens: Tokens, draft: Draft) -> bool:
    """A 12-mile race, a three hour meeting."""
    hyphen = tokens[draft.numeral.last]
    if hyphen.form == "-" and hyphen.glued:
        return True
    last = tokens[draft.last - 1]
    if not draft.counted and draft.unit.isupper() and tokens[draft.first - 1].word in ARTICLES:
        after = tokens[draft.last]
        return after.letters and after.word not in STOPS | NO_NOUNS  # "a $40 million contract"
    single = draft.numeral.value != 1 and last.letters and not is_plural(last.word) and not last.capital
    return draft.unit in LASTING and single and tokens[draft.last].letters


def _lies(tokens: Tokens, draft: Draft) -> bool:
    after = draft.last
    if tokens[after].form == "(":
        while tokens[after].form not in {")", " "}:
            after += 1
        after += 1
    if tokens[draft.first - 1].form == "(" and tokens[draft.last].form == ")":
        after = draft.last + 1
    return tokens[after].word in DIRECTIONS
