"""Role nouns: what people and bodies without a name are called, and which of them may stand before a name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

import msgspec

from sayso.errors import BadList
from sayso.lists.sectors import Sector
from sayso.lists.tables import load_text, read_rows
from sayso.records.actor import ActorKind

FILE = "roles.csv"


class RoleRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One line of ``roles.csv``."""

    word: str
    plural: str
    kind: ActorKind
    anonymity: str
    sector: Sector
    gender: Literal["", "m", "f"]
    title: Literal["", "y"]
    origin: Annotated[str, msgspec.Meta(min_length=1)]


@dataclass(frozen=True, slots=True)
class Role:
    """Somebody may be called ``word`` ("minister"; "ministers" has ``plural``).

    ``anonymity`` is what an unnamed one is called, ``sector`` PLOVER's code, empty where the word does not tell.
    ``gender`` is what the word itself says ("spokeswoman"). ``title``: it may stand before a name.
    """

    word: str
    kind: ActorKind
    anonymity: str
    sector: Sector
    gender: str
    title: bool
    plural: bool


def load_roles() -> dict[str, Role]:
    """The package's list, by the word in small letters, singular and plural."""
    return read_roles(load_text(FILE), FILE)


def read_roles(text: str, name: str) -> dict[str, Role]:
    """The list in ``text``; BadList names file, line and field of whatever is wrong in it."""
    roles: dict[str, Role] = {}
    for line, row in read_rows(text, name, RoleRow):
        if not (row.word or row.plural):
            raise BadList(name, line, "a row wants a word or a plural")
        lemma = (row.word or row.plural).lower()
        for form, plural in ((row.word, False), (row.plural, True)):
            if form:
                role = Role(lemma, row.kind, row.anonymity, row.sector, row.gender, row.title == "y", plural)
                roles.setdefault(form.lower(), role)
    return roles
