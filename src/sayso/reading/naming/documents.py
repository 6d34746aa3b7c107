"""Who is behind a document that says something: "a statement by the ministry", "its report", "the statement"."""

from __future__ import annotations

from sayso.patterns import compile_later
from sayso.reading.naming.context import Context
from sayso.reading.naming.descriptions import only, same_words
from sayso.reading.naming.entity import Entity
from sayso.reading.naming.known import resolve_known
from sayso.reading.naming.mention import Definiteness, Mention, Shape
from sayso.reading.naming.pronouns import resolve_pronoun
from sayso.reading.naming.runs import BODIES
from sayso.records.actor import ActorKind

# "a statement by the ministry", "figures released April 3 by Kell Group", "a report in the Herald".
ISSUED = compile_later(r"\s(?:[\w.]{1,30}\s){0,4}?(by|from|in|on|at)\s(?=(?:the\s|an?\s|its\s|their\s)?[\w])")
LONGEST_ARTICLE = 4  # characters of "the " between "by" and the name
WITHIN = 12  # sentences back to the document that "the statement" is
# "The ministry lifted its warnings": what makes the subject of a sentence the issuer of its object.
ISSUES = compile_later(
    r"\b(?:issued?|issues|released?|releases|publish(?:ed|es)?|posted|put out|sent|wrote|filed|adopted"
    r"|lifted|withdr[ae]w|renewed|distributed|circulated|broadcast|aired)\s(?:[\w-]+\s){0,3}$"
)
BEFORE = 60  # characters that ISSUES looks at
# What binds or shows by itself: nobody speaks in it unless the words say who made it.
SPEAKING_FOR_ITSELF = frozenset(
    """law resolution accord agreement treaty constitution charter contract bill research result data census
    record test lawsuit suit complaint petition indictment ordinance rule warrant subpoena motion""".split()
)
# What people carry in front of them.
CARRIED = frozenset("sign banner placard poster".split())
CARRYING = compile_later(
    r"\b(?:carry(?:ing)?|carried|hold(?:ing)?|held|wav(?:e|ed|ing)|bearing|bore|rais(?:ed|ing)|unfurl(?:ed|ing)|with)\s(?:up\s)?$"
)
# What is heard or shown with pictures of a channel.
BROADCAST = frozenset("voiceover voice-over broadcast".split())
# What a body says something by, right after it was told to act or speak.
OFFICIAL = frozenset("statement communique declaration resolution announcement release message bulletin".split())


def resolve_document(mention: Mention, context: Context) -> Entity:
    """The document, with whoever issued it as far as the words tell."""
    same = context.described.get(same_words(mention))
    if same is not None and mention.definiteness is Definiteness.DEFINITE:
        if same.issuer is None and same.signer is None:
            same.issuer = _issuer_before(mention, context)
        return same
    entity = context.unnamed(mention)
    entity.issuer = _issuer(mention, entity, context)
    context.documents.append(entity)
    return entity


def issuer_of(document: Entity, context: Context) -> Entity | None:
    """Who speaks in the document, as far as read."""
    return document.issuer or (context.whose.get(document.signer) if document.signer else None)


def _issuer(mention: Mention, document: Entity, context: Context) -> Entity | None:
    owner = _owner(mention, context)
    if owner is not None:
        return owner
    by = ISSUED.match(context.text, mention.span.end)
    named = _after(by.end(), context) if by else None
    if by is not None and named is not None and _start(named) <= by.end() + LONGEST_ARTICLE:
        return _signed(by.group(1), named, document, context)
    for part in mention.parts:  # "the Kell Police report"
        whose = context.names.of(part) if part.shape is Shape.NAME else ()
        if len(whose) == 1 and whose[0].kind is not ActorKind.COUNTRY:
            return whose[0]
    if mention.role is not None and mention.role.word in BROADCAST:
        return _broadcaster(mention, context)
    if mention.role is not None and CARRYING.search(
        context.text, max(0, mention.span.start - BEFORE), mention.span.start
    ):
        return context.people_before(mention) if mention.role.word in CARRIED else None
    if mention.object and ISSUES.search(context.text, max(0, mention.span.start - BEFORE), mention.span.start):
        issuing = [one for one in context.before(mention) if not (one.governed or one.object or one.owning)]
        if issuing:
            return context.whose.get(issuing[0])
    if mention.definiteness is Definiteness.DEFINITE:
        return _issuer_before(mention, context)
    return _body_before(mention, context) if mention.definiteness is Definiteness.INDEFINITE else None


