"""Words that make a place's name of the words beside them: "Laurel County", "Lake Erie", "Highway 19"."""

from __future__ import annotations

from sayso.patterns import compile_later
from sayso.reading.placing.tokens import Tokens


def _kinds(**kinds: str) -> dict[str, str]:
    return {word: kind for kind, words in kinds.items() for word in words.split()}


# After the name ...
HEADS = _kinds(
    county="county parish township twp borough co shire",
    division="province oblast prefecture governorate voivodeship state region district territory",
    road="street st road rd avenue ave drive dr lane ln boulevard blvd highway hwy parkway pkwy pike way "
    "trail bypass freeway turnpike expressway court ct circle place terrace crescent loop",
    water="river creek lake pond bayou brook reservoir bay harbor harbour sound inlet gulf sea ocean strait falls",
    land="mountain mountains mt hill hills ridge peak valley canyon desert plains peninsula island islands "
    "beach forest park wilderness basin coast plateau heights cape",
    built="airport bridge dam base square",
)
# ... before it ...
FRONTS = _kinds(water="lake river bay loch rio", land="mount mt cape isle fort camp")
# ... and before a number.
ROADS = frozenset("highway interstate route us rt rte i cr fm sr".split())
ROAD_PARTS = ROADS | {"county", "state", "road"}
MOST_ROAD_PARTS = 3
NUMBER = compile_later(r"\d{1,4}")


def build_of(tokens: Tokens, first: int, end: int) -> str:
    """What the last word of a name, or the first, makes of it; nothing for most."""
    if end - first < 2:
        return ""
    head = HEADS.get(tokens.keys[head_place(tokens, end)], "")
    if head and head_place(tokens, end) > first and tokens.keys[first] not in {"the", "a", "an"}:
        return head
    return FRONTS.get(tokens.keys[first], "") if end - first <= 3 else ""


def head_place(tokens: Tokens, end: int) -> int:
    """Where the last word of a name stands, the point of "Main St." left aside."""
    return end - 2 if tokens.forms[end - 1] == "." else end - 1


def end_of_numbered_road(tokens: Tokens, first: int) -> int:
    """Past the end of "Highway 19", "County Road 35", "U.S. 60", "W.Va. 61" or "I-64"; 0 where there is none."""
    place = first
    while place < first + MOST_ROAD_PARTS and (tokens.keys[place] in ROAD_PARTS or _is_initials(tokens, place, first)):
        place += 1
    if place == first:
        return 0
    if tokens.forms[place] == "-" and tokens.glued[place]:
        place += 1
    return place + 1 if NUMBER.fullmatch(tokens.forms[place]) and not tokens.breaks[place] else 0


def _is_initials(tokens: Tokens, place: int, first: int) -> bool:
    return place == first and "." in tokens.forms[place][1:]
