"""A gazetteer of an invented dump: what is in it, and what is refused."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from sayso.errors import BadGazetteer
from sayso.gazetteer.geonames import build_gazetteer
from sayso.gazetteer.lookup import Gazetteer, load_gazetteer
from sayso.gazetteer.shape import NameKind
from tests.gazetteer.dumps import dump_lines, write_alternates, write_dump


@pytest.fixture
def built(tmp_path: Path) -> Gazetteer:
    build_gazetteer(write_dump(tmp_path), tmp_path / "world")
    return load_gazetteer(tmp_path / "world")


def test_a_name_finds_all_its_places_the_largest_first(built: Gazetteer) -> None:
    assert [sense.place.geonames_id for sense in built.find("varhamn")] == [9_000_005, 9_000_006]


def test_a_place_lies_in_its_divisions_and_its_country(built: Gazetteer) -> None:
    town = built.find("Vårhamn")[0].place
    assert (town.country, town.code, town.population) == ("KQ", "PPL", 40_000)
    assert (town.lat, town.lon) == (11.4, 20.4)
    assert town.admin1 is not None
    assert town.admin2 is not None
    assert built.place(town.admin1).label == "North Skerry"
    assert built.place(town.admin2).label == "Tamsin County"


def test_other_names_are_known_as_such(built: Gazetteer) -> None:
    (sense,) = built.find("Port Var")
    assert (sense.kind, sense.place.geonames_id) == (NameKind.OTHER, 9_000_005)


def test_codes_piers_and_what_is_abolished_are_left_out(built: Gazetteer) -> None:
    assert not built.find("VAR")
    assert not built.find("Old Quay")
    assert not built.find("Mark of Kell")


def test_the_hand_kept_regions_are_in_every_gazetteer(built: Gazetteer) -> None:
    assert built.find("Black Sea")[0].place.code == "SEA"
    assert built.find("Siberian")[0].kind is NameKind.ADJECTIVE


def test_a_name_that_is_not_listed_finds_nothing(built: Gazetteer) -> None:
    assert built.find("Nowhere") == ()
    assert built.find("") == ()
    assert built.find("x" * 10_000) == ()
    assert built.find("\ud800und") == ()


def test_with_alternates_only_english_names_and_abbreviations_are_taken(tmp_path: Path) -> None:
    build_gazetteer(write_dump(tmp_path), tmp_path / "world", write_alternates(tmp_path))
    built = load_gazetteer(tmp_path / "world")
    assert built.find("Spring Harbour")[0].kind is NameKind.MAIN
    assert built.find_abbreviation("N.Sk.")[0].place.label == "North Skerry"
    assert not built.find_abbreviation("n.sk.")
    assert not built.find("Frühlingshafen")
    assert not built.find("Port Var")


def test_the_same_dump_gives_the_same_bytes(tmp_path: Path) -> None:
    dump = write_dump(tmp_path)
    for name in ("one", "two"):
        build_gazetteer(dump, tmp_path / name)
    one, two = ({file.name: file.read_bytes() for file in (tmp_path / name).iterdir()} for name in ("one", "two"))
    assert one == two


def test_a_dump_need_not_be_zipped(tmp_path: Path) -> None:
    (tmp_path / "KQ.txt").write_text(dump_lines(), encoding="utf-8")
    build_gazetteer(tmp_path / "KQ.txt", tmp_path / "world")
    assert load_gazetteer(tmp_path / "world").find("Kell River")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("no dump\n", "line 1 has 1 columns, not 19"),
        (dump_lines().replace("9000001", "KQ1"), "line 1 has no number where one belongs"),
        ("", "has no place of the classes APHLT"),
    ],
)
def test_what_is_no_dump_is_refused(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "dump.txt").write_text(text, encoding="utf-8")
    with pytest.raises(BadGazetteer, match=says):
        build_gazetteer(tmp_path / "dump.txt", tmp_path / "world")


def test_a_zip_without_the_dump_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as archive:
        archive.writestr("readme.txt", "")
    with pytest.raises(BadGazetteer, match=r"is no zip with allCountries\.txt"):
        build_gazetteer(tmp_path / "other.zip", tmp_path / "world")


def test_a_folder_that_is_no_gazetteer_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadGazetteer, match=r"has no about\.json"):
        load_gazetteer(tmp_path)
    with pytest.raises(BadGazetteer, match="is no folder"):
        load_gazetteer(tmp_path / "nowhere")
    (tmp_path / "file").touch()
    with pytest.raises(BadGazetteer, match="is no folder"):
        load_gazetteer(tmp_path / "file")


def test_a_gazetteer_that_was_cut_off_is_refused(tmp_path: Path) -> None:
    build_gazetteer(write_dump(tmp_path), tmp_path / "world")
    whole = (tmp_path / "world" / "places.bin").read_bytes()
    (tmp_path / "world" / "places.bin").write_bytes(whole[:-1])
    with pytest.raises(BadGazetteer, match=r"places\.bin that was cut off"):
        load_gazetteer(tmp_path / "world")


def test_a_gazetteer_of_another_version_is_refused(tmp_path: Path) -> None:
    build_gazetteer(write_dump(tmp_path), tmp_path / "world")
    about = tmp_path / "world" / "about.json"
    about.write_text(about.read_text(encoding="utf-8").replace('"version": 1', '"version": 9'), encoding="utf-8")
    with pytest.raises(BadGazetteer, match="is of version 9; this Sayso reads 1"):
        load_gazetteer(tmp_path / "world")
