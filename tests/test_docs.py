"""The docs tell what there is: every command, option, field and public name, and commands that run."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import command_reference
import data_dictionary
import pytest
import shown

import sayso
from sayso.exports.table_schema import TABLES, Table, columns_of

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
README = (ROOT / "README.md").read_text(encoding="utf-8")
NOUNS = [noun for module in data_dictionary.find_modules() for noun in data_dictionary.find_classes(module)]
COMMANDS = dict(command_reference.find_commands())


def section(page: str, heading: str) -> str:
    """What stands under a heading of a page, up to the next one of the same level or above."""
    text = (DOCS / page).read_text(encoding="utf-8")
    level = len(heading) - len(heading.lstrip("#"))
    _, found, rest = text.partition(f"\n{heading}\n")
    assert found, f"{page} has no heading {heading!r}"
    return re.split(rf"\n#{{1,{level}}} ", rest)[0]


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text, flags=re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__)
def test_every_record_field_is_in_the_data_dictionary(noun: type) -> None:
    told = section("data-dictionary.md", f"### {noun.__name__}")
    assert not [field.name for field in data_dictionary.fields_of(noun) if f"| `{field.name}` |" not in told]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_column_of_every_table_is_documented(table: Table) -> None:
    told = section("tables.md", f"## {table.name}")
    assert not [column.name for column in columns_of(table) if f"| `{column.name}` |" not in told]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_documented(name: str) -> None:
    told = section("commands.md", f"## `{name}`")
    options = [flag for option in command_reference.find_options(COMMANDS[name]) for flag in option.opts]
    assert not [flag for flag in options if flag not in told]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_says_what_it_does(name: str) -> None:
    assert COMMANDS[name].help
    assert not [option.name for option in command_reference.find_options(COMMANDS[name]) if not option.help]


def test_every_public_name_is_in_the_first_look() -> None:
    told = section("first-look.md", "## From Python")
    assert not [name for name in sayso.__all__ if f"| `{name}` |" not in told]


def test_every_page_is_in_the_table_of_contents() -> None:
    pages = {path.stem for path in DOCS.glob("*.md")} - {"index"}
    listed = (DOCS / "index.md").read_text(encoding="utf-8").split("```{toctree}")[1].split("```")[0].split()
    assert pages == {word for word in listed if not word.startswith(":") and not word.isdigit()}


def test_the_readme_has_two_commands_and_continuous_integration_runs_just_these() -> None:
    listed = subprocess.run(["bash", ".ci/run", "--list"], cwd=ROOT, capture_output=True, text=True, check=True)
    commands = "".join(blocks(README, "sh"))
    assert listed.stdout == commands
    assert len(commands.splitlines()) == 2


def test_the_readme_names_files_that_are_there() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", README)
    assert links
    assert not [link for link in [*links, "examples/harbour.txt"] if not (ROOT / link).is_file()]


def test_every_note_of_the_figures_is_there_once_and_is_referred_to() -> None:
    table, *notes = (
        (DOCS / "figures.md").read_text(encoding="utf-8").split("<!-- end of figures -->")[0].split("\n\n¹ ")
    )
    marks = re.findall(r"^([¹²³⁴-⁹]) ", "¹ " + "".join(notes), re.MULTILINE)
    assert marks == sorted(set(re.findall(r"[¹²³⁴-⁹]", table)), key="¹²³⁴⁵⁶⁷⁸⁹".index)


def test_a_row_of_the_figures_that_is_not_there_is_not_shown_as_none() -> None:
    with pytest.raises(ValueError, match="0 rows"):
        shown.figures("**Wisdom**")


def test_the_examples_are_articles() -> None:
    rows = [json.loads(line) for line in (ROOT / "examples" / "three.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["id"] for row in rows] == ["harbour", "ferry", "letter"]
    assert rows[0]["text"] == (ROOT / "examples" / "harbour.txt").read_text(encoding="utf-8")


def test_an_output_is_cut_after_so_many_lines_and_says_so() -> None:
    assert shown.shorten("a\nb\nc\nd\n", 2) == "a\nb\n… (2 more lines)"
    assert shown.shorten("a\nb\n", 2) == "a\nb"


def test_only_sayso_is_run_for_the_docs() -> None:
    with pytest.raises(ValueError, match="not rm"):
        shown.run("rm -r docs")


@pytest.mark.weights
def test_the_python_of_the_first_look_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    for code in blocks((DOCS / "first-look.md").read_text(encoding="utf-8"), "python"):
        exec(compile(code, "docs/first-look.md", "exec"), {})
    assert "Varrow" in capsys.readouterr().out


@pytest.mark.weights
def test_the_python_of_ledgers_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    for code in blocks((DOCS / "ledger.md").read_text(encoding="utf-8"), "python"):
        exec(compile(code, "docs/ledger.md", "exec"), {})
    told = capsys.readouterr().out
    assert " denies " in told
    assert "5 articles" in told
    assert told.endswith("wrong: 0\n")


@pytest.mark.weights
def test_the_commands_of_the_first_look_run(tmp_path: Path) -> None:
    shown.run("sayso read examples/three.jsonl --id ferry")
    shown.run(f"sayso run examples/three.jsonl -o {tmp_path / 'readings.jsonl'}")
    assert len((tmp_path / "readings.jsonl").read_text(encoding="utf-8").splitlines()) == 3
