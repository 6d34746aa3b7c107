"""Who holds a post, where a source as written gives post, place and person in a row."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.linking.proper_names import PERSON
from sayso.linking.quoted.speakers import BODIES, TITLES
from sayso.reading.actors import is_pronoun
from sayso.records.actor import Actor, ActorKind

OF_MEDIA = frozenset("news times post press network".split())  # who holds a post there speaks for a medium
ABBREVIATION = re.compile(r"[A-Z]{2,5}")


def as_told(actor: Actor, text: str) -> Actor:
    """The actor, or the person whom one of its mentions tells to hold a post: the medium "SHO" is a police officer."""
    if actor.kind is ActorKind.PERSON:
        return actor
    for mention in actor.mentions:
        person = holder_of_post(mention.cut(text))
        if person is not None:
            return replace(actor, name=person, kind=ActorKind.PERSON, named=True)
    return actor


def holder_of_post(written: str) -> str | None:
    """Ann Reed of "SHO, Kell police station, Ann Reed" and of "Kell Police Station SHO Ann Reed"; None of others."""
    post, *where = re.split(r"\s*,\s*", written.strip(" ,"))
    if len(where) > 1 and _is_person(where[-1]):
        heads_body = ABBREVIATION.fullmatch(post) and any(map(_names_body, where[:-1]))
        return where[-1] if heads_body or post.split()[-1].lower() in TITLES else None
    words = written.split()
    for at, word in enumerate(words[1:-2], 1):
        is_post = ABBREVIATION.fullmatch(word) or word.lower() in TITLES
        if is_post and _names_body(" ".join(words[:at])) and _is_person(rest := " ".join(words[at + 1 :])):
            return rest
    return None


def _names_body(words: str) -> bool:
    return bool({word.lower() for word in words.split()} & (BODIES - OF_MEDIA))


def _is_person(name: str) -> bool:
    words = name.split()
    plain = not any(word.lower() in BODIES or is_pronoun(word.lower()) for word in words)
    return len(words) > 1 and plain and re.fullmatch(PERSON, name) is not None
