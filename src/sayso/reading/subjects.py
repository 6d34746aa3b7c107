"""Sources that the words around a cue tell better than the tagger did: its subject, its "who", its "by X"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.reading.found import Found
from sayso.reading.naming.vocabulary import (
    AUXILIARIES,
    CONJUNCTIONS,
    DAYS_AND_MONTHS,
    DEFINITE,
    INDEFINITE,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
)
from sayso.reading.pointers import SENTENCE_ENDS
from sayso.reading.tagging import Range
from sayso.reading.words import QUOTE_CLOSING, QUOTE_OUTSIDE, Words

LONGEST_CLAUSE = 60  # words that a sentence is looked back over
LONGEST_SUBJECT = 6  # words of a subject before its preposition
LONGEST_AGENT = 12  # words of "by X"
IN_NAMES = frozenset("and & . former of the".split())
NO_SUBJECT = DAYS_AND_MONTHS | frozenset(PRONOUNS)
WHO = frozenset("who which that".split())
DETERMINERS = DEFINITE | INDEFINITE | POSSESSIVES
# What comes between a subject and a name inside it: "a voiceover to the footage".
INSIDE = frozenset("of to in on for at from about".split())
ADDRESSED = frozenset("to with".split())
# "By then", "by June", "by far": no agents.
NO_AGENT = DAYS_AND_MONTHS | frozenset("then now early late next accident chance mistake far".split())


def mend_sources(found: Sequence[Found], words: Words) -> tuple[Found, ...]:
    """``found`` with sources given or mended where the words leave no doubt whose the cue is."""
    return tuple(_mended(one, words) for one in found)


def _mended(one: Found, words: Words) -> Found:
    if one.source is not None:
        source = _nearer(one, one.source, words) or _wrong(one, one.source, words)
        return replace(one, source=source) if source is not None else one
    first = one.cue[0]
    before = words.forms[first - 1].lower() if first else ""
    if before in WHO and _is_finite(one.cue, words) and _is_relative(first - 1, words):  # "relatives who do not want"
        return replace(one, source=(first - 1, first))
    return _with_agent(one, words)


def _is_relative(place: int, words: Words) -> bool:
    """Whether "who" or "that" goes on a noun right before it."""
    before = words.forms[place - 1] if place else "."
    plain = before.isalpha() and before.lower() not in AUXILIARIES | PREPOSITIONS | DETERMINERS
    return words.forms[place].islower() and (plain or (before == "," and words.forms[place].lower() != "that"))


def _is_finite(cue: Range, words: Words) -> bool:
    """ "said", "do not want", "has warned"; no "is expected", no "demanding", no "according to"."""
    forms = [words.forms[place].lower() for place in range(*cue)]
    passive = forms[0] in ("is", "are", "was", "were", "be", "been") or (len(forms) > 1 and forms[1] in ("been", "be"))
    return not passive and not forms[0].endswith("ing") and forms[0] not in PREPOSITIONS


def _with_agent(one: Found, words: Words) -> Found:
    """ "Called “cowards” by Otto Varga": a participle's source stands after "by", and is no part of the content."""
    if not words.forms[one.cue[1] - 1].lower().endswith(("ed", "en")):
        return one
    first, last = one.contents[-1]
    closing = [place for place in range(first, last) if words.quote[place] == QUOTE_CLOSING]
    by = closing[-1] + 1 if closing else max(one.cue[1], last)
    agent = _agent(by, words)
    if agent is None or agent[1] < last:
        return one
    contents = (*one.contents[:-1], (first, by)) if by < last else one.contents
    return replace(one, source=agent, contents=contents)


def _agent(by: int, words: Words) -> Range | None:
    """The words after "by" as far as they tell of somebody."""
    if by + 1 >= len(words) or words.forms[by] != "by" or words.forms[by + 1].lower() in NO_AGENT:
        return None
    end = by + 1
    while end < len(words) and end - by <= LONGEST_AGENT and words.forms[end][0].isalnum():
        if words.forms[end].lower() in PREPOSITIONS | AUXILIARIES and end > by + 1:
            break
        end += 1
    opening = words.forms[by + 1]
    told = opening[0].isupper() or opening.lower() in DETERMINERS
    return (by + 1, end) if end > by + 1 and told else None


