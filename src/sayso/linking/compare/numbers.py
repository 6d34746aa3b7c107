"""Two numbers for the same thing: whether one number can be meant by both."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from math import floor, inf, log10

from sayso.reading.counting.as_of import is_cumulative
from sayso.reading.counting.units import in_base, same_unit
from sayso.records.quantity import Bound, Quantity

# How far a number called approximate may lie from the one that is meant.
ROUGHLY = 0.10
# Numbers that agree in this many leading figures agree where one of them is rounded.
LEADING = 2
# A number so written may be rounded: "1.2 million", "25,000".
ROUNDED = re.compile(r"\b(?:thousand|million|billion|trillion|lakh|crore)\b|,000\b|[0-9]\s?(?:m|mn|bn|tn|k)\b", re.I)
# Close to the number on one side of it: "just over", unlike "more than".
NEAR = re.compile(r"\b(?:nearly|almost|just|little|slightly|shy|quite)\b", re.I)
# What dates a count, without the word before it.
SIGNAL = re.compile(r"^(?:as of|by|since|on|until|through|in)\s+", re.I)


class NumberRelation(StrEnum):
    AGREES = "agrees"  # one number can be meant by both
    DIFFERS = "differs"
    UPDATE = "update"  # no number can, but they are counts of different times
    OTHER = "other"  # they count different things


@dataclass(frozen=True, slots=True)
class NumberVerdict:
    """Two quantities stand in this relation, for a reason in words.

    ``NumberVerdict(NumberRelation.DIFFERS, '"at least 25" against "12": no number fits both')``.
    """

    relation: NumberRelation
    why: str


@dataclass(frozen=True, slots=True)
class _Range:
    """Every number from ``low`` to ``high``, without the ends that are ``open``."""

    low: float
    high: float
    open: bool

    def meets(self, other: _Range) -> bool:
        low, high = max(self.low, other.low), min(self.high, other.high)
        return low < high or (low == high and self._holds(low) and other._holds(low))

    def _holds(self, point: float) -> bool:
        return not (self.open and point in (self.low, self.high))


def compare_quantities(a: Quantity, b: Quantity, text_a: str, text_b: str) -> NumberVerdict:
    """What ``a``, cut from ``text_a``, does to ``b``, cut from ``text_b``; the order of the two never matters.

    They are compared as if told of the same thing: whether they are is for the caller to know.
    """
    wordings = f'"{a.span.cut(text_a)}" against "{b.span.cut(text_b)}"'
    if not same_unit(a, b):
        return NumberVerdict(NumberRelation.OTHER, f"{wordings}: {_units(a, b)}")
    agreement = _agreement(a, b, text_a, text_b)
    if agreement is not None:
        return NumberVerdict(NumberRelation.AGREES, f"{wordings}: {agreement}")
    times = _times(a, b, text_a, text_b)
    if times is not None:
        return NumberVerdict(NumberRelation.UPDATE, f"{wordings}: no number fits both, but {times}")
    return NumberVerdict(NumberRelation.DIFFERS, f"{wordings}: no number fits both")


def _units(a: Quantity, b: Quantity) -> str:
    if not a.unit or not b.unit:
        return "what is counted is not told"
    return f"{a.unit} and {b.unit} are not the same thing"


def _agreement(a: Quantity, b: Quantity, text_a: str, text_b: str) -> str | None:
    """Why one number can be meant by both, or None if none can."""
    range_a, range_b = _range(a, text_a), _range(b, text_b)
    converted = a.unit != b.unit
    if range_a.meets(range_b):
        return "the same number" if _is_exact(a) and _is_exact(b) else "a number fits both"
    rough = converted or a.approximate or b.approximate
    if converted or a.approximate:
        range_a = _widened(range_a)
    if converted or b.approximate:
        range_b = _widened(range_b)
    if rough and range_a.meets(range_b):
        return f"they lie within {ROUGHLY:.0%} of each other"
    figures = LEADING if converted else max(LEADING, min(_figures(a), _figures(b)))
    rounded = rough or _is_rounded(a, text_a) or _is_rounded(b, text_b)
    return f"the same when rounded to {figures} figures" if rounded and _leading(a, b, figures) else None


def _is_exact(quantity: Quantity) -> bool:
    return quantity.low == quantity.high and not quantity.approximate


def _is_rounded(quantity: Quantity, text: str) -> bool:
    return ROUNDED.search(quantity.span.cut(text)) is not None


def _range(quantity: Quantity, text: str) -> _Range:
    """What the words leave open, in the base unit; "nearly 12" ends at 12 and begins not far below."""
    _, low, high = in_base(quantity)
    if quantity.bound is not None and NEAR.search(quantity.span.cut(text)):
        low = high - ROUGHLY * abs(high) if high is not None else low
        high = low + ROUGHLY * abs(low) if high is None and low is not None else high
    is_open = quantity.bound in {Bound.MORE_THAN, Bound.LESS_THAN}
    return _Range(-inf if low is None else low, inf if high is None else high, is_open)


def _widened(known: _Range) -> _Range:
    """The range of an approximate or converted number, a tenth wider on either side."""
    low = known.low if known.low == -inf else known.low - ROUGHLY * abs(known.low)
    high = known.high if known.high == inf else known.high + ROUGHLY * abs(known.high)
    return _Range(low, high, False)


def _figures(quantity: Quantity) -> int:
    """How many figures the number has before its last noughts: 2 of 1,200,000."""
    return len(f"{quantity.value or 0.0:.12e}".split("e")[0].replace(".", "").rstrip("0"))


def _leading(a: Quantity, b: Quantity, figures: int) -> bool:
    """True if both name one number and it is the same in its first ``figures`` figures."""
    (_, low_a, high_a), (_, low_b, high_b) = in_base(a), in_base(b)
    if low_a is None or low_b is None or low_a != high_a or low_b != high_b or not (low_a and low_b):
        return False
    step = 10.0 ** (floor(log10(max(abs(low_a), abs(low_b)))) - figures + 1)
    return floor(low_a / step + 0.5) == floor(low_b / step + 0.5)


def _times(a: Quantity, b: Quantity, text_a: str, text_b: str) -> str | None:
    """Why the two may be counts of different times, or None if nothing says so."""
    times = [quantity.as_of.cut(text) for quantity, text in ((a, text_a), (b, text_b)) if quantity.as_of]
    if len(times) == 2 and _named(times[0]) == _named(times[1]):
        return None
    for wording in times:
        if is_cumulative(wording):
            return f'"{wording}" sums up what was counted until then'
    if len(times) == 2:
        return f'"{times[0]}" and "{times[1]}" are different times'
    return None


def _named(wording: str) -> str:
    """The time without the word that leads to it: "by Friday" and "on Friday" name one day."""
    return " ".join(SIGNAL.sub("", wording).lower().split())
