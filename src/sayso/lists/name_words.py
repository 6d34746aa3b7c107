"""Words that names are made of: given and family names of persons, and words that also stand in lower case."""

from __future__ import annotations

from collections.abc import Iterator
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
    kinds: dict[str, list[str]] = {"given": [], "family": []}
    for line, (name, _, kind) in _rows(persons):
        if kind not in kinds:
            raise BadList(PERSONS, line, f"wants a name and given or family, not {name!r}, {kind!r}")
        kinds[kind].append(name)
    lower: dict[str, float] = {}
    for line, (word, _, counts) in _rows(cases):
        small, _, capital = counts.partition(",")
        if not (small.isdigit() and capital.isdigit() and int(small)):
            raise BadList(CASES, line, f"wants a word and two numbers, not {word!r}, {counts!r}")
        lower[word] = int(small) / (int(small) + int(capital))
    return NameWords(frozenset(kinds["given"]), frozenset(kinds["family"]), lower)


def _rows(text: str) -> Iterator[tuple[int, tuple[str, str, str]]]:
    """Each line but the first, with its number, parted at its first comma: no cell of these lists is quoted."""
    return ((line, row.partition(",")) for line, row in enumerate(text.splitlines()[1:], 2))
