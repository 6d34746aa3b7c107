"""Forms as patterns over kinds of tokens: ``"MONTH DOT? DAY (?: COMMA? YEAR )?"``."""

from __future__ import annotations

import re

from sayso.patterns import compile_later
from sayso.reading.timing.kinds import letters_of

KIND = compile_later(r"[A-Z][A-Z_]+")


NAME = compile_later(r"\?P<(\w+)>")
AGAIN = ("", "_2", "_3", "_4")  # endings of a name that stands in more than one choice


def compile_form(notation: str) -> re.Pattern[str]:
    """A pattern over ``Tokens.letters``: each kind in capitals becomes the class of its letters, blanks mean nothing.

    Everything else is the syntax of ``re``, with repetition that ends. A group's name may stand in up to four choices.
    """
    plain = re.sub(r"\s+", "", KIND.sub(lambda kind: f"[{letters_of(kind.group())}]", notation))
    seen: dict[str, int] = {}

    def rename(name: re.Match[str]) -> str:
        seen[name[1]] = seen.get(name[1], 0) + 1
        return f"?P<{name[1]}{AGAIN[seen[name[1]] - 1]}>"

    return compile_later(NAME.sub(rename, plain))


def find_group(match: re.Match[str], name: str) -> tuple[int, int] | None:
    """From where to where the group goes, in whichever choice it matched; None if it did not."""
    for ending in AGAIN:
        if f"{name}{ending}" in match.re.groupindex and match.start(f"{name}{ending}") >= 0:
            return match.span(f"{name}{ending}")
    return None
