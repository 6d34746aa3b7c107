"""How one article depends on another."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.records.reason import Reason
from sayso.records.span import Span


class EdgeKind(StrEnum):
    COPIES = "copies"  # narrative words taken over, verbatim or reworked
    QUOTES_SAME = "quotes_same"  # the same quotation only
    CREDITS = "credits"  # the parent's outlet is named as the source
    COMMON_SOURCE = "common_source"  # both take from one text that may not be here
    UPDATES = "updates"  # a later version by the same outlet


class Direction(StrEnum):
    KNOWN = "known"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Shown:
    """These words of ``article`` are evidence."""

    article: str
    span: Span


@dataclass(frozen=True, slots=True)
class Edge:
    """``child`` depends on ``parent`` (an article), or on ``outside`` (a name of a piece that is not here).

    Where ``direction`` is unknown, child and parent might as well be the other way round. ``score`` is 0 to 1;
    ``runner_up`` says in words what else it might be.
    """

    child: str
    parent: str | None
    outside: str | None
    kind: EdgeKind
    direction: Direction
    score: float
    reasons: tuple[Reason, ...]
    shown: tuple[Shown, ...]
    runner_up: str | None = None

    def __post_init__(self) -> None:
        if (self.parent is None) == (self.outside is None):
            raise ValueError("an edge leads to an article or to a name outside, and never to both")
