"""The scorers' printed lines as named figures."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

Figures = dict[str, float]

PART = re.compile(r"\b(P|R|F1)\s+(-?\d+(?:\.\d+)?)")
FIRST = re.compile(r"(?<![\w.])-?\d+(?:\.\d+)?")


class ScorerFailed(Exception):
    """A scorer exited with an error; its own words are the message."""


def read_figures(lines: Iterable[str], prefix: str) -> Figures:
    """``"own  P 93.1 R 61.0 (called 9, gold 9)"`` under ``voice`` is ``voice.own.P`` and ``voice.own.R``.

    A line without P, R or F1 gives its first number under its own name; other lines give nothing.
    """
    figures: Figures = {}
    for line in lines:
        name, _, rest = line.strip().partition(" ")
        parts = PART.findall(rest.split("(")[0])
        for part, value in parts:
            figures[f"{prefix}.{name}.{part}"] = float(value)
        if not parts and (first := FIRST.search(rest)):
            figures[f"{prefix}.{name}"] = float(first.group())
    return figures


def run_scorer(command: Sequence[str | Path], prefix: str) -> Figures:
    """What a Python script prints, as figures. Raises ScorerFailed with its error text."""
    done = subprocess.run([sys.executable, *map(str, command)], capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        raise ScorerFailed(f"{command[0]} exited with {done.returncode}: {done.stderr.strip()[-500:]}")
    return read_figures(done.stdout.splitlines(), prefix)
