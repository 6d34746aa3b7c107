"""Who says something inside a content, in words that the tagger passed over: "a board's decision to shut the pier"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.reading.clauses import SUBJECTS
from sayso.reading.found import Found, without
from sayso.reading.naming.vocabulary import DEFINITE, INDEFINITE, POSSESSIVES, PREPOSITIONS, PRONOUNS
from sayso.reading.tagging import Range
from sayso.reading.words import Words

# Nouns of saying that a clause with "that" follows, and those that "to" may follow as well.
WITH_THAT = frozenset("suggestion accusation allegation claim belief fear assertion warning".split())
WITH_TO = frozenset("decision ruling request order demand proposal promise pledge offer vow appeal plea".split())
MADE = frozenset("made issued announced".split())
BODIES = frozenset("court government ministry council board police jury parliament".split())
CLAUSE_ENDS = frozenset([",", ".", ";", ":", "!", "?", "—", "–", "--", "“", "”", '"', "..."])
LONGEST_AGENT = 10  # words of "by X"
SURE = 0.4  # a chance for what a rule laid down and no model saw
CAUTION = frozenset("apparently seemingly evidently probably possibly perhaps likely presumably".split())
BEING = frozenset("is are was were be been am s".split())  # "it is said": no subject says it


def mend_nested(found: Sequence[Found], words: Words) -> tuple[Found, ...]:
    """``found`` with the sources of nested ones as the words give them, and with those that nouns and papers tell."""
    mended = [_with_source(one, words) if one.parent is not None else one for one in found]
    told = [*_told_by_nouns(mended, words), *_quoted_by_others(mended, words)]
    own = {number for number, one in enumerate(mended) if one.parent is not None and _is_own_hedge(one, words)}
    return tuple(without([*mended, *told], own))


def _is_own_hedge(one: Found, words: Words) -> bool:
    """ "It was apparently late": the speaker's own caution, and nobody else's words."""
    return one.source is None and all(words.forms[place].lower() in CAUTION for place in range(*one.cue))


def _with_source(one: Found, words: Words) -> Found:
    """ "We plan to close it", "according to the board,": what stands beside the cue is its source."""
    first, end = one.cue
    if one.source is not None or not first:
        return one
    passive = words.forms[first].lower() in BEING or words.forms[first] in ("'", "’")
    if words.forms[first - 1].lower() in SUBJECTS and not passive:
        return replace(one, source=(first - 1, first))
    if [form.lower() for form in words.forms[first:end]] != ["according", "to"]:
        return one
    comma = next((n for n in range(end + 1, min(end + LONGEST_AGENT, len(words))) if words.forms[n] == ","), None)
    free = comma is not None and all(b <= first or a >= comma for a, b in one.contents)
    return replace(one, source=(end, comma)) if comma is not None and free else one


def _told_by_nouns(found: Sequence[Found], words: Words) -> Iterator[Found]:
    """Nouns of saying in the contents of outermost attributions, with the clause that follows them."""
    taken = {place for one in found for place in range(*one.cue)}
    taken |= {place for one in found if one.parent is not None for run in one.contents for place in range(*run)}
    for number, one in enumerate(found):
        if one.parent is not None:
            continue
        for first, last in one.contents:
            for place in range(first, last):
                if place not in taken and (told := _told_by(place, (first, last), words)) is not None:
                    yield replace(told, parent=number)


def _told_by(place: int, inside: Range, words: Words) -> Found | None:
    noun = words.forms[place].lower()
    single = noun if noun in WITH_THAT | WITH_TO else noun.removesuffix("s")
    if single not in WITH_THAT | WITH_TO or words.forms[place - 1].lower() in ("in", "to", "will"):
        return None
    last = inside[1]
    after = place + 1
    made = after < last and words.forms[after].lower() in MADE
    agent = _agent(after + made, last, words)
    start = agent[1] if agent else after + made
    if start >= last or words.forms[start] not in (("that", "to") if single in WITH_TO else ("that",)):
        return None
    if words.forms[start] == "to" and not _may_be_verb(start + 1, words):
        return None
    end = start
    while end < last and words.forms[end] not in CLAUSE_ENDS:
        end += 1
    before = _owner(place, inside[0], words)
    if agent is None and before is None:
        return None
    source = agent or (before if before != (place, place) else None)
    return _laid((place, place + 1), source, ((start, end),)) if end - start > 1 else None


def _may_be_verb(place: int, words: Words) -> bool:
    """No "promise to you", no "appeal to the court"."""
    form = words.forms[place] if place < len(words) else "."
    return form.islower() and form not in DEFINITE | INDEFINITE | POSSESSIVES | {*PRONOUNS, "you"}


def _agent(by: int, last: int, words: Words) -> Range | None:
    """The words after "by", up to "that" or "to"."""
    if by >= last or words.forms[by] != "by":
        return None
    end = by + 1
    while end < last and end - by <= LONGEST_AGENT and words.forms[end] not in CLAUSE_ENDS | {"that", "to"}:
        end += 1
    return (by + 1, end) if end > by + 1 else None


def _owner(place: int, first: int, words: Words) -> Range | None:
    """Whose the noun is: "the board's", "a harbour court"; an empty range after "the" or "this", None where open."""
    before = words.forms[place - 1].lower() if place > first else ""
    if before == "s" and place - 3 >= first and words.forms[place - 2] in ("'", "’"):
        return (_phrase_start(place - 2, first, words), place)
    if before in BODIES:
        return (_phrase_start(place, first, words), place)
    return (place, place) if before in DEFINITE else None


def _phrase_start(end: int, first: int, words: Words) -> int:
    """Where the noun phrase that ends before ``end`` begins: at its article, or at its first capital."""
    start = end - 1
    while start > first and words.forms[start].lower() not in DEFINITE | {"a", "an"}:
        before = words.forms[start - 1]
        if not before[0].isalnum() or before.lower() in PREPOSITIONS or end - start > LONGEST_AGENT:
            break
        if words.forms[start][0].isupper() and before[0].islower() and before.lower() not in DEFINITE | {"a", "an"}:
            break
        start -= 1
    return start


def _quoted_by_others(found: Sequence[Found], words: Words) -> Iterator[Found]:
    """ "The Courier quoted Ida Lund as saying": what the paper gives is what she says."""
    held = {one.parent for one in found if one.parent is not None}
    for number, one in enumerate(found):
        if one.parent is not None or number in held or words.forms[one.cue[1] - 1].lower() not in ("quoted", "quotes"):
            continue
        first = one.cue[1]
        end = next(
            (n for n in range(first + 1, min(first + LONGEST_AGENT, len(words) - 1)) if words.forms[n] == "as"), 0
        )
        if end and words.forms[end + 1] == "saying" and one.source is not None and one.source[1] <= one.cue[0]:
            given = [run for run in one.contents if not first <= run[0] < run[1] <= end + 2]
            contents = tuple((end + 2, b) if a < end + 2 < b else (a, b) for a, b in given)
            if contents:
                yield replace(_laid((end, end + 2), (first, end), contents), parent=number)


def _laid(cue: Range, source: Range | None, contents: tuple[Range, ...]) -> Found:
    return Found(cue, source, contents, None, SURE, SURE, SURE, SURE)
