"""Words that names are made of: given and family names of persons, and words that also stand in lower case."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from importlib import resources

from sayso.errors import BadList

PERSONS, CASES = "person_names.csv", "lower_case.csv"


@dataclass(frozen=True, slots=True)
class NameWords:
    """Folded given and family names, and the share of a word's uses that are in lower case ("nice": 0.95)."""

    given: frozenset[str]
    family: frozenset[str]
    lower: dict[str, float]


def load_name_words() -> NameWords:
    """The package's lists. Raises BadList where a line is wrong."""
    folder = resources.files("sayso") / "lists"
    return read_name_words((folder / PERSONS).read_text(encoding="utf-8"), (folder / CASES).read_text(encoding="utf-8"))


def read_name_words(persons: str, cases: str) -> NameWords:
    """From CSV with the columns name and kind ("given" or "family"), and with word, lower and capital."""
    kinds: dict[str, set[str]] = {"given": set(), "family": set()}
    for line, row in enumerate(csv.reader(io.StringIO(persons)), 1):
        if line > 1:
            if len(row) != 2 or row[1] not in kinds:
                raise BadList(PERSONS, line, f"wants a name and given or family, not {row!r}")
            kinds[row[1]].add(row[0])
    lower: dict[str, float] = {}
    for line, row in enumerate(csv.reader(io.StringIO(cases)), 1):
        if line > 1:
            if len(row) != 3 or not (row[1].isdigit() and row[2].isdigit() and int(row[1])):
                raise BadList(CASES, line, f"wants a word and two numbers, not {row!r}")
            lower[row[0]] = int(row[1]) / (int(row[1]) + int(row[2]))
    return NameWords(frozenset(kinds["given"]), frozenset(kinds["family"]), lower)
