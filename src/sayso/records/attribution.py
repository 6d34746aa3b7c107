"""Somebody is said to have said something."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.records.span import Span


class AttributionKind(StrEnum):
    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    UNMARKED = "unmarked"  # first-person speech without quotation marks


class Commitment(StrEnum):
    ASSERTS = "asserts"
    CONFIRMS = "confirms"
    DENIES = "denies"
    HEDGES = "hedges"
    INTENDS = "intends"
    ASKS = "asks"


class Stance(StrEnum):
    REPORTS = "reports"
    ENDORSES = "endorses"
    DISTANCES = "distances"


@dataclass(frozen=True, slots=True)
class Said:
    """When, where, on what occasion and to whom something was said, in the article's words."""

    timex: Span | None = None
    place: Span | None = None
    occasion: Span | None = None
    addressee: Span | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """The text puts ``content`` in the mouth, mind or hand of ``source``, by the words of ``cue``.

    ``speaker`` and ``relay`` are ids of actors; where the text does not settle who speaks, ``speaker`` is None and
    ``speaker_why`` says why ("no source given", "may be Ida Lund or Otto Varga"). ``nested_in`` is the id of the
    attribution in whose content this one lies. ``commitment`` is what the source does with the content, ``stance`` what
    the teller does with it. ``score`` is the chance, 0 to 1, that a careful reader would mark it so.
    """

    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: AttributionKind
    speaker: str | None
    nested_in: str | None
    commitment: Commitment
    stance: Stance
    relay: str | None
    said: Said
    score: float
    speaker_why: str | None = None
