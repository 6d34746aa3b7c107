"""What happened, as one claim tells it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.records.span import Span


class EventType(StrEnum):
    """The types of PLOVER 0.8."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class EventFlag(StrEnum):
    """Why an event is no news of what has just happened."""

    BACKGROUND = "background"  # told to explain the news: over a month old, or marked so by the text
    HISTORICAL = "historical"  # over a year before the article's day
    FUTURE = "future"  # it has not happened yet
    HYPOTHETICAL = "hypothetical"  # under a condition, or only possible
    NEGATED = "negated"  # the words say that it did not happen
    OPINION = "opinion"  # somebody holds that it should or must happen


class Factuality(StrEnum):
    """How far a holder is committed to an event having happened: FactBank's values."""

    CERTAIN = "CT+"
    PROBABLE = "PR+"
    POSSIBLE = "PS+"
    UNCOMMITTED = "Uu"
    POSSIBLY_NOT = "PS-"
    PROBABLY_NOT = "PR-"
    CERTAINLY_NOT = "CT-"


@dataclass(frozen=True, slots=True)
class Participant:
    """The words of ``span`` stand for an actor of the article (its id) in an event."""

    actor: str
    span: Span


@dataclass(frozen=True, slots=True)
class Event:
    """One claim tells of a happening of this type; ``span`` are the words that stand for it ("were expelled").

    ``actors`` do it and ``recipients`` are those it is done to or with, as the claim's own words tell; both are empty
    where they do not. ``modes`` are PLOVER's ("arrest", "aerial"). ``timex``, ``toponym`` and ``quantities`` are the
    spans of the article's times, places and numbers that belong to it. ``score`` is the chance, 0 to 1, of the type
    among all types, less where no actor or recipient is told, and ``runner_up`` the next likely type.
    """

    id: str
    type: EventType
    modes: tuple[str, ...]
    span: Span
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    timex: Span | None
    toponym: Span | None
    quantities: tuple[Span, ...]
    flags: tuple[EventFlag, ...]
    score: float
    runner_up: EventType | None = None


@dataclass(frozen=True, slots=True)
class About:
    """A claim tells of the event of this id; ``factuality`` has one value a link of the claim's chain."""

    event: str
    factuality: tuple[Factuality, ...]
