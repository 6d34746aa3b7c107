"""One form: its pattern over kinds of tokens, and what reads it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sayso.reading.timing.notation import compile_form
from sayso.reading.timing.setting import Found, Meaning
from sayso.records.timex import AnchorKind, Mod, TimexType

Reader = Callable[[Found], Meaning | None]


@dataclass(frozen=True, slots=True)
class Form:
    """A stretch of tokens that ``pattern`` matches may tell a time; ``read`` says which, or that it does not."""

    pattern: re.Pattern[str]
    read: Reader


def make_form(notation: str, read: Reader) -> Form:
    return Form(compile_form(notation), read)


# Pieces of notation that many forms share.
EARLY = "(?: (?P<edge> EARLY | LATE | MID ) DASH? )"
EDGE = f"(?: {EARLY} | THE? (?P<edge> BEGINNING | END | MIDDLE ) OF )"
EARLIER = "(?: (?P<edge> EARLY | LATE | EARLIER | LATER | MID ) DASH? )"
ABOUT = (
    "(?: (?P<about> ABOUT | NEARLY | OVER (?! THE | ITS | LAST | PAST | NEXT ) ) | AT (?P<about> LEAST | MOST )"
    " | (?P<no> NO )? (?P<about> MORE | LESS ) THAN | (?P<about> UP ) TO )"
)
EDGES = {
    "early": Mod.START,
    "earlier": Mod.START,
    "beginning": Mod.START,
    "start": Mod.START,
    "outset": Mod.START,
    "late": Mod.END,
    "later": Mod.END,
    "end": Mod.END,
    "close": Mod.END,
    "mid": Mod.MID,
    "middle": Mod.MID,
}
ABOUTS = {
    "over": Mod.MORE_THAN,
    "more": Mod.MORE_THAN,
    "less": Mod.LESS_THAN,
    "fewer": Mod.LESS_THAN,
    "least": Mod.EQUAL_OR_MORE,
    "most": Mod.EQUAL_OR_LESS,
    "up": Mod.EQUAL_OR_LESS,
}
NEGATED = {Mod.MORE_THAN: Mod.EQUAL_OR_LESS, Mod.LESS_THAN: Mod.EQUAL_OR_MORE}


def edge_mod(found: Found) -> Mod | None:
    """START, MID or END where the words tell a part of the time."""
    return EDGES.get(found.word("edge"))


def about_mod(found: Found) -> Mod | None:
    """APPROX, MORE_THAN and the like where the words leave a length open."""
    word = found.word("about")
    mod = ABOUTS.get(word, Mod.APPROX) if word else None
    return NEGATED.get(mod, mod) if mod and found.has("no") else mod


def absolute(found: Found, value: str | None, rule: str, *, kind: TimexType = TimexType.DATE) -> Meaning:
    """A time that the words tell on their own."""
    return Meaning(kind, value, rule, edge_mod(found))


def from_anchor(
    found: Found,
    value: str | None,
    unknown: str,
    rule: str,
    *,
    kind: TimexType = TimexType.DATE,
    others: Sequence[str | None] = (),
) -> Meaning:
    """A time reckoned from the anchor; ``unknown`` is its value where the anchor does not tell enough."""
    anchor = found.setting.anchor
    if value is None:
        return Meaning(kind, unknown, rule, edge_mod(found), AnchorKind.UNKNOWN)
    known = tuple(other for other in others if other is not None)
    return Meaning(kind, value, rule, edge_mod(found), anchor.kind, anchor.span, others=known)


def from_mention(
    found: Found, value: str | None, unknown: str, rule: str, *, kind: TimexType = TimexType.DATE
) -> Meaning:
    """A time reckoned from the last date told."""
    last = found.setting.last
    if value is None or last is None:
        return Meaning(kind, unknown, rule, edge_mod(found), AnchorKind.UNKNOWN)
    return Meaning(kind, value, rule, edge_mod(found), AnchorKind.MENTION, last.span)
