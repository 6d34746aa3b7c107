"""One chain doing one thing with one content."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.records.attribution import Commitment, Stance
from sayso.records.event import About
from sayso.records.span import Span


class Voice(StrEnum):
    OWN = "own"
    ATTRIBUTED = "attributed"
    UNSETTLED = "unsettled"


class Basis(StrEnum):
    """How the holder knows, as the text tells."""

    SAID = "said"
    WITNESSED = "witnessed"
    DOCUMENT = "document"
    IMAGE = "image"
    INFERRED = "inferred"
    BACKGROUND = "background"
    NOT_GIVEN = "not given"


class Role(StrEnum):
    OUTLET = "outlet"
    AGENCY = "agency"
    RELAY = "relay"
    SPEAKER = "speaker"


class Scope(StrEnum):
    SENTENCE = "sentence"
    PASSAGE = "passage"
    PAGE = "page"


class Confidence(StrEnum):
    CLEAR = "clear"
    LIKELY = "likely"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Evidence:
    """These words show a link of a chain; ``kind`` is "source", "cue", "credit", "relay" or "page"."""

    kind: str
    scope: Scope
    span: Span | None


@dataclass(frozen=True, slots=True)
class Link:
    """One holder in a chain; ``does`` is the stance towards the next link, or the innermost's commitment.

    ``actor`` is an actor's id, or None for the outlet itself and for a source that the text does not name.
    """

    actor: str | None
    role: Role
    does: Stance | Commitment | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Party:
    """The innermost holder of a claim has a stake in it, for a reason in words, by the rule of this name.

    ``Party("the accused on the accusation: “charges”", "denial of an accusation")``.
    """

    reason: str
    rule: str


@dataclass(frozen=True, slots=True)
class Claim:
    """The article holds out ``content`` through ``chain``, from the outlet inwards to whose say-so it is.

    ``voice`` is own only where the outlet was judged to speak for itself; nothing becomes own because no
    attribution was found. ``about`` are the events that it tells of in its own words, not those of a claim inside it.
    ``party`` says why its innermost holder has a stake in it; None where no rule says so.
    """

    id: str
    content: tuple[Span, ...]
    voice: Voice
    attribution: str | None
    basis: Basis
    hedged: bool
    chain: tuple[Link, ...]
    confidence: Confidence
    score: float
    about: tuple[About, ...] = ()
    party: Party | None = None


class RelationKind(StrEnum):
    REPEATS = "repeats"
    SHORTENS = "shortens"
    REWORDS = "rewords"
    HARDENS = "hardens"
    SOFTENS = "softens"


@dataclass(frozen=True, slots=True)
class Relation:
    """Claim ``a`` does ``kind`` to claim ``b`` of the same article; ``missing`` are stretches of b that a drops."""

    a: str
    b: str
    kind: RelationKind
    missing: tuple[Span, ...] = ()
