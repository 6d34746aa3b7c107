"""Where a sentence begins, and who its subject is: by the order of its words, without a parser."""

from __future__ import annotations

from sayso.reading.naming.vocabulary import (
    ADDRESSES,
    AUXILIARIES,
    CONJUNCTIONS,
    DAYS_AND_MONTHS,
    DEFINITE,
    INDEFINITE,
    OPENERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
)
from sayso.reading.pointers import SENTENCE_ENDS
from sayso.reading.tagging import Range
from sayso.reading.words import QUOTE_CLOSING, QUOTE_OUTSIDE, Words

LONGEST_CLAUSE = 60  # words that a sentence is looked back over
LONGEST_PHRASE = 20  # words of a subject before its verb
SUBJECTS = frozenset(form for form, pronoun in PRONOUNS.items() if pronoun.case == "s")
# Past forms that no "-ed" tells, of verbs that begin many sentences of news.
PASTS = frozenset(
    """said told sent wrote gave made took came went held kept met left led saw won lost found felt heard brought
    sought stood began became ran sat spoke drew paid put set cut fell rose hit read called says say goes comes wants
    want plan plans hope hopes offer offers took gathered spent fought taught thought bought caught flew drove broke
    built sold""".split()
)
# A clause of its own begins behind one of these.
CLAUSES = frozenset("when while after because although though if that as where before".split())
# "Last week", "this May": no subject.
TIMES = DAYS_AND_MONTHS | frozenset("week month year night morning afternoon evening summer winter fall spring".split())
# No noun phrase begins with these.
NO_HEAD = (CONJUNCTIONS | AUXILIARIES | RELATIVES | PREPOSITIONS) - {"about", "around", "over", "that", "no"}
MARKS_INSIDE = frozenset("' ’ s - .".split())


# What begins an adjunct of a sentence rather than its subject.
ADJUNCTS = (PREPOSITIONS | CONJUNCTIONS | OPENERS) - DEFINITE - INDEFINITE - {"other", "others"}
CLOSING = frozenset("\"”'’»")
JOINING = frozenset("and but or yet so ,".split())


def sentence_start(place: int, words: Words) -> int:
    """The first word of the sentence of ``place``."""
    start, line = place, words.line[place]
    while start > 0 and place - start < LONGEST_CLAUSE and words.line[start - 1] == line:
        if words.forms[start - 1] in SENTENCE_ENDS and not _is_abbreviation(start - 1, words):
            break
        start -= 1
    return start + 1 if start < place and words.quote[start] == QUOTE_CLOSING else start


def in_one_sentence(one: int, other: int, words: Words) -> bool:
    """Whether no sentence ends between two words."""
    low, high = sorted((one, other))
    return sentence_start(high, words) <= low


def _is_abbreviation(place: int, words: Words) -> bool:
    """ "U.S.", "Mr.": a full stop after one or two letters, or with no blank behind it."""
    after = place + 1
    close = after < len(words) and words.starts[after] == words.ends[place] and words.forms[after] not in CLOSING
    before = words.forms[place - 1] if place else ""
    return words.forms[place] == "." and (close or 0 < len(before) <= 2 or before.lower() in ADDRESSES)


def subject_before(place: int, words: Words) -> Range | None:
    """The subject of the main clause of the sentence of ``place``, if it stands before it and its end is plain."""
    start = sentence_start(place, words)
    if words.quote[start] != QUOTE_OUTSIDE:
        return None
    if start + 2 < place and words.forms[start].lower() in ("last", "next", "this", "late", "early"):
        start += 2 * (words.forms[start + 1].lower() in TIMES)  # "Last week Quill said"
    while start < place and words.forms[start].lower() in JOINING:
        start += 1
    if start < place and _is_adjunct(start, words):
        comma = next((at for at in range(start, place) if words.forms[at] == ","), None)
        if comma is None:
            return None
        start = comma + 1
    if start < place and words.forms[start].lower().endswith("ly"):
        start += 1
    return phrase_from(start, place, words)


def subject_after(first: int, place: int, words: Words) -> Range | None:
    """The subject of the last clause that begins between ``first`` and ``place``."""
    begins = [at for at in range(first, place) if words.forms[at].lower() in CLAUSES]
    return phrase_from(begins[-1] + 1, place, words) if begins else subject_before(place, words)


def _is_adjunct(start: int, words: Words) -> bool:
    """A prepositional phrase or a clause before the main one: "In Kell,", "While he waited,", "However,"."""
    form = words.forms[start].lower()
    if words.forms[start + 1].isdigit():  # "About 100 rowers"
        return False
    return form in ADJUNCTS or form.endswith("ing")


def phrase_from(start: int, limit: int, words: Words) -> Range | None:
    """The words from ``start`` to the verb or comma that ends the noun phrase there."""
    if start >= limit or words.forms[start].lower() in NO_HEAD:
        return None
    if words.forms[start].lower() in SUBJECTS:
        return (start, start + 1)
    end = start
    while end < limit and end - start <= LONGEST_PHRASE:
        form = words.forms[end]
        if form.lower() in RELATIVES or (end > start and is_verb(end, words)):
            break
        if form in (",", "-", "–", "—", "(") and end > start:
            break
        if not form[0].isalnum() and form not in MARKS_INSIDE:
            return None
        end += 1
    whole = start < end and end - start <= LONGEST_PHRASE
    return (start, end) if whole else None


def is_verb(place: int, words: Words) -> bool:
    """Whether a word after the head of a phrase is no part of it: "will", "recently", "said", "gathered"."""
    form, before = words.forms[place].lower(), words.forms[place - 1].lower()
    if form in AUXILIARIES or (form.endswith("ly") and len(form) > 4 and words.forms[place].islower()):
        return True
    plain = words.forms[place].islower() and before not in ("a", "an", "the", "of", "s", "to", "by", "and", "or", "in")
    return plain and (form in PASTS or (form.endswith("ed") and len(form) > 4))
