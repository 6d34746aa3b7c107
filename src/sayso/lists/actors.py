"""Actors with their country, PLOVER sectors and side, looked up by name and day; a user's own list goes before it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Annotated

import msgspec

from sayso.errors import BadList
from sayso.lists.sectors import Sector
from sayso.lists.tables import load_text, read_rows, split_cell
from sayso.records.actor import ActorKind

FILE = "actors.csv"


class ActorRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True, rename={"since": "from"}):
    """One line of ``actors.csv``; ``from`` and ``until`` are days, the last one included."""

    name: Annotated[str, msgspec.Meta(min_length=1)]
    aliases: str
    kind: ActorKind
    country: Annotated[str, msgspec.Meta(pattern="^([A-Z]{3})?$")]
    sectors: str
    side: str
    since: str
    until: str
    origin: str


@dataclass(frozen=True, slots=True)
class ListedActor:
    """``name`` is an actor of this country and these sectors, on this side, from one day to another (both included).

    ``country`` is ISO 3166 alpha-3 or PLOVER's code of a body of many countries (IGO, UNO, EUR, NGO, ISM).
    """

    name: str
    kind: ActorKind
    country: str
    sectors: tuple[Sector, ...]
    side: str
    since: date | None
    until: date | None

    @property
    def codes(self) -> tuple[str, ...]:
        """Country and sector in one, one a sector: "RUSGOV"."""
        return tuple(self.country + sector for sector in self.sectors) or ((self.country,) if self.country else ())

    def holds(self, day: date | None) -> bool:
        """Whether the row is good for a day; of an unknown day only a row without an end is."""
        if day is None:
            return self.until is None
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True)
class ListedActors:
    """The lists in their order of precedence, looked up by name as written.

    ``digest`` tells one choice of lists from another; it is empty for the package's own list alone.
    """

    rows: dict[str, tuple[tuple[ListedActor, ...], ...]]
    digest: str = ""

    @cached_property
    def _openings(self) -> frozenset[str]:
        return frozenset(name.split(" ", 1)[0] for name in self.rows)

    def may_open(self, word: str) -> bool:
        """Whether a listed name begins with the word, commas and full stops around it aside."""
        return word.lstrip(",.") in self._openings or word.strip(",.") in self._openings

    def find(self, name: str, day: date | None) -> ListedActor | None:
        """The row of the first list that knows the name on that day; None where two rows of it disagree."""
        for of_list in self.rows.get(name, ()):
            good = [row for row in of_list if row.holds(day)]
            if good:
                return good[0] if all(row.codes == good[0].codes for row in good) else None
        return None


def load_listed_actors() -> ListedActors:
    """The package's own list."""
    return replace(read_listed_actors([(load_text(FILE), FILE)]), digest="")


def read_listed_actors(texts: Iterable[tuple[str, str]]) -> ListedActors:
    """Lists as (text, name), the one that goes before all others first; BadList names file, line and field."""
    rows: dict[str, list[tuple[ListedActor, ...]]] = {}
    seen = hashlib.sha256()
    for text, name in texts:
        seen.update(text.encode("utf-8", "surrogatepass"))
        here: dict[str, list[ListedActor]] = {}
        for line, row in read_rows(text, name, ActorRow):
            actor = _actor(row, name, line)
            for form in (row.name, *split_cell(row.aliases)):
                here.setdefault(form, []).append(actor)
        for form, actors in here.items():
            rows.setdefault(form, []).append(tuple(actors))
    return ListedActors({form: tuple(lists) for form, lists in rows.items()}, seen.hexdigest()[:16])


def _actor(row: ActorRow, name: str, line: int) -> ListedActor:
    sectors = []
    for sector in split_cell(row.sectors):
        try:
            sectors.append(Sector(sector))
        except ValueError as error:
            raise BadList(name, line, f'sectors: "{sector}" is none of PLOVER\'s') from error
    if sectors and not row.country:
        raise BadList(name, line, "country: a sector wants a country before it")
    since, until = (_day(value, field, name, line) for value, field in ((row.since, "from"), (row.until, "until")))
    if since and until and until < since:
        raise BadList(name, line, f"until: {until} is before from: {since}")
    return ListedActor(row.name, row.kind, row.country, tuple(sectors), row.side, since, until)


def _day(value: str, field: str, name: str, line: int) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError as error:
        raise BadList(name, line, f'{field}: "{value}" is no day like 2024-05-31') from error
