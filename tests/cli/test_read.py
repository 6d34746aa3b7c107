"""`sayso read`, with the invented article for every reading."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sayso.articles.files import read_bytes
from sayso.cli import main
from sayso.cli.terminal import has_colour
from sayso.errors import BadInput, BadModel
from sayso.records.article import Article
from sayso.records.reading import Reading
from tests.exports.readings import TEXT, dam_reading


@pytest.fixture(autouse=True)
def fake_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every article is read as the dam of Orsk, under its own id."""

    def read(article: Article, encoder: object) -> Reading:
        reading = dam_reading()
        return replace(reading, article=replace(reading.article, id=article.id))

    monkeypatch.setattr("sayso.reading.encoder.load_encoder", lambda lists, fast: lists)
    monkeypatch.setattr("sayso.reading.reader.read_article", read)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "dam.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    path = tmp_path / "two.jsonl"
    path.write_text(
        "".join(json.dumps({"id": name, "text": TEXT}) + "\n" for name in ("dam", "weir")), encoding="utf-8"
    )
    return path


def sayso(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def test_a_file_is_shown_in_the_terminal_view_without_colour_in_a_pipe(article: Path) -> None:
    done = sayso("read", article)
    assert done.exit_code == 0
    assert "told as fact here; further on, row 7 gives it to the opposition" in done.stdout
    assert "\x1b" not in done.stdout


def test_the_view_takes_the_width_of_the_terminal(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    assert max(map(len, sayso("read", article).stdout.splitlines())) == 60


def test_json_is_one_line_an_article(lines: Path) -> None:
    done = sayso("read", lines, "--format", "json")
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["dam", "weir"]


def test_html_is_one_page(article: Path) -> None:
    assert sayso("read", article, "--format", "html").stdout.startswith("<!doctype html>")


def test_markdown_is_markdown(article: Path) -> None:
    assert sayso("read", article, "-f", "md").stdout.startswith("# Valley Towns")


def test_one_article_is_taken_out_of_json_lines_by_its_id(lines: Path) -> None:
    done = sayso("read", lines, "--id", "weir", "--format", "json")
    assert json.loads(done.stdout)["id"] == "weir"


def test_an_id_that_is_not_there_is_an_error_in_one_line(lines: Path) -> None:
    done = sayso("read", lines, "--id", "sluice")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith("sayso: ")
    assert done.stderr.count("\n") == 1
    assert "sluice" in done.stderr


def test_a_file_that_is_not_there_is_an_error_in_one_line(tmp_path: Path) -> None:
    done = sayso("read", tmp_path / "none.txt")
    assert done.exit_code == 1
    assert done.stderr.startswith(f"sayso: {tmp_path / 'none.txt'}: ")
    assert done.stderr.count("\n") == 1


def test_a_bad_file_does_not_keep_the_others_from_being_read(article: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("\n")
    done = sayso("read", empty, article, "--format", "json")
    assert done.exit_code == 3
    assert len(done.stdout.splitlines()) == 1
    assert "empty.txt" in done.stderr


def test_bad_weights_are_an_error_in_one_line(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def load(lists: object, fast: bool) -> None:
        raise BadModel("a file of the weights is missing")

    monkeypatch.setattr("sayso.reading.encoder.load_encoder", load)
    done = sayso("read", article)
    assert (done.exit_code, done.stderr) == (1, "sayso: a file of the weights is missing\n")


@pytest.mark.parametrize("words", [("--format", "html"), ("--id", "dam")])
def test_what_makes_sense_for_one_file_only_is_refused_for_two(words: tuple[str, str], article: Path) -> None:
    assert sayso("read", article, article, *words).exit_code == 2


def test_an_error_sends_no_control_characters_to_the_terminal(tmp_path: Path) -> None:
    done = sayso("read", tmp_path / "a\x1b[2Jb")
    assert "\x1b" not in done.stderr
    assert "⟨U+001B⟩" in done.stderr


def test_an_article_of_a_table_is_found_by_its_id(tmp_path: Path) -> None:
    (tmp_path / "two.csv").write_text("ID;Body\ndam;She said no.\nweir;He left.\n")
    done = sayso("read", tmp_path / "two.csv", "--columns", "id=ID,text=Body", "--id", "weir", "--format", "json")
    assert (done.exit_code, json.loads(done.stdout)["id"]) == (0, "weir")


def test_one_page_is_not_made_of_a_file_of_several(tmp_path: Path) -> None:
    (tmp_path / "two.csv").write_text("id,text\n1,She said no.\n")
    done = sayso("read", tmp_path / "two.csv", "--format", "html")
    assert done.exit_code == 2
    assert "--id for one of several" in done.stderr


def test_a_format_whose_extra_is_missing_names_the_pip_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4")
    done = sayso("read", tmp_path / "a.pdf")
    assert done.exit_code == 1
    assert 'pip install "sayso[pdf]"' in done.stderr


def test_a_list_of_actors_that_is_wrong_is_told_before_anything_is_read(tmp_path: Path) -> None:
    mine = tmp_path / "mine.csv"
    mine.write_text("name,code\n", encoding="utf-8")
    text = tmp_path / "a.txt"
    text.write_text("Otto Varga came.", encoding="utf-8")
    done = CliRunner().invoke(main, ["read", str(text), "--actors", str(mine)])
    assert done.exit_code == 1
    assert done.stdout == ""
    assert done.stderr.startswith(f"sayso: {mine}, line 1: the columns must be name,aliases,kind,country,")


def test_a_list_of_actors_that_is_no_text_is_told(tmp_path: Path) -> None:
    mine = tmp_path / "mine.csv"
    mine.write_bytes(b"\xff\xfe\x00")
    done = CliRunner().invoke(main, ["read", str(mine), "--actors", str(mine)])
    assert (done.exit_code, done.stderr) == (1, f"sayso: {mine}, line 1: is no UTF-8 text\n")


def test_only_my_actors_wants_a_list() -> None:
    assert CliRunner().invoke(main, ["read", "a.txt", "--actors-only"]).exit_code == 2


def test_standard_input_is_called_so_once() -> None:
    assert sayso("read", "-").stderr == "sayso: standard input: nothing but white space; is it the right file?\n"


def test_a_closed_standard_input_is_an_error_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("sayso.articles.files.sys.stdin", None)
        with pytest.raises(BadInput, match=r"^standard input: is closed"):
            read_bytes("-")


def test_where_standard_output_is_closed_there_are_no_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("sayso.cli.terminal.sys.stdout", None)
        coloured = has_colour()
    assert not coloured
