"""Words that a person copied out of an article, back to where they stand in it."""

from __future__ import annotations

import re

from sayso.errors import BadDecision
from sayso.records.span import Span

GAP = re.compile(r"(?:\s|^)(?:…|\[…\]|\.\.\.)(?:\s|$)")  # stands between two stretches
LONGEST = 20_000  # characters that are looked for


def find_stretches(words: str, text: str, near: Span) -> tuple[Span, ...]:
    """Where the words stand, next to ``near`` where they stand several times; " … " parts two stretches.

    White space counts as one space. Raises BadDecision where they are not in the text, letter for letter.
    """
    found: list[Span] = []
    at = None
    for part in GAP.split(words[:LONGEST]):
        if part.strip():
            span = _find(part, text, at, near)
            found.append(span)
            at = span.end
    if not found:
        raise BadDecision("no words were given")
    return tuple(found)


def _find(part: str, text: str, after: int | None, near: Span) -> Span:
    pattern = re.compile(r"\s+".join(map(re.escape, part.split())))
    places = [Span(*match.span()) for match in pattern.finditer(text) if after is None or match.start() >= after]
    if not places:
        later = "" if after is None else " after those before them"
        raise BadDecision(f"these words do not stand in the article{later}, letter for letter: “{part.strip()[:80]}”")
    return min(places, key=lambda span: (abs(span.start - near.start) + abs(span.end - near.end), span))


def parse_span(written: str) -> tuple[Span, ...]:
    """``120-245`` or ``120-180,190-245``. Raises BadDecision."""
    found = []
    for part in written.split(","):
        first, _, last = part.strip().partition("-")
        if not (first.isascii() and first.isdecimal() and last.isascii() and last.isdecimal() and len(part) < 20):
            raise BadDecision(f"{written!r} is no stretch: write 120-245, in characters of the text")
        if int(first) >= int(last):
            raise BadDecision(f"{part.strip()}: a stretch runs forwards")
        found.append(Span(int(first), int(last)))
    return tuple(found)
