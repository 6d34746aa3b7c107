"""An invented country in GeoNames' own columns, and what is made of it."""

from __future__ import annotations

import zipfile
from pathlib import Path

# geonameid, name, ascii name, other names, lat, lon, class, code, country, admin1, admin2, population
PLACES = (
    (9_000_001, "Kellmark", "Kellmark", "Kelmarca", 10.0, 20.0, "A", "PCLI", "KQ", "00", "", 2_000_000),
    (9_000_002, "North Skerry", "North Skerry", "", 11.0, 20.0, "A", "ADM1", "KQ", "01", "", 900_000),
    (9_000_003, "South Skerry", "South Skerry", "", 9.0, 20.0, "A", "ADM1", "KQ", "02", "", 700_000),
    (9_000_004, "Tamsin County", "Tamsin County", "Tamsin", 11.5, 20.5, "A", "ADM2", "KQ", "01", "T", 90_000),
    (9_000_005, "Vårhamn", "Varhamn", "Port Var,VAR", 11.4, 20.4, "P", "PPL", "KQ", "01", "T", 40_000),
    (9_000_006, "Vårhamn", "Varhamn", "", 8.9, 20.1, "P", "PPLA2", "KQ", "02", "", 3_000),
    (9_000_007, "Old Quay", "Old Quay", "", 11.4, 20.4, "S", "PIER", "KQ", "01", "T", 0),
    (9_000_008, "Kell River", "Kell River", "", 11.1, 20.2, "H", "STM", "KQ", "01", "", 0),
    (9_000_009, "Mark of Kell", "Mark of Kell", "", 10.0, 20.0, "A", "ADM1H", "KQ", "03", "", 0),
)
# alternateNameId, geonameid, language, name, preferred
ALTERNATES = (
    (1, 9_000_005, "en", "Spring Harbour", "1"),
    (2, 9_000_005, "de", "Frühlingshafen", ""),
    (3, 9_000_002, "abbr", "N.Sk.", ""),
    (4, 9_000_005, "link", "https://example.org/varhamn", ""),
    (5, 1, "en", "Nowhere", ""),
)


def dump_lines() -> str:
    lines = []
    for id_, name, ascii_name, others, lat, lon, kind, code, country, admin1, admin2, people in PLACES:
        shown = (id_, name, ascii_name, others, lat, lon, kind, code, country, "", admin1, admin2, "", "", people)
        lines.append("\t".join(map(str, (*shown, "", "0", "Etc/UTC", "2024-01-01"))))
    return "\n".join(lines) + "\n"


def write_dump(folder: Path) -> Path:
    path = folder / "allCountries.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("allCountries.txt", dump_lines())
    return path


def write_alternates(folder: Path) -> Path:
    path = folder / "alternateNamesV2.zip"
    with zipfile.ZipFile(path, "w") as archive:
        lines = ("\t".join([*map(str, row), "", "", "", "", ""]) for row in ALTERNATES)
        archive.writestr("alternateNamesV2.txt", "\n".join(lines) + "\n")
    return path
