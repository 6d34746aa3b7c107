"""Outputs that the docs show: run here, never written by hand."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHOWN = (0, 4)  # exit codes of commands that have shown something: 4 is "not all as it was read"
SAYSO = [sys.executable, "-c", "from sayso.cli import main; main()"]


def run(command: str, *, lines: int | None = None) -> str:
    """``command`` (which starts with ``sayso``) and what it prints, as a Markdown block.

    The command runs in the project's folder, its output 100 columns wide and without colour. With ``lines``
    only the first so many are shown, and a last line says how many are left out.
    """
    words = shlex.split(command)
    if words[0] != "sayso":
        raise ValueError(f"only sayso is run here, not {words[0]}")
    width = {"COLUMNS": "100", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [*SAYSO, *words[1:]], cwd=ROOT, env=os.environ | width, capture_output=True, text=True, encoding="utf-8"
    )
    if done.returncode not in SHOWN:
        raise RuntimeError(f"{command} exited with {done.returncode}: {done.stderr.strip()}")
    return f"```console\n$ {command}\n{shorten(done.stdout, lines)}\n```\n"


def figures(*rows: str) -> str:
    """Rows of the table of `docs/figures.md`, each named by how it begins, with the notes that they refer to."""
    page = (ROOT / "docs" / "figures.md").read_text(encoding="utf-8")
    table, *notes = page.partition(" -->\n")[2].partition("<!-- end of figures -->")[0].strip("\n").split("\n\n")
    head, rule, *lines = table.split("\n")
    chosen = [_find_row(lines, row) for row in rows]
    cells = [line.strip("|").split("|")[:3] for line in (head, rule, *chosen)]
    said = "".join("".join(row) for row in cells)
    return "\n\n".join(["\n".join(f"|{'|'.join(row)}|" for row in cells), *(n for n in notes if n[0] in said)]) + "\n"


def _find_row(lines: list[str], begins: str) -> str:
    found = [line for line in lines if line.startswith(f"| {begins}")]
    if len(found) != 1:
        raise ValueError(f"{len(found)} rows of docs/figures.md begin with {begins!r}")
    return found[0]


def shorten(output: str, lines: int | None) -> str:
    listed = [line.rstrip() for line in output.rstrip("\n").split("\n")]
    if lines is None or len(listed) <= lines:
        return "\n".join(listed)
    return "\n".join([*listed[:lines], f"… ({len(listed) - lines} more lines)"])
