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
    """The article speaks of somebody under this name, at these places.

    ``name`` is the fullest that the article gives; of somebody without one, the words that describe them.
    ``anonymity`` says what an unnamed actor is called ("official", "witness" ...). ``roles`` are the titles and
    descriptions beside the name, in the article's words. ``country`` is ISO 3166 alpha-3; ``codes`` are country and
    PLOVER sector ("RUSGOV") and ``side`` whose party it is, from lists that can be edited; all three are empty where
    neither text nor list tells.
    """

    id: str
    name: str
    kind: ActorKind
    named: bool
    anonymity: str | None
    roles: tuple[str, ...]
    mentions: tuple[Span, ...]
    country: str | None = None
    codes: tuple[str, ...] = ()
    side: str | None = None
