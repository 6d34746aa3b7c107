"""How one quotation stands to another that may be the same utterance."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.records.span import Span


class DriftKind(StrEnum):
    EXACT = "exact"  # word for word the same
    SHORTENED = "shortened"  # the one is the other with words left out
    REWORDED = "reworded"  # plainly one utterance, with words changed, added or reordered
    JOINED = "joined"  # the one runs together what stood apart in the other
    SIMILAR = "similar"  # few words in common, the same content: as if translated twice
    DIFFERENT = "different"  # two utterances


class PieceKind(StrEnum):
    SAME = "same"
    LEFT_OUT = "left out"  # stands in a only
    ADDED = "added"  # stands in b only
    CHANGED = "changed"  # stands in both, in other words


@dataclass(frozen=True, slots=True)
class Piece:
    """These words of a became these words of b: ``a`` cuts the one text, ``b`` the other.

    ``Piece(PieceKind.ADDED, None, Span(4, 9))``: b has five characters that a lacks.
    """

    kind: PieceKind
    a: Span | None
    b: Span | None

    def __post_init__(self) -> None:
        if (self.a is None, self.b is None) != (self.kind == PieceKind.ADDED, self.kind == PieceKind.LEFT_OUT):
            raise ValueError(f"a piece that is {self.kind.value!r} cannot have the spans {self.a} and {self.b}")


@dataclass(frozen=True, slots=True)
class Drift:
    """Quotation b stands to quotation a as ``kind`` says, piece by piece.

    Of "We will not go home" and "we will not stay home": ``Drift(DriftKind.REWORDED, 0.8, (same, changed, same),
    "1 changed")``. ``share`` is the share of the shorter quotation's words that the other has in the same order, 0 to
    1. ``pieces`` hold every word of both that was compared, in the order of both; no piece runs over what a reporter
    says between two parts of a quotation.
    """

    kind: DriftKind
    share: float
    pieces: tuple[Piece, ...]
    reason: str
