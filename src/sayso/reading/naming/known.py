"""Whom a definite description stands for among those that the article has named or described."""

from __future__ import annotations

import re

from sayso.patterns import compile_later
from sayso.reading.naming.context import Context
from sayso.reading.naming.descriptions import ANY_BODY, fits_body, is_called, same_words
from sayso.reading.naming.entity import Entity
from sayso.reading.naming.mention import Mention
from sayso.reading.naming.pronouns import SPOKE
from sayso.reading.naming.runs import is_body
from sayso.records.actor import ActorKind

NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4}
ALL = compile_later(
    r"(?:all|the|these|those) (two|three|four)(?: (?:sources|sides|parties|bodies))?|(both)", re.IGNORECASE
)
UNNAMED = frozenset("source official witness".split())  # what those are called who stay without a name
NEAR = 2  # sentences back to those whom "all three" are
WITHIN = 3  # sentences back to those that "the sources" are


def resolve_known(mention: Mention, context: Context) -> Entity | None:
    """Who is called so; the sole one, or else the most present. None, with ``context.between``, where two may be.

    Nobody names himself in his own quotation.
    """
    counted = _counted(mention, context)
    if counted is not None:
        return counted
    role, owner = mention.role, context.whose.get(mention.owner) if mention.owner else None
    if mention.owner is not None and role is not None and role.kind is ActorKind.COUNTRY:
        return context.countries_named.get(owner.nation if owner else "")  # "his country"
    quoted = context.named_in_quotations_of(mention)
    called = [one for one in context.roles.called(mention) if one not in quoted]
    if role is not None and is_body(role) and not any(one.named for one in called):
        called = []
    if mention.owner is not None:
        called = _owned(called, owner)
    if len(called) > 1 and "first" in mention.words[:-1]:  # "the first official", after "another official"
        return min(called, key=lambda one: one.number)
    if called:
        return _most_present(called, mention, context)
    same = context.described.get(same_words(mention))
    if same is not None:
        return same
    if role is not None and role.plural and role.word in UNNAMED:
        return _anonymous(mention, context)
    if role is None or role.plural:
        return None
    spoke = SPOKE if mention in context.speaking else 1.0

    theirs = owner is not None and owner.kind in (ActorKind.PERSON, ActorKind.UNKNOWN) and role.word in ANY_BODY

    def fits(entity: Entity) -> float:
        if entity in quoted or (theirs and not is_called(entity, role)):  # "Varga's team" is no body named elsewhere
            return 0.0
        return fits_body(entity, role) * (spoke if entity.speaks else 1.0)

    best, near = context.salience.best(mention.sentence, fits)
    if near:
        context.between[mention] = near
    return best


def resolve_all(mention: Mention, context: Context) -> Entity | None:
    """ "All three sources", right after three who said something together."""
    told = ALL.fullmatch(" ".join(mention.span.cut(context.text).split()))
    number = NUMBERS[(told[1] or told[2]).lower()] if told else 0
    near = number and mention.sentence - context.together_at <= NEAR
    return context.joined(context.together) if near and len(context.together) == number else None


def _counted(mention: Mention, context: Context) -> Entity | None:
    """ "the two leaders", "both presidents": as many as the article calls so."""
    role = mention.role
    number = next((NUMBERS[word] for word in map(str.lower, mention.words) if word in NUMBERS), 0)
    if role is None or not role.plural or not number:
        return None
    if role.kind is ActorKind.COUNTRY:
        called = list(context.countries_named.values())
    else:
        called = [one for one in context.roles.called(mention, singly=True) if one.named]
    present = [one for one in called if one in context.seen]
    return context.joined(tuple(present)) if len(present) == number else None


def _anonymous(mention: Mention, context: Context) -> Entity | None:
    """ "The sources", after "people familiar with the talks": the last people without a name, if it was only those."""
    near = [
        one
        for one in context.salience.present()
        if one.plural and not one.named and not one.joint and one.head is not None and one.head.anonymity in UNNAMED
        and one.mentions and mention.sentence - one.mentions[-1].sentence <= WITHIN
    ]  # fmt: skip
    return near[0] if len(near) == 1 else None


def _owned(called: list[Entity], owner: Entity | None) -> list[Entity]:
    """ "Her brother": one who is known to be hers before one of nobody known."""
    others = [one for one in called if one is not owner]
    owned = [one for one in others if owner is not None and one.owner is owner]
    return owned or [one for one in others if one.owner is None or owner is None]


def _most_present(called: list[Entity], mention: Mention, context: Context) -> Entity | None:
    present = [one for one in called if one in context.seen]
    exact = [one for one in present if mention.role and mention.role.word in one.roles and not mention.nation]
    for some in (called, present, exact):
        if len(some) == 1:
            return some[0]
    wanted = set(called)
    best, _ = context.salience.best(mention.sentence, lambda entity: float(entity in wanted))
    if best is None:
        context.between[mention] = tuple(called)
    return best
