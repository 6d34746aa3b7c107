"""Articles and who speaks in them as entities of FollowTheMoney, one JSON object a line.

A small part of that model: Article; Person, Organization, PublicBody and LegalEntity for actors with a name; a Mention
of each; a Documentation for each that says something, with the words. An actor is an entity of one article: who is the
same in two is for the program that takes them to find. Unnamed sources are nobody's entity.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from sayso.exports.cells import encode_json
from sayso.exports.selection import Selection
from sayso.exports.withholding import words_of
from sayso.records.actor import Actor, ActorKind
from sayso.records.claim import Claim, Role, Voice
from sayso.records.reading import Reading

SCHEMATA = {
    ActorKind.PERSON: "Person",
    ActorKind.ORGANISATION: "Organization",
    ActorKind.MEDIA: "Organization",
    ActorKind.GOVERNMENT_BODY: "PublicBody",
    ActorKind.COUNTRY: "LegalEntity",
    ActorKind.GROUP: "LegalEntity",
    ActorKind.UNKNOWN: "LegalEntity",
}  # a document is no legal entity
SPEAKER = "speaker"


def export(selection: Selection) -> Iterator[bytes]:
    """A line an entity: each article, followed by those in it."""
    for reading in selection.readings():
        for entity in entities_of(reading):
            yield encode_json(entity) + b"\n"


def entities_of(reading: Reading) -> Iterator[dict[str, Any]]:
    """The article, then each named actor with its mention, and its statements if it makes any."""
    article = _article(reading)
    yield article
    for actor in reading.actors:
        if actor.named and actor.kind in SCHEMATA:
            yield from _actor(actor, reading, article["id"])


def entity_id(*parts: str) -> str:
    """An id of letters and digits, as FollowTheMoney wants it: the same for the same thing."""
    return "sayso-" + hashlib.sha256(json.dumps(parts).encode("ascii")).hexdigest()[:32]


def _entity(entity: str, schema: str, /, **properties: list[str | None]) -> dict[str, Any]:
    """Properties without a value are left out; all are lists of strings."""
    held = {name: [value for value in values if value] for name, values in properties.items()}
    return {"id": entity, "schema": schema, "properties": {name: values for name, values in held.items() if values}}


def _article(reading: Reading) -> dict[str, Any]:
    article = reading.article
    return _entity(
        entity_id("article", article.id),
        "Article",
        name=[article.title or article.id],
        fileName=[article.id],
        title=[article.title],
        author=[*article.authors],
        publisher=[article.outlet],
        sourceUrl=[article.url],
        publishedAt=[_day(reading)],
        bodyText=[article.text],
    )


def _day(reading: Reading) -> str | None:
    """The day alone: a time would be taken for UTC, which pages do not tell."""
    published = reading.article.published
    return published.time[:10] if published else None


def _actor(actor: Actor, reading: Reading, article: str) -> Iterator[dict[str, Any]]:
    schema = SCHEMATA[actor.kind]
    who = entity_id("actor", reading.article.id, actor.id)
    positions: dict[str, list[str | None]] = {"position": [*actor.roles]} if schema == "Person" else {}
    yield _entity(who, schema, name=[actor.name], proof=[article], **positions)
    mention = entity_id("mention", reading.article.id, actor.id)
    yield _entity(mention, "Mention", document=[article], resolved=[who], name=[actor.name], detectedSchema=[schema])
    said = [claim for claim in reading.claims if _is_word_of(actor, claim)]
    if said:
        yield _entity(
            entity_id("said", reading.article.id, actor.id),
            "Documentation",
            document=[article],
            entity=[who],
            role=[SPEAKER],
            date=[_day(reading)],
            recordId=[claim.id for claim in said],
            summary=[_words(claim, reading) for claim in said],
        )


def _is_word_of(actor: Actor, claim: Claim) -> bool:
    """Whether the claim is this actor's own word, not one that it passes on."""
    last = claim.chain[-1] if claim.chain else None
    return last is not None and claim.voice is Voice.ATTRIBUTED and last.role is Role.SPEAKER and last.actor == actor.id


def _words(claim: Claim, reading: Reading) -> str:
    return " … ".join(word for span in claim.content if (word := words_of(reading, span)))
