"""Two places of one happening: whether both can be meant of one spot."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import asin, cos, radians, sin, sqrt

from sayso.gazetteer.folding import fold
from sayso.records.toponym import PlaceRole, Toponym

EARTH = 6371.0  # kilometres
NEAR_KM = 40.0  # a town and its outskirts, or what is told as "near" it
COUNTRY = "PCL"
# UCDP's codes of what has no borders that would hold or shut out a place: rivers, ranges, seas.
BORDERLESS = frozenset({5, 7})
PLACED = frozenset({PlaceRole.EVENT, PlaceRole.MENTION, PlaceRole.HOLDER})


class PlaceRelation(StrEnum):
    SAME = "same place"
    WITHIN = "within"  # one contains the other
    NEAR = "near"
    DIFFERS = "differs"
    UNKNOWN = "not known"


@dataclass(frozen=True, slots=True)
class PlaceVerdict:
    """Two places stand in this relation, for a reason in words.

    ``PlaceVerdict(PlaceRelation.WITHIN, '"Lund" against "Sweden": one contains the other')``.
    """

    relation: PlaceRelation
    why: str


@dataclass(frozen=True, slots=True)
class Located:
    """A place's name with the ids of the regions that the gazetteer says it lies in, and its words."""

    toponym: Toponym
    within: frozenset[int]
    words: str


def compare_places(a: Located, b: Located) -> PlaceVerdict:
    """What ``a`` does to ``b``; their order never matters."""
    relation, why = _relate(a, b)
    return PlaceVerdict(relation, f'"{a.words}" against "{b.words}": {why}')


def _relate(a: Located, b: Located) -> tuple[PlaceRelation, str]:
    one, other = a.toponym, b.toponym
    if one.geonames_id is not None and one.geonames_id == other.geonames_id:
        return PlaceRelation.SAME, "the same place"
    if fold(one.name) == fold(other.name) or fold(a.words) == fold(b.words):
        return PlaceRelation.SAME, "the same name"
    if not (one.geonames_id and other.geonames_id) or {one.where_prec, other.where_prec} & BORDERLESS:
        return PlaceRelation.UNKNOWN, "where one of them lies is not known"
    if _holds(one, b) or _holds(other, a):
        return PlaceRelation.WITHIN, "one contains the other"
    apart = _kilometres(one, other)
    if apart is None:
        return PlaceRelation.UNKNOWN, "where one of them lies is not known"
    if apart <= NEAR_KM:
        return PlaceRelation.NEAR, f"{apart:.0f} km apart"
    return PlaceRelation.DIFFERS, "neither contains the other"


def _holds(outer: Toponym, inner: Located) -> bool:
    if outer.geonames_id in inner.within:
        return True
    return (outer.feature or "").startswith(COUNTRY) and outer.country == inner.toponym.country


def _kilometres(a: Toponym, b: Toponym) -> float | None:
    """How far two points lie from each other on the globe."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    lat_a, lon_a, lat_b, lon_b = map(radians, (a.lat, a.lon, b.lat, b.lon))
    half = sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin((lon_b - lon_a) / 2) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(half)))
