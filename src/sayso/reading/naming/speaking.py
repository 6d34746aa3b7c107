"""Every attribution's speaker: an entity, or none with the reason."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sayso.lists.countries import Countries
from sayso.lists.roles import Role
from sayso.patterns import compile_later
from sayso.reading.lists import Lists
from sayso.reading.naming.agreement import learn_genders
from sayso.reading.naming.apposition import find_appositions
from sayso.reading.naming.context import MANY_OF, OPENING_MARKS, Context, plain_words
from sayso.reading.naming.delayed import name_later
from sayso.reading.naming.documents import issuer_of
from sayso.reading.naming.entity import Entity
from sayso.reading.naming.grouping import Names, group_names
from sayso.reading.naming.mention import Mention, Shape
from sayso.reading.naming.resolving import resolve_mentions
from sayso.reading.naming.scanning import find_mentions
from sayso.reading.naming.sources import Source, find_heads
from sayso.reading.naming.vocabulary import RELATIVES
from sayso.records.actor import ActorKind
from sayso.records.span import Span

NO_SOURCE = "no source given"
NO_CANDIDATE = "nobody before it fits"
NO_QUOTER = "the first person of nobody who is named"
PROPER = compile_later(r"[A-Z][\w.]*(?: [A-Z][\w.]*)?")
RELATIVE = compile_later(r",?\s((?:who|which|that)\s)")
# "Unnamed sources who", "eBay's": what goes on after the words that tell of somebody.
TRAILING = compile_later(r"(?:,?\s(?:who|which|that)|[’']s?)$")
YOU = "whoever is spoken to"
# Where people come together to say something, and how a sentence begins with it: "In a rally demanding …".
GATHERINGS = frozenset("demonstration rally march protest vigil parade picket".split())
OPENING = compile_later(r"\b(?:In|At|During) $")
OF_OTHERS = compile_later(r"\b[a-z]{3,}s of $")
BEFORE_OF = 40  # characters that it looks at
BESIDE_RELATIVE = 3  # characters between a noun and its "who"


@dataclass(frozen=True, slots=True)
class Spoken:
    """The speaker of one attribution, or None and why.

    ``document``: the source is a document; ``issued``: the speaker is not the document, but who issued it.
    """

    entity: Entity | None
    why: str | None = None
    document: bool = False
    issued: bool = False


@dataclass(frozen=True, slots=True)
class Speaking:
    """All entities of an article, the speaker of each of its sources, and what was known at the end."""

    entities: list[Entity]
    spoken: tuple[Spoken, ...]
    context: Context


def find_speakers(
    text: str,
    sentences: Sequence[Span],
    quoted: Sequence[Span],
    media: Sequence[Span],
    sources: Sequence[Source],
    lists: Lists,
    day: date | None,
) -> Speaking:
    """All entities of the article, and the speaker of each source."""
    countries = lists.countries
    mentions = find_mentions(text, sentences, quoted, lists.roles, countries)
    heads = find_heads(sources, mentions, text, sentences)
    names = group_names(mentions, text, lists, day)
    _learn_media(names, mentions, media)
    partners = _learn_appositions(names, find_appositions(mentions, text), text, countries)
    speaking: dict[Mention, list[Source]] = defaultdict(list)
    for source, some in zip(sources, heads, strict=True):
        for head in some:
            speaking[head].append(source)
        _learn_speaker(names, source, some)
    learn_genders(mentions, names)
    together = [some for some in heads if len(some) > 1]
    holders = {
        head: heads[source.parent]
        for source, some in zip(sources, heads, strict=True)
        for head in some
        if source.parent is not None and head.quoted and _opens_quoted(head, sources[source.parent], text)
    }
    context = Context(text, names, countries, speaking, mentions, together, holders)
    context.unquoted = not quoted
    context.apposed = _find_apposed(partners, names, text)
    resolve_mentions(mentions, partners, context)
    name_later(context)
    spoken: list[Spoken] = []
    for _ in range(2):  # a quotation's holder may be named after the words that it quotes
        for place, (source, some) in enumerate(zip(sources, heads, strict=True)):
            found = _spoken(source, some, context, spoken)
            if found.entity is not None:
                found = replace(found, entity=context.now(found.entity))
            if place == len(spoken):
                spoken.append(found)
            elif spoken[place].entity is None:
                spoken[place] = found
    for place, (source, some) in enumerate(zip(sources, heads, strict=True)):
        holder = spoken[source.parent].entity if source.parent is not None else None
        third = bool(some) and some[0] in holders and some[0].pronoun is not None and not some[0].pronoun.first
        if third and holder is not None and spoken[place].entity is holder:
            spoken[place] = Spoken(None, NO_CANDIDATE)
    return Speaking(context.entities, tuple(spoken), context)


def _find_apposed(partners: Mapping[Mention, Mention], names: Names, text: str) -> dict[str, Entity]:
    """Who is named beside a description that says whose somebody is: "the man's lawyer, Ida Lund"."""
    found: dict[str, Entity] = {}
    shared = set()
    for description, name in partners.items():
        whose = names.of(name)
        if description.owner is None or description.owner.pronoun is not None or len(whose) != 1:
            continue
        words = plain_words(description, text)
        if found.setdefault(words, whose[0]) is not whose[0]:
            shared.add(words)
    return {words: entity for words, entity in found.items() if words not in shared}


def _opens_quoted(head: Mention, holder: Source, text: str) -> bool:
    """Whether the holder's words around the head are quoted from their beginning: no "he" in them is the holder."""
    around = next((content for content in holder.contents if content.covers(head.span)), None)
    return around is not None and text[around.start] in OPENING_MARKS


