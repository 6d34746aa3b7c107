"""Who is behind a document that says something: "a statement by the ministry", "its report", "the statement"."""

from __future__ import annotations

from sayso.patterns import compile_later
from sayso.reading.naming.context import Context
from sayso.reading.naming.descriptions import only, same_words
from sayso.reading.naming.entity import Entity
from sayso.reading.naming.known import resolve_known
from sayso.reading.naming.mention import Definiteness, Mention, Shape
from sayso.reading.naming.pronouns import resolve_pronoun
from sayso.records.actor import ActorKind

# "a statement by the ministry", "figures released April 3 by Kell Group", "a report in the Herald".
ISSUED = compile_later(r"\s(?:[\w.]{1,30}\s){0,4}?(by|from|in|on|at)\s(?=(?:the\s|an?\s|its\s|their\s)?[\w])")
LONGEST_ARTICLE = 4  # characters of "the " between "by" and the name
WITHIN = 12  # sentences back to the document that "the statement" is


def resolve_document(mention: Mention, context: Context) -> Entity:
    """The document, with whoever issued it as far as the words tell."""
    same = context.described.get(same_words(mention))
    if same is not None and mention.definiteness is Definiteness.DEFINITE:
        return same
    entity = context.unnamed(mention)
    entity.issuer = _issuer(mention, context)
    context.documents.append(entity)
    return entity


def _issuer(mention: Mention, context: Context) -> Entity | None:
    owner = _owner(mention, context)
    if owner is not None:
        return owner
    by = ISSUED.match(context.text, mention.span.end)
    named = next((one for one in context.ahead if one.span.end > by.end() and not one.modifier), None) if by else None
    if by is not None and named is not None and named.span.start <= by.end() + LONGEST_ARTICLE:
        found = only(context.names.of(named)) if named.shape is Shape.NAME else resolve_known(named, context)
        place = found is not None and (found.kind is ActorKind.COUNTRY or found.is_place)
        return None if place and by.group(1) in ("in", "on", "at") else found
    for part in mention.parts:  # "the Kell Police report"
        whose = context.names.of(part) if part.shape is Shape.NAME else ()
        if len(whose) == 1 and whose[0].kind is not ActorKind.COUNTRY:
            return whose[0]
    return _issuer_before(mention, context) if mention.definiteness is Definiteness.DEFINITE else None


def _owner(mention: Mention, context: Context) -> Entity | None:
    """Whose it is, by a name or a pronoun."""
    owner = mention.owner
    if owner is None:
        return None
    return context.whose.get(owner) or (resolve_pronoun(owner, context, forced=True) if owner.pronoun else None)


def _issuer_before(mention: Mention, context: Context) -> Entity | None:
    """Whoever issued the last document of that kind ("said in a statement"), or else the last who spoke by name."""
    for entity in reversed(context.documents[-WITHIN:]):
        first = entity.mentions[0] if entity.mentions else None
        if first is None or entity.head is None or mention.sentence - first.sentence > WITHIN:
            continue
        if mention.role is not None and entity.head.word == mention.role.word:
            return entity.issuer or context.sayer_in(first.sentence)
    last = context.last_speaker
    return last if last is not None and last.named else None
