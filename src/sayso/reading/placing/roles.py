"""What a place's name does where it stands: the dateline, the place of something, a government, a part of a name."""

from __future__ import annotations

from sayso.gazetteer.lookup import Sense
from sayso.gazetteer.shape import NameKind
from sayso.patterns import compile_later
from sayso.records.span import Span
from sayso.records.toponym import PlaceRole

REACH = 60
# Words before a name that place something there.
IN = compile_later(
    r"(?i)\b(?:in|at|near|from|to|into|across|around|outside|inside|within|throughout|through|toward|towards|over|off|"
    r"via|leaving|entering|reach(?:ed|ing)?|left|entered|visit(?:ed|ing)?|invad(?:ed|ing)|of|between|along|on)"
    r"(?: (?:the|nearby|neighbou?ring|downtown|(?:north|south|east|west|central)\w*|greater))*"
    r"(?: (?:town|city|village|port|capital|region|district|province|state|county|suburb|island) of)?\s$"
)
OF = compile_later(r"(?i)\bof(?: the)?\s$")
PLACED_OF = compile_later(
    r"(?i)\b(?:(?:town|city|village|port|capital|region|district|province|state|county|suburb|outskirts|streets|north|south|"
    r"east|west|centre|center|part|parts|area|coast|border|borders|liberation|recapture|capture|invasion|occupation|siege|"
    r"battle|bombing|fall) of)(?: the)?\s$"
)
LISTED = compile_later(r"(?:,| and| or)\s$")
# Only an office or a people can be that: they follow a government that goes by the name of its seat.
ACTS = compile_later(
    r"(?i)\s(?:(?:has|had|have|also|never|later|then|again|will|would|could|may|might|must|should|is|was)\s)*"
    r"(?:said|says|say|told|denie[sd]|claim\w*|accus\w+|announc\w+|reject\w*|refus\w+|warn\w*|vow\w*|pledg\w+|"
    r"agree[sd]?|want(?:s|ed)|insist\w*|confirm\w*|thank\w*|condemn\w*|recogni[sz]\w+|provid\w+|sent|sends|sign\w+|"
    r"call(?:s|ed)|urg(?:es|ed)|demand\w*|deploy\w*|launch\w*|invade[sd]?|attack(?:s|ed)|threaten\w*|suspend\w*|impos\w+|"
    r"offer(?:s|ed)|back(?:s|ed)|support(?:s|ed)|oppos\w+|expel\w*|summon\w*|respond\w*|hopes|hoped|plans|planned|"
    r"considers|considered|believes|believed|decided|acknowledg\w+|admit\w*|reclaim\w*|ask(?:s|ed)|sought|seeks)\b"
)
WITH = compile_later(
    r"(?i)\b(?:with|by|against|between|urge[sd]?|accuse[sd]?|tell|told|ask|asked|warn|warned|thank|thanked|thanks|"
    r"pressure on|ties to|support for|relations with|aid to|help)(?: the)?\s$"
)
GOVERNED = frozenset({"PCLI", "PCLS", "PPLC", "ADM1", "PCLH", "ZN"})


def role_of(text: str, span: Span, pick: Sense | None) -> PlaceRole:
    """The role of the name at ``span`` by the words beside it; ``pick`` is None where the place is not told."""
    if pick is not None and pick.kind is NameKind.ADJECTIVE:
        return PlaceRole.ADJECTIVE
    before = text[max(0, span.start - REACH) : span.start]
    governed = pick is not None and pick.place.code in GOVERNED
    if governed and ACTS.match(text, span.end, span.end + REACH):
        return PlaceRole.METONYM
    if _goes_on(text, span):
        return PlaceRole.NAME
    if governed and WITH.search(before):
        return PlaceRole.METONYM
    if PLACED_OF.search(before) or (IN.search(before) and not OF.search(before)):
        return PlaceRole.EVENT
    return PlaceRole.MENTION


def _goes_on(text: str, span: Span) -> bool:
    """True of Boston in "Boston Police": a capitalised word follows on the same line."""
    return text[span.end : span.end + 1] == " " and text[span.end + 1 : span.end + 2].isupper()
