"""The gazetteer in the package."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import sayso
from sayso.errors import BadList
from sayso.gazetteer.hand import HAND, lay_hand_lists
from sayso.gazetteer.lookup import load_gazetteer
from sayso.gazetteer.shape import NameKind
from sayso.gazetteer.writing import PlaceRow, Rows

GAZETTEER = load_gazetteer()


@pytest.mark.parametrize(
    ("name", "geonames_id", "kind"),
    [
        ("Russia", 2017370, NameKind.MAIN),
        ("Russian", 2017370, NameKind.ADJECTIVE),
        ("Texas", 4736286, NameKind.MAIN),
        ("Burma", 1327865, NameKind.MAIN),
        ("Scotland", 2638360, NameKind.MAIN),
        ("Middle East", 6269133, NameKind.MAIN),
    ],
)
def test_a_name_of_the_news_finds_its_place(name: str, geonames_id: int, kind: NameKind) -> None:
    assert (geonames_id, kind) in [(sense.place.geonames_id, sense.kind) for sense in GAZETTEER.find(name)]


def test_an_abbreviation_counts_in_its_own_letters_only() -> None:
    assert GAZETTEER.find_abbreviation("Ky.")[0].place.label == "Kentucky"
    assert not GAZETTEER.find_abbreviation("ky.")


def test_every_hand_kept_line_has_its_place() -> None:
    for name, column in (("names", "name"), ("adjectives", "adjective"), ("abbreviations", "abbreviation")):
        with (HAND / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
            written = [line[column] for line in csv.DictReader(lines)]
        assert len(written) > 50
        assert not [one for one in written if not (GAZETTEER.find(one) or GAZETTEER.find_abbreviation(one))]


def test_every_country_has_a_point_of_its_own() -> None:
    with (HAND / "points.csv").open(encoding="utf-8", newline="") as lines:
        codes = {line["code"] for line in csv.DictReader(lines)}
    assert {code for code in GAZETTEER.about.countries if code} <= codes | {"AN", "CS", "TW"}
    assert all(-90 <= float(lat) <= 90 for lat in _column("points.csv", "lat"))


def _column(name: str, column: str) -> list[str]:
    with (HAND / name).open(encoding="utf-8", newline="") as lines:
        return [line[column] for line in csv.DictReader(lines)]


def test_a_hand_kept_line_of_too_few_fields_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "points.csv").write_text("code,lat,lon\nKQ,10\n", encoding="utf-8")
    rows = Rows()
    rows.add(PlaceRow(1, "Kellmark", 0.0, 0.0, "PCLI", "KQ"))
    with pytest.raises(BadList, match=r"points\.csv, line 2: has too many or too few fields"):
        lay_hand_lists(rows, {"KQ": 0}, tmp_path)


def test_the_gazetteer_fits_the_wheel() -> None:
    folder = Path(sayso.__file__).parent / "gazetteer" / "data"
    assert sum(file.stat().st_size for file in folder.iterdir()) < 25e6  # about half of it when zipped
