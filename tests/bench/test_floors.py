from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from bench.corpora import Shared, find_shared
from bench.floors import FLOORS, Floor, Floors, load_floors, word_verdict
from bench.gate import LAYERS, Given, run

# Layers read by rules that were written with the corpus at hand.
RULES = ("credits.", "pages.", "kursk.")


def gate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, floors: Floors, figures: dict[str, float]) -> int:
    monkeypatch.setitem(LAYERS, "polnear", lambda _: figures)
    (tmp_path / "gold.jsonl").write_text("{}\n")
    return run(Given(Shared(tmp_path), None, None), floors, ["polnear"])


def floors_of(floor: float, data: dict[str, str] | None = None) -> Floors:
    return Floors("", data or {}, {"polnear.main": Floor(floor, "the bar")})


def test_the_floors_of_the_project_can_be_read_and_belong_to_a_layer() -> None:
    floors = load_floors(FLOORS)
    assert {name.split(".")[0] for name in floors.floors} <= set(LAYERS)
    assert all(floor.note for floor in floors.floors.values())


def test_a_floor_with_a_field_of_another_name_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    path.write_text(json.dumps({"note": "", "data": {}, "floors": {"a": {"flor": 1, "note": ""}}}))
    with pytest.raises(msgspec.ValidationError, match="flor"):
        load_floors(path)


def test_a_figure_on_its_floor_holds_and_one_below_fails() -> None:
    assert word_verdict(74.0, Floor(74.0, "the bar")) == ("floor 74.0", False)
    assert word_verdict(73.9, Floor(74.0, "the bar")) == ("BELOW 74.0 (the bar)", True)
    assert word_verdict(1.0, None) == ("", False)


def test_a_figure_that_is_not_held_out_says_so() -> None:
    verdict, fails = word_verdict(100.0, Floor(90.0, "the bar", seen=True))
    assert "NOT HELD OUT" in verdict
    assert not fails


def test_what_rules_were_written_on_is_never_taken_for_held_out() -> None:
    by_rules = {name: floor for name, floor in load_floors(FLOORS).floors.items() if name.startswith(RULES)}
    assert by_rules
    assert all(floor.seen for floor in by_rules.values())


def test_the_gate_opens_when_every_figure_is_on_its_floor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert gate(tmp_path, monkeypatch, floors_of(70), {"polnear.main": 70.0}) == 0


def test_the_gate_is_shut_when_a_figure_is_below(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert gate(tmp_path, monkeypatch, floors_of(70), {"polnear.main": 69.0}) == 1
    assert "below the floor: polnear.main" in capsys.readouterr().out


def test_a_figure_that_was_not_measured_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert gate(tmp_path, monkeypatch, floors_of(70), {}) == 0
    assert "not measured" in capsys.readouterr().out


def test_a_changed_corpus_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    floors = floors_of(70, {"gold.jsonl": "0" * 64})
    assert gate(tmp_path, monkeypatch, floors, {"polnear.main": 90.0}) == 1
    assert "gold.jsonl is not the file that the floors were set on" in capsys.readouterr().out


def test_without_the_corpora_the_gate_says_so_and_exits_with_two(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        find_shared(tmp_path)
    assert stopped.value.code == 2
    assert "the corpora are not here" in capsys.readouterr().err
