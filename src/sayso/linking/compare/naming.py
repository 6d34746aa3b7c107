"""What two statements both name, and what each names that the other does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.linking.statements import Statement


def count_alike(a: Statement, b: Statement) -> bool:
    """Whether one number stands in both, whatever it counts: "32 million viewers", "32 million people"."""
    return bool(a.counted & b.counted)


def name_others(a: Statement, b: Statement) -> bool:
    """Whether each names somebody or something of which the other's whole sentence has no word."""
    return bool(a.names - b.around.known) and bool(b.names - a.around.known)
