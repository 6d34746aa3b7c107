"""Country, codes and side of an actor: from the lists by its names, else from its own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sayso.lists.actors import ListedActor, ListedActors
from sayso.lists.agencies import Agency
from sayso.lists.countries import Countries, CountryForm, Form
from sayso.lists.roles import Role
from sayso.lists.sectors import Sector
from sayso.reading.lists import Lists
from sayso.reading.naming.entity import Entity
from sayso.reading.naming.runs import is_body
from sayso.records.actor import ActorKind

# Codes of bodies that belong to no country.
NO_COUNTRY = frozenset("IGO UNO EUR NGO ISM IMG MNC".split())
FORMER = frozenset("former ex-president ousted deposed late".split())
# Words of a body's name that tell its sector, where its last word does not.
TELLING = {
    "intelligence": Sector.SPIES,
    "police": Sector.POLICE,
    "army": Sector.MILITARY,
    "navy": Sector.MILITARY,
    "guard": Sector.MILITARY,
    "forces": Sector.MILITARY,
    "military": Sector.MILITARY,
    "medical": Sector.MEDICINE,
    "health": Sector.MEDICINE,
    "hospital": Sector.MEDICINE,
    "university": Sector.EDUCATION,
    "college": Sector.EDUCATION,
    "opposition": Sector.OPPOSITION,
    "rebels": Sector.REBEL,
    "prisoners": Sector.CIVILIAN,
}
NOT_KNOWN = "---"  # in a code, for a country that is not known
# Heads of anything: of what, says what they are.
OF_ANYTHING = frozenset(
    "president director chairman head chief leader secretary member spokesman spokeswoman general".split()
)
# A soldier is one in whatever he does.
IN_UNIFORM = frozenset((Sector.MILITARY, Sector.POLICE, Sector.REBEL))
LONGEST_LISTED = 6  # words of a listed name inside a description


@dataclass(frozen=True, slots=True)
class Coded:
    """The country of an actor (ISO 3166 alpha-3), its codes and its side."""

    country: str | None
    codes: tuple[str, ...]
    side: str | None


def code(entity: Entity, lists: Lists, day: date | None, found: ListedActor | None) -> Coded:
    """What lists and words tell of the entity on that day; ``found`` is its own row of the list, if it has one."""
    listed, countries, roles = lists.listed, lists.countries, lists.roles
    if found is not None:
        country = None if found.country in NO_COUNTRY else found.country or None
        return Coded(country or entity.nation or None, found.codes, found.side or None)
    seat = next(
        (form for name in entity.names if (form := find_country(name, countries)) and form.form is not Form.NAME), None
    )
    if seat is not None and not seat.ambiguous:
        return Coded(seat.code, (seat.code + (seat.sector or Sector.GOVERNMENT),), None)
    if entity.kind is ActorKind.COUNTRY:
        return Coded(entity.nation or None, (entity.nation,) if entity.nation else (), None)
    medium = _find_medium(entity, lists)
    if medium is not None:
        nation = lists.alpha3.get(medium.country, "")
        return Coded(nation or None, ((nation or NOT_KNOWN) + Sector.JOURNALISM,), None)
    sector = sector_of(entity, roles)
    nation, given = entity.nation or _nation_in(entity, countries), None
    if not nation or not sector:
        given = _affiliation(entity, listed, day)
    if given is not None:
        nation = nation or given.country
        sector = sector or (given.sectors[0] if given.sectors else Sector.NOT_GIVEN)
    if not nation and not sector:
        return Coded(None, (), None)
    country = None if nation in NO_COUNTRY else nation or None
    return Coded(country, ((nation or NOT_KNOWN) + sector,), given.side or None if given else None)


def _find_medium(entity: Entity, lists: Lists) -> Agency | None:
    """The row of a medium that the list of agencies names."""
    if entity.kind is not ActorKind.MEDIA:
        return None
    found = (
        lists.agencies.find(" ".join(name)) or lists.agencies.find("The " + " ".join(name)) for name in entity.names
    )
    return next((agency for agency in found if agency is not None), None)


def find_country(name: Sequence[str], countries: Countries) -> CountryForm | None:
    """The list's form for a name, in capitals or not."""
    written = " ".join(name)
    return countries.get(written) or (countries.get(written.title()) if written.isupper() else None)


def find_listed(entity: Entity, listed: ListedActors, day: date | None) -> ListedActor | None:
    """The list's row for the first of the entity's names that it knows."""
    for name in (*(" ".join(name) for name in entity.names), entity.name):
        plain = name.replace("’", "'")
        found = listed.find(name, day) or listed.find(plain, day) or listed.find(plain.title(), day)
        if found is not None:
            return found
    return None


def sector_of(entity: Entity, roles: dict[str, Role]) -> Sector:
    """PLOVER's sector by the entity's roles, the first that tells; of a body by the words of its name."""
    called = [roles[word] for word in entity.roles if word in roles]
    words = [word.lower() for name in (*entity.names, tuple(entity.written.split())) for word in name]
    telling = next((sector for word, sector in TELLING.items() if word in words), Sector.NOT_GIVEN)
    if telling in IN_UNIFORM:
        return telling
    if not entity.names and any(role.word in OF_ANYTHING for role in called):
        bodies = [role for word in words if (role := roles.get(word)) and is_body(role) and role.sector]
        if bodies:
            return bodies[-1].sector
    told = next((role.sector for role in called if role.sector and role.kind is ActorKind.PERSON), Sector.NOT_GIVEN)
    if told:
        former = FORMER & {word.lower() for written in entity.described for word in written.split()}
        return Sector.ELITE if former else told
    if entity.plural and not called and entity.nation:
        return Sector.CIVILIAN  # "the Kazakhs"
    return telling or next((role.sector for role in called if role.sector), Sector.NOT_GIVEN)


def _nation_in(entity: Entity, countries: Countries) -> str:
    """The country that an unnamed actor's own words name: "a professor at a university in Scotland"."""
    words = [word.strip(",.") for word in entity.written.split()] if not entity.names else []
    for place, word in enumerate(words):
        form = countries.get(" ".join(words[place : place + 2])) or countries.get(word)
        if word[:1].isupper() and form is not None and not form.ambiguous:
            return form.code
    return ""


def _affiliation(entity: Entity, listed: ListedActors, day: date | None) -> ListedActor | None:
    """The listed body that the entity's own description names: "FBI Director", "members of the FARC"."""
    for written in (*entity.described, entity.written):
        words = written.replace("’s ", " ").replace("'s ", " ").split()
        starts = [start for start, word in enumerate(words) if listed.may_open(word)]
        for size in range(min(LONGEST_LISTED, len(words)), 0, -1) if starts else ():
            for start in starts:
                if start + size > len(words):
                    break
                found = listed.find(" ".join(words[start : start + size]).strip(",."), day)
                if found is not None and found.kind is not ActorKind.PERSON:
                    return found
    return None
