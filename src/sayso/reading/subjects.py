"""Sources that the words around a cue tell better than the tagger did: its subject, its "who", its "by X"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.reading.clauses import SUBJECTS, in_one_sentence, is_verb, sentence_start, subject_after, subject_before
from sayso.reading.found import Found
from sayso.reading.naming.vocabulary import (
    AUXILIARIES,
    CONJUNCTIONS,
    DAYS_AND_MONTHS,
    DEFINITE,
    INDEFINITE,
    OF_REPORTS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
)
from sayso.reading.tagging import Range
from sayso.reading.words import QUOTE_CLOSING, QUOTE_OUTSIDE, Words

LONGEST_SUBJECT = 6  # words of a subject before its preposition
LONGEST_AGENT = 12  # words of "by X"
IN_NAMES = frozenset("and & . former of the".split())
NO_SUBJECT = DAYS_AND_MONTHS | frozenset(PRONOUNS)
REPORTS = frozenset("reports rumors rumours claims allegations accusations suggestions statements warnings".split())
WHO = frozenset("who which that".split())
DETERMINERS = DEFINITE | INDEFINITE | POSSESSIVES
# What comes between a subject and a name inside it: "a voiceover to the footage".
INSIDE = frozenset("of to in on for at from about".split())
ADVERBS = frozenset("also now then later earlier still again once twice first often".split())
ADDRESSED = frozenset("to with".split())
# "By then", "by June", "by far": no agents.
NO_AGENT = DAYS_AND_MONTHS | frozenset("then now early late next accident chance mistake far".split())


def mend_sources(found: Sequence[Found], words: Words) -> tuple[Found, ...]:
    """``found`` with sources given or mended where the words leave no doubt whose the cue is."""
    return tuple(_mended(one, words) for one in found)


def _mended(one: Found, words: Words) -> Found:
    if one.source is not None and _lacks_noun(one.source, words):
        first, last = one.source
        return replace(one, source=None if last == one.cue[0] else (first, last + 1))
    if one.source is not None:
        source = _without_comma(one.source, words)
        if (nearer := _passing_by(source, one, words)) is not None:
            return replace(one, source=nearer)
        one = replace(one, source=source)
        mended = (
            _behind(one, source, words)
            or _antecedent(one, source, words)
            or _nearer(one, source, words)
            or _wrong(one, source, words)
            or _of_its_clause(one, words)
        )
        return replace(one, source=mended or source)
    first = one.cue[0]
    before = words.forms[first - 1].lower() if first else ""
    if before in WHO and _is_finite(one.cue, words) and _is_relative(first - 1, words):  # "relatives who do not want"
        return replace(one, source=(first - 1, first))
    subject = _of_its_clause(one, words)
    return replace(one, source=subject) if subject is not None else _with_agent(one, words)


def _lacks_noun(source: Range, words: Words) -> bool:
    """ "The new" of "the new reports that", where the noun is the cue, and of "the new reports suggest"."""
    first, last = source
    forms = [words.forms[place].lower() for place in range(first, last)]
    told = last < len(words.forms) and words.forms[last].lower() in REPORTS
    return told and len(forms) > 1 and forms[0] in DETERMINERS and all(form in OF_REPORTS for form in forms[1:])


def _passing_by(source: Range, one: Found, words: Words) -> Range | None:
    """The "who" of "Lund met opponents of the plan, who (also) said": it is the verb's, and the source has another
    verb or comes behind."""
    who = one.cue[0] - 1
    if words.forms[who].lower() in ADVERBS:
        who -= 1
    behind = source[0] >= one.cue[1]
    if (source[1] >= who and not behind) or words.forms[who].lower() != "who" or not _is_finite(one.cue, words):
        return None
    between = behind or any(is_verb(place, words) for place in range(source[1], who))
    return (who, who + 1) if between and words.quote[who] == QUOTE_OUTSIDE and _is_relative(who, words) else None


def _without_comma(source: Range, words: Words) -> Range:
    first, last = source
    return (first, last - 1) if words.forms[last - 1] == "," and last - 1 > first else source


def _of_its_clause(one: Found, words: Words) -> Range | None:
    """The subject of the main clause, for a verb that goes on with it, or a pronoun that is another verb's."""
    cue = one.cue[0]
    if words.quote[cue] != QUOTE_OUTSIDE:
        return None
    if one.source is not None and _is_addressed(one.source, one.cue, words):
        return subject_after(sentence_start(cue, words), one.source[0] - 1, words)
    subject = subject_before(cue, words)
    if subject is None:
        return None
    if one.source is None:
        return subject if _goes_on(one.cue, words) or _is_verb_of(subject, one, words) else None
    fits = _goes_on(one.cue, words) or (one.source[0] > cue and _is_finite(one.cue, words))
    return subject if fits and _is_astray(one.source, subject, one, words) else None


def _is_addressed(source: Range, cue: Range, words: Words) -> bool:
    """ "A letter to the mayor asking": who is asked does not ask."""
    first, last = source
    asking = words.forms[cue[0]].lower().endswith("ing")
    return asking and last == cue[0] and first > 1 and words.forms[first - 1].lower() == "to"


