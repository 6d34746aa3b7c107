"""One form: its name, its pattern over kinds of tokens, and what reads it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from sayso.reading.timing.notation import compile_form
from sayso.reading.timing.setting import Found, Meaning
from sayso.records.timex import Mod

Reader = Callable[[Found], Meaning | None]

# Pieces of notation that many forms share.
EDGE = "(?: (?P<edge> EARLY | LATE | MID ) DASH? | THE? (?P<edge_of> BEGINNING | END | MIDDLE ) OF )"
EDGES = {
    "early": Mod.START,
    "beginning": Mod.START,
    "start": Mod.START,
    "outset": Mod.START,
    "earlier": Mod.START,
    "late": Mod.END,
    "end": Mod.END,
    "close": Mod.END,
    "later": Mod.END,
    "mid": Mod.MID,
    "middle": Mod.MID,
}
ABOUT = (
    "(?: (?P<about> ABOUT | NEARLY | OVER (?! THE | ITS | LAST | PAST | NEXT ) ) | AT (?P<least> LEAST | MOST ) "
    "| NO? (?P<than> MORE | LESS ) THAN | (?P<up> UP ) TO )"
)


@dataclass(frozen=True, slots=True)
class Form:
    """A stretch of tokens that ``pattern`` matches may tell a time; ``read`` says which, or that it does not."""

    name: str
    pattern: re.Pattern[str]
    read: Reader


def make_form(name: str, notation: str, read: Reader) -> Form:
    return Form(name, compile_form(notation), read)


def edge_mod(found: Found) -> Mod | None:
    """START, MID or END where the words tell a part of the time."""
    return EDGES.get(found.word("edge") or found.word("edge_of"))


def about_mod(found: Found) -> Mod | None:
    """APPROX, MORE_THAN and the like where the words leave a length open."""
    word = found.word("about")
    if word:
        return {"over": Mod.MORE_THAN}.get(word, Mod.APPROX)
    if found.has("least"):
        return Mod.EQUAL_OR_MORE if found.word("least") == "least" else Mod.EQUAL_OR_LESS
    if found.has("up"):
        return Mod.EQUAL_OR_LESS
    if found.has("than"):
        more = found.word("than") == "more"
        if "no" in found.tokens.word(found.first):
            return Mod.EQUAL_OR_LESS if more else Mod.EQUAL_OR_MORE
        return Mod.MORE_THAN if more else Mod.LESS_THAN
    return None
