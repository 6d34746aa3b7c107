"""What a person judged of a claim."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.records.attribution import Commitment
from sayso.records.claim import Confidence, Voice
from sayso.records.span import Span


class Act(StrEnum):
    """What was done: a claim taken as right, refused, or set right; two said to be one point or apart; one undone."""

    ACCEPT = "accept"
    REJECT = "reject"
    EDIT = "edit"
    MERGE = "merge"
    SPLIT = "split"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Subject:
    """The claim with this content in every article whose text has this digest.

    ``text`` is the SHA-256 of the article's text, ``words`` that of the content's words: the log holds no word of an
    article. ``article`` and ``claim`` are the ids under which it was seen.
    """

    text: str
    spans: tuple[Span, ...]
    words: str
    article: str
    claim: str


@dataclass(frozen=True, slots=True)
class Seen:
    """What the machine's row told of the claim when it was judged."""

    voice: Voice
    does: Commitment | None
    hedged: bool
    speaker: str | None
    confidence: Confidence
    score: float


@dataclass(frozen=True, slots=True)
class Edited:
    """What the person put in place of what was seen; what is None or empty stays as it was.

    A ``speaker`` that is an empty string takes the speaker away.
    """

    spans: tuple[Span, ...] = ()
    voice: Voice | None = None
    does: Commitment | None = None
    hedged: bool | None = None
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """``coder`` did ``act`` at this time, for the reason ``why``; one entry of a log that is only added to.

    ``at`` is UTC. ``blind`` says that the coder saw no decision of others, ``settles`` that it ends a disagreement of
    coders. ``others`` are the claims that a merge puts into one point with the subject, or a split takes it apart from.
    ``undoes`` is the number of an earlier decision. ``model`` made what was seen. ``previous`` is the hash of the entry
    before; ``hash`` is the SHA-256 of all the rest.
    """

    number: int
    at: str
    coder: str
    act: Act
    blind: bool
    settles: bool
    subject: Subject | None
    seen: Seen | None
    edited: Edited | None
    others: tuple[Subject, ...]
    undoes: int | None
    why: str
    model: str
    previous: str
    hash: str