def _learn_media(names: Names, mentions: Sequence[Mention], media: Sequence[Span]) -> None:
    """What the list of agencies names is a medium."""
    starts = [span.start for span in media]
    for mention in mentions:
        place = bisect_right(starts, mention.span.end) - 1
        if mention.shape is Shape.NAME and place >= 0 and media[place].overlaps(mention.span):
            whose = names.of(mention)
            if len(whose) == 1 and 2 * len(media[place]) >= len(" ".join(mention.words)):
                whose[0].kinds[ActorKind.MEDIA] += 0  # what it does in the text counts for more


def _learn_appositions(
    names: Names, partners: Mapping[Mention, Mention], text: str, countries: Countries
) -> dict[Mention, Mention]:
    """Roles for the named from the descriptions beside them; the descriptions that are theirs."""
    kept = {}
    for description, name in partners.items():
        whose = names.of(name)
        if len(whose) == 1 and description.role is not None and _may_be(whose[0], description.role):
            written = " ".join(text[description.span.start : description.reach].split())
            nation = description.nation or _nation_in(written, countries)
            whose[0].takes_role(description.role, description.words, written, nation)
            kept[description] = name
    return kept


def _learn_speaker(names: Names, source: Source, heads: Sequence[Mention]) -> None:
    """Who says something by name is known to speak, and of what kind the encoder takes it to be."""
    whose = names.of(heads[0]) if len(heads) == 1 and heads[0].shape is Shape.NAME else ()
    if len(whose) == 1:
        whose[0].speaks = True
        kind = source.kind
        if kind is ActorKind.ORGANISATION and ActorKind.MEDIA in whose[0].kinds:  # as the list of media has it
            kind = ActorKind.MEDIA
        with_others = kind is ActorKind.GROUP and source.spans[0].end > heads[0].span.end  # "Lund and others"
        if kind not in (ActorKind.UNKNOWN, ActorKind.DOCUMENT) and not with_others:
            whose[0].kinds[kind] += 1


def _may_be(entity: Entity, role: Role) -> bool:
    """A country is nobody's spokesman, and a person no company."""
    if entity.kind is ActorKind.COUNTRY:
        return role.kind is ActorKind.COUNTRY
    return entity.kind is not ActorKind.PERSON or role.kind is ActorKind.PERSON


