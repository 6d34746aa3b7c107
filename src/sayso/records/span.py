"""A stretch of a text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """One stretch of the stored text: half-open, in Unicode code points.

    ``Span(0, 5).cut("Putin said")`` is ``"Putin"``.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span runs forwards from 0 or more, not {self.start}-{self.end}")

    @classmethod
    def trimmed(cls, text: str, start: int, end: int) -> Span | None:
        """The span without outer white space, or None if nothing is left."""
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        return cls(start, end) if start < end else None

    def cut(self, text: str) -> str:
        """Exactly the words that the span marks."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def __len__(self) -> int:
        return self.end - self.start


def hull(spans: Iterable[Span]) -> Span:
    """The shortest span that covers all of ``spans`` (at least one)."""
    listed = sorted(spans)
    return Span(listed[0].start, max(span.end for span in listed))
