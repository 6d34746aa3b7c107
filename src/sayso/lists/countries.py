"""Countries as news writes them: names, adjectives, peoples, parts, capitals and seats of government."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

import msgspec

from sayso.errors import BadList
from sayso.lists.sectors import Sector
from sayso.lists.tables import load_text, read_rows, split_cell

FILE = "countries.csv"
AMBIGUOUS = "*"  # closes a form that is more often something else, ("Georgia", "Wellington")


class CountryRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One line of ``countries.csv``."""

    iso3: Annotated[str, msgspec.Meta(pattern="^[A-Z]{3}$")]
    iso2: Annotated[str, msgspec.Meta(pattern="^[A-Z]{2}$")]
    name: Annotated[str, msgspec.Meta(min_length=1)]
    aliases: str
    adjectives: str
    people: str
    parts: str
    capitals: str
    seats: str
    as_of: Annotated[int, msgspec.Meta(ge=1900, le=2100)]
    origin: Annotated[str, msgspec.Meta(min_length=1)]


class Form(StrEnum):
    """What a form is to its country."""

    NAME = "name"
    ADJECTIVE = "adjective"
    PEOPLE = "people"
    PART = "part"
    CAPITAL = "capital"
    SEAT = "seat"


@dataclass(frozen=True, slots=True)
class CountryForm:
    """``written`` stands for the country ``code`` (ISO 3166 alpha-3), called ``country``, as ``form``.

    ``sector`` is that of a seat ("Duma": LEG). ``ambiguous``: by itself it tells no country.
    """

    written: str
    code: str
    country: str
    form: Form
    sector: Sector
    ambiguous: bool


Countries = dict[str, CountryForm]


def load_countries() -> Countries:
    """The package's list, by the form as written."""
    return read_countries(load_text(FILE), FILE)


def load_alpha3() -> dict[str, str]:
    """ISO 3166's three letters of every country of the list by its two."""
    return {row.iso2: row.iso3 for _, row in read_rows(load_text(FILE), FILE, CountryRow)}


def read_countries(text: str, name: str) -> Countries:
    """The list in ``text``; BadList names file, line and field of whatever is wrong in it.

    A form of two countries ("Congolese") belongs to the first; a name comes before an adjective and so on.
    """
    found: Countries = {}
    rows = list(read_rows(text, name, CountryRow))
    for form in Form:
        for line, row in rows:
            for cell in _cells(row, form):
                written, _, sector = cell.partition("=")
                try:
                    told = Sector(sector) if sector else Sector.GOVERNMENT if form is Form.SEAT else Sector.NOT_GIVEN
                except ValueError as error:
                    raise BadList(name, line, f'seats: "{sector}" is no sector') from error
                bare = written.rstrip(AMBIGUOUS)
                plain = row.name.rstrip(AMBIGUOUS)
                found.setdefault(bare, CountryForm(bare, row.iso3, plain, form, told, written != bare))
    return found


def _cells(row: CountryRow, form: Form) -> tuple[str, ...]:
    match form:
        case Form.NAME:
            return (row.name, *split_cell(row.aliases))
        case Form.ADJECTIVE:
            return split_cell(row.adjectives)
        case Form.PEOPLE:
            return split_cell(row.people)
        case Form.PART:
            return split_cell(row.parts)
        case Form.CAPITAL:
            return split_cell(row.capitals)
        case Form.SEAT:
            return split_cell(row.seats)
