"""The command as a whole: help, version, and how fast it starts."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import sayso
from sayso.cli import main

SRC = str(Path(sayso.__file__).parents[1])


@pytest.mark.parametrize("words", [["--help"], ["read", "--help"], ["run", "--help"]])
def test_help_has_examples_and_exit_codes(words: list[str]) -> None:
    shown = CliRunner().invoke(main, words).stdout
    assert "Examples:\n    sayso " in shown
    assert "Exit codes:" in shown


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_has_an_example_of_itself_and_its_exit_codes(name: str) -> None:
    shown = CliRunner().invoke(main, [name, "--help"]).stdout
    assert f"\n    sayso {name} " in shown
    assert "Exit codes: 0 " in shown


@pytest.mark.parametrize("name", sorted(set(main.commands) - {"demo"}))  # which needs nothing
def test_a_command_called_without_what_it_needs_says_so(name: str) -> None:
    done = CliRunner().invoke(main, [name])
    assert done.exit_code == 2
    assert done.stderr.splitlines()[-1].startswith("Error: Missing ")


def test_the_version_is_told() -> None:
    assert CliRunner().invoke(main, ["--version"]).stdout == f"sayso {sayso.__version__}\n"


def test_help_loads_nothing_heavy() -> None:
    """What makes the command slow to start is loaded by the command that needs it."""
    code = (
        "import sys; from sayso.cli import main; main(['--help'], standalone_mode=False);"
        "print([m for m in ('numpy', 'openvino', 'rich', 'msgspec', 'lxml', 'trafilatura') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONPATH": SRC}, capture_output=True, text=True, check=True
    )
    assert done.stdout.endswith("[]\n")


def test_a_ledger_in_a_file_needs_no_driver_of_a_server() -> None:
    code = (
        "import sys; import sayso.ledger, sayso.run.sources;"
        "print([m for m in ('sqlalchemy.dialects.postgresql', 'multiprocessing') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONPATH": SRC}, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
