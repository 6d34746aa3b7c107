"""Numbers below none: "minus 12 degrees", "-0.4 percent", "12 degrees below zero"."""

from __future__ import annotations

from dataclasses import replace

from sayso.reading.counting.draft import Draft
from sayso.reading.counting.tokens import Tokens

# Measures that fall below none.
FALLING = frozenset({"degree C", "degree F", "degree", "percent"})
SIGNS = "-−–"


def below_none(tokens: Tokens, draft: Draft | None) -> Draft | None:
    """The draft, with the sign or the words that put its number below none."""
    if draft is None or draft.unit not in FALLING or draft.numeral.value is None:
        return draft
    zero = tokens.words(draft.last, 2) == ("below", "zero") and draft.unit != "percent"
    if not (zero or tokens[draft.first - 1].word == "minus" or _has_sign(tokens, draft.first)):
        return draft
    value = -draft.numeral.value
    first, last = (draft.first, draft.last + 2) if zero else (draft.first - 1, draft.last)
    return replace(draft, first=first, last=last, numeral=replace(draft.numeral, value=value, low=value, high=value))


def _has_sign(tokens: Tokens, first: int) -> bool:
    """True of "-5 degrees" and "(-5%)", not of "2-5%"."""
    sign = tokens[first - 1]
    alone = not sign.glued or tokens[first - 2].form == "("
    return sign.form in SIGNS and tokens[first].glued and alone
