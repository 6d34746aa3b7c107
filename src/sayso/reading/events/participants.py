"""Who does it and to whom: by the order of the words, inside one claim and one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.reading.events.lexicon import Candidate
from sayso.reading.events.scene import Mentioned, Scene
from sayso.reading.events.vocabulary import (
    ADVERBS,
    BREAKS,
    CLAUSE,
    DETERMINERS,
    FORCES,
    HAVE,
    JOINTS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SETTING,
)
from sayso.reading.events.word_forms import (
    ENDING_PHRASES,
    MOST_AUXILIARIES,
    is_passive,
    is_passive_before,
    phrase_start,
)
from sayso.reading.tagging import Range
from sayso.records.event import EventType

CLAUSE_ENDS = BREAKS | CLAUSE
BESIDE_VERBS = ADVERBS | HAVE
MOST_BEFORE = 7  # words between whose a deed is and the deed
FARTHEST = 14  # words after an event in which somebody may still be its recipient
# "The attack on", "aid to": whom a noun is done to. After "of" stands who does it for these types, else the other.
TOWARDS = frozenset("on against to for with at from towards toward over".split())
DOERS_AFTER_OF = frozenset(
    {EventType.PROTEST, EventType.CONSULT, EventType.SUPPORT, EventType.RETREAT, EventType.AGREE, EventType.THREATEN,
     EventType.REQUEST, EventType.REJECT}
)  # fmt: skip
# "An order from the minister", "help from Kell": who does it stands after "from" too, and an order is to its sentence's
# subject ("left on the order of the minister").
DOERS_AFTER_FROM = frozenset({EventType.REQUEST, EventType.SUPPORT, EventType.AID, EventType.THREATEN})
ORDERS = frozenset({"order"})
DONE_TO_AFTER_OF = frozenset("release evacuation recapture recognition liberation disarmament".split())


@dataclass(frozen=True, slots=True)
class Parties:
    """Who does it and whom it is done to, as the words tell; ``mutual``: those named do it together."""

    actors: tuple[Mentioned, ...] = ()
    recipients: tuple[Mentioned, ...] = field(default=())
    mutual: bool = False


def find_parties(
    candidate: Candidate, sentence: Range, scene: Scene, before: Sequence[tuple[Range, Parties]]
) -> Parties:
    """The parties of an event; ``before`` are the earlier ones of the sentence with theirs."""
    if candidate.nominal:
        return _of_noun(candidate, sentence, scene)
    return _of_verb(candidate, sentence, scene, before)


def _of_verb(candidate: Candidate, sentence: Range, scene: Scene, before: Sequence[tuple[Range, Parties]]) -> Parties:
    first, last = candidate.range
    if is_passive(candidate, sentence, scene):
        return Parties(_by(last, sentence, scene), find_subject(first, sentence, scene))
    actors = _shared_subject(first, scene, before) or find_subject(first, sentence, scene)
    actors = actors or _later_subject(candidate, sentence, scene) or _of_deed(first, scene, before)
    recipients = _sent_to(candidate, sentence, scene) or find_objects(last, sentence, scene)
    return _told_apart(actors, recipients, mutual=EventType.CONSULT in candidate.word.types[:1])


def _sent_to(candidate: Candidate, sentence: Range, scene: Scene) -> tuple[Mentioned, ...]:
    """ "Sends troops to Skerry": the one after "to", where the next after the verb are the forces that are sent."""
    objects = find_objects(candidate.range[1], sentence, scene)
    sends = EventType.MOBILIZE in candidate.word.types and objects
    if not sends or not any(scene.lower[place] in FORCES for place in range(*objects[0].range)):
        return ()
    return _after(("to",), objects[-1].last, sentence, scene)


def _of_noun(candidate: Candidate, sentence: Range, scene: Scene) -> Parties:
    first, last = candidate.range
    start = phrase_start(first, sentence[0], scene)
    between = _after(("between", "among"), last, sentence, scene)
    if between:
        return Parties(between, mutual=True)
    owners = _owners(first, sentence, scene)
    by, of = _by(last, sentence, scene), _after(("of",), last, sentence, scene)
    types = candidate.word.types
    doers_after_of = types[0] in DOERS_AFTER_OF and candidate.word.word not in DONE_TO_AFTER_OF
    giver = _after(("from",), last, sentence, scene) if types[0] in DOERS_AFTER_FROM else ()
    actors = by or owners or (of if doers_after_of else ()) or giver
    towards = _after(TOWARDS - {"from"} if giver else TOWARDS, last, sentence, scene)
    recipients = towards or (() if doers_after_of else of)
    if candidate.word.word in ORDERS and actors and not recipients:
        recipients = find_subject(start, sentence, scene)
    if not actors and not _is_governed(start, scene):
        actors = find_subject(start, sentence, scene)
        if is_passive_before(start, scene):  # "sanctions were imposed on", "the villagers were killed in an attack"
            actors = ()
    return _told_apart(actors, recipients, mutual=EventType.CONSULT in types[:1])


def _owners(first: int, sentence: Range, scene: Scene) -> tuple[Mentioned, ...]:
    """ "Israeli strikes", "the army's first attack": whose the deed is."""
    for one in reversed(scene.between(max(sentence[0], first - MOST_BEFORE), first)):
        crossed = scene.lower[one.last : first]
        if one.owning and _is_ours(one, first, scene) and not any(form in ENDING_PHRASES for form in crossed):
            return (one,)
        break
    return ()


def _told_apart(actors: Sequence[Mentioned], recipients: Sequence[Mentioned], *, mutual: bool) -> Parties:
    """Nobody is both; a meeting has actors alone."""
    whose = {one.who.actor for one in actors}
    others = tuple(one for one in recipients if one.who.actor not in whose)
    if mutual and actors and others:
        return Parties((*actors, *others), mutual=True)
    return Parties(tuple(actors), others)


def find_subject(first: int, sentence: Range, scene: Scene) -> tuple[Mentioned, ...]:
    """Who stands before the word as the one that does it: the nearest that no preposition governs."""
    end = first
    for one in reversed(scene.between(sentence[0], first)):
        crossed = scene.lower[one.last : end]
        if any(form in BREAKS for form in crossed):
            break
        if any(form in CLAUSE for form in crossed) and not _is_relative(crossed):
            break
        beside = one.last == first and scene.lower[first].endswith("ing")  # "soldiers training"
        if one.owning or not _is_ours(one, first, scene):
            continue
        if not beside and _is_governed(_mention_start(one, scene), scene):
            continue
        return _joined(one, sentence, scene)
    return ()


def _mention_start(one: Mentioned, scene: Scene) -> int:
    """Where its words begin with their determiner."""
    return one.first - 1 if one.first and scene.lower[one.first - 1] in DETERMINERS else one.first


def _is_relative(crossed: Sequence[str]) -> bool:
    """ "soldiers who defended", "the army, which has": the clause goes on about whom it hangs on."""
    opened = [form for form in crossed if form != ","]
    clauses = [form for form in crossed if form in CLAUSE]
    return bool(opened) and opened[0] in RELATIVES and len(clauses) == 1


def _joined(one: Mentioned, sentence: Range, scene: Scene) -> tuple[Mentioned, ...]:
    """With those that "and" joins to it before."""
    found = [one]
    for earlier in reversed(scene.between(sentence[0], one.first)):
        between = scene.lower[earlier.last : found[0].first]
        joins = "and" in between or len(found) > 1 or "&" in between
        if earlier.owning or not joins or any(form not in JOINTS for form in between):
            break
        found.insert(0, earlier)
    return tuple(found)


def find_objects(last: int, sentence: Range, scene: Scene, *, anywhere: bool = False) -> tuple[Mentioned, ...]:
    """Whom it is done to: the first one after it in its clause that no word of place or time governs.

    ``anywhere``: whichever claim's words they are.
    """
    end = _clause_end(last, sentence[1], scene)
    owned = False  # "defended our homeland": it is done to what is ours, and that is nobody
    for one in scene.between(last, end):
        if not anywhere and not _is_ours(one, last - 1, scene):
            continue
        start = _mention_start(one, scene)
        governor = scene.lower[start - 1] if start > last else ""
        if one.owning and one.last - one.first == 1 and scene.lower[one.first] in POSSESSIVES:
            owned = True
        elif governor not in SETTING and (not owned or governor in PREPOSITIONS):
            return _listed(one, end, scene)
    return ()


def clause_of(trigger: Range, sentence: Range, scene: Scene) -> Range:
    """The words around an event up to where other clauses begin."""
    first = trigger[0]
    while first > sentence[0] and scene.lower[first - 1] not in CLAUSE_ENDS:
        first -= 1
    last = trigger[1]
    while last < sentence[1] and scene.lower[last] not in CLAUSE_ENDS:
        last += 1
    return first, last


def _listed(one: Mentioned, end: int, scene: Scene) -> tuple[Mentioned, ...]:
    """With those that "and" joins to it after."""
    found = [one]
    for later in scene.between(one.last, end):
        between = scene.lower[found[-1].last : later.first]
        if later.owning or not between or any(form not in JOINTS for form in between):
            break
        found.append(later)
    return tuple(found)


def _clause_end(last: int, end: int, scene: Scene) -> int:
    """Where the clause after a word ends: before another clause, a break, a comma, or too far off."""
    stop = min(end, last + FARTHEST)
    for place in range(last, stop):
        form = scene.lower[place]
        if form in BREAKS or (form in CLAUSE and form != "as") or form == "," or form in ("“", "”", '"'):
            return place
    return stop


def _shared_subject(first: int, scene: Scene, before: Sequence[tuple[Range, Parties]]) -> tuple[Mentioned, ...]:
    """ "arrested three men and seized weapons": whoever does the one does the other."""
    place = first - 1
    while place >= 0 and scene.lower[place] in BESIDE_VERBS:
        place -= 1
    if place < 0 or scene.lower[place] not in ("and", "or", ",", "then"):
        return ()
    for (_, last), parties in reversed(before):
        crossed = scene.lower[last:place]
        if not any(form in BREAKS or form in CLAUSE for form in crossed) and len(crossed) <= FARTHEST:
            return parties.actors
    return ()


def _of_deed(first: int, scene: Scene, before: Sequence[tuple[Range, Parties]]) -> tuple[Mentioned, ...]:
    """ "Israeli strikes killed": whose deed it is does it."""
    for (_, last), parties in reversed(before):
        crossed = scene.lower[last:first]
        if (
            last <= first
            and len(crossed) <= MOST_AUXILIARIES
            and not any(form in CLAUSE or form in BREAKS for form in crossed)
        ):
            return parties.actors
        break
    return ()


def _later_subject(candidate: Candidate, sentence: Range, scene: Scene) -> tuple[Mentioned, ...]:
    """ "After meeting the envoy, Quill said": the subject stands after the comma."""
    first, last = candidate.range
    if not scene.lower[first].endswith("ing") or first - sentence[0] > 1:
        return ()
    for place in range(last, sentence[1]):
        if scene.lower[place] == ",":
            after = scene.between(place + 1, min(place + FARTHEST, sentence[1]))
            ours = [one for one in after if _is_ours(one, first, scene) and not one.owning]
            return tuple(ours[:1])
    return ()


def _by(last: int, sentence: Range, scene: Scene) -> tuple[Mentioned, ...]:
    return _after(("by",), last, sentence, scene)


def _after(words: Sequence[str] | frozenset[str], last: int, sentence: Range, scene: Scene) -> tuple[Mentioned, ...]:
    """Those whom the first of the words governs in the clause after an event."""
    end = _clause_end(last, sentence[1], scene)
    for one in scene.between(last, end):
        start = _mention_start(one, scene)
        if start > last and scene.lower[start - 1] in words and _is_ours(one, last - 1, scene):
            return _listed(one, end, scene)
    return ()


def _is_governed(start: int, scene: Scene) -> bool:
    return start > 0 and scene.lower[start - 1] in PREPOSITIONS


def _is_ours(one: Mentioned, place: int, scene: Scene) -> bool:
    """Whether a mention is of the same claim as a word."""
    return scene.owner[one.first] == scene.owner[place]
