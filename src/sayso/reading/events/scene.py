"""What events are looked for in: words, whose claim each of them is, who is mentioned where."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.lists.countries import Countries, Form
from sayso.reading.events.vocabulary import FIRST_PERSONS, POSSESSIVES
from sayso.reading.tables import Floats, Tables
from sayso.reading.tagging import Range
from sayso.reading.words import Words
from sayso.records.actor import Actor, ActorKind
from sayso.records.claim import Claim
from sayso.records.event import Participant
from sayso.records.span import Span

NOBODYS = -1  # words of no claim


@dataclass(frozen=True, slots=True)
class Mentioned:
    """The words of ``range`` stand for an actor; ``owning``: they say whose something is ("Putin's", "his")."""

    range: Range
    who: Participant
    kind: ActorKind
    owning: bool

    @property
    def first(self) -> int:
        return self.range[0]

    @property
    def last(self) -> int:
        return self.range[1]


@dataclass(frozen=True, slots=True)
class Scene:
    """The words of an article as events see them.

    ``lower`` are the forms in small letters; ``owner`` is the number of each word's innermost claim; ``mentions`` are
    in the order of the text, none inside another, and ``firsts`` their first words.
    """

    words: Words
    lower: tuple[str, ...]
    rows: Floats
    tables: Tables
    owner: tuple[int, ...]
    mentions: tuple[Mentioned, ...]
    firsts: tuple[int, ...]

    def between(self, first: int, last: int) -> Sequence[Mentioned]:
        """The mentions that lie in a range of words."""
        found = self.mentions[bisect_left(self.firsts, first) : bisect_left(self.firsts, last)]
        return [one for one in found if one.last <= last]

    def own_words(self, words: Range, sentence: Range) -> Range:
        """The words of the sentence around these that belong to the same claim without a break."""
        first, last = words
        owner = self.owner[first]
        while first > sentence[0] and self.owner[first - 1] == owner:
            first -= 1
        while last < sentence[1] and self.owner[last] == owner:
            last += 1
        return first, last

    def range_of(self, span: Span) -> Range:
        """The words that begin in a span."""
        return self.words.range_of(span)

    def span_of(self, words: Range) -> Span:
        return Span(int(self.words.starts[words[0]]), int(self.words.ends[words[1] - 1]))


def set_scene(
    words: Words,
    lower: tuple[str, ...],
    rows: Floats,
    tables: Tables,
    claims: Sequence[Claim],
    actors: Sequence[Actor],
    countries: Countries,
    metonyms: Mapping[Span, str],
    speakers: Mapping[str, str],
) -> Scene:
    """What events are looked for in; ``lower`` are the words' forms in small letters.

    ``metonyms`` are names of places that stand for governments, with their countries' codes; ``speakers`` are the
    actors who speak, by attribution: "we" is the one whose words it is in.
    """
    bare = Scene(words, lower, rows, tables, _owners(words, claims), (), ())
    found = [*_mentions(bare, actors, countries, metonyms), *_first_persons(bare, claims, speakers)]
    mentions = _outermost(found)
    return replace(bare, mentions=tuple(mentions), firsts=tuple(one.first for one in mentions))


def _owners(words: Words, claims: Sequence[Claim]) -> tuple[int, ...]:
    """The number of the claim with the shortest content around each word."""
    owner = [NOBODYS] * len(words)
    sizes = [sum(len(span) for span in claim.content) for claim in claims]
    for number in sorted(range(len(claims)), key=lambda number: (-sizes[number], number)):
        for span in claims[number].content:
            first, last = words.range_of(span)
            owner[first:last] = [number] * (last - first)
    return tuple(owner)


def _mentions(
    scene: Scene, actors: Sequence[Actor], countries: Countries, metonyms: Mapping[Span, str]
) -> Iterable[Mentioned]:
    for actor in actors:
        for span in actor.mentions:
            first, last = scene.range_of(span)
            if last - first > 1 and scene.lower[first] == "that":  # "said that rebels": no word of theirs
                first, span = first + 1, Span(int(scene.words.starts[first + 1]), span.end)
            if first < last:
                owning = (scene.lower[first] in POSSESSIVES and last - first == 1) or _has_genitive(scene, last)
                yield Mentioned((first, last), Participant(actor.id, span), actor.kind, owning)
    yield from _adjectives(scene, actors, countries)
    yield from _capitals(scene, actors, metonyms)


def _has_genitive(scene: Scene, last: int) -> bool:
    """Whether "'s" follows, or the apostrophe of a plural before another word."""
    after = scene.lower[last : last + 2]
    if not after or after[0] not in ("’", "'"):
        return False
    near = int(scene.words.starts[last]) == int(scene.words.ends[last - 1])
    return near and (after[1:] == ("s",) or scene.lower[last - 1].endswith("s"))


def _adjectives(scene: Scene, actors: Sequence[Actor], countries: Countries) -> Iterable[Mentioned]:
    """ "Israeli" of "Israeli strikes", where the article names the country."""
    by_code = {actor.country: actor for actor in actors if actor.kind is ActorKind.COUNTRY}
    for place, form in enumerate(scene.words.forms) if by_code else ():
        told = countries.get(form) if form[0].isupper() else None
        actor = by_code.get(told.code) if told is not None and told.form is Form.ADJECTIVE else None
        if actor is not None:
            yield Mentioned(
                (place, place + 1), Participant(actor.id, scene.span_of((place, place + 1))), actor.kind, True
            )


def _first_persons(scene: Scene, claims: Sequence[Claim], speakers: Mapping[str, str]) -> Iterable[Mentioned]:
    for place, form in enumerate(scene.lower):
        if form in FIRST_PERSONS and scene.owner[place] != NOBODYS and scene.words.forms[place] != "US":
            speaker = speakers.get(claims[scene.owner[place]].attribution or "")
            if speaker is not None:
                words = (place, place + 1)
                who = Participant(speaker, scene.span_of(words))
                yield Mentioned(words, who, ActorKind.UNKNOWN, form in POSSESSIVES)


def _capitals(scene: Scene, actors: Sequence[Actor], metonyms: Mapping[Span, str]) -> Iterable[Mentioned]:
    """ "Moscow" of "a treaty with Moscow", where the article names the country."""
    by_code = {actor.country: actor for actor in actors if actor.kind is ActorKind.COUNTRY}
    for span, code in metonyms.items():
        actor = by_code.get(code)
        first, last = scene.range_of(span)
        if actor is not None and first < last:
            yield Mentioned((first, last), Participant(actor.id, span), actor.kind, _has_genitive(scene, last))


def _outermost(mentions: Iterable[Mentioned]) -> list[Mentioned]:
    kept: list[Mentioned] = []
    for mention in sorted(mentions, key=lambda one: (one.first, -one.last, one.who.actor)):
        if not kept or mention.first >= kept[-1].last:
            kept.append(mention)
    return kept
