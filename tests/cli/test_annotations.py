"""`sayso annotations`: what people marked comes back as rows to train on, or as changes to what was read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.across import sayso, told, use_no_weights, write_night
from tests.night import AGENCY, NIGHT


@pytest.fixture(autouse=True)
def no_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    use_no_weights(monkeypatch)


@pytest.fixture
def night(tmp_path: Path) -> Path:
    return write_night(tmp_path / "night", NIGHT[0])


@pytest.fixture
def project(night: Path, tmp_path: Path) -> Path:
    """A brat project of the agency's article."""
    assert sayso("export", night, "--as", "brat", "-o", tmp_path / "project").exit_code == 0
    return tmp_path / "project"


def lines(*words: str | Path, out: Path) -> list[dict[str, Any]]:
    done = sayso("annotations", *words, "-o", out)
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]


def test_a_brat_project_comes_back_as_rows_to_train_on(project: Path, tmp_path: Path) -> None:
    (row,) = lines(project, "--from", "brat", out=tmp_path / "rows.jsonl")
    assert (row["id"], row["text"]) == ("agency", AGENCY)
    contents = [" ".join(AGENCY[start:end] for start, end in one["content"]) for one in row["attributions"]]
    assert any("lost both engines" in content for content in contents)


def test_what_was_not_touched_is_no_change(project: Path, night: Path, tmp_path: Path) -> None:
    assert lines(project, "--from", "brat", "--against", night, out=tmp_path / "none.jsonl") == []


def test_an_edit_in_brat_is_a_change(project: Path, night: Path, tmp_path: Path) -> None:
    file = project / "agency.ann"
    file.write_text(file.read_text(encoding="utf-8").replace("asserts", "hedges", 1), encoding="utf-8")
    (change,) = lines(project, "--from", "brat", "--against", night, out=tmp_path / "changes.jsonl")
    assert (change["article"], change["change"]) == ("agency", "edited")
    assert (change["before"]["commitment"], change["after"]["commitment"]) == ("asserts", "hedges")


def test_label_studio_s_export_comes_back(night: Path, tmp_path: Path) -> None:
    sayso("export", night, "--as", "label-studio", "-o", tmp_path / "studio")
    (task,) = json.loads((tmp_path / "studio" / "tasks.json").read_bytes())
    task["annotations"] = task.pop("predictions")
    (tmp_path / "done.json").write_text(json.dumps([task]))
    rows = lines(tmp_path / "done.json", "--from", "label-studio", out=tmp_path / "rows.jsonl")
    assert [row["id"] for row in rows] == ["agency"]


def test_an_article_that_was_not_read_is_told_and_no_change(project: Path, tmp_path: Path) -> None:
    others = write_night(tmp_path / "others", NIGHT[4])
    done = sayso("annotations", project, "--from", "brat", "-o", tmp_path / "out", "--against", others)
    assert (done.exit_code, "agency: is not in" in done.stderr) == (0, True)


def test_marks_of_a_shifted_text_are_refused_by_their_line(project: Path, tmp_path: Path) -> None:
    text = project / "agency.txt"
    text.write_text("x" + text.read_text(encoding="utf-8"), encoding="utf-8")
    line = told(sayso("annotations", project, "--from", "brat", "-o", tmp_path / "out"), 1)
    assert line.startswith("agency, line ")
    assert "is it the same text?" in line
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("tool", ["brat", "label-studio"])
def test_nothing_marked_is_told(tool: str, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    if tool == "brat":
        empty.mkdir()
    else:
        empty.write_text("[]")
    assert "holds nothing that was marked" in told(
        sayso("annotations", empty, "--from", tool, "-o", tmp_path / "out"), 1
    )
