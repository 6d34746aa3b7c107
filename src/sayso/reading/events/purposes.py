"""What the words around a deed say that it is: troops sent "to help" are aid, soldiers who train are mobilized."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sayso.reading.events.lexicon import Candidate
from sayso.reading.events.participants import Parties
from sayso.reading.events.scene import Scene
from sayso.reading.events.vocabulary import FORCES
from sayso.reading.tagging import Range
from sayso.records.event import EventType

HELPING = frozenset("help support assist aid back reinforce protect defend".split())


def find_purpose(candidate: Candidate, clause: Range, parties: Parties, scene: Scene) -> EventType | None:
    """The type that is told beside the word, one of those that the word may have; None where nothing tells it."""
    types = candidate.word.types
    if EventType.AID in types and parties.recipients and _helps(scene.lower[candidate.range[1] : clause[1]]):
        return EventType.AID
    forces = any(scene.lower[place] in FORCES for one in parties.actors for place in range(*one.range))
    return EventType.MOBILIZE if types[0] is EventType.MOBILIZE and forces and not parties.recipients else None


def _helps(after: Sequence[str]) -> bool:
    """Whether "to help" or the like follows."""
    return any(a == "to" and b in HELPING for a, b in pairwise(after))
