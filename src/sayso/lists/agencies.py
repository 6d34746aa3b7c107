"""News agencies, outlets and other places that news comes through, looked up by their names as written."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Annotated

import msgspec

from sayso.errors import BadList
from sayso.patterns import compile_later

COLUMNS = ("name", "aliases", "kind", "country", "family_or_owner", "state_link", "domain", "as_of", "origin")
CREDIT_ONLY = "*"  # closes an alias that is too common a word to be looked for in prose
EXACT = "="  # closes an alias that counts only in these very letters ("The Hill", but not "the Hill")
SHORT = 4  # aliases of at most so many letters are initials: they count only in the very letters given
KEY = compile_later(r"(?!(?:[Tt]he|THE)\s)\b(\w+)")  # the first word of a name, "the" aside
QUALIFIER = compile_later(r"\s*\([^)]*\)$")


class AgencyKind(StrEnum):
    AGENCY = "agency"
    PHOTO_AGENCY = "photo agency"
    OUTLET = "outlet"
    BROADCASTER = "broadcaster"
    PRESS_WIRE = "press-release wire"
    AGGREGATOR = "aggregator"
    SOCIAL_VENUE = "social venue"


class StateLink(StrEnum):
    STATE_OWNED = "state-owned"
    STATE_FUNDED = "state-funded"
    PARTY_ORGAN = "party organ"
    PUBLIC_BROADCASTER = "public broadcaster"
    PUBLIC_CORPORATION = "public corporation"
    PRIVATE = "private"
    COOPERATIVE = "cooperative"
    NONPROFIT = "nonprofit"
    NOT_KNOWN = ""


class Row(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One line of ``agencies.csv``, as strict as it can be told."""

    name: Annotated[str, msgspec.Meta(min_length=1)]
    aliases: str
    kind: AgencyKind
    country: Annotated[str, msgspec.Meta(pattern="^([A-Z]{2})?$")]
    family_or_owner: str
    state_link: StateLink
    domain: Annotated[str, msgspec.Meta(pattern=r"^([a-z0-9-]+(\.[a-z0-9-]+)+)?$")]
    as_of: Annotated[int, msgspec.Meta(ge=1900, le=2100)]
    origin: Annotated[str, msgspec.Meta(min_length=1)]


@dataclass(frozen=True, slots=True)
class Agency:
    """News comes through this agency, outlet or venue, which the list says is owned or linked so.

    ``Agency("EFE", AgencyKind.AGENCY, "ES", "", StateLink.STATE_OWNED, "efe.com", 2024, ...)``. An empty
    string is "not known".
    """

    name: str
    kind: AgencyKind
    country: str
    family_or_owner: str
    state_link: StateLink
    domain: str
    as_of: int
    origin: str


@dataclass(frozen=True, slots=True)
class Alias:
    """``agency`` is written ``form`` in news; in prose only if ``in_prose``.

    ``key`` is the word that it is looked up by, in small letters: the first, or the one after "The".
    """

    form: str
    agency: Agency
    in_prose: bool
    exact: bool
    key: str
    offset: int  # of the key word in the form


@dataclass(frozen=True, slots=True)
class Agencies:
    """The list, looked up by alias. Build it with :func:`load_agencies` or :func:`read_agencies`."""

    rows: tuple[Agency, ...]
    aliases: dict[str, tuple[Alias, ...]]  # by key word, longest first

    def find(self, name: str) -> Agency | None:
        """The agency that goes by exactly this name, or None. Any white space counts as one blank."""
        form = " ".join(name.split())
        key = KEY.search(form)
        for alias in self.aliases.get(key.group(1).casefold(), ()) if key else ():
            if matches(alias, form):
                return alias.agency
        return None


def matches(alias: Alias, written: str) -> bool:
    """True if ``written`` may stand for the alias.

    Initials count only as they are ("AP" is not "ap"); longer names also all in capitals, and with a small
    or large "the" before them.
    """
    form = alias.form
    if form == written:
        return True
    if alias.exact or sum(map(str.isalpha, form)) <= SHORT:
        return False
    return written == form.upper() or (written[:4] == "the " and form[:4] == "The " and form[4:] == written[4:])


@cache
def load_agencies() -> Agencies:
    """The list that comes with the package, read once: reading and linking go by the same."""
    text = resources.files("sayso.lists").joinpath("agencies.csv").read_text(encoding="utf-8")
    return read_agencies(text, "agencies.csv")


def read_agencies(text: str, name: str) -> Agencies:
    """The list in ``text``; ``BadList`` names file, line and field of whatever is wrong in it."""
    agencies: list[Agency] = []
    aliases: dict[str, list[Alias]] = {}
    owner: dict[str, str] = {}
    for line, row in _rows(text, name):
        agency = Agency(
            QUALIFIER.sub("", row.name),
            row.kind,
            row.country,
            row.family_or_owner,
            row.state_link,
            row.domain,
            row.as_of,
            row.origin,
        )
        agencies.append(agency)
        for alias in _aliases_of(row, agency):
            if alias.form in owner:
                raise BadList(name, line, f'aliases: "{alias.form}" already belongs to {owner[alias.form]}')
            if not alias.key:
                raise BadList(name, line, f'aliases: "{alias.form}" has no word in it')
            owner[alias.form] = row.name
            aliases.setdefault(alias.key, []).append(alias)
    ordered = {word: tuple(sorted(found, key=lambda a: -len(a.form))) for word, found in aliases.items()}
    return Agencies(tuple(agencies), ordered)


def _rows(text: str, name: str) -> Iterator[tuple[int, Row]]:
    reader = csv.reader(io.StringIO(text), strict=True)
    if tuple(next(reader, ())) != COLUMNS:
        raise BadList(name, 1, f"the columns must be {','.join(COLUMNS)}")
    try:
        for values in reader:
            if len(values) != len(COLUMNS):
                raise BadList(name, reader.line_num, f"{len(values)} fields where {len(COLUMNS)} belong")
            row = msgspec.convert(dict(zip(COLUMNS, values, strict=True)), Row, strict=False)
            yield reader.line_num, row
    except msgspec.ValidationError as error:
        raise BadList(name, reader.line_num, str(error)) from error
    except csv.Error as error:
        raise BadList(name, reader.line_num, str(error)) from error


def _aliases_of(row: Row, agency: Agency) -> Iterator[Alias]:
    """The name is an alias too, unless a qualifier in brackets tells it from a namesake."""
    if agency.name == row.name:
        yield _alias(row.name, agency)
    for form in filter(None, row.aliases.split("|")):
        yield _alias(form, agency)


def _alias(written: str, agency: Agency) -> Alias:
    form = written.rstrip(CREDIT_ONLY + EXACT)
    key = KEY.search(form)
    marks = written[len(form) :]
    return Alias(
        form,
        agency,
        in_prose=CREDIT_ONLY not in marks,
        exact=EXACT in marks,
        key=key.group(1).casefold() if key else "",
        offset=key.start(1) if key else 0,
    )
