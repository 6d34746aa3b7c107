"""Who holds out a claim, link by link, from the outlet inwards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.records.actor import Actor
from sayso.records.claim import Claim, Role, Voice

OUTLET = "the outlet"
NOT_GIVEN = "source not given"


@dataclass(frozen=True, slots=True)
class Holder:
    """One link of a chain under its name; ``does`` is what it does with what comes after."""

    name: str
    role: Role
    does: str | None


def name_holders(claim: Claim, actors: Mapping[str, Actor], outlet: str | None) -> tuple[Holder, ...]:
    """The links of a claim's chain; one that the text does not name is a source not given, and never the outlet."""
    holders = []
    for number, link in enumerate(claim.chain):
        actor = actors.get(link.actor or "")
        last = number == len(claim.chain) - 1
        is_outlet = link.role is Role.OUTLET and (not last or claim.voice is Voice.OWN)
        name = actor.name if actor else (outlet or OUTLET) if is_outlet else NOT_GIVEN
        holders.append(Holder(name, link.role, link.does.value if link.does else None))
    return tuple(holders)
