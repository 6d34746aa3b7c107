"""Where "one" counts, and is no pronoun or article."""

from __future__ import annotations

from sayso.reading.counting.draft import Draft
from sayso.reading.counting.outcome_words import OUTCOMES
from sayso.reading.counting.tokens import Tokens

# Before "one" these make it a pronoun.
BEFORE_PRONOUN = frozenset("no every any this that which the some each such".split())
# Beside "one day" these make it a measure.
AFTER_ONE_DAY = frozenset("after before earlier later ago apart".split())
BEFORE_ONE_DAY = frozenset("just only within for in than exactly".split())
# By what one leads: "a one-point lead".
MARGINS = frozenset("point vote goal seat".split())


def is_counted_one(tokens: Tokens, draft: Draft) -> bool:
    """True of one mile, one dead, a one-point lead and "five boats, then one more"; not of "one boat"."""
    last = draft.numeral.last
    if tokens[draft.numeral.first - 1].word in BEFORE_PRONOUN:
        return False
    if not draft.counted:
        return draft.unit != "day" or _lasts_a_day(tokens, draft)
    more = tokens[last].word == "more" and draft.last == last + 1 and bool(draft.unit)
    return more or draft.unit in OUTCOMES | {"person"} or (draft.unit in MARGINS and tokens[last].form == "-")


def _lasts_a_day(tokens: Tokens, draft: Draft) -> bool:
    """One day after the storm, for just one day; not "one day he will"."""
    return tokens[draft.last].word in AFTER_ONE_DAY or tokens[draft.first - 1].word in BEFORE_ONE_DAY
