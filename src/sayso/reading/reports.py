"""Where the content of a noun ends that is a subject itself: "reports of a second gunman were false"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.reading.clauses import sentence_start
from sayso.reading.found import Found
from sayso.reading.naming.vocabulary import (
    DEFINITE,
    INDEFINITE,
    OF_REPORTS,
    POSSESSIVES,
    RELATIVES,
    REPORT_NOUNS,
)
from sayso.reading.tagging import Range
from sayso.reading.words import QUOTE_OUTSIDE, Words

BEFORE_NOUNS = DEFINITE | INDEFINITE | POSSESSIVES | OF_REPORTS
BE = frozenset("is are was were".split())
HAVE = frozenset("has have had".split())
# What becomes of a report.
BECOMES = frozenset(
    """circulated emerged surfaced swirled spread gained proved turned broke arose abounded persisted began came
    circulate emerge surface swirl persist abound""".split()
)
FALSE = frozenset(
    """false untrue wrong unfounded baseless exaggerated premature inaccurate incorrect true correct denied dismissed
    unconfirmed""".split()
)
INSIDE = RELATIVES | frozenset("what how where when while as if".split())


def end_before_their_verb(found: Sequence[Found], words: Words) -> tuple[Found, ...]:
    """``found`` with the contents of such nouns up to the verb whose subject the noun is."""
    return tuple(_ended(one, words) for one in found)


def _ended(one: Found, words: Words) -> Found:
    cued = [words.forms[place].lower() for place in range(*one.cue)]
    if not one.contents or one.contents[-1][0] < one.cue[1] or not _is_noun(one.cue, words):
        return one
    first, last = one.contents[-1]
    opening = cued[-1] if cued[-1] in ("of", "that") else words.forms[first].lower()
    if opening not in ("of", "that"):
        return one
    end = _verb((first + 1, last), opening, words)
    return replace(one, contents=(*one.contents[:-1], (first, end))) if end is not None and end > first + 1 else one


def _is_noun(cue: Range, words: Words) -> bool:
    """ "Reports of", "the latest claims that"; no "the Courier reports that", and no "denied reports of"."""
    place = next((at for at in range(*cue) if words.forms[at].lower() in REPORT_NOUNS), None)
    if place is None or cue[1] - place > 2:
        return False
    start = sentence_start(place, words)
    while place > start and words.forms[place - 1].lower() in BEFORE_NOUNS:
        place -= 1
    return place == start


def _verb(inside: Range, opening: str, words: Words) -> int | None:
    """The place of the verb that goes with the noun, if its content takes it in."""
    for place in range(*inside):
        form, after = words.forms[place].lower(), words.forms[place + 1].lower() if place + 1 < len(words) else ""
        if words.quote[place] != QUOTE_OUTSIDE or (opening == "of" and form in INSIDE):
            return None
        plain = form in BECOMES and words.forms[place - 1].lower() not in HAVE
        if plain or (form in BE and after in FALSE) or (opening == "of" and form in BE | HAVE):
            return place
    return None