def _is_verb_of(subject: Range, one: Found, words: Words) -> bool:
    """Whether the cue is the verb of a subject that is no part of the content."""
    forms = {words.forms[place].lower() for place in range(*one.cue)}
    plain = _is_finite(one.cue, words) and not forms & {"been", "be", "it"} and words.forms[one.cue[0]][-2:] != "ly"
    apart = all(last <= subject[0] or subject[1] <= first for first, last in one.contents)
    told = words.forms[subject[0]].lower() not in ("it", "there")
    return plain and apart and told and is_verb(one.cue[0], words) and _is_near(subject, one.cue[0], words)


def _is_near(subject: Range, cue: int, words: Words) -> bool:
    """Whether nothing but an adverb, or what two commas enclose, stands between a subject and its verb."""
    between = [words.forms[place].lower() for place in range(subject[1], cue)]
    if between and between[0] == "," and between[-1] == ",":
        return between[1:2] != ["and"] and len(between) > 2
    return all(form in ADVERBS or form.endswith("ly") for form in between)


def _is_astray(source: Range, subject: Range, one: Found, words: Words) -> bool:
    """Whether a source stands in another sentence than its cue, in what goes before the main clause, or is a
    pronoun that goes before another verb."""
    first, last = source
    cue = one.cue[0]
    if not in_one_sentence(first, cue, words):
        return True
    if words.forms[cue].lower().endswith("ing") and last < subject[0]:
        return True
    behind = first > one.cue[1] and last - first == 1
    return behind and words.forms[first].lower() in SUBJECTS


def _goes_on(cue: Range, words: Words) -> bool:
    """ ", hopes", "and wondered", ", chanting": a verb whose subject was the one of the verb before."""
    first = cue[0]
    before = words.forms[first - 1].lower() if first else "."
    form = words.forms[first].lower()
    if form.endswith("ing"):
        return before not in AUXILIARIES | PREPOSITIONS | DETERMINERS
    return before in ("and", "but", "or") and _is_finite(cue, words) and not form.endswith("ly")


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
    start = sentence_start(cue, words)
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


def _behind(one: Found, source: Range, words: Words) -> Range | None:
    """ "“It sank,” said the letter, read by Quill": who is named right behind the verb, instead of one farther off."""
    cue, first = one.cue[0], one.cue[1]
    quoted = cue > 0 and words.quote[cue - 1] == QUOTE_CLOSING
    if not quoted or first >= len(words) or first - cue > 1 or source[0] <= first < source[1]:
        return None
    if source[1] <= cue and in_one_sentence(source[0], cue, words):
        return None
    told = words.forms[first][0].isupper() or words.forms[first] in DETERMINERS
    end = first
    while end < len(words) and words.forms[end][0].isalnum() and words.quote[end] == QUOTE_OUTSIDE:
        if words.forms[end].lower() in NO_SUBJECT | WHO | AUXILIARIES or words.line[end] != words.line[first]:
            break
        if end > first and words.forms[end].lower() in PREPOSITIONS - {"of"}:
            break
        end += 1
    ends = end < len(words) and words.forms[end] in ",.;"
    return (first, end) if told and first < end and (ends or words.forms[end].lower() in PREPOSITIONS) else None


def _antecedent(one: Found, source: Range, words: Words) -> Range | None:
    """ "Two men held a banner that said": the banner, not the men."""
    cue = one.cue[0]
    that = cue - 1
    if that < 1 or words.forms[that].lower() not in WHO or not is_verb(cue, words):
        return None
    if source[1] >= that or words.quote[cue] != QUOTE_OUTSIDE or not words.forms[that - 1].isalpha():
        return None
    for first in range(that - 1, max(that - LONGEST_SUBJECT, 0), -1):
        form = words.forms[first].lower()
        if form in DETERMINERS and first < that - 1:
            return (first, that) if source[1] <= first else None
        if not form.isalpha() or form in AUXILIARIES | WHO | DAYS_AND_MONTHS:
            return None
    return None


def _wrong(one: Found, source: Range, words: Words) -> Range | None:
    """The subject instead of what only stands right before the verb."""
    first, end = source
    start = sentence_start(first, words)
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
    """ "Tour guides, which lead the best of them, say", "Quill, backed by Lund, said": the noun before the comma."""
    for place in range(end - 1, start + 1, -1):
        form, behind = words.forms[place].lower(), words.forms[place + 1].lower()
        if form in (",", "“", '"', "(") and behind not in WHO and not behind.endswith("ed"):
            return None
        backed = form.endswith("ed") and behind == "by"
        if (form in ("who", "which") or backed) and words.forms[place - 1] == ",":
            first = _clause_start(start, place - 1, words)
            return (first, place - 1) if words.forms[first].lower() not in PREPOSITIONS else None
    return None


def _clause_start(start: int, end: int, words: Words) -> int:
    """The word after the last "and" or "but" that begins a clause: at the start, or behind a comma."""
    for place in range(end - 1, start - 1, -1):
        joins = words.forms[place].lower() in ("and", "but")
        if joins and (place == start or words.forms[place - 1] == ","):
            return place + 1
    return start
