"""`sayso gazetteer build`, and readings with what it made."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from sayso.cli import main
from tests.gazetteer.dumps import write_dump


def test_a_gazetteer_is_built_and_its_size_told(tmp_path: Path) -> None:
    dump, folder = write_dump(tmp_path), tmp_path / "world"
    done = CliRunner().invoke(main, ["gazetteer", "build", str(folder), "--geonames", str(dump)])
    assert done.exit_code == 0
    assert "places with" in done.stderr
    assert (folder / "about.json").is_file()


def test_a_file_that_is_no_dump_is_one_line_and_exit_code_1(tmp_path: Path) -> None:
    (tmp_path / "dump.txt").write_text("no dump\n", encoding="utf-8")
    words = ["gazetteer", "build", str(tmp_path / "world"), "--geonames", str(tmp_path / "dump.txt")]
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 1
    assert done.stderr == f"sayso: {tmp_path / 'dump.txt'}: line 1 has 1 columns, not 19\n"


def test_help_of_the_building_has_an_example_and_exit_codes() -> None:
    shown = CliRunner().invoke(main, ["gazetteer", "build", "--help"]).stdout
    assert "\n    sayso gazetteer build " in shown
    assert "Exit codes: 0 built" in shown


def test_reading_with_a_folder_that_is_no_gazetteer_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("The mayor said no.\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["read", str(tmp_path / "page.txt"), "--gazetteer", str(tmp_path)])
    assert done.exit_code == 1
    assert "has no about.json" in done.stderr