def _after(place: int, context: Context) -> Mention | None:
    """Whose mention comes next; of "the government's health ministry" the ministry."""
    ahead = [one for one in context.ahead if one.span.end > place and not one.modifier]
    beside = next((one for one in ahead if not one.owning), None)
    return beside if beside is not None and ahead[0].owning and beside.owner is ahead[0] else next(iter(ahead), None)


def _start(mention: Mention) -> int:
    """Where its words begin, the owner's among them."""
    return min(mention.span.start, mention.owner.span.start) if mention.owner else mention.span.start


def _signed(word: str, named: Mention, document: Entity, context: Context) -> Entity | None:
    """Whoever stands after "by", "from" or "in"; no place; one who comes up only there is known later."""
    new = named.shape is Shape.NOMINAL and named.definiteness is Definiteness.INDEFINITE  # "a report by a board"
    known = None if new else resolve_known(named, context)
    found = only(context.names.of(named)) if named.shape is Shape.NAME else known
    if found is None:
        document.signer = named if word in ("by", "from") and named.shape is not Shape.PRONOUN else None
        return None
    place = found.kind is ActorKind.COUNTRY or found.is_place
    return None if place and word in ("in", "on", "at") else found


def _owner(mention: Mention, context: Context) -> Entity | None:
    """Whose it is, by a name or a pronoun."""
    owner = mention.owner
    if owner is None:
        return None
    return context.whose.get(owner) or (resolve_pronoun(owner, context, forced=True) if owner.pronoun else None)


def _issuer_before(mention: Mention, context: Context) -> Entity | None:
    """Whoever issued the last document of that kind ("said in a statement"), or else the last who spoke by name."""
    word = mention.role.word if mention.role is not None else ""
    for entity in reversed(context.documents[-WITHIN:]):
        first = entity.mentions[0] if entity.mentions else None
        if first is None or entity.head is None or mention.sentence - first.sentence > WITHIN:
            continue
        if entity.head.word == word:
            issuer = issuer_of(entity, context)
            return issuer if issuer or word in SPEAKING_FOR_ITSELF else context.sayer_in(first.sentence)
    before = mention.sentence - 1
    acting = context.acting_in(before) if context.sayer_in(before) is None else None
    if acting is not None and word not in SPEAKING_FOR_ITSELF and (_is_government(acting) or acting.kind in BODIES):
        return acting
    last = context.last_speaker
    known = last is not None and (last.named or _is_government(last)) and last.kind is not ActorKind.DOCUMENT
    return last if known and word not in SPEAKING_FOR_ITSELF else None


def _body_before(mention: Mention, context: Context) -> Entity | None:
    """The body that spoke in the sentence before "a statement" did."""
    word = mention.role.word if mention.role is not None else ""
    sayer = context.sayer_in(mention.sentence - 1) if word in OFFICIAL else None
    return sayer if sayer is not None and (_is_government(sayer) or (sayer.named and sayer.kind in BODIES)) else None


def _broadcaster(mention: Mention, context: Context) -> Entity | None:
    """The channel that showed something right before "a voice-over to the pictures"."""
    best, _ = context.salience.best(mention.sentence, lambda entity: float(entity.kind is ActorKind.MEDIA))
    return best


def _is_government(entity: Entity) -> bool:
    return entity.kind is ActorKind.GOVERNMENT_BODY and not entity.plural
