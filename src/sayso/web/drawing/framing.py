"""What part of the world a map shows."""

from __future__ import annotations

import math
from collections.abc import Sequence

from sayso.web.drawing.land import View, box_of
from sayso.web.placed import COUNTRY
from sayso.web.setting import ToldPlace

WIDTH, LOWEST, HIGHEST = 900.0, 320.0, 600.0
NARROWEST = 6.0  # degrees of longitude: below that the outlines are too coarse
MARGIN = 0.18  # of what the places span, on each side
FAR_NORTH, FAR_SOUTH = 84.0, -84.0
MOST, FEWEST = 0.6, 3  # of the mentions lie on a closer map; places on one
CLOSER = 0.4  # of the whole map's width, or less: else a closer map shows nothing more


def frame_all(places: Sequence[ToldPlace]) -> View | None:
    """The smallest map that shows every point and the middle of each country, with some land around."""
    points = [(place.lat, place.lon) for place in places if place.lat is not None and place.lon is not None]
    if not points:
        return None
    west, east = _narrowest([lon for _, lon in points])
    south, north = min(lat for lat, _ in points), max(lat for lat, _ in points)
    if all(is_country(place) for place in places):
        west, south, east, north = _with_land(places, (west, south, east, north))
    spare = max((east - west) * MARGIN, (north - south) * MARGIN, NARROWEST / 2 - (east - west) / 2, 1.0)
    west, east, south, north = west - spare, east + spare, south - spare / 2, north + spare / 2
    if east - west > 300:
        west, east = -169.0, 191.0
    return _fitted(west, max(south, FAR_SOUTH), east, min(north, FAR_NORTH))


def _with_land(
    places: Sequence[ToldPlace], box: tuple[float, float, float, float]
) -> tuple[float, float, float, float]:
    """A map of countries alone shows the whole of their land, unless it reaches round the globe."""
    boxes = [box, *(found for place in places if place.country and (found := box_of(place.country)))]
    if any(found[2] - found[0] > 180 for found in boxes):
        return box
    lows, highs = zip(*((found[:2], found[2:]) for found in boxes), strict=True)
    return (min(low[0] for low in lows), min(low[1] for low in lows),
            max(high[0] for high in highs), max(high[1] for high in highs))  # fmt: skip


def _narrowest(lons: Sequence[float]) -> tuple[float, float]:
    """The stretch of longitude that holds all points, round the globe where that is the shorter way."""
    ordered = sorted(lon % 360 for lon in lons)
    gaps = [
        (after - before, at)
        for at, (before, after) in enumerate(zip(ordered, [*ordered[1:], ordered[0] + 360], strict=True))
    ]
    _, at = max(gaps)
    west = ordered[(at + 1) % len(ordered)]
    east = ordered[at] + (360 if ordered[at] < west else 0)
    return (west - 360, east - 360) if west > 180 else (west, east)


def _fitted(west: float, south: float, east: float, north: float) -> View:
    """A map neither too flat nor too high: it shows more to the sides it needs."""
    view = View(west, south, east, north, WIDTH)
    if view.height > HIGHEST:  # more land to the left and right
        spare = (east - west) * (view.height / HIGHEST - 1) / 2
        west, east = (west - spare, east + spare) if east - west + 2 * spare <= 360 else (-169.0, 191.0)
        view = View(west, south, east, north, WIDTH)
    if view.height < LOWEST:
        spare = (LOWEST - view.height) / view.up / 2
        view = View(west, max(south - spare, FAR_SOUTH), east, min(north + spare, FAR_NORTH), WIDTH)
    return view


def is_country(place: ToldPlace) -> bool:
    return place.where_prec == COUNTRY and place.country is not None


def frame_most(places: Sequence[ToldPlace], whole: View) -> View | None:
    """A closer map of most mentions, around the place that they lie nearest to; None where it would not be closer."""
    placed = [place for place in places if not is_country(place)]
    if len(placed) < FEWEST:
        return None
    total = sum(len(place.mentions) for place in placed)
    middle = min(placed, key=lambda one: sum(_apart(one, other) * len(other.mentions) for other in placed))
    near = sorted(placed, key=lambda one: (_apart(middle, one), one.number))
    held, mentions = list[ToldPlace](), 0
    for place in near:
        if mentions >= MOST * total and _apart(middle, place) > _apart(middle, held[-1]) * (1 + MARGIN):
            break
        held.append(place)
        mentions += len(place.mentions)
    view = frame_all(held) if FEWEST <= len(held) < len(places) else None
    return view if view is not None and view.east - view.west <= CLOSER * (whole.east - whole.west) else None


def _apart(a: ToldPlace, b: ToldPlace) -> float:
    """The angle between two places, in radians."""
    (south, west), (north, east) = (
        (math.radians(place.lat or 0.0), math.radians(place.lon or 0.0)) for place in (a, b)
    )
    half = math.sin((north - south) / 2) ** 2 + math.cos(south) * math.cos(north) * math.sin((east - west) / 2) ** 2
    return 2 * math.asin(min(1.0, math.sqrt(half)))
