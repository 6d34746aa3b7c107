"""Rules by which who says a thing is an interested party to it; a user's own list goes before or in place of it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Annotated

import msgspec

from sayso.errors import BadList
from sayso.lists.sectors import Sector
from sayso.lists.tables import load_text, read_rows, split_cell
from sayso.patterns import compile_later
from sayso.records.attribution import Commitment

FILE = "parties.csv"
ANYBODY = "*"


class About(StrEnum):
    """Whom what is said must be about."""

    ITSELF = "itself"  # names its holder again, or says "we" in quotation marks
    OTHER_SIDE = "the other side"  # names armed people of another country, or rebels where the state speaks
    ACCUSATION = "an accusation"  # names nobody else by name
    ANYTHING = ""


class PartyRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One line of ``parties.csv``."""

    rule: Annotated[str, msgspec.Meta(min_length=1)]
    holder: Annotated[str, msgspec.Meta(min_length=1)]
    does: str
    about: About
    words: str
    reason: Annotated[str, msgspec.Meta(min_length=1)]
    origin: str


@dataclass(frozen=True, slots=True)
class PartyRule:
    """Who is of one of these sectors or roles, does this, and says one of these words about that is a party to it.

    ``sectors`` are PLOVER's, ``roles`` words of a description; without either anybody is meant. ``words`` finds the
    words in what is said; None where any will do.
    """

    name: str
    sectors: frozenset[str]
    roles: frozenset[str]
    does: frozenset[Commitment]
    about: About
    words: re.Pattern[str] | None
    reason: str


@dataclass(frozen=True, slots=True)
class PartyRules:
    """The rules in their order of precedence; ``digest`` is empty for the package's own alone."""

    rules: tuple[PartyRule, ...]
    digest: str = ""


def load_party_rules() -> PartyRules:
    """The package's own rules."""
    return replace(read_party_rules([(load_text(FILE), FILE)]), digest="")


def read_party_rules(texts: Iterable[tuple[str, str]]) -> PartyRules:
    """Lists as (text, name), the one that goes before all others first; BadList names file, line and field.

    A rule of a list goes in place of those of the same name in later ones.
    """
    seen = hashlib.sha256()
    rules: list[PartyRule] = []
    for text, name in texts:
        seen.update(text.encode("utf-8", "surrogatepass"))
        named = {rule.name for rule in rules}
        here = [_rule(row, name, line) for line, row in read_rows(text, name, PartyRow)]
        rules += [rule for rule in here if rule.name not in named]
    return PartyRules(tuple(rules), seen.hexdigest()[:16])


def _rule(row: PartyRow, name: str, line: int) -> PartyRule:
    holders = split_cell(row.holder)
    sectors = frozenset(one for one in holders if one.isupper())
    unknown = sorted(sectors - {sector.value for sector in Sector})
    if unknown:
        raise BadList(name, line, f'holder: "{unknown[0]}" is none of PLOVER\'s sectors (a role is in small letters)')
    try:
        does = frozenset(Commitment(one) for one in split_cell(row.does))
    except ValueError as error:
        raise BadList(name, line, f'does: "{row.does}" is no commitment') from error
    roles = frozenset(one for one in holders if not one.isupper() and one != ANYBODY)
    return PartyRule(row.rule, sectors, roles, does, row.about, _pattern(split_cell(row.words)), row.reason)


def _pattern(words: Iterable[str]) -> re.Pattern[str] | None:
    """Whole words; one that ends in ``*`` may go on."""
    forms = [re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "") for word in words]
    return compile_later(rf"\b(?:{'|'.join(forms)})\b", re.I) if forms else None
