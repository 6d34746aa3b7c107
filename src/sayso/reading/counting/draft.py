"""A number on its way to a quantity: where it stands, what it counts, what leaves it open."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.reading.counting.bounds import Bounded
from sayso.reading.counting.numerals import Numeral


@dataclass(frozen=True, slots=True)
class Draft:
    """A number between its place in the tokens and its unit; ``counted`` if the unit is no measure."""

    first: int
    last: int
    numeral: Numeral
    unit: str
    counted: bool
    open: Bounded
