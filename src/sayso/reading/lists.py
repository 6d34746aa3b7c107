"""The lists that a reading goes by, read from the package once and handed on as values."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sayso.lists.actors import ListedActors, load_listed_actors
from sayso.lists.agencies import Agencies, load_agencies
from sayso.lists.countries import Countries, load_alpha3, load_countries
from sayso.lists.events import EventLists, load_event_lists
from sayso.lists.parties import PartyRules, load_party_rules
from sayso.lists.roles import Role, load_roles
from sayso.reading.commitment import Cues, load_cues
from sayso.reading.placing.weights import PlaceLists, load_place_lists


@dataclass(frozen=True, slots=True)
class Lists:
    """Cue words, agencies, role nouns, countries, actors, places, event words and party rules, as listed.

    ``alpha3`` gives ISO 3166's three letters of a country for its two.
    """

    cues: Cues
    agencies: Agencies
    roles: dict[str, Role]
    countries: Countries
    alpha3: dict[str, str]
    listed: ListedActors
    places: PlaceLists
    events: EventLists
    parties: PartyRules


def load_lists(
    listed: ListedActors | None = None, gazetteer: Path | None = None, parties: PartyRules | None = None
) -> Lists:
    """The package's own lists, with those that are given in their place; ``gazetteer`` is a folder."""
    return Lists(
        load_cues(),
        load_agencies(),
        load_roles(),
        load_countries(),
        load_alpha3(),
        listed or load_listed_actors(),
        load_place_lists(gazetteer),
        load_event_lists(),
        parties or load_party_rules(),
    )