def _nation_in(written: str, countries: Countries) -> str:
    """The country that a description names: "minister of transport for Skerry"."""
    for word in PROPER.findall(written):
        form = countries.get(word) or countries.get(word.split()[0])
        if form is not None and not form.ambiguous:
            return form.code
    return ""


def _spoken(source: Source, heads: Sequence[Mention], context: Context, spoken: Sequence[Spoken]) -> Spoken:
    if not heads:
        return Spoken(None, NO_SOURCE)
    head = heads[0]
    if not source.spans:
        entity = context.whose.get(head)
        return Spoken(entity, None if entity else NO_SOURCE)
    if len(heads) > 1:
        members = tuple(dict.fromkeys(context.whose[one] for one in heads if one in context.whose))
        if len(members) > 1:
            return Spoken(context.joined(members))
    if head.pronoun is not None and head.pronoun.first:
        if source.parent is None or source.parent >= len(spoken):
            announced = context.announced(head) if context.unquoted else None
            return Spoken(announced, None if announced else NO_QUOTER)
        return spoken[source.parent]
    word = source.spans[0].cut(context.text)
    if word.lower() == "you":
        return Spoken(None, YOU)
    relative = word.lower() in RELATIVES and not word.isupper()
    entity = _related(head, context) if relative else context.whose.get(head)
    if entity is None:
        near = context.between.get(head, ())
        return Spoken(None, "may be " + " or ".join(one.name for one in near[:3]) if near else NO_CANDIDATE)
    gathered = _gathered(head, context) if head.head in GATHERINGS and not entity.named else None
    if gathered is not None:
        return Spoken(gathered)
    issuer = issuer_of(entity, context) if entity.kind is ActorKind.DOCUMENT else None
    if issuer is not None:
        return Spoken(issuer, document=True, issued=True)
    if not entity.named and not entity.joint and entity.mentions and entity.mentions[0] is head:
        if entity.whole is None:
            entity.written = TRAILING.sub("", " ".join(source.spans[0].cut(context.text).split()))
        if not entity.kinds and source.kind is not ActorKind.UNKNOWN:
            entity.kinds[source.kind] += 1
    return Spoken(entity, document=entity.kind is ActorKind.DOCUMENT)


def _gathered(head: Mention, context: Context) -> Entity | None:
    """Who came together: "In a rally demanding pay, dozens of sailors marched"."""
    opening = OPENING.search(context.text, max(0, head.span.start - 8), head.span.start)
    return context.people_after(head) if opening else context.people_before(head)


def _related(head: Mention, context: Context) -> Entity | None:
    """Whom "who" or "which" goes on: the first of the mentions that end right before it."""
    before = context.before(head)
    start = head.span.start
    line = context.text[before[0].span.start : start] if before else ""
    if line.endswith("and ") and (earlier := RELATIVE.search(line)):  # "his relatives, who came and who said"
        start -= len(line) - earlier.start(1)
    beside = [m for m in before if 0 <= start - max(m.reach, m.span.end) <= BESIDE_RELATIVE]
    if not beside and head.span.cut(context.text) in ("that", "which"):  # "an order of Monday, May 4, that says"
        beside = [m for m in before if m.role is not None and m.role.kind is ActorKind.DOCUMENT][-1:]
        document = context.whose.get(beside[0]) if beside else None
        return issuer_of(document, context) or document if document is not None else None
    if beside and _is_of_others(beside[0], context.text):
        return None
    return context.whose.get(beside[0]) if beside else None


def _is_of_others(mention: Mention, text: str) -> bool:
    """ "Devotees of the chief who said": one of the two, and nobody says which."""
    before = text[max(0, mention.span.start - BEFORE_OF) : mention.span.start]
    return OF_OTHERS.search(before) is not None and MANY_OF.search(before) is None
