"""Whom a pronoun stands for: the one most present who agrees with it in gender and number; nobody where two do."""

from __future__ import annotations

from sayso.patterns import compile_later
from sayso.reading.naming.context import Context
from sayso.reading.naming.entity import Entity
from sayso.reading.naming.mention import Mention
from sayso.reading.naming.runs import BODIES
from sayso.reading.naming.salience import CLEARLY
from sayso.reading.naming.vocabulary import Pronoun
from sayso.records.actor import ActorKind

# A pronoun that says something is more often one who speaks elsewhere in the article as well.
SPOKE = 2.0
# Who said something in the sentence before, or right above the quotation, goes on.
GOES_ON = 2.0
# And so does whoever does something in the same sentence.
ACTS = 3.0
# How far ahead somebody must be of whose gender the text says nothing: further than a subject is of an object.
UNSURE = 1.7
NO_PERSON = (*BODIES, ActorKind.COUNTRY, ActorKind.DOCUMENT, ActorKind.GROUP)
IN = compile_later(r"\bin (?:the )?$")
INITIALS = compile_later(r"[A-Z.&]{2,}$")


def resolve_pronoun(mention: Mention, context: Context, *, forced: bool = False) -> Entity | None:
    """The entity, or None; then ``context.between`` has the two that came too near each other, if there are two.

    "It" and "they" are looked up only where they say something or are ``forced``: elsewhere they may stand for nobody.
    A speaker is not called by name in what he says himself, and is no "he" inside his own quotation.
    """
    pronoun = mention.pronoun
    sources = context.speaking.get(mention, ())
    if pronoun is None or pronoun.first:
        return None
    if not sources and not forced and pronoun.gender not in ("m", "f"):
        return None
    excluded = {entity for source in sources for entity in context.named_in(source.contents)}
    if pronoun.gender in ("m", "f"):
        excluded |= {entity for source in sources for entity in context.people_in(source.contents)}
        excluded |= context.holders_of(mention)
    else:
        excluded |= _scenes(mention, context)

    before = None
    if sources and pronoun.gender in ("m", "f"):
        before = context.sayer_above(mention) or context.sayer_in(mention.sentence - 1)
    subject = _subject_before(mention, context) if sources else None

    def fits(entity: Entity) -> float:
        spoke = SPOKE if sources and entity.speaks else 1.0
        goes_on = ACTS if entity is subject else GOES_ON if entity is before else 1.0
        return 0.0 if entity in excluded else agreement(entity, pronoun) * spoke * goes_on

    def clearly(entity: Entity) -> float:
        return CLEARLY if entity.gender or entity is before or pronoun.gender not in ("m", "f") else UNSURE

    best, near = context.salience.best(mention.sentence, fits, clearly)
    if near:
        context.between[mention] = near
    return best


def _scenes(mention: Mention, context: Context) -> set[Entity]:
    """Where the same sentence has something happen, "in the country": that does nothing itself."""
    inside = (one for one in context.before(mention) if one.governed and IN.search(context.text, 0, one.span.start))
    return {context.whose[one] for one in inside if one in context.whose}


def _subject_before(mention: Mention, context: Context) -> Entity | None:
    """Whoever does something in the same sentence before the pronoun, the last of them that it agrees with:
    "the board has sued the line, which it says …". Nobody where another is acted on: "Quill greeted him, and he said".
    """
    if mention.pronoun is None:
        return None
    for one in reversed(context.before(mention)):
        other = one.pronoun
        acted_on = other is not None and one.object and not one.owning and other.case != "p"
        if acted_on and other is not None and other.gender == mention.pronoun.gender:
            return None
        entity = context.whose.get(one)
        free = not (one.governed or one.object or one.owning or one.quoted) and one.pronoun is None
        if free and entity is not None and agreement(entity, mention.pronoun) > 0:
            return entity
    return None


def agreement(entity: Entity, pronoun: Pronoun) -> float:
    """How well the entity may be meant, 0 to 1: by number, then by gender and kind."""
    if pronoun.plural:
        return fits_plural(entity)
    if entity.plural or entity.joint:
        return 0.0
    return fits_thing(entity) if pronoun.gender == "n" else fits_person(entity, pronoun.gender)


def fits_person(entity: Entity, gender: str) -> float:
    """For "he" and "she": who is known to be so before who may be, persons before names of no known kind."""
    if entity.gender:
        return float(entity.gender == gender)
    if entity.kind in NO_PERSON:
        return 0.0
    if entity.is_person():
        return 0.8
    if not entity.names:
        return 0.3
    longest = max(entity.names, key=len)
    if entity.is_place or (len(longest) == 1 and INITIALS.fullmatch(longest[0])):
        return 0.0
    if entity.speaks:
        return 0.6
    return 0.4 if len(longest) > 1 else 0.0


def fits_plural(entity: Entity) -> float:
    """For "they": several before a body."""
    if entity.plural or entity.joint:
        return 1.0
    if entity.kind in (*BODIES, ActorKind.GROUP):
        return 0.6
    if entity.is_person() or entity.gender in ("m", "f") or entity.kind in (ActorKind.DOCUMENT, ActorKind.COUNTRY):
        return 0.0
    return 0.3


def fits_thing(entity: Entity) -> float:
    """For "it": a body or document before a country, what has a name before what has none."""
    if entity.is_person() or entity.gender in ("m", "f"):
        return 0.0
    if entity.kind in (*BODIES, ActorKind.DOCUMENT):
        return 1.0
    if entity.kind is ActorKind.COUNTRY:
        return 0.7
    return 0.5 if entity.named else 0.2
