"""Whom "some of them" and "others" are part of: the group that the article has just spoken of."""

from __future__ import annotations

import re

from sayso.patterns import compile_later
from sayso.reading.naming.context import Context
from sayso.reading.naming.entity import Entity
from sayso.reading.naming.mention import Mention
from sayso.reading.naming.runs import BODIES
from sayso.records.actor import ActorKind

PART = compile_later(
    r"(?P<part>some|many|most|several|few|a few|none|all|both|one|two|three|four|five|others?"
    r"|dozens|hundreds|thousands)"
    r"(?P<them> (?:of|among) (?:them|these|those))?",
    re.IGNORECASE,
)
MANY = (ActorKind.GROUP, ActorKind.PERSON, *BODIES)
DETERMINED = compile_later(
    r"(?:the|these|those|his|her|its|their|our|my|an?|some|many|most|several|all|[a-z]+ of|\d[\d,]*)\b", re.IGNORECASE
)


def resolve_part(mention: Mention, context: Context) -> Entity | None:
    """A new entity that goes by the group's name ("some of the rowers"); None where the words or the group are not so.

    With a pronoun the group is the one most present; without, it has to stand in the same sentence.
    """
    told = PART.fullmatch(" ".join(mention.span.cut(context.text).split()))
    if told is None or mention.role is not None:
        return None
    whole = _most_present(mention, context) if told["them"] else _before(mention, context)
    if whole is None:
        return None
    entity = context.unnamed(mention)
    entity.whole, entity.plural = whole, told["part"].lower() != "one"
    entity.kinds[ActorKind.GROUP if entity.plural else ActorKind.PERSON] += 2
    entity.written = f"{told['part'].lower()} of {_with_article(whole.name)}"
    return entity


def _is_people(entity: Entity) -> bool:
    return entity.plural and not entity.joint and entity.kind in MANY and entity.whole is None


def _most_present(mention: Mention, context: Context) -> Entity | None:
    best, _ = context.salience.best(mention.sentence, lambda entity: float(_is_people(entity)))
    return best


def _before(mention: Mention, context: Context) -> Entity | None:
    """The people of the sentence before the words: of whom parts were told already, the subjects, or else the last."""
    before = [(one, context.whose[one]) for one in context.before(mention) if one in context.whose]
    parts = [entity.whole for _, entity in before if entity.whole is not None]
    people = [(one, entity) for one, entity in before if _is_people(entity)]
    free = [entity for one, entity in people if not one.governed and not one.object and not one.owning]
    return next(reversed(parts or free or [entity for _, entity in people]), None)


def _with_article(name: str) -> str:
    if name.startswith("The "):
        return "the " + name.removeprefix("The ")
    return name if DETERMINED.match(name) or name[:1].isupper() else f"the {name}"
