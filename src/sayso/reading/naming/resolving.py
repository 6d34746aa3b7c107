"""Mentions into entities in the order of the text: names as grouped, the rest by what precedes it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from sayso.lists.countries import Form
from sayso.patterns import compile_later
from sayso.reading.naming.bearers import choose_bearer
from sayso.reading.naming.context import Context, plain_words
from sayso.reading.naming.descriptions import COMPANIES, same_words
from sayso.reading.naming.documents import resolve_document
from sayso.reading.naming.entity import Entity
from sayso.reading.naming.known import resolve_all, resolve_known
from sayso.reading.naming.mention import Definiteness, Mention, Shape
from sayso.reading.naming.partitives import resolve_part
from sayso.reading.naming.pronouns import resolve_pronoun
from sayso.records.actor import ActorKind

PLACE_BEFORE = compile_later(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Aa]cross|[Oo]utside|[Ii]nside|[Aa]round|[Ff]rom|to)\s+(?:the\s+)?$"
)
BEFORE = 12  # characters that PLACE_BEFORE looks at
AHEAD = 5  # mentions that a document's issuer is looked for among
# Bodies that are the name before them: "the Interfax group", "the Kell militia".
SAME_AS_NAME = COMPANIES | {"group", "organization", "militia", "agency"}
AGED = compile_later(r"[Tt]he (\d{1,3})-year-old\b")
MOST_AGED = 200  # names before it that are looked at
BEFORE_AGED = 40  # characters before a name in which its age is looked for
SMALL_WORDS = 3  # more words than these beside the name in a description make it another's


def resolve_mentions(mentions: Sequence[Mention], partners: Mapping[Mention, Mention], context: Context) -> None:
    """Every mention that can be settled, into ``context``; ``partners`` are names that descriptions stand beside."""
    sentence = -1
    for place, mention in enumerate(mentions):
        context.ahead = mentions[place + 1 : place + 1 + AHEAD]
        context.pass_over(mention)
        if mention.sentence != sentence:
            sentence = mention.sentence
            context.salience.sink(sentence)
        entity = _resolve(mention, partners, context)
        if entity is not None:
            context.note(mention, entity)
            entity.places += _tells_place(mention, context.text)
        if mention in context.speaking:
            context.last_speaker = entity


def _resolve(mention: Mention, partners: Mapping[Mention, Mention], context: Context) -> Entity | None:
    match mention.shape:
        case Shape.NAME:
            return _resolve_name(mention, context)
        case Shape.PRONOUN:
            return resolve_pronoun(mention, context)
        case Shape.NOMINAL:
            return _resolve_description(mention, partners.get(mention), context)


def _tells_place(mention: Mention, text: str) -> bool:
    start = mention.span.start
    return mention.governed and bool(PLACE_BEFORE.search(text, max(0, start - BEFORE), start))


def _resolve_name(mention: Mention, context: Context) -> Entity | None:
    if mention in context.speaking and (government := _metonym(mention, context)) is not None:
        return government
    whose = context.names.of(mention)
    if len(whose) < 2:
        return whose[0] if whose else _people(mention, context)
    return choose_bearer(mention, whose, context)


def _metonym(mention: Mention, context: Context) -> Entity | None:
    """ "Moscow said": the country whose capital it is, where the article names that as well."""
    form = context.countries.get(" ".join(mention.words))
    if form is None or form.form is not Form.CAPITAL or form.ambiguous:
        return None
    return context.countries_named.get(form.code)


def _people(mention: Mention, context: Context) -> Entity | None:
    """ "Cubans", "the Palestinians": a group with a country and no name of its own."""
    form = context.countries.get(" ".join(mention.words))
    if mention.modifier or form is None or (form.form is not Form.PEOPLE and mention not in context.speaking):
        return None
    entity = context.unnamed(mention)
    entity.kinds[ActorKind.GROUP] += 2
    entity.nation, entity.plural = form.code, True
    return entity


def _resolve_description(mention: Mention, partner: Mention | None, context: Context) -> Entity | None:
    if same_words(mention) == ("you",):  # whoever is spoken to
        return None
    whose = context.names.of(partner) if partner is not None else ()
    if len(whose) == 1:
        return whose[0]
    if mention.owner is not None and (apposed := context.apposed.get(plain_words(mention, context.text))) is not None:
        return apposed
    named = _named_body(mention, context) or _aged(mention, context)
    if named is not None:
        return named
    if mention.role is not None and mention.role.kind is ActorKind.DOCUMENT:
        return resolve_document(mention, context)
    together = resolve_all(mention, context)
    if together is not None:
        return together
    definite = mention.definiteness in (Definiteness.DEFINITE, Definiteness.OWNED)
    if definite or _is_office(mention, context.text):
        found = resolve_known(mention, context)
        if found is not None or mention in context.between:
            return found
    part = resolve_part(mention, context)
    if part is not None:
        return part
    same = context.described.get(same_words(mention))
    if same is not None and mention.definiteness is not Definiteness.INDEFINITE:
        return same
    return context.unnamed(mention)


def _aged(mention: Mention, context: Context) -> Entity | None:
    """ "The 29-year-old": the one person whose age was given so, "Ida Lund, 29,"."""
    age = AGED.match(mention.span.cut(context.text))
    if age is None or mention.definiteness is not Definiteness.DEFINITE:
        return None
    told = re.compile(rf"(?:, | \(){age[1]}(?=[,.;)])")
    before = re.compile(rf"\b{age[1]}-year-old (?:\w+,? ){{0,3}}$")
    aged = {
        entity
        for one, entity in context.named_lately(MOST_AGED)
        if told.match(context.text, one.span.end)
        or before.search(context.text, max(0, one.span.start - BEFORE_AGED), one.span.start)
    }
    return aged.pop() if len(aged) == 1 else None


def _named_body(mention: Mention, context: Context) -> Entity | None:
    """ "The Interfax news agency": the body whose name stands in its description."""
    role = mention.role
    if role is None or role.plural or mention.definiteness is not Definiteness.DEFINITE:
        return None
    whose = context.names.of(mention) if len(mention.words) > 1 else ()
    if len(whose) == 1:  # "the Kell Harbour board", elsewhere "the Kell Harbour Board"
        return whose[0]
    if role.kind is not ActorKind.MEDIA and role.word not in SAME_AS_NAME:
        return None
    for part in mention.parts:
        near = len(part.words) + SMALL_WORDS >= len(mention.words)
        if part.shape is Shape.NAME and not part.nation and near and context.names.of(part):
            named = _resolve_name(part, context)
            if named is not None:
                named.takes_role(role, mention.words, "", "")
                context.roles.add(named)
            return named
    return None


def _is_office(mention: Mention, text: str) -> bool:
    """ "Prime Minister", "President": an office in capitals, which is as good as definite."""
    role = mention.role
    if role is None or not role.title or role.plural or not mention.words[-1][:1].isupper():
        return False
    before = text[max(0, mention.span.start - 2) : mention.span.start].strip()
    return len(mention.words) > 1 or (bool(before) and before[-1] not in '.!?“"‘:')
