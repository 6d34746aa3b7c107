"""What the tests of numbers ask of an invented text."""

from __future__ import annotations

from sayso.reading.quantities import find_quantities
from sayso.records.quantity import Quantity
from sayso.records.span import Span


def quantities(text: str) -> tuple[Quantity, ...]:
    return find_quantities(text, [Span(0, len(text))])


def told(text: str) -> list[tuple[str, str]]:
    """The words and the unit of each quantity."""
    return [(quantity.span.cut(text), quantity.unit) for quantity in quantities(text)]


def as_of(text: str) -> list[str | None]:
    """The words that date each quantity."""
    return [quantity.as_of.cut(text) if quantity.as_of else None for quantity in quantities(text)]
