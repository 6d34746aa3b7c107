"""Speech acts that are news themselves: the cue of an attribution is an event of its source's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.reading.events.lexicon import Candidate
from sayso.reading.events.participants import Parties, find_objects
from sayso.reading.events.scene import Mentioned, Scene
from sayso.reading.tagging import Range
from sayso.records.actor import ActorKind
from sayso.records.attribution import Attribution, Commitment
from sayso.records.claim import Claim
from sayso.records.event import Participant
from sayso.records.span import hull


@dataclass(frozen=True, slots=True)
class Act:
    """Words of a cue: ``claim`` is the number of the claim that the attribution makes, ``source`` who said it."""

    claim: int
    source: Mentioned | None

    def parties(self, candidate: Candidate, sentence: Range, scene: Scene) -> Parties:
        """The source does it, to whom the words after the cue name first, inside the content or before it."""
        whose = {self.source.who.actor} if self.source else set()
        addressed = find_objects(candidate.range[1], sentence, scene, anywhere=True)
        return Parties(
            (self.source,) if self.source else (), tuple(one for one in addressed if one.who.actor not in whose)
        )


def find_acts(scene: Scene, claims: Sequence[Claim], attributions: Sequence[Attribution]) -> dict[int, Act]:
    """The act that each word of a cue belongs to, by the number of the word."""
    numbers = {claim.attribution: number for number, claim in enumerate(claims) if claim.attribution}
    acts: dict[int, Act] = {}
    for attribution in attributions:
        number = numbers.get(attribution.id)
        if number is None or attribution.commitment is Commitment.DENIES:  # what is denied is the news, not denying
            continue
        act = Act(number, source_of(attribution, scene))
        for span in attribution.cue:
            for place in range(*scene.range_of(span)):
                acts[place] = act
    return acts


def frame_act(place: int, sentence: Range, acts: Mapping[int, Act]) -> Act | None:
    """Whose frame a word of no claim belongs to ("has *agreed* to"): that of the nearest cue of its sentence."""
    near = [(abs(cue - place), cue) for cue in acts if sentence[0] <= cue < sentence[1]]
    return acts[min(near)[1]] if near else None


def source_of(attribution: Attribution, scene: Scene) -> Mentioned | None:
    """The speaker at the words of the source; None where either is missing."""
    if attribution.speaker is None or not attribution.source:
        return None
    span = hull(attribution.source)
    words = scene.range_of(span)
    if words[0] >= words[1]:
        return None
    return Mentioned(words, Participant(attribution.speaker, span), ActorKind.UNKNOWN, owning=False)