def _nearer(one: Found, source: Range, words: Words) -> Range | None:
    """The name right before the verb instead of one in another sentence."""
    cue = one.cue[0]
    start = _sentence_start(cue, words)
    if source[1] > start or not _is_finite(one.cue, words) or words.quote[cue] != QUOTE_OUTSIDE:
        return None
    first = cue
    while first > start and (words.forms[first - 1][0].isupper() or words.forms[first - 1] in IN_NAMES):
        first -= 1
    while first < cue and (words.forms[first] in IN_NAMES - {"former"} or words.forms[first].lower() in CONJUNCTIONS):
        first += 1
    governed = first > start and words.forms[first - 1].lower() in PREPOSITIONS | DETERMINERS
    person = first < cue and words.forms[cue - 1][0].isupper() and words.forms[cue - 1].lower() not in NO_SUBJECT
    return (first, cue) if person and not governed else None


def _wrong(one: Found, source: Range, words: Words) -> Range | None:
    """The subject instead of what only stands right before the verb."""
    first, end = source
    start = _sentence_start(first, words)
    owner = words.forms[end - 1] == "s"  # "Skerry's decision"
    if owner or not _is_finite(one.cue, words) or first == start or words.quote[first] != QUOTE_OUTSIDE:
        return None
    before = words.forms[first - 1].lower()
    if end == one.cue[0] and before in ADDRESSED and (comma := _comma_before_name(source, words)) is not None:
        return (comma + 1, end)
    if (
        end == one.cue[0]
        and before in INSIDE
        and first - start <= LONGEST_SUBJECT
        and _is_noun_phrase(start, first, words)
    ):
        return (start, end)
    if end + 1 == one.cue[0] and words.forms[end] == ",":
        return _before_relative(start, first, words)
    return None


def _sentence_start(place: int, words: Words) -> int:
    start = place
    line = words.line[place]
    while start > 0 and place - start < LONGEST_CLAUSE and words.line[start - 1] == line:
        if words.forms[start - 1] in SENTENCE_ENDS and not _is_abbreviation(start - 1, words):
            break
        start -= 1
    return start


def _is_abbreviation(place: int, words: Words) -> bool:
    """ "U.S.", "Mr.": a full stop after one or two letters, or with no blank behind it."""
    after = place + 1
    close = after < len(words) and words.starts[after] == words.ends[place]
    return words.forms[place] == "." and (close or (place > 0 and len(words.forms[place - 1]) <= 2))


def _comma_before_name(source: Range, words: Words) -> int | None:
    """In "the president, Prime Minister Ida Lund" after "in a telegram to": the comma, if a name ends the rest."""
    commas = [place for place in range(*source) if words.forms[place] == ","]
    if len(commas) != 1 or commas[0] + 1 >= source[1]:
        return None
    rest = [words.forms[place] for place in range(commas[0] + 1, source[1])]
    return commas[0] if all(form[0].isupper() for form in rest) else None


def _is_noun_phrase(start: int, end: int, words: Words) -> bool:
    """Whether the words at the head of a sentence are a noun and its preposition: "A voiceover to"."""
    forms = [words.forms[place] for place in range(start, end)]
    if forms[0].lower() not in DETERMINERS or len(forms) < 3:
        return False
    inner = [form.lower() for form in forms[1:-1]]
    return all(form.isalpha() and form not in AUXILIARIES | PREPOSITIONS and form[-2:] != "ed" for form in inner)


def _before_relative(start: int, end: int, words: Words) -> Range | None:
    """ "Tour guides, which lead the best of them, say": the noun before ", which"."""
    for place in range(end - 1, start + 1, -1):
        form = words.forms[place].lower()
        if form in (",", "“", '"', "(") and words.forms[place + 1].lower() not in WHO:
            return None
        if form in ("who", "which") and words.forms[place - 1] == ",":
            return (start, place - 1) if words.forms[start].lower() not in PREPOSITIONS else None
    return None
