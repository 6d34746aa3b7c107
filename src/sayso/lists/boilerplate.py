"""Stock phrases and page furniture that two texts may share without one having read the other: a fixed list."""

from __future__ import annotations

import csv
import io
from importlib import resources

from sayso.errors import BadList
from sayso.patterns import compile_later

NAME = "boilerplate.csv"
PHRASE = compile_later(r"[^\W_A-Z]+(?: [^\W_A-Z]+)*")  # as linking sees a text's words: "isn t", not "isn't"


def load_boilerplate() -> tuple[str, ...]:
    """The package's phrases, lower-case words with a space between. Raises BadList where a line is wrong."""
    return read_boilerplate((resources.files("sayso") / "lists" / NAME).read_text(encoding="utf-8"), NAME)


def read_boilerplate(text: str, name: str) -> tuple[str, ...]:
    """Phrases from CSV with the columns phrase, kind and origin."""
    phrases = []
    for line, row in enumerate(csv.DictReader(io.StringIO(text)), 2):
        if not all(row.get(column) for column in ("phrase", "kind", "origin")):
            raise BadList(name, line, "wants a phrase, a kind and an origin")
        if not PHRASE.fullmatch(row["phrase"]):
            raise BadList(name, line, f"wants lower-case words with a space between, not {row['phrase']!r}")
        phrases.append(row["phrase"])
    return tuple(phrases)
