"""The events of an article, each told by one claim, and what each claim's holders hold of them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sayso.lists.events import EventLists
from sayso.reading.encoder import Encoder
from sayso.reading.events.acts import Act, find_acts, frame_act
from sayso.reading.events.circumstances import Circumstances
from sayso.reading.events.factuality import act_values, chain_values, is_future, value_of
from sayso.reading.events.flags import find_flags
from sayso.reading.events.heads import event_rows, has_events, trigger_chances
from sayso.reading.events.lexicon import Candidate, Lexicon
from sayso.reading.events.modes import find_modes
from sayso.reading.events.participants import Parties, clause_of, find_parties
from sayso.reading.events.purposes import find_purpose
from sayso.reading.events.scene import NOBODYS, Scene, set_scene
from sayso.reading.events.sources import take_source
from sayso.reading.events.types import Typed, type_event
from sayso.reading.lists import Lists
from sayso.reading.tables import Floats
from sayso.reading.tagging import Range
from sayso.reading.words import Words
from sayso.records.actor import Actor
from sayso.records.attribution import Attribution
from sayso.records.claim import Claim
from sayso.records.event import About, Event, EventFlag, EventType, Factuality
from sayso.records.quantity import Quantity
from sayso.records.span import Span
from sayso.records.timex import Timex
from sayso.records.toponym import PlaceRole, Toponym

# A word of the list is an event from this chance of the encoder's on; one that often is none needs more, and parties.
EVENT_FROM, WEAK_FROM = 0.3, 0.5
WEAK_SCORE = 0.4  # what such a word must reach where only one party is told


# PLOVER: what is promised is AGREE, what is refused REJECT, what is called for REQUEST.
TURNED = {
    EventFlag.FUTURE: (EventType.AGREE, EventType.THREATEN, EventType.CONCEDE),
    EventFlag.NEGATED: (EventType.REJECT,),
    EventFlag.OPINION: (EventType.REQUEST,),
    EventFlag.HYPOTHETICAL: (EventType.THREATEN,),
}


@dataclass(frozen=True, slots=True)
class Told:
    """All that a reading tells beside its words: what events are built from."""

    claims: tuple[Claim, ...]
    attributions: tuple[Attribution, ...]
    actors: tuple[Actor, ...]
    timexes: tuple[Timex, ...]
    toponyms: tuple[Toponym, ...]
    quantities: tuple[Quantity, ...]
    day: date | None


def find_events(
    words: Words, rows: Floats, sentences: Sequence[Span], told: Told, encoder: Encoder
) -> tuple[tuple[Event, ...], tuple[Claim, ...]]:
    """The events in the order of the text, and the claims with what they are about; none by weights without heads."""
    if not has_events(encoder.tables) or not len(words):
        return (), told.claims
    lists = encoder.lists
    lower = tuple([form.lower() for form in words.forms])
    lexicon = Lexicon(words, lower, lists.events)
    ranges = [words.range_of(sentence) for sentence in sentences]
    listed = {one: candidates for one in ranges if (candidates := tuple(lexicon.find(*one)))}
    scene = set_scene(
        words,
        lower,
        rows,
        encoder.tables,
        told.claims,
        told.actors,
        lists.countries,
        _metonyms(told, lists),
        _speakers(told),
    )
    drafting = _Drafting(scene, told)
    drafts = {sentence: drafting.drafts(sentence, candidates) for sentence, candidates in listed.items()}
    scene = replace(scene, rows=event_rows(rows, _to_encode(drafts), encoder))
    finder = _Finder(scene, told, lists.events)
    found = [one for sentence, some in drafts.items() for one in finder.events(sentence, some)]
    events = tuple(one.event for one in found)
    about: dict[int, list[About]] = {}
    for one in found:
        about.setdefault(one.claim, []).append(About(one.event.id, one.values))
    claims = tuple(
        replace(claim, about=tuple(about[number])) if number in about else claim
        for number, claim in enumerate(told.claims)
    )
    return events, claims


@dataclass(frozen=True, slots=True)
class _Found:
    event: Event
    claim: int
    values: tuple[Factuality, ...]


@dataclass(frozen=True, slots=True)
class _Draft:
    """The candidate tells of an event of this claim, if the encoder gives it these least chances and score."""

    candidate: Candidate
    act: Act | None
    claim: int
    parties: Parties
    least_chance: float
    least_score: float


def _to_encode(drafts: Mapping[Range, Sequence[_Draft]]) -> list[Range]:
    """The sentences in which an event or a party to one is told: the encoder need not look at the others."""
    parties = [
        one for some in drafts.values() for draft in some for one in (*draft.parties.actors, *draft.parties.recipients)
    ]
    return [
        (first, last)
        for (first, last), some in drafts.items()
        if some or any(one.first < last and one.last > first for one in parties)
    ]


class _Drafting:
    """What may be told of in one article, by the words alone, a sentence at a time."""

    def __init__(self, scene: Scene, told: Told) -> None:
        self.scene = scene
        self.told = told
        self.acts = find_acts(scene, told.claims, told.attributions)

    def drafts(self, sentence: Range, candidates: Sequence[Candidate]) -> list[_Draft]:
        drafts: list[_Draft] = []
        before: list[tuple[Range, Parties]] = []
        for candidate in candidates:
            act = self._act(candidate, sentence)
            parties = self._parties(candidate, act, sentence, before)
            before.append((candidate.range, parties))
            claim = act.claim if act is not None else self.scene.owner[candidate.range[0]]
            least = self._least(candidate, act, parties)
            if claim != NOBODYS and least is not None:
                drafts.append(_Draft(candidate, act, claim, parties, *least))
        return drafts

    def _act(self, candidate: Candidate, sentence: Range) -> Act | None:
        place = candidate.range[0]
        act = self.acts.get(place)
        if act is None and self.scene.owner[place] == NOBODYS:
            return frame_act(place, sentence, self.acts)
        return act

    def _parties(
        self, candidate: Candidate, act: Act | None, sentence: Range, before: Sequence[tuple[Range, Parties]]
    ) -> Parties:
        if act is not None and not candidate.nominal:
            return act.parties(candidate, sentence, self.scene)
        parties = find_parties(candidate, sentence, self.scene, before)
        if parties.actors or parties.mutual:
            return parties
        claim = self.scene.owner[candidate.range[0]]
        return take_source(candidate, parties, claim, self.told.claims, self.told.attributions, self.scene)

    def _least(self, candidate: Candidate, act: Act | None, parties: Parties) -> tuple[float, float] | None:
        """From which chance and which score on the words tell of an event; None where they do not at all."""
        both = bool(parties.mutual or (parties.actors and parties.recipients))
        one = bool(parties.actors or parties.recipients)
        if candidate.word.weak:
            return (WEAK_FROM, 0.0 if both else WEAK_SCORE) if one else None
        if act is not None and not candidate.nominal:
            spoken = both or candidate.word.speech or (candidate.range[0] not in self.acts and parties.actors)
            return (0.0, 0.0) if spoken else None
        return EVENT_FROM, 0.0


class _Finder:
    """Finds the events of one article among what may be told of, a sentence at a time."""

    def __init__(self, scene: Scene, told: Told, lists: EventLists) -> None:
        self.scene = scene
        self.told = told
        self.lists = lists
        self.chances = trigger_chances(scene.rows, scene.tables)
        self.circumstances = Circumstances(scene, told.timexes, told.toponyms, told.quantities)

    def events(self, sentence: Range, drafts: Sequence[_Draft]) -> list[_Found]:
        likely = [one for one in drafts if float(self.chances[slice(*one.candidate.range)].max()) >= one.least_chance]
        found = [(self._found(draft, sentence), draft.least_score) for draft in likely]
        return list(_without_doubles([one for one, least in found if one.event.score >= least]))

    def _found(self, draft: _Draft, sentence: Range) -> _Found:
        scene, told = self.scene, self.told
        candidate, act, claim, parties = draft.candidate, draft.act, draft.claim, draft.parties
        clause = clause_of(candidate.range, sentence, scene)
        held = told.claims[claim]
        own = scene.own_words(candidate.range, sentence)  # "denied" is the holder's, not the words' own
        value = value_of(candidate.range, own, scene.lower, scene.rows, scene.tables)
        time = self.circumstances.time(candidate.range, sentence)
        flags = find_flags(
            candidate.range,
            max(clause[0], own[0]),
            scene.lower,
            basis=held.basis,
            value=value,
            future=is_future(candidate.range, scene.rows, scene.tables),
            time=time,
            day=told.day,
        )
        typed = self._typed(candidate, clause, parties, flags)
        span = scene.span_of(candidate.range)
        event = Event(
            id=_id(held.id, span),
            type=typed.type,
            modes=find_modes(
                typed.type,
                " ".join(scene.words.forms[slice(*candidate.range)]),
                " ".join(scene.words.forms[slice(*clause)]),
                self.lists,
            ),
            span=span,
            actors=tuple(one.who for one in parties.actors),
            recipients=tuple(one.who for one in parties.recipients),
            timex=time.span if time else None,
            toponym=self.circumstances.place(candidate.range, sentence),
            quantities=self.circumstances.numbers(candidate.range, sentence),
            flags=flags,
            score=typed.chance * _fullness(parties),
            runner_up=typed.runner_up,
        )
        values = act_values(held.chain) if act is not None else chain_values(value, held.chain)
        return _Found(event, claim, values)

    def _typed(self, candidate: Candidate, clause: Range, parties: Parties, flags: Sequence[EventFlag]) -> Typed:
        actors, recipients = ([one.range for one in some] for some in (parties.actors, parties.recipients))
        also = [kind for flag in flags for kind in TURNED.get(flag, ())]
        return type_event(
            candidate.range,
            candidate.word,
            clause,
            actors,
            recipients,
            also,
            self.scene.rows,
            self.scene.tables,
            find_purpose(candidate, clause, parties, self.scene),
        )


def _speakers(told: Told) -> dict[str, str]:
    return {one.id: one.speaker for one in told.attributions if one.speaker is not None}


def _metonyms(told: Told, lists: Lists) -> dict[Span, str]:
    places = [place for place in told.toponyms if place.role is PlaceRole.METONYM and place.country]
    return {place.span: lists.alpha3.get(place.country or "", "") for place in places}


def _without_doubles(found: Sequence[_Found]) -> Iterator[_Found]:
    """One happening told by two words ("carried out a raid and arrested") is one event, if it is of one type."""
    kept: list[_Found] = []
    for one in found:
        same = next((k for k, other in enumerate(kept) if _is_same(one, other)), None)
        if same is None:
            kept.append(one)
        elif _known(one.event) > _known(kept[same].event):
            kept[same] = one
    yield from kept


def _is_same(one: _Found, other: _Found) -> bool:
    a, b = one.event, other.event
    return (
        one.claim == other.claim and a.type is b.type and a.flags == b.flags
        and _agree(a.actors, b.actors) and _agree(a.recipients, b.recipients)
    )  # fmt: skip


def _agree(some: Sequence[object], others: Sequence[object]) -> bool:
    return not some or not others or set(some) == set(others)


def _fullness(parties: Parties) -> float:
    """Who acts and on whom: an event of which neither is told is less sure to be one."""
    return 0.6 + 0.2 * bool(parties.actors) + 0.2 * bool(parties.recipients or parties.mutual)


def _known(event: Event) -> int:
    return len(event.actors) + len(event.recipients) + (event.toponym is not None) + (event.timex is not None)


def _id(claim: str, span: Span) -> str:
    return "e" + hashlib.sha256(json.dumps(["event", claim, span.start, span.end]).encode()).hexdigest()[:10]
