"""The lists that a reading goes by, read from the package once and handed on as values."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.lists.actors import ListedActors, load_listed_actors
from sayso.lists.agencies import Agencies, load_agencies
from sayso.lists.countries import Countries, load_alpha3, load_countries
from sayso.lists.roles import Role, load_roles
from sayso.reading.commitment import Cues, load_cues


@dataclass(frozen=True, slots=True)
class Lists:
    """Cue words, agencies, role nouns, countries and coded actors, as the package (or a user's own copy) lists them.

    ``alpha3`` gives ISO 3166's three letters of a country for its two.
    """

    cues: Cues
    agencies: Agencies
    roles: dict[str, Role]
    countries: Countries
    alpha3: dict[str, str]
    listed: ListedActors


def load_lists(listed: ListedActors | None = None) -> Lists:
    """The package's own lists, with ``listed`` for the actors if given."""
    return Lists(
        load_cues(), load_agencies(), load_roles(), load_countries(), load_alpha3(), listed or load_listed_actors()
    )
