"""Writing a gazetteer: rows in, the files of `shape` out; the same rows give the same bytes."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from sayso.gazetteer.folding import fold
from sayso.gazetteer.shape import (
    ABOUT,
    BUCKETS,
    DEGREE,
    EXACT,
    LABELS,
    NAMES,
    OFFSET,
    PLACE,
    PLACES,
    VERSION,
    About,
    NameKind,
    bucket_of,
)

NAMES_A_BUCKET = 8
MOST_PLACES_OF_NAME = 80  # the rest are hamlets that no text without their district could mean
KINDS = "njba"  # an adjective or abbreviation of a place is listed before another place's other name


@dataclass(slots=True)
class Rows:
    """Places and names on their way into a file; ``add`` gives the row by which others name a place."""

    places: list[PlaceRow] = field(default_factory=list)
    names: dict[str, dict[int, NameKind]] = field(default_factory=dict)

    def add(self, place: PlaceRow) -> int:
        self.places.append(place)
        row = len(self.places) - 1
        self.name(place.label, row, NameKind.MAIN)
        return row

    def name(self, name: str, row: int, kind: NameKind) -> None:
        """Names that fold to nothing, or hold a tab, are left out."""
        key = EXACT + name if kind is NameKind.ABBREVIATION else fold(name)
        if key and "\t" not in key and "\n" not in key:
            known = self.names.setdefault(key, {})
            if row not in known or KINDS.index(kind) < KINDS.index(known[row]):
                known[row] = kind


@dataclass(slots=True)
class PlaceRow:
    """One place; ``admin1`` and ``admin2`` are rows, None where there is none or it is not known."""

    geonames_id: int
    label: str
    lat: float
    lon: float
    code: str
    country: str
    population: int = 0
    admin1: int | None = None
    admin2: int | None = None


def save_gazetteer(rows: Rows, folder: Path, made_from: str) -> About:
    """Write the files into ``folder`` (made if it is not there); one that is open elsewhere goes on as it was."""
    folder.mkdir(parents=True, exist_ok=True)
    countries = sorted({place.country for place in rows.places})
    codes = sorted({place.code for place in rows.places})
    buckets = 1
    while buckets * NAMES_A_BUCKET < len(rows.names):
        buckets *= 2
    about = About(VERSION, made_from, len(rows.places), len(rows.names), buckets, countries, codes)
    with tempfile.TemporaryDirectory(dir=folder) as new:
        _save_places(rows.places, Path(new), about)
        _save_names(rows, Path(new), buckets)
        (Path(new) / ABOUT).write_bytes(msgspec.json.format(msgspec.json.encode(about), indent=1) + b"\n")
        for file in Path(new).iterdir():
            file.replace(folder / file.name)
    return about


def _save_places(places: Iterable[PlaceRow], folder: Path, about: About) -> None:
    countries = {country: number for number, country in enumerate(about.countries)}
    codes = {code: number for number, code in enumerate(about.codes)}
    offset = 0
    with (folder / PLACES).open("wb") as table, (folder / LABELS).open("wb") as labels:
        for place in places:
            table.write(
                PLACE.pack(
                    place.geonames_id,
                    round(place.lat * DEGREE),
                    round(place.lon * DEGREE),
                    min(max(place.population, 0), 2**32 - 1),
                    0 if place.admin1 is None else place.admin1 + 1,
                    0 if place.admin2 is None else place.admin2 + 1,
                    countries[place.country],
                    codes[place.code],
                    offset,
                )
            )
            label = place.label.replace("\n", " ").encode() + b"\n"
            labels.write(label)
            offset += len(label)


def _save_names(rows: Rows, folder: Path, buckets: int) -> None:
    filled: list[list[str]] = [[] for _ in range(buckets)]
    for key in rows.names:
        filled[bucket_of(key.encode(), buckets)].append(key)
    offset = 0
    with (folder / NAMES).open("wb") as table, (folder / BUCKETS).open("wb") as index:
        for keys in filled:
            index.write(OFFSET.pack(offset))
            offset += table.write(b"\n" + b"".join(_line(key, rows) for key in sorted(keys)))
        index.write(OFFSET.pack(offset))


def _line(key: str, rows: Rows) -> bytes:
    """ "lund<tab>n2693678,a17\\n": the largest place first."""
    known = rows.names[key]
    order = sorted(known, key=lambda row: (KINDS.index(known[row]) == 3, -rows.places[row].population, row))
    listed = ",".join(f"{known[row]}{row}" for row in order[:MOST_PLACES_OF_NAME])
    return f"{key}\t{listed}\n".encode()
