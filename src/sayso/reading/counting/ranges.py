"""Two numbers that are one: "between 10 and 15", "two or three", "$10-15 million", "one in five"."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.reading.counting.number_words import ONES, SCALES, TENS
from sayso.reading.counting.numerals import Numeral, figures_value, read_numeral
from sayso.reading.counting.tokens import Tokens
from sayso.reading.counting.units import SIGNS, read_unit

DASHES = frozenset("-–—")
# "A range from 10 to 15": anything else goes from one count to another.
RANGE = frozenset("range ranges ranged ranging anywhere vary varies varied varying".split())
# Denominators of "one in"; anything else is "one in 2014".
ONE_IN = frozenset({2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 12.0, 20.0, 50.0, 100.0, 1e3})


# How many times the second end of a range after "by" may be the first.
MOST_APART = 10
# Right before the subject of a clause.
BEFORE_SUBJECT = frozenset("that about around roughly nearly almost only some least than said and but".split())
# "37 million out of 44 million" are two counts.
MOST_OUT_OF = 1e3


@dataclass(frozen=True, slots=True)
class Pair:
    """``a`` and ``b`` stand side by side, joined by ``joint`` ("to", "or", "and", "-"); ``first`` may be "between"."""

    a: Numeral
    b: Numeral
    joint: str
    first: int

    @property
    def rises(self) -> bool:
        """True if the first number is the smaller one, as in a range, and not in a score."""
        return self.a.value is not None and self.b.value is not None and self.a.value < self.b.value

    def joined(self) -> Numeral:
        """The range as one number whose value is open."""
        return Numeral(self.first, self.b.last, None, self.a.low, self.b.high, self.a.rough or self.b.rough)


def read_pair(tokens: Tokens, a: Numeral, first: int, *, money: bool = False) -> Pair | None:
    """The pair that ``a`` opens; ``first`` is where it begins, sign of money included. None if it stands alone.

    "From 10 to 15" is none: the two are counts of their own. A "10- to 15-mile walk" is one.
    """
    between = tokens[first - 1].word == "between"
    double = [tokens[at].form for at in (a.last, a.last + 1)] == ["-", "-"] and tokens[a.last + 1].glued
    hangs = (
        tokens[a.last].form == "-" and tokens[a.last + 1].word in {"to", "or", "and"} and not tokens[a.last + 1].glued
    )
    joint_at = a.last + 1 if hangs or double else a.last
    if not hangs and tokens[a.last].form not in DASHES and (between or tokens[a.last].form == "%"):
        unit = read_unit(tokens, a.last)
        joint_at = unit[1] if unit else a.last
    joint = _joint(tokens, joint_at, between)
    ranges = tokens[first - 1].word == "from" and tokens[first - 2].word in RANGE
    if joint is None or a.share or (_goes_from(tokens, first) and not ranges):
        return None
    signed = tokens[joint_at + 1].form in SIGNS
    b = read_numeral(tokens, joint_at + 2 if signed else joint_at + 1, money=money or signed)
    if (signed and not money) or (b is not None and tokens[a.last].form == "%" != tokens[b.last].form):
        return None  # "rose 8% to $33 million", "until March 3 to $5 million"
    if b is None or b.share or b.value is None or a.value is None:
        return None
    if joint == "to" and tokens[first - 1].word == "by" and b.value > MOST_APART * a.value:
        return None  # "fell by 12,000 to 1.3 million"
    return Pair(_scaled_alike(a, b, tokens), b, joint, first - 1 if between else first)


def _goes_from(tokens: Tokens, first: int) -> bool:
    """From 10; from the current 10."""
    word = tokens[first - 1].word
    return word == "from" or (word in {"current", "present", "previous"} and "from" in tokens.words(first - 3, 2))


def _joint(tokens: Tokens, place: int, between: bool) -> str | None:
    token, after = tokens[place], tokens[place + 1]
    double = tokens[place - 1].form == "-" and after.figures  # "30 -- 40 days"
    if token.form in DASHES and token.glued and (after.glued or double):
        return "-"
    if between:
        return token.word if token.word in {"and", "to"} else None
    return token.word if token.word in {"to", "or"} else None


def _scaled_alike(a: Numeral, b: Numeral, tokens: Tokens) -> Numeral:
    """In "1 to 2 million" the first is a million, too; in "500 to 1,000" it is not."""
    figures = _first_number(tokens, b)
    if a.value is None or b.value is None or figures is None or figures == b.value or a.last - a.first > 1:
        return a
    scale = b.value / figures if figures else 1.0
    if a.value >= b.value or a.value >= 1000 or scale not in SCALES.values():
        return a
    return Numeral(a.first, a.last, a.value * scale, a.value * scale, a.value * scale, a.rough)


def _first_number(tokens: Tokens, numeral: Numeral) -> float | None:
    """The number of the numeral's first token by itself, without the "million" after it."""
    token = tokens[numeral.first]
    return figures_value(token.form) if token.figures else ONES.get(token.word) or TENS.get(token.word)


def read_one_or_two(tokens: Tokens, place: int) -> tuple[Numeral, str | None] | None:
    """A year or two, a ferry or two, an hour and a half; with the measure that the noun is, if any."""
    if tokens[place].word not in {"a", "an"}:
        return None
    unit = read_unit(tokens, place + 1)
    if tokens.words(place + 2, 2) == ("or", "two"):
        return Numeral(place, place + 4, None, 1.0, 2.0), unit[0] if unit else None
    if unit and tokens.words(place + 2, 3) == ("and", "a", "half"):
        return Numeral(place, place + 5, 1.5, 1.5, 1.5), unit[0]
    return None


def read_odds(tokens: Tokens, a: Numeral) -> Numeral | None:
    """One in five, nine out of ten, as the share that it is."""
    out_of = tokens.words(a.last, 2) == ("out", "of")
    bound = tokens.words(a.last, 3) == ("-", "in", "-") and tokens[a.last + 1].glued
    start = a.last + (3 if bound else 2 if out_of else 1)
    if a.value is None or not (out_of or bound or tokens[a.last].word == "in"):
        return None
    b = read_numeral(tokens, start)
    if b is None or b.value is None or not 0 < a.value < b.value <= MOST_OUT_OF or read_unit(tokens, b.last):
        return None
    odd = b.value in ONE_IN and (a.value == 1 or b.value == 10 or (b.value <= 5 and _opens(tokens, a.first)))
    if not (out_of or bound or odd):
        return None
    share = a.value / b.value
    return Numeral(a.first, b.last, share, share, share, rough=True, share=True)


def _opens(tokens: Tokens, first: int) -> bool:
    """True where a subject begins: "three in five ferries were late", unlike "it lost three in five games"."""
    before = tokens[first - 1]
    return not before.letters or before.word in BEFORE_SUBJECT
