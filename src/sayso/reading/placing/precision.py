"""How precisely a name places something: UCDP's where_prec and ACLED's geo_precision."""

from __future__ import annotations

from sayso.gazetteer.lookup import Place
from sayso.patterns import compile_later
from sayso.records.span import Span

NEAR = compile_later(
    r"(?i)\b(?:near|nearby|outside|around|close to|on the outskirts of|in the vicinity of|"
    r"(?:north|south|east|west)\w* of|"
    r"kilomet(?:er|re)s? (?:from|of)|miles? (?:from|of)|km (?:from|of))(?: the)?(?: (?:town|city|village) of)?\s$"
)
REACH = 60  # characters looked back
WATERS = frozenset({"SEA", "OCN", "GULF", "STRT", "CHN"})
COUNTRIES = frozenset({"PCLI", "PCLS", "PCLD", "PCLF", "PCLH", "PCLIX", "PCL", "TERR"})
DISTRICTS = frozenset({"ADM2", "ADM3", "ADM4", "ADM5", "ADMD"})
# Several countries: no code of either scheme means that.
ABOVE = frozenset({"CONT", "ZN"})
# UCDP's code -> ACLED's.
GEO_PRECISION = {1: 1, 2: 2, 3: 2, 4: 3, 5: 3, 6: 3, 7: 3}


def where_prec(place: Place, text: str, span: Span) -> int | None:
    """UCDP's code of a place as it is named at ``span``; None for a continent."""
    code = place.code
    if code in ABOVE:
        return None
    if code in WATERS:
        return 7
    if code in COUNTRIES:
        return 6
    if code == "ADM1":
        return 4
    if code in DISTRICTS:
        return 3
    if code.startswith(("PPL", "STLMT")):
        return 2 if NEAR.search(text, max(0, span.start - REACH), span.start) else 1
    return 5
