"""Numbers that count or measure something."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.records.span import Span


class Bound(StrEnum):
    """On which side of ``value`` the words leave the number open."""

    AT_LEAST = "at least"
    AT_MOST = "at most"
    MORE_THAN = "more than"
    LESS_THAN = "less than"


@dataclass(frozen=True, slots=True)
class Quantity:
    """The words of ``span`` say how many or how much of ``unit`` there are.

    "At least 25 militants" is ``Quantity(span, 25.0, 25.0, None, Bound.AT_LEAST, False, "militant", None)``.
    ``value`` is the number named, or None where none is ("dozens", "10 to 15"); ``low`` and ``high`` are what the
    words leave open, both included unless ``bound`` is "more than" or "less than", and None where there is no
    end. ``approximate`` is true of "about 12" and "dozens", never of "12". ``unit`` is a currency code, "percent",
    "share" (a third is 0.333 of it), a measure ("km"), "dead", "injured", "arrested" or "displaced" where that is
    what becomes of those counted ("casualty": dead or injured), else the noun in the singular ("militant"); it is
    empty where the text does not tell. ``as_of`` are the words that date or sum up the count ("so far", "by Monday
    evening"), not those that date somebody's saying so.
    """

    span: Span
    value: float | None
    low: float | None
    high: float | None
    bound: Bound | None
    approximate: bool
    unit: str
    as_of: Span | None
