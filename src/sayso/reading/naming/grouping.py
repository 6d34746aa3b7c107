"""Names into entities: full names, surnames, initials and short forms of one article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from sayso.lists.actors import ListedActors
from sayso.lists.countries import Form
from sayso.lists.roles import Role
from sayso.patterns import compile_later
from sayso.reading.lists import Lists
from sayso.reading.naming.entity import Entity, Words
from sayso.reading.naming.mention import Definiteness, Mention, Shape
from sayso.reading.naming.runs import is_body
from sayso.reading.naming.vocabulary import ADDRESSES, COMPANY, PAPERS, PLACES, REGIONAL, SUFFIXES
from sayso.records.actor import ActorKind

MOST_LIKE = 50  # longer names that one short name is held against; beyond, it is nobody's
SMALL = frozenset("of the and for on in de la du des".split())
# What a company's or body's short name may leave out at the end: "Apple" is "Apple Computer Inc."
GENERIC = COMPANY | frozenset(
    """computer group holdings international industries airlines airways air motors systems technologies technology
    corporation company incorporated limited foundation bank news agency organisation organization party network
    communications entertainment pictures records laboratories pharmaceuticals university college institute television
    tv newspaper magazine airline banking insurance energy media oil petroleum partners capital financial""".split()
)
# What a company makes: "Apple" is not the Apple Watch.
PRODUCTS = frozenset("watch pay model maps store phone tablet console app car truck jet glass music".split())
INITIALS = compile_later(r"(?:[A-Z]\.?){2,7}s?$")
STUCK = compile_later(r"[A-Z]?[a-z]{2,}([A-Z][a-z]+)$")
CLEAN = compile_later(r"[^\w]+")


def fold(word: str) -> str:
    """The word without marks and case: "Jong-un" and "Jong Un" differ only by the blank."""
    return CLEAN.sub("", word).casefold()


def key_of(words: Iterable[str]) -> Words:
    """The folded words of a name, without "Jr." and "Inc."."""
    folded = [fold(part) for word in words for part in word.split("-")]
    kept = [word for word in folded if word]
    while len(kept) > 1 and (kept[-1] in SUFFIXES or kept[-1] in COMPANY):
        kept.pop()
    return tuple(kept)


@dataclass(slots=True)
class Names:
    """The named entities of an article, and whom each name as written may stand for."""

    entities: list[Entity] = field(default_factory=list)
    standing: dict[Words, tuple[Entity, ...]] = field(default_factory=dict)
    keys: dict[Words, Words] = field(default_factory=dict)

    def of(self, mention: Mention) -> tuple[Entity, ...]:
        return self.standing.get(self.key(mention), ())

    def key(self, mention: Mention) -> Words:
        """The folded words of a name, found once for each name as written."""
        known = self.keys.get(mention.words)
        if known is None:
            known = self.keys[mention.words] = key_of(mention.words)
        return known


def group_names(mentions: Sequence[Mention], text: str, lists: Lists, day: date | None) -> Names:
    """Named entities in the order of their first mention; a surname that two share stands for both of them."""
    roles, countries = lists.roles, lists.countries
    names = Names()
    forms: dict[Words, list[Mention]] = defaultdict(list)
    nations: dict[str, Entity] = {}
    for mention in mentions:
        if mention.shape is not Shape.NAME:
            continue
        listed = countries.get(" ".join(mention.words))
        if listed is not None and listed.form in (Form.ADJECTIVE, Form.PEOPLE):
            continue
        if len(mention.words) == 1 and mention.words[0] in REGIONAL:
            continue
        key = names.key(mention)
        if listed is not None and listed.form is Form.NAME and not listed.ambiguous:
            known = nations.get(listed.country)
            if known is None:
                known = nations[listed.country] = _new(names, mention)
                known.kinds[ActorKind.COUNTRY] += 9
                known.nation, known.listed = listed.code, listed.country
            if mention.words not in known.names:
                known.names.append(mention.words)
            names.standing[key] = (known,)
            continue
        if key:
            forms[key].append(mention)
    glued = _find_glued(forms)
    for key in glued:
        del forms[key]
    defined = _find_listed(forms, lists.listed, day) | _find_defined(text, forms)
    _settle(forms, defined, names, roles)
    names.standing |= {key: names.standing[clean] for key, clean in glued.items()}
    for mention in mentions:
        if mention.shape is Shape.NAME and not mention.modifier:
            whose = names.of(mention)
            if len(whose) == 1:
                _learn(whose[0], mention)
    return names


def _new(names: Names, mention: Mention) -> Entity:
    entity = Entity(len(names.entities), named=True, names=[mention.words])
    names.entities.append(entity)
    if mention.words[-1].lower().rstrip(".") in GENERIC and len(mention.words) > 1:
        entity.kinds[ActorKind.ORGANISATION] += 1
    return entity


def _settle(
    forms: dict[Words, list[Mention]], defined: dict[Words, Words], names: Names, roles: dict[str, Role]
) -> None:
    """Longer names first: each shorter one is laid to those that it may be short for, or stands for itself."""
    by_word: dict[str, list[tuple[Words, Entity]]] = defaultdict(list)
    initials: dict[str, list[Entity]] = defaultdict(list)
    order = sorted(forms, key=lambda key: (-len(key), forms[key][0].span.start))
    for key in order:
        whose = _longer(key, forms[key], by_word, roles)
        if not whose and len(key) == 1 and INITIALS.match(forms[key][0].words[0]):
            short = key[0].rstrip("s") if key[0] not in initials else key[0]
            whose = tuple(dict.fromkeys(initials.get(short, ())))
        if not whose and key in defined and defined[key] in names.standing:
            whose = names.standing[defined[key]]
        if not whose:
            entity = _new(names, forms[key][0])
            whose = (entity,)
        elif len(whose) == 1:
            whose[0].names += [m.words for m in forms[key][:1] if m.words not in whose[0].names]
        names.standing[key] = whose
        if len(whose) == 1 and len(key) > 1 and len(by_word[key[-1]]) < MOST_LIKE and len(by_word[key[0]]) < MOST_LIKE:
            by_word[key[-1]].append((key, whose[0]))
            if key[0] != key[-1]:
                by_word[key[0]].append((key, whose[0]))
            letters = "".join(word[0] for word in key if word not in SMALL)
            if len(letters) > 1:
                initials[letters].append(whose[0])
                if key[0] in ("us", "un"):
                    initials[letters[1:]].append(whose[0])


def _longer(
    key: Words, mentions: Sequence[Mention], by_word: dict[str, list[tuple[Words, Entity]]], roles: dict[str, Role]
) -> tuple[Entity, ...]:
    """The longer names that this one may be short for: by their ends first, then by their beginnings."""
    found = by_word.get(key[-1], []) if len(key) == 1 else by_word.get(key[0], []) + by_word.get(key[-1], [])
    ends = [
        entity
        for other, entity in found
        if len(other) > len(key) and other[-len(key) :] == key and not _is_generic(key, roles)
    ]
    ends += [entity for other, entity in found if _same_but_middle(key, other)]
    if ends:
        return tuple(dict.fromkeys(ends))
    place = len(key) == 1 and mentions[0].words[0] in PLACES  # "Virginia" is not Virginia Lund
    starts = [
        entity
        for other, entity in found
        if other[: len(key)] == key and len(other) > len(key) and _short_for(key, other, roles) and not place
    ]
    return tuple(dict.fromkeys(starts))


def _is_generic(key: Words, roles: dict[str, Role]) -> bool:
    """ "Ministry" alone is a description, no name."""
    return len(key) == 1 and key[0] in COMPANY


def _same_but_middle(key: Words, other: Words) -> bool:
    """ "George Bush" of "George W. Bush"."""
    return len(key) > 1 and len(other) > len(key) and key[0] == other[0] and key[-1] == other[-1] and len(key) == 2


def _short_for(key: Words, other: Words, roles: dict[str, Role]) -> bool:
    rest = other[len(key) :]
    if other[-1] in PAPERS | PRODUCTS:
        return False
    body = is_body(roles.get(other[-1])) or other[-1] in GENERIC
    if body or any(word in SMALL for word in rest):
        return all(word in GENERIC for word in rest) or (len(key) > 1 and is_body(roles.get(other[-1])))
    return True  # a forename, or a family name that comes first


def _find_glued(forms: dict[Words, list[Mention]]) -> dict[Words, Words]:
    """Names with a word of the page stuck to them, and the name as it stands elsewhere: "EnlargeIda Lund"."""
    glued: dict[Words, Words] = {}
    for key, mentions in forms.items():
        if len(key) > 1 and (stuck := STUCK.match(mentions[0].words[0])):
            clean = (fold(stuck[1]), *key[1:])
            if clean in forms:
                glued[key] = clean
    return glued


def _find_listed(forms: dict[Words, list[Mention]], listed: ListedActors, day: date | None) -> dict[Words, Words]:
    """Names of one row of the list of actors, and the longest of them: "ISIS" of "Islamic State"."""
    longest: dict[str, Words] = {}
    defined: dict[Words, Words] = {}
    for key in sorted(forms, key=len, reverse=True):
        row = listed.find(" ".join(forms[key][0].words), day)
        if row is not None and row.kind is not ActorKind.PERSON and longest.setdefault(row.name, key) != key:
            defined[key] = longest[row.name]
    return defined


def _find_defined(text: str, forms: dict[Words, list[Mention]]) -> dict[Words, Words]:
    """Short names in brackets right after the long one: "Médecins Sans Frontières (MSF)"."""
    ends = {mention.span.end: key for key, mentions in forms.items() for mention in mentions}
    defined: dict[Words, Words] = {}
    for key, mentions in forms.items():
        for mention in mentions:
            start = mention.span.start
            if text[start - 2 : start] in (" (",) and text[mention.span.end : mention.span.end + 1] == ")":
                long = ends.get(start - 2)
                if long is not None and len(long) > len(key):
                    defined.setdefault(key, long)
    return defined


def _learn(entity: Entity, mention: Mention) -> None:
    """What one naming tells of its bearer."""
    if len(mention.words) > 1 and mention.words[-1] == "News":
        entity.kinds[ActorKind.MEDIA] += 2  # "Kell News"
    if mention.address:
        entity.genders[mention.address] += 5
        entity.kinds[ActorKind.PERSON] += 3
    if mention.nation and entity.kind is not ActorKind.COUNTRY:
        entity.nation = entity.nation or mention.nation
    if mention.definiteness is Definiteness.DEFINITE and not mention.title:
        entity.genders["n"] += 1  # "the Taliban": no person has an article
        if mention.words[-1].lower() in PAPERS:
            entity.kinds[ActorKind.MEDIA] += 2  # "the Kell Courier"
    if mention.role is not None:
        words = tuple(mention.title.split())
        entity.takes_role(mention.role, words, mention.title if _tells_more(words) else "", mention.nation)


def _tells_more(words: Words) -> bool:
    return not (len(words) == 1 and words[0].lower().rstrip(".") in ADDRESSES)
