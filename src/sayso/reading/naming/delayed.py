"""Who is described before the name: "His lawyer insists …", then "… said Otto Varga" with no word of who that is."""

from __future__ import annotations

from sayso.reading.naming.context import Context
from sayso.reading.naming.entity import Entity
from sayso.reading.naming.mention import Definiteness, Mention, Shape
from sayso.records.actor import ActorKind

LEDE = 2  # sentences at the head of the text
WITHIN = 2  # sentences from the description to the name
FEWEST_WORDS = 2  # of the name: it is given in full where somebody enters
NEVER_NAMED = frozenset("source witness".split())  # what the unnamed are called who stay so


def name_later(context: Context) -> None:
    """Lays each such description to the name, wherever only one of them fits."""
    entering = [(entity.mentions[0], entity) for entity in context.entities if _enters_bare(entity, context)]
    entering.sort(key=lambda one: one[0].span.start)
    for described in [one for one in context.entities if _awaits_name(one, context)]:
        named = next((entity for mention, entity in entering if _follows(mention, entity, described, context)), None)
        if named is not None:
            context.merge(described, named)
            entering = [(mention, entity) for mention, entity in entering if entity is not named]
    for described in [one for one in context.entities if _awaits_title(one, context)]:
        titled = [entity for entity in context.entities if _bears_title(entity, described, context)]
        if len(titled) == 1:
            context.merge(described, titled[0])


def _enters_bare(entity: Entity, context: Context) -> bool:
    """Whether the first that the article says of a person is the full name, with no word of who it is."""
    first = entity.mentions[0] if entity.mentions else None
    if first is None or first.shape is not Shape.NAME or len(first.words) < FEWEST_WORDS or entity.roles:
        return False
    if first.title or first.role or first.modifier or first.owning or first.nation:
        return False
    if (first.governed or first.object) and first not in context.speaking:  # "said Ida Lund" has the form of an object
        return False
    return entity.kind in (ActorKind.PERSON, ActorKind.UNKNOWN) and entity.gender != "n" and not entity.is_place


def _awaits_name(entity: Entity, context: Context) -> bool:
    """Whether somebody speaks who is one person and only described."""
    if entity.named or entity.plural or entity.joint or entity.whole is not None or not entity.mentions:
        return False
    if entity.kind not in (ActorKind.PERSON, ActorKind.UNKNOWN) or entity.gender == "n":
        return False
    return entity.mentions[0].shape is Shape.NOMINAL and any(one in context.speaking for one in entity.mentions)


def _follows(mention: Mention, entity: Entity, described: Entity, context: Context) -> bool:
    before = [one for one in described.mentions if one.span.end <= mention.span.start]
    if not before or len({entity.gender, described.gender} - {""}) > 1:
        return False
    away = mention.sentence - before[-1].sentence
    told = before[0].definiteness in (Definiteness.DEFINITE, Definiteness.OWNED)
    if told and away == 1 and mention in context.speaking and described.mentions[-1] is before[-1]:
        return True
    return before[0].sentence < LEDE and 0 < away <= WITHIN and entity.gender in ("m", "f")


def _awaits_title(entity: Entity, context: Context) -> bool:
    """ "A harbour spokesman said", "a newspaper reported": one who is only described, for the first time."""
    if entity.named or entity.plural or entity.joint or entity.whole is not None or not entity.mentions:
        return False
    first, role = entity.mentions[0], entity.head
    if role is None or role.plural or role.anonymity in NEVER_NAMED:
        return False
    who = role.kind in (ActorKind.PERSON, ActorKind.MEDIA)
    return who and first.definiteness is Definiteness.INDEFINITE and first in context.speaking


def _bears_title(entity: Entity, described: Entity, context: Context) -> bool:
    """Whether a name enters right after with the same title, and nothing in it speaks against the description."""
    role = described.head
    if role is None or not (entity.named and entity.names and entity.mentions) or role.word not in entity.roles:
        return False
    first, before = entity.mentions[0], described.mentions[0]
    near = first.span.start > before.span.end and first.sentence - before.sentence <= WITHIN
    if not near or first not in context.speaking or len({entity.gender, described.gender} - {""}) > 1:
        return False
    if described.nation and entity.nation and described.nation != entity.nation:
        return False
    told = {word.lower() for word in before.words[:-1] if word[:1].isupper()}
    known = [words for words in entity.roles[role.word] if words]
    return not known or any(told & words for words in known) or (not told and before.sentence < LEDE)
