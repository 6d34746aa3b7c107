"""Places as a search gives them: a name, or what lies round a name or a point."""

from __future__ import annotations

import re

from sayso.gazetteer.folding import fold
from sayso.gazetteer.lookup import Gazetteer
from sayso.ledger.marks import EARTH
from sayso.ledger.words import find_tokens
from sayso.search.numbers import Unclear
from sayso.search.query import Named, NameOf, Near

AROUND = re.compile(
    r"(?P<middle>.*)~\s*(?P<far>\d{1,6}(?:\.\d{1,6})?)\s*(?P<unit>[a-z]*)\s*", re.IGNORECASE | re.DOTALL
)
POINT = re.compile(r"\s*(-?\d{1,3}(?:\.\d{1,15})?)\s*,\s*(-?\d{1,3}(?:\.\d{1,15})?)\s*")
UNITS = {"": 1.0, "km": 1.0, "kilometres": 1.0, "kilometers": 1.0, "mi": 1.609344, "mile": 1.609344, "miles": 1.609344}
FARTHEST = 3.1416 * EARTH  # half round the globe
CITY = 100_000  # people: a city of this name is meant rather than a region
TRY = 'write place:Lund, place:"New York"~50km or place:55.7,13.2~50km'


def read_place(written: str, gazetteer: Gazetteer) -> Named | Near:
    """The place that is asked for. Raises Unclear."""
    around, point = AROUND.fullmatch(written), POINT.fullmatch(written)
    if around is None and "~" in written:
        raise Unclear("after ~ stands how far around is looked", TRY)
    if point is not None:
        raise Unclear("how far around the point is looked is missing", f"write place:{written.strip()}~50km")
    if around is None:
        return _named(written)
    unit = around["unit"].casefold()
    if unit not in UNITS:
        raise Unclear(f"“{around['unit']}” is no measure of length that is known here", "write km or miles")
    km = float(around["far"]) * UNITS[unit]
    if not 0 < km <= FARTHEST:
        raise Unclear("the distance is above 0 and at most half round the globe", TRY)
    return _near(around["middle"], km, gazetteer)


def _named(written: str) -> Named:
    words = find_tokens(fold(written))
    if not words:
        raise Unclear("the name of a place is missing", TRY)
    return Named(NameOf.PLACE, written.strip(), words)


def _near(middle: str, km: float, gazetteer: Gazetteer) -> Near:
    point = POINT.fullmatch(middle)
    if point is not None:
        lat, lon = float(point[1]), float(point[2])
        if abs(lat) > 90 or abs(lon) > 180:
            raise Unclear(f"no point of the globe is at {lat:g}, {lon:g}", "latitude comes first: place:55.7,13.2~50km")
        return Near(lat, lon, km)
    name = middle.strip()
    if not name:
        raise Unclear("the name of a place is missing", TRY)
    places = [sense.place for sense in gazetteer.find(name)]
    if not places:
        raise Unclear(f"the gazetteer has no place “{name}”", "give its latitude and longitude: place:55.7,13.2~50km")
    cities = (place for place in places if place.code.startswith("PPL") and place.population >= CITY)
    place = next(cities, places[0])  # round the middle of the state of New York there is little
    return Near(place.lat, place.lon, km, f"{place.label} ({place.country}, {place.lat:.2f}, {place.lon:.2f})")
