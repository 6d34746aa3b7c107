"""Who or what can say or do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.records.span import Span


class ActorKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    GOVERNMENT_BODY = "government_body"
    COUNTRY = "country"
    MEDIA = "media"
    DOCUMENT = "document"
    GROUP = "group"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Actor:
    """The article speaks of somebody under this name.

    For now names are as written: two mentions share an actor only if they read the same or one is a
    part of the other's name. ``anonymity`` says what an unnamed actor is called ("official", "witness" ...).
    """

    id: str
    name: str
    kind: ActorKind
    named: bool
    anonymity: str | None
    roles: tuple[str, ...]
    mentions: tuple[Span, ...]
