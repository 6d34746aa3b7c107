"""What is known at a place of the article: the entities so far, whose each mention is, who is in mind."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

from sayso.lists.countries import Countries
from sayso.lists.roles import Role
from sayso.patterns import compile_later
from sayso.reading.naming.descriptions import Roles, same_words
from sayso.reading.naming.entity import Entity
from sayso.reading.naming.grouping import Names
from sayso.reading.naming.mention import Definiteness, Mention, Shape
from sayso.reading.naming.runs import is_body
from sayso.reading.naming.salience import Salience
from sayso.reading.naming.sources import Source
from sayso.records.actor import ActorKind
from sayso.records.span import Span

BREAK = compile_later(r"\n\s*")
STOP = compile_later(r"[.!?][”’\"']*(?=\s|$)")
AFTER_COMMA = compile_later(r", (?:the )?$")
PEOPLE = (ActorKind.GROUP, ActorKind.PERSON, ActorKind.UNKNOWN)
MANY = compile_later(
    r"\b(?:tens|hundreds|thousands|dozens|scores|crowds?|groups?) of (?:thousands of )?", re.IGNORECASE
)
MANY_OF = compile_later(MANY.pattern + "$", re.IGNORECASE)
OPENING_MARKS = frozenset("\"“„«‘'`")
MANY_BEFORE = 30  # characters that MANY_OF looks at
MOST_BEFORE = 40  # mentions of one sentence that are looked back over


def plain_words(mention: Mention, text: str) -> str:
    """The mention as written, in small letters and on one line."""
    return " ".join(mention.span.cut(text).lower().replace("’", "'").split())


class Context:
    """Grows with every mention, from the first to the last.

    ``speaking`` gives the sources that a mention is the head of; ``between`` the candidates that came too near each
    other; ``described`` whom words without a name stood for last; ``countries_named`` the countries by their code;
    ``together`` who said something together last; ``holders`` the heads of the sources in whose quotations a mention
    says something; ``apposed`` the one who is named beside a description, by its words.
    """

    def __init__(
        self,
        text: str,
        names: Names,
        countries: Countries,
        speaking: Mapping[Mention, Sequence[Source]],
        mentions: Sequence[Mention] = (),
        joint: Sequence[Sequence[Mention]] = (),
        holders: Mapping[Mention, Sequence[Mention]] | None = None,
    ) -> None:
        self.text = text
        self.names = names
        self.countries = countries
        self.speaking = speaking
        self.holders = holders or {}
        self.entities: list[Entity] = list(names.entities)
        self.countries_named: dict[str, Entity] = {}
        for entity in names.entities:
            if entity.kind is ActorKind.COUNTRY:
                self.countries_named.setdefault(entity.nation, entity)
        self.roles = Roles(self.entities)
        self.salience = Salience()
        self.whose: dict[Mention, Entity] = {}
        self.between: dict[Mention, tuple[Entity, ...]] = {}
        self.described: dict[tuple[str, ...], Entity] = {}
        self.documents: list[Entity] = []
        self.seen: set[Entity] = set()
        self.last_speaker: Entity | None = None
        self.unquoted = False
        self.apposed: dict[str, Entity] = {}
        self.ahead: Sequence[Mention] = ()
        self._line: dict[int, list[Mention]] = defaultdict(list)
        self._sayers: dict[int, list[Entity]] = defaultdict(list)
        self._said: list[tuple[Mention, Entity]] = []
        self._named: list[tuple[Mention, Entity]] = []
        self._named_ends: list[int] = []
        self._people = [one for one in mentions if one.shape is Shape.NAME and not one.modifier]
        self._people_starts = [one.span.start for one in self._people]
        self._joined: dict[tuple[Entity, ...], Entity] = {}
        self._merged: dict[Entity, Entity] = {}
        self._together = {some[-1]: some for some in joint}
        self.together: tuple[Entity, ...] = ()
        self.together_at = 0

    def note(self, mention: Mention, entity: Entity) -> None:
        """The mention is the entity's."""
        source = mention in self.speaking
        self.whose[mention] = entity
        entity.mentions.append(mention)
        self.seen.add(entity)
        self.salience.lift(entity, mention, source=source)
        if mention.pronoun is not None and mention.pronoun.gender in ("m", "f"):
            entity.genders[mention.pronoun.gender] += 1
        if source:
            self._sayers[mention.sentence].append(entity)
            self._said.append((mention, entity))
        if mention in self._together:
            members = dict.fromkeys(self.whose[one] for one in self._together[mention] if one in self.whose)
            self.together, self.together_at = tuple(members), mention.sentence
        if mention.shape is Shape.NAME and not mention.modifier:
            self._named.append((mention, entity))
            self._named_ends.append(mention.span.end)

    def pass_over(self, mention: Mention) -> None:
        """The mention was read, whoever it stands for."""
        self._line[mention.sentence].append(mention)

    def before(self, mention: Mention) -> list[Mention]:
        """The mentions of the same sentence before this one that tell of somebody by themselves, in order."""
        line = self._line.get(mention.sentence, [])[-MOST_BEFORE:]
        return [one for one in line if one.span.end <= mention.span.start and not one.modifier]

    def sayer_in(self, sentence: int) -> Entity | None:
        """The one who says something in the sentence, if it is one."""
        sayers = {one for one in self._sayers.get(sentence, ()) if one.kind is not ActorKind.DOCUMENT}
        return sayers.pop() if len(sayers) == 1 else None

    def sayer_above(self, mention: Mention) -> Entity | None:
        """Who said something in the sentence right above the quotation that the mention says, in the same paragraph or
        in the one before."""
        sources = self.speaking.get(mention, ())
        starts = [one.start for source in sources for one in source.contents if self.text[one.start] in OPENING_MARKS]
        start = min(starts, default=mention.span.start)
        said = next(((one, entity) for one, entity in reversed(self._said) if one.span.end <= start), None)
        if start >= mention.span.start or said is None or said[1].kind is ActorKind.DOCUMENT:
            return None
        between = self.text[said[0].span.end : start].strip()
        return said[1] if len(BREAK.findall(between)) < 2 and len(STOP.findall(between)) < 2 else None

    def acting_in(self, sentence: int) -> Entity | None:
        """Who is named in the sentence as the first to do something."""
        line = self._line.get(sentence, ())
        free = (m for m in line if not (m.modifier or m.governed or m.owning or m.quoted))
        first = next(
            (m for m in free if not m.object or AFTER_COMMA.search(self.text, max(0, m.span.start - 6), m.span.start)),
            None,
        )
        return self.whose.get(first) if first is not None and first.shape is Shape.NAME else None

    def announced(self, mention: Mention) -> Entity | None:
        """Who is to speak in the first person: the one person named at the end of the paragraph above."""
        start = self.text.rfind("\n", 0, mention.span.start)
        above = max((n for n, line in self._line.items() if line and line[0].span.end <= start), default=None)
        acting = self.acting_in(above) if above is not None else None
        if acting is None or acting.is_place or acting.kind not in (ActorKind.PERSON, ActorKind.UNKNOWN):
            return None
        return acting if acting.is_person() or max(map(len, acting.names)) > 1 else None

    def people_before(self, mention: Mention) -> Entity | None:
        """The people whom the same sentence speaks of last before the mention."""
        for one in reversed(self.before(mention)):
            entity = self.whose.get(one)
            if entity is not None and entity.plural and entity.kind in PEOPLE:
                return entity
        return None

    def people_after(self, mention: Mention) -> Entity | None:
        """The people who are the first to do something after the mention, in the same sentence."""
        later = [one for one in self.whose if one.sentence == mention.sentence and one.span.start > mention.span.end]
        for one in sorted(later, key=lambda one: one.span.start):
            many = MANY_OF.search(self.text, max(0, one.span.start - MANY_BEFORE), one.span.start)
            if not (one.modifier or one.owning or one.quoted or (one.governed and not many)):
                entity = self.whose[one]
                several = entity.plural or MANY.match(self.text, one.span.start)
                return entity if several and entity.kind in PEOPLE else None
        return None

    def named_lately(self, most: int) -> Sequence[tuple[Mention, Entity]]:
        """The last mentions by name, at most so many, each with whose it is."""
        return self._named[-most:]

    def named_in(self, contents: Sequence[Span]) -> set[Entity]:
        """Who is called by name inside the contents, as far as read."""
        found: set[Entity] = set()
        for content in contents:
            first, last = (
                bisect_left(self._named_ends, content.start),
                bisect_right(self._named_ends, content.end),
            )
            found.update(entity for mention, entity in self._named[first:last] if mention.span.start >= content.start)
        return found

    def named_in_quotations_of(self, mention: Mention) -> set[Entity]:
        """Who is called by name, as far as read, in what the mention says between quotation marks."""
        sources = self.speaking.get(mention, ())
        quoted = [one for source in sources for one in source.contents if self.text[one.start] in OPENING_MARKS]
        return self.named_in(quoted)

    def people_in(self, contents: Sequence[Span]) -> set[Entity]:
        """The persons who are called by their names inside the contents, read or not."""
        found: set[Entity] = set()
        for content in contents:
            first, last = (bisect_left(self._people_starts, place) for place in (content.start, content.end))
            for mention in self._people[first:last]:
                whose = self.names.of(mention)
                if len(whose) == 1 and whose[0].is_person():
                    found.add(whose[0])
        return found

    def holders_of(self, mention: Mention) -> set[Entity]:
        """Who says the words in which the mention says something, as far as read or plain by name."""
        found: set[Entity] = set()
        for holder in self.holders.get(mention, ()):
            entity = self.whose.get(holder)
            whose = self.names.of(holder) if holder.shape is Shape.NAME else ()
            found.update((entity,) if entity is not None else whose if len(whose) == 1 else ())
        return found

    def named_at(self, span: Span) -> Entity | None:
        """The entity that is named, and not only described, inside the span."""
        first = bisect_left(self._named_ends, span.start)
        inside = (one for one in self._named[first : first + MOST_BEFORE] if span.covers(one[0].span))
        return next((entity for _, entity in inside), None)

    def unnamed(self, mention: Mention) -> Entity:
        """A new entity that the article only describes."""
        entity = Entity(len(self.entities), named=False, head=mention.role, written=mention.span.cut(self.text))
        entity.plural = mention.plural
        entity.owner = self.whose.get(mention.owner) if mention.owner else None
        if mention.role is not None:
            entity.named = _is_named(mention, mention.role)
            entity.takes_role(mention.role, mention.words, "", mention.nation)
            if mention.role.plural and mention.role.kind is ActorKind.PERSON:
                entity.kinds[ActorKind.GROUP] += 5
        self.entities.append(entity)
        self.roles.add(entity)
        self.described[same_words(mention)] = entity
        return entity

    def merge(self, described: Entity, named: Entity) -> None:
        """Whoever was described is who was named."""
        for mention in described.mentions:
            self.whose[mention] = named
        named.mentions = sorted({*named.mentions, *described.mentions}, key=lambda one: one.span.start)
        named.genders += described.genders
        named.nation = named.nation or described.nation
        for word, known in described.roles.items():
            named.roles.setdefault(word, []).extend(known)
        named.kinds += described.kinds
        self.entities.remove(described)
        self._merged[described] = named

    def now(self, entity: Entity) -> Entity:
        """The entity, or the one that it turned out to be: what was noted of it before is not written anew."""
        while entity in self._merged:
            entity = self._merged[entity]
        return entity

    def joined(self, members: tuple[Entity, ...]) -> Entity:
        """The one that these are together."""
        entity = self._joined.get(members)
        if entity is None:
            named = all(one.named for one in members)
            entity = Entity(len(self.entities), named=named, joint=members, plural=True)
            entity.written = " and ".join(one.name for one in members)
            entity.kinds[ActorKind.GROUP] += 1
            self.entities.append(entity)
            self._joined[members] = entity
        return entity


def _is_named(mention: Mention, role: Role) -> bool:
    """ "The Cuban government", "the Clinton administration": one body, told from all others."""
    told = bool(mention.nation) or any(part.shape is Shape.NAME for part in mention.parts)
    return is_body(role) and not role.plural and told and mention.definiteness is not Definiteness.INDEFINITE
