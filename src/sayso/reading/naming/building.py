"""Entities into actors: which of them the reading lists, under which name, kind and id."""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from operator import attrgetter

from sayso.lists.actors import ListedActor
from sayso.lists.countries import Form
from sayso.lists.roles import Role
from sayso.patterns import compile_later
from sayso.reading.lists import Lists
from sayso.reading.naming.coding import code, find_listed
from sayso.reading.naming.entity import Entity
from sayso.reading.naming.runs import BODIES
from sayso.records.actor import Actor, ActorKind
from sayso.records.span import Span

INITIALS = compile_later(r"[A-Z][A-Z.&-]+")
ARTICLES = ("the ", "The ", "a ", "A ", "an ", "An ")
START = attrgetter("start", "end")
MOST_MENTIONS = 1000  # of one actor that a reading lists


def build_actors(
    entities: Sequence[Entity], speaking: set[Entity], spans: dict[Entity, list[Span]], lists: Lists, day: date | None
) -> dict[Entity, Actor]:
    """The actors in the order of their first mention, by entity; two that read alike have different ids.

    ``speaking`` are listed whatever they are; of the others those with a name or a description of people or bodies.
    ``spans`` are the full words of those mentions that are sources or media.
    """
    kept = [entity for entity in entities if entity in speaking or _is_actor(entity)]
    places = {entity: _places(entity, spans.get(entity, ())) for entity in kept}
    kept.sort(key=lambda entity: START(places[entity][0]) if places[entity] else (0, 0))
    actors: dict[Entity, Actor] = {}
    used: dict[str, int] = {}
    for entity in kept:
        name = name_of(entity, lists, day)
        used[name] = used.get(name, 0) + 1
        actors[entity] = _actor(entity, name, used[name], places[entity], lists, day)
    return actors


def name_of(entity: Entity, lists: Lists, day: date | None) -> str:
    """The fullest name, or the description; of a named body that is only described, without its article.

    Of a body that the article calls by its initials as well, the one of the two that the list calls it by.
    """
    name = " ".join(entity.name.split())
    forms = {" ".join(form) for form in entity.names}
    listed = find_listed(entity, lists.listed, day) if any(map(INITIALS.fullmatch, forms)) else None
    if listed is not None and listed.name in forms:
        return listed.name
    return without_article(name) if entity.named and not entity.names else name


def without_article(written: str) -> str:
    return next((written[len(article) :] for article in ARTICLES if written.startswith(article)), written)


def _is_actor(entity: Entity) -> bool:
    if entity.joint or entity.is_place or not entity.mentions:
        return False
    if entity.named and entity.names:
        return entity.kind is not ActorKind.UNKNOWN or entity.gender in ("m", "f")
    people = (ActorKind.PERSON, ActorKind.GROUP)
    if entity.head is None:
        return False
    authority = entity.head.kind is ActorKind.GOVERNMENT_BODY and bool(entity.head.sector)  # "the army"
    return entity.head.kind in people or authority or (entity.named and entity.head.kind in BODIES)


def _actor(entity: Entity, name: str, number: int, places: Sequence[Span], lists: Lists, day: date | None) -> Actor:
    listed = find_listed(entity, lists.listed, day)
    coded = code(entity, lists, day, listed)
    kind = kind_of(entity, lists, listed)
    return Actor(
        _id(name, number),
        name,
        kind,
        entity.named,
        None if entity.named else anonymity_of(entity, kind, lists.roles),
        tuple(without_article(role) for role in entity.described),
        tuple(places[:MOST_MENTIONS]),
        coded.country,
        coded.codes,
        coded.side,
    )


def kind_of(entity: Entity, lists: Lists, listed: ListedActor | None) -> ActorKind:
    """The kind that its row of the list or the text gives; of somebody with a gender, a person."""
    if listed is not None:
        return listed.kind
    forms = [lists.countries.get(" ".join(name)) for name in entity.names]
    if any(form is not None and form.form is Form.SEAT for form in forms):
        return ActorKind.GOVERNMENT_BODY
    if entity.kind is not ActorKind.UNKNOWN:
        return entity.kind
    return ActorKind.PERSON if entity.gender in ("m", "f") else ActorKind.UNKNOWN


def anonymity_of(entity: Entity, kind: ActorKind, roles: dict[str, Role]) -> str | None:
    """What an unnamed actor is called, by the head of its description, else by the last word that tells."""
    if entity.head is not None and entity.head.anonymity:
        return entity.head.anonymity
    words = [roles[word].anonymity for word in entity.written.lower().split() if word in roles]
    told = [word for word in words if word]
    if told:
        return told[-1]
    return {ActorKind.MEDIA: "media", ActorKind.DOCUMENT: "document"}.get(kind)


def _places(entity: Entity, spans: Iterable[Span]) -> list[Span]:
    """Every mention once, a source's or medium's with its full words in place of its head alone."""
    full = sorted(set(spans), key=START)
    ends = [span.end for span in full]
    kept = []
    for mention in entity.mentions:
        place = bisect_right(ends, mention.span.start)
        if place == len(full) or full[place].start >= mention.span.end:
            kept.append(mention.span)
    return sorted({*full, *kept}, key=START)


def _id(name: str, number: int) -> str:
    parts = ["actor", name] if number == 1 else ["actor", name, number]
    return "a" + hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:10]
