"""Places as GeoJSON: points only where something is, offsets and claims beside each."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from hypothesis import given

from sayso.exports.geojson import export
from sayso.exports.selection import Selection
from sayso.records.reading import Reading
from sayso.records.toponym import PlaceRole, PlaceRule, Toponym
from tests.exports.anything import readings
from tests.exports.readings import TEXT, dam_reading, find

VELM = Toponym(
    find("Lower Velm"), "Lower Velm", 7, 41.5, -3.25, "VE", "PPL", 1, 1, PlaceRole.EVENT, PlaceRule.ONLY, 1.0
)
ORSK = Toponym(find("Orsk Dam"), "Orsk", 8, 40.0, 2.0, "VE", "PPL", None, None, PlaceRole.NAME, PlaceRule.ONLY, 1.0)


def features(reading: Reading, *, text: bool = True) -> list[dict[str, Any]]:
    collection = json.loads(b"".join(export(Selection.of([reading], text=text))))
    assert collection["type"] == "FeatureCollection"
    found: list[dict[str, Any]] = collection["features"]
    return found


def test_a_place_is_a_point_of_longitude_and_latitude() -> None:
    (feature,) = features(replace(dam_reading(), toponyms=(VELM,)))
    assert feature["geometry"] == {"type": "Point", "coordinates": [-3.25, 41.5]}
    told = feature["properties"]
    assert TEXT[told["start"] : told["end"]] == told["words"] == "Lower Velm"
    assert (told["where_prec"], told["role"], told["outlet"]) == (1, "event", "The Velm Courier")
    assert told["claims"] == [{"claim": "c-buses", "voice": "own", "does": "asserts", "hedged": False}]


def test_a_part_of_a_name_has_no_point() -> None:
    (feature,) = features(replace(dam_reading(), toponyms=(ORSK,)))
    assert feature["geometry"] is None


def test_without_text_offsets_stay_and_words_go() -> None:
    (feature,) = features(replace(dam_reading(), toponyms=(VELM,)), text=False)
    assert feature["properties"]["words"] is None
    assert feature["properties"]["start"] == VELM.span.start


@given(readings())
def test_any_reading_makes_features_as_the_standard_has_them(reading: Reading) -> None:
    for feature in features(reading):
        assert feature.keys() == {"type", "id", "geometry", "properties"}
        if feature["geometry"] is not None:
            longitude, latitude = feature["geometry"]["coordinates"]
            assert -180 <= longitude <= 180
            assert -90 <= latitude <= 90
