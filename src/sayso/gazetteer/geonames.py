"""GeoNames' own dump as a gazetteer: allCountries.zip, with or without alternateNamesV2.zip."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from sayso.errors import BadGazetteer
from sayso.gazetteer.hand import lay_hand_lists
from sayso.gazetteer.names import is_readable
from sayso.gazetteer.shape import About, NameKind
from sayso.gazetteer.writing import PlaceRow, Rows, save_gazetteer

COLUMNS = 19
# Countries and divisions, towns, waters, regions, mountains; not roads, buildings, undersea features and forests.
CLASSES = "APHLT"
LANGUAGES = frozenset({"en", "", "abbr"})


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of allCountries.txt."""

    geonames_id: str
    name: str
    ascii_name: str
    others: tuple[str, ...]
    lat: float
    lon: float
    feature_class: str
    code: str
    country: str
    admin1: str
    admin2: str
    population: int

    @property
    def level(self) -> int:
        """0 for a country, 1 and 2 for divisions, 3 for all else; what is abolished is all else."""
        if self.code in {"PCLI", "PCLS", "PCLD", "PCLF", "PCLIX", "TERR"}:
            return 0
        return {"ADM1": 1, "ADM2": 2}.get(self.code, 3)


def build_gazetteer(dump: Path, folder: Path, alternates: Path | None = None, classes: str = CLASSES) -> About:
    """Write a gazetteer of ``dump`` into ``folder``, with the hand-kept lists laid over it.

    With ``alternates`` the other names are those marked as English or as of no language; without, all in Latin letters.
    Raises BadGazetteer where a file is no such dump.
    """
    rows, known = Rows(), dict[str, int]()
    for level in (0, 1, 2, 3):  # what lies in a division needs its row
        for line in _read_dump(dump):
            if line.level == level and line.feature_class in classes and not line.code.endswith("H"):
                _add(rows, known, line, named=alternates is None)
    if alternates is not None:
        _add_alternates(rows, known, alternates)
    if not rows.places:
        raise BadGazetteer(str(dump), f"has no place of the classes {classes}")
    lay_hand_lists(rows, known)
    return save_gazetteer(rows, folder, dump.name if alternates is None else f"{dump.name}, {alternates.name}")


def _add(rows: Rows, known: dict[str, int], line: _Line, *, named: bool) -> None:
    division = f"{line.country}.{line.admin1}"
    place = PlaceRow(
        geonames_id=int(line.geonames_id),
        label=line.name,
        lat=line.lat,
        lon=line.lon,
        code=line.code,
        country=line.country,
        population=line.population,
        admin1=known.get(division) if line.level > 1 else None,
        admin2=known.get(f"{division}.{line.admin2}") if line.level > 2 else None,
    )
    row = known[line.geonames_id] = rows.add(place)
    codes = {0: line.country, 1: division, 2: f"{division}.{line.admin2}"}
    if line.level in codes:
        known.setdefault(codes[line.level], row)
    rows.name(line.ascii_name, row, NameKind.MAIN)
    for other in line.others if named else ():
        if is_readable(other):
            rows.name(other, row, NameKind.OTHER)


def _add_alternates(rows: Rows, known: Mapping[str, int], alternates: Path) -> None:
    for number, fields in _lines(alternates, "alternateNamesV2.txt"):
        if len(fields) < 4:
            raise BadGazetteer(str(alternates), f"line {number} has {len(fields)} columns, not at least 4")
        row = known.get(fields[1])
        if row is None or fields[2] not in LANGUAGES:
            continue
        if fields[2] == "abbr":
            rows.name(fields[3], row, NameKind.ABBREVIATION)
        elif is_readable(fields[3]):
            main = fields[2] == "en" and fields[4:5] == ["1"]  # the preferred English name
            rows.name(fields[3], row, NameKind.MAIN if main else NameKind.OTHER)


def _read_dump(dump: Path) -> Iterator[_Line]:
    for number, fields in _lines(dump, "allCountries.txt"):
        if len(fields) != COLUMNS:
            raise BadGazetteer(str(dump), f"line {number} has {len(fields)} columns, not {COLUMNS}")
        id_, name, ascii_name, others, lat, lon, feature_class, code, country, _, admin1, admin2 = fields[:12]
        try:
            yield _Line(
                str(int(id_)), name, ascii_name, tuple(others.split(",")) if others else (), float(lat), float(lon),
                feature_class, code, country, admin1, admin2, int(fields[14] or 0),
            )  # fmt: skip
        except ValueError as error:
            raise BadGazetteer(str(dump), f"line {number} has no number where one belongs: {error}") from error


def _lines(path: Path, inside: str) -> Iterator[tuple[int, list[str]]]:
    with _opened(path, inside) as file, io.TextIOWrapper(file, encoding="utf-8", newline="\n") as text:
        for number, line in enumerate(text, 1):
            yield number, line.rstrip("\r\n").split("\t")


@contextmanager
def _opened(path: Path, inside: str) -> Iterator[IO[bytes]]:
    """The text file itself, or the one of that name in a zip."""
    if path.suffix != ".zip":
        with path.open("rb") as file:
            yield file
        return
    try:
        with zipfile.ZipFile(path) as archive, archive.open(inside) as file:
            yield file
    except (zipfile.BadZipFile, KeyError) as error:
        raise BadGazetteer(str(path), f"is no zip with {inside} in it") from error
