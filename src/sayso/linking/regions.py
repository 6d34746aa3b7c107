"""In which regions the places of a reading lie, as the gazetteer has it."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.gazetteer.lookup import Gazetteer, Place
from sayso.records.toponym import Toponym


def find_regions(toponyms: Iterable[Toponym], gazetteer: Gazetteer) -> dict[int, frozenset[int]]:
    """By the id of each place the ids of the divisions that hold it; a place that is not listed is left out."""
    found: dict[int, frozenset[int]] = {}
    for toponym in toponyms:
        if toponym.geonames_id is not None and toponym.geonames_id not in found:
            senses = gazetteer.find(toponym.name)
            place = next((sense.place for sense in senses if sense.place.geonames_id == toponym.geonames_id), None)
            if place is not None:
                found[toponym.geonames_id] = frozenset(_divisions(place, gazetteer))
    return found


def _divisions(place: Place, gazetteer: Gazetteer) -> list[int]:
    rows = [row for row in (place.admin1, place.admin2) if row is not None]
    return [gazetteer.place(row).geonames_id for row in rows]
