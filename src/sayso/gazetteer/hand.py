"""What no source has, out of hand-kept lists: countries' points, regions and seas, adjectives, abbreviations."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from sayso.errors import BadList
from sayso.gazetteer.shape import NameKind
from sayso.gazetteer.writing import PlaceRow, Rows

HAND = Path(__file__).with_name("hand")
FILES = {
    "names.csv": NameKind.MAIN,
    "adjectives.csv": NameKind.ADJECTIVE,
    "abbreviations.csv": NameKind.ABBREVIATION,
}
COLUMNS = {"names.csv": "name", "adjectives.csv": "adjective", "abbreviations.csv": "abbreviation"}
# An abbreviation that is a place's everyday name as well, point or no point.
EVERYDAY = {"US", "U.S.", "USA", "U.S.A.", "UK", "U.K.", "EU", "E.U.", "UAE", "U.A.E.", "DRC", "PRC", "USSR", "CAR"}


def lay_hand_lists(rows: Rows, known: Mapping[str, int], folder: Path = HAND) -> None:
    """Points, regions and names of the lists put into ``rows``; ``known`` is the row of a country, division or id.

    A line about a place that ``rows`` does not have is passed over: a gazetteer may be built of one country.
    """
    for line in _lines(folder, "points.csv"):
        row = known.get(line["code"])
        if row is not None:
            rows.places[row].lat, rows.places[row].lon = float(line["lat"]), float(line["lon"])
    for line in _lines(folder, "regions.csv"):
        _lay_region(rows, line, known)
    for name, kind in FILES.items():
        for line in _lines(folder, name):
            row = known.get(line["place"])
            if row is not None:
                written = line[COLUMNS[name]]
                rows.name(written, row, NameKind.ABBREVIATION if written in EVERYDAY else kind)


def _lay_region(rows: Rows, line: Mapping[str, str], known: Mapping[str, int]) -> None:
    label, *others = line["names"].split("|")
    row = known.get(line["geonames_id"]) if line["geonames_id"] else None
    if row is None:
        lat, lon = float(line["lat"]), float(line["lon"])
        row = rows.add(PlaceRow(int(line["geonames_id"] or 0), label, lat, lon, line["code"], ""))
    for name in (label, *others):
        rows.name(name, row, NameKind.ABBREVIATION if name in EVERYDAY else NameKind.MAIN)
    for name in filter(None, line["adjectives"].split("|")):
        rows.name(name, row, NameKind.ADJECTIVE)


def _lines(folder: Path, name: str) -> Iterator[dict[str, str]]:
    with (folder / name).open(encoding="utf-8", newline="") as file:
        for number, line in enumerate(csv.DictReader(file), 2):
            if None in line or None in line.values():
                raise BadList(name, number, "has too many or too few fields")
            yield line
