"""`sayso export`: what is chosen, where it goes, and that it is there whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.exports.registry import EXPORTS, Export
from sayso.exports.selection import Selection
from tests.cli.across import sayso, told, use_no_weights, write_night
from tests.night import MARKET, NIGHT


@pytest.fixture(autouse=True)
def no_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    use_no_weights(monkeypatch)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "night.db"
    assert sayso("new", path).exit_code == 0
    assert sayso("add", path, write_night(tmp_path / "night")).exit_code == 0
    return path


def schemas(out: Path) -> list[str]:
    return [json.loads(line)["schema"] for line in out.read_text(encoding="utf-8").splitlines()]


def ids(out: Path) -> list[str]:
    lines = map(json.loads, out.read_text(encoding="utf-8").splitlines())
    return [line["id"] for line in lines if line["schema"] == "sayso.reading/1"]


def test_a_ledger_is_written_in_the_order_of_publication(ledger: Path, tmp_path: Path) -> None:
    done = sayso("export", ledger, "--as", "jsonl", "-o", tmp_path / "out.jsonl")
    assert (done.exit_code, done.output) == (0, "")
    assert ids(tmp_path / "out.jsonl") == ["market", "agency", "post", "herald", "radio"]
    assert "sayso.story/1" in schemas(tmp_path / "out.jsonl")


def test_one_story_is_chosen_by_any_of_its_articles(ledger: Path, tmp_path: Path) -> None:
    sayso("export", ledger, "--as", "jsonl", "-o", tmp_path / "out.jsonl", "--story", "herald")
    assert "market" not in ids(tmp_path / "out.jsonl")
    assert schemas(tmp_path / "out.jsonl").count("sayso.story/1") == 1


def test_readings_alone_bring_no_stories(ledger: Path, tmp_path: Path) -> None:
    sayso("export", ledger, "--as", "jsonl", "-o", tmp_path / "out.jsonl", "--readings-only")
    assert set(schemas(tmp_path / "out.jsonl")) == {"sayso.reading/1"}


def test_a_folder_of_readings_is_written_like_a_ledger(ledger: Path, tmp_path: Path) -> None:
    for source, name in ((ledger, "a.jsonl"), (tmp_path / "night", "b.jsonl")):
        assert sayso("export", source, "--as", "jsonl", "-o", tmp_path / name).exit_code == 0
    assert (tmp_path / "a.jsonl").read_bytes() == (tmp_path / "b.jsonl").read_bytes()


def test_a_file_of_readings_alone_is_written_in_its_order(tmp_path: Path) -> None:
    source = write_night(tmp_path / "night") / "0.jsonl"
    sayso("export", source, "--as", "jsonl", "-o", tmp_path / "out.jsonl", "--readings-only")
    assert (tmp_path / "out.jsonl").read_bytes() == source.read_bytes()


def test_standard_output_takes_what_makes_one_file(ledger: Path) -> None:
    done = sayso("export", ledger, "--as", "jsonl", "-o", "-", "--readings-only")
    assert done.stdout.count('"schema":"sayso.reading/1"') == 5


def test_without_text_no_words_of_the_articles_are_written(ledger: Path, tmp_path: Path) -> None:
    sayso("export", ledger, "--as", "jsonl", "-o", tmp_path / "out.jsonl", "--no-text")
    written = (tmp_path / "out.jsonl").read_text(encoding="utf-8")
    assert "Marl sandbank" not in written
    assert "Ada Quill" in written


def test_what_is_there_is_written_over_only_if_asked(ledger: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("mine")
    line = told(sayso("export", ledger, "--as", "jsonl", "-o", out), 1)
    assert line == f"{out}: exists; write over it (--replace) or name another output"
    assert out.read_text() == "mine"
    assert sayso("export", ledger, "--as", "jsonl", "-o", out, "--replace").exit_code == 0
    assert out.read_text() != "mine"


@pytest.mark.parametrize("out", ["night.db", "night/out.jsonl", "none/out.jsonl"])
def test_an_output_in_the_way_of_the_input_is_refused(out: str, ledger: Path, tmp_path: Path) -> None:
    source = tmp_path / "night" if out.startswith("night/") else ledger
    told(sayso("export", source, "--as", "jsonl", "-o", tmp_path / out, "--replace"), 1)
    assert not (tmp_path / "night" / "out.jsonl").exists()


def test_an_export_that_breaks_off_leaves_nothing(
    ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_off(_: Selection) -> Iterator[bytes]:
        yield b"half"
        raise KeyboardInterrupt

    monkeypatch.setattr(Export, "load_file", lambda _: break_off)
    done = sayso("export", ledger, "--as", "jsonl", "-o", tmp_path / "out.jsonl")
    assert (done.exit_code, done.stderr) == (130, "sayso: stopped; nothing is written\n")
    assert not [path for path in tmp_path.iterdir() if "out" in path.name]


def test_a_file_without_articles_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty.jsonl").write_text("\n")
    done = sayso("export", tmp_path / "empty.jsonl", "--as", "jsonl", "-o", tmp_path / "out", "--readings-only")
    assert "holds no article" in told(done, 1)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.name)
def test_every_export_is_the_same_from_run_to_run(export: Export, ledger: Path, tmp_path: Path) -> None:
    for name in ("a", "b"):
        done = sayso("export", ledger, "--as", export.name, "-o", tmp_path / name)
        assert done.exit_code == 0, done.output
    assert read_all(tmp_path / "a") == read_all(tmp_path / "b")


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.name)
def test_no_export_without_text_holds_a_sentence(export: Export, ledger: Path, tmp_path: Path) -> None:
    assert sayso("export", ledger, "--as", export.name, "-o", tmp_path / "out", "--no-text").exit_code == 0
    written = b"".join(read_all(tmp_path / "out").values()).decode(errors="replace")
    sentences = [line for one in NIGHT for line in one.text.splitlines()[1:] if len(line) > 30] + [MARKET[50:90]]
    assert not [line for line in sentences if line[5:30] in written]


def read_all(out: Path) -> dict[str, bytes]:
    """The files of an export by name."""
    files = sorted(out.iterdir()) if out.is_dir() else [out]
    return {path.name if out.is_dir() else "": path.read_bytes() for path in files}
