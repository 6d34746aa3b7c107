"""All that one source is said to have said, in one article or many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.linking.quoted.speakers import same_speaker
from sayso.records.actor import Actor
from sayso.records.claim import Claim, Role, Voice
from sayso.records.reading import Reading


@dataclass(frozen=True, slots=True)
class Saying:
    """``reading`` holds ``claim``, and ``actor`` is its innermost speaker."""

    reading: Reading
    claim: Claim
    actor: Actor


def find_sayings(name: str, readings: Iterable[Reading]) -> Iterator[Saying]:
    """The claims whose innermost speaker goes by ``name``, as the article writes it, in the order of the readings.

    A credit of the page makes no agency a speaker; where the names do not tell whether they are one, it is left out.
    """
    name = name.title() if name.islower() else name  # "quill" asks for Quill
    for reading in readings:
        actors = {actor.id: actor for actor in reading.actors if _is_called(actor, name)}
        for claim in reading.claims:
            last = claim.chain[-1] if claim.chain and claim.voice is Voice.ATTRIBUTED else None
            actor = actors.get(last.actor or "") if last is not None and last.role is Role.SPEAKER else None
            if actor is not None:
                yield Saying(reading, claim, actor)


def _is_called(actor: Actor, name: str) -> bool:
    return actor.name.casefold() == name.strip().casefold() or same_speaker(actor.name, name) is True
