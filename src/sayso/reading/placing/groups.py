"""What a name is likeliest to be, before any context: a country, a city, an adjective, a road."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.gazetteer.lookup import Sense
from sayso.gazetteer.shape import NameKind

GROUPS = {
    "PCLI": "country",
    "PCLS": "country",
    "PCLH": "country",
    "ADM1": "state",
    "ADM2": "county",
}
REGIONS = frozenset({"PCLI", "ADM1"})
SHORT, UNLISTED = "short", "unlisted"  # an abbreviation; a name that only its context makes a place


def group_of(senses: Sequence[Sense], build: str) -> str:
    """By the senses of the gazetteer and by the name's build: "country", "other city", "adjective", "road" ..."""
    mains = main_senses(senses)
    if build in {"road", UNLISTED} and not mains:
        return build
    if not senses or build == SHORT:
        return build
    if senses[0].kind is NameKind.ADJECTIVE:
        return "adjective"
    if not mains:
        return "other " + _group(senses[0])
    # A district counts all its towns' people: of the same name, the town is what a text means.
    return _group(max(mains, key=lambda s: (s.place.code in REGIONS, s.place.code != "ADM2", s.place.population)))


def main_senses(senses: Sequence[Sense]) -> list[Sense]:
    """Those of which it is no mere other name."""
    return [sense for sense in senses if sense.kind is not NameKind.OTHER]


def _group(sense: Sense) -> str:
    code = sense.place.code
    return "city" if code.startswith("PPL") else GROUPS.get(code, "region")
