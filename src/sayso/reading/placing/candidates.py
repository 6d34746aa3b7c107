"""Stretches of a text that may name a place: listed names, names built like one, and what stands after "in"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.gazetteer.lookup import Gazetteer, Sense
from sayso.patterns import compile_later
from sayso.reading.placing.builds import build_of, end_of_numbered_road
from sayso.reading.placing.groups import SHORT, UNLISTED, group_of
from sayso.reading.placing.tokens import Tokens, join_keys

LONGEST = 6  # words of a name
LONGEST_UNLISTED = 3
# May stand inside a name, never at its end.
INNER = frozenset(
    "of de la le les du da do das dos del della di al el and the upon on sur am an der den en es kwa los las "
    "bin y e".split()
)
LOCATIVE = frozenset("in near at from to around outside toward towards across throughout through into via".split())
OPENERS = frozenset({".", "“", '"', "!", "?", ":"})
POSSESSIVE = ("'s", "’s")
LETTER = compile_later(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens ``first`` to ``last`` may name a place: one of ``senses``, or by its build ("county", "road", ...).

    ``build`` is "short" of an abbreviation and "unlisted" of a name that only its context makes a place; ``group`` is
    what it is likeliest to be.
    """

    first: int
    last: int
    key: str
    senses: tuple[Sense, ...]
    build: str
    group: str


def make_candidate(first: int, last: int, key: str, senses: tuple[Sense, ...], build: str) -> Candidate:
    return Candidate(first, last, key, senses, build, group_of(senses, build))


def find_candidates(tokens: Tokens, gazetteer: Gazetteer) -> list[Candidate]:
    """All of them, in the order of their first tokens; they overlap freely."""
    by_first = {first: _starting_at(tokens, first, gazetteer) for first in range(len(tokens)) if tokens.capital[first]}
    unlisted = {one.key: one.last - one.first for ones in by_first.values() for one in ones if one.build == UNLISTED}
    if unlisted:
        for first, ones in by_first.items():
            if not any(one.senses or one.build == UNLISTED for one in ones):
                ones += _again(tokens, first, unlisted)
    return [one for ones in by_first.values() for one in ones]


def _again(tokens: Tokens, first: int, unlisted: Mapping[str, int]) -> list[Candidate]:
    """A name that stood after "in" elsewhere, wherever it stands."""
    for length in range(LONGEST_UNLISTED, 0, -1):
        key = " ".join(tokens.keys[first : first + length])
        if unlisted.get(key) == length:
            return [make_candidate(first, first + length, key, (), UNLISTED)]
    return []


def _starting_at(tokens: Tokens, first: int, gazetteer: Gazetteer) -> list[Candidate]:
    found = _abbreviation(tokens, first, gazetteer)
    keys: list[str] = []
    last = first
    for end in _ends(tokens, first):
        _extend_keys(keys, tokens, last, end)
        last = end
        key = join_keys(keys)
        senses, build = gazetteer.find_key(key), build_of(tokens, first, end)
        if senses or build:
            found.append(make_candidate(first, end, key, senses, build))
    if end := end_of_numbered_road(tokens, first):
        found.append(make_candidate(first, end, " ".join(tokens.keys[first:end]), (), "road"))
    return found or _unlisted(tokens, first)


def _extend_keys(keys: list[str], tokens: Tokens, first: int, last: int) -> None:
    for place in range(first, last):
        if tokens.forms[place] in POSSESSIVE and keys:  # Queen Anne's County
            keys[-1] += "s"
        elif LETTER.match(tokens.keys[place]):
            keys.append(tokens.keys[place])


def _ends(tokens: Tokens, first: int) -> list[int]:
    """Where names that begin at ``first`` may end: after each capitalised word of the run."""
    ends: list[int] = []
    place, words = first, 0
    while words < LONGEST and (place == first or not tokens.breaks[place]):
        form = tokens.forms[place]
        if tokens.capital[place]:
            words += 1
            place += 2 if tokens.is_point_of_short(place + 1) else 1
            ends.append(place)
        elif not words:
            break
        elif tokens.keys[place] in INNER:
            words += 1
            place += 1
        elif form in POSSESSIVE and tokens.capital[place + 1]:
            place += 1
        elif (form == "-" and tokens.glued[place] and tokens.glued[place + 1]) or tokens.forms[place - 1] == "-":
            place += 1  # Stratford-upon-Avon
        else:
            break
    return ends


def _abbreviation(tokens: Tokens, first: int, gazetteer: Gazetteer) -> list[Candidate]:
    """ "Ky." with its point and "KY" without one, as listed."""
    form = tokens.forms[first]
    if tokens.forms[first + 1] == "." and tokens.glued[first + 1] and form.isalpha():
        senses = gazetteer.find_abbreviation(form + ".")
        if senses:
            return [make_candidate(first, first + 2, form.lower() + ".", senses, SHORT)]
    senses = gazetteer.find_abbreviation(form)
    if not senses and "." in form:
        senses = gazetteer.find_abbreviation(form + ".") or gazetteer.find_abbreviation(form.replace(" ", ""))
    return [make_candidate(first, first + 1, form.lower(), senses, SHORT)] if senses else []


def _unlisted(tokens: Tokens, first: int) -> list[Candidate]:
    """ "in Kelleyland", "Kelleyland, La.", "the Kelleyland area": the run of capitalised words."""
    if len(tokens.forms[first]) < 3:
        return []
    end = _run_end(tokens, first)
    if after_locative(tokens, first) or _before_region(tokens, end):
        return [make_candidate(first, end, " ".join(tokens.keys[first:end]), (), UNLISTED)]
    return []


def after_locative(tokens: Tokens, first: int) -> bool:
    """True after "in" and the like, and after an "In" that opens a sentence."""
    return tokens.keys[first - 1] in LOCATIVE and (not tokens.capital[first - 1] or opens_sentence(tokens, first - 1))


def opens_sentence(tokens: Tokens, place: int) -> bool:
    return place == 0 or tokens.breaks[place] or tokens.forms[place - 1] in OPENERS


def _before_region(tokens: Tokens, end: int) -> bool:
    if tokens.keys[end] in {"area", "resident", "residents"}:
        return True
    return tokens.forms[end] == "," and is_short_region(tokens, end + 1)


def is_short_region(tokens: Tokens, place: int) -> bool:
    """True of "Ky.", "N.Y." and "KY"."""
    form = tokens.forms[place]
    if not tokens.capital[place]:
        return False
    pointed = "." in form[1:] or (tokens.forms[place + 1] == "." and len(form) < 6)
    return pointed or (form.isupper() and len(form) == 2)


def _run_end(tokens: Tokens, first: int) -> int:
    end = first + 1
    while end < first + LONGEST_UNLISTED and tokens.capital[end] and not tokens.breaks[end]:
        end += 1
    return end
