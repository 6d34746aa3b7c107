"""When whoever says it is also the one who does it: "promised to send", "denied sending", "confirmed the dispatch"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.reading.events.acts import source_of
from sayso.reading.events.lexicon import Candidate
from sayso.reading.events.participants import Parties
from sayso.reading.events.scene import NOBODYS, Scene
from sayso.reading.events.word_forms import phrase_start
from sayso.records.attribution import Attribution
from sayso.records.claim import Claim
from sayso.records.event import EventType

# Confirming one of these is telling of one's own; who confirms an attack may be anybody.
ONES_OWN = frozenset(
    {EventType.AGREE, EventType.CONSULT, EventType.CONCEDE, EventType.COOPERATE, EventType.AID, EventType.RETREAT,
     EventType.MOBILIZE, EventType.SANCTION}
)  # fmt: skip


def take_source(
    candidate: Candidate,
    parties: Parties,
    claim: int,
    claims: Sequence[Claim],
    attributions: Sequence[Attribution],
    scene: Scene,
) -> Parties:
    """The parties with the claim's source as the actor, where a content without a subject begins with the event."""
    attribution = None if claim == NOBODYS else claims[claim].attribution
    source = next((source_of(one, scene) for one in attributions if one.id == attribution), None)
    if source is None or not _begins_content(candidate, claims[claim], scene):
        return parties
    recipients = tuple(one for one in parties.recipients if one.who.actor != source.who.actor)
    return replace(parties, actors=(source,), recipients=recipients)


def _begins_content(candidate: Candidate, claim: Claim, scene: Scene) -> bool:
    first, _ = candidate.range
    start = next((words[0] for words in map(scene.range_of, claim.content) if words[0] <= first < words[1]), first)
    if candidate.nominal:
        return phrase_start(first, start, scene) == start and candidate.word.types[0] in ONES_OWN
    form = scene.lower[first]
    if first == start:
        return form.endswith("ing")
    return scene.lower[start] == "to" and first == start + 1
