"""Claims of one point that cannot both hold: other numbers, days, places or doers, or a yes against a no."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.linking.counts import find_number_disputes
from sayso.linking.particulars import each_once, find_particular_disputes
from sayso.linking.points import DAY, KEPT_FROM, SAME_FROM, Group
from sayso.linking.statements import NEGATION, STATED, Statement
from sayso.linking.telling import telling_beside, telling_words, words_near
from sayso.records.attribution import Commitment
from sayso.records.edge import Shown
from sayso.records.point import Dispute, DisputeKind
from sayso.records.span import Span

# All numbers here were settled with bench/cases/disputes.jsonl at hand; a false alarm was to cost more than a miss.
SAME_WORDS = 0.65  # so much of the longer statement's telling words the shorter one must hold to deny it
ONE_CLAUSE = 20  # words
QUOTED = re.compile(r"[“”\"„«»]")
# Cues that say that a thing is not so. Who declines to say, refuses to do or puts off denies nothing.
UNTRUE = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|disput(?:es?|ed|ing)|refut(?:es?|ed|ing)|rebut(?:s|ted|ting)?|debunk(?:s|ed|ing)?|"
    r"contradict(?:s|ed|ing)?|disavow(?:s|ed|ing)?|challeng(?:es?|ed|ing)|doubt(?:s|ed|ing)?|"
    r"(?:did not|didn[’']t|never) (?:say|said|state|stated))\b",
    re.I,
)
# Cues that do so where they are aimed at what somebody says: one dismisses a claim, and also a manager.
TURNED_DOWN = re.compile(
    r"\b(?:dismiss(?:es|ed|ing)?|reject(?:s|ed|ing)?|push(?:es|ed|ing)? back|brush(?:es|ed|ing)? (?:off|aside)|"
    r"knock(?:s|ed|ing)? down|sh(?:oot|oots|ot|ooting) down)\b",
    re.I,
)
BELIED = re.compile(r"\b(?:bel(?:ies|ied)|disproved?|recant(?:s|ed)|retract(?:s|ed))\b", re.I)
SAYING = re.compile(
    r"\W*(?:that|(?:\w{1,20}\s+){0,3}(?:claims?|allegations?|accusations?|reports?|rumou?rs?|suggestions?|assertions?|"
    r"notions?|speculation|idea))\b",
    re.I,
)
# "They did not say why she left" denies nothing that it tells.
ASKED = re.compile(r"(?:why|who|whom|whose|when|where|how|what|which)\b", re.I)
NO = re.compile(r"\W*(?:no|none|nothing)\b", re.I)  # "No charges have been filed" affirms no charge
NONE = re.compile(r"\b(?:no|none|nothing|neither|nor|without|although|though)\b", re.I)

UNDATED = 10**6  # days: pairs that give no day come last


def find_disputes(group: Group) -> tuple[Dispute, ...]:
    """The disputes of a point, numbers first, each pair of values once; by one source or of two times they are none."""
    numbers = find_number_disputes(_pairs(group, least=KEPT_FROM))
    return (*numbers, *_particular_disputes(group), *_yes_no_disputes(group))


def _particular_disputes(group: Group) -> tuple[Dispute, ...]:
    """Those about days, places and doers; that they tell other ones does not count against their saying the same."""
    texts = {statement.article: statement.prepared.text for statement in group.members}
    pairs = _pairs(group, DAY)
    return each_once((dispute for a, b in pairs for dispute in find_particular_disputes(a, b)), texts)


def _pairs(
    group: Group, aside: frozenset[str] = frozenset(), least: float = SAME_FROM
) -> Iterator[tuple[Statement, Statement]]:
    """The pairs of statements of two articles that were found to say the same directly, the nearest in time first.

    A number that is given anew against another contradicts it more surely than one of days before. Reasons of the
    kinds ``aside`` do not count; ``least`` is how likely the same they must be.
    """
    by_key = {statement.key: statement for statement in group.members}
    same = [pair for pair, sameness in sorted(group.sameness.items()) if sameness.without(aside) >= least]
    found = [(by_key[a], by_key[b]) for a, b in same if a in by_key and b in by_key and a[0] != b[0]]
    yield from sorted(found, key=lambda pair: _days_apart(*pair))


def _days_apart(a: Statement, b: Statement) -> int:
    first, second = a.prepared.day, b.prepared.day
    return UNDATED if first is None or second is None else abs(first - second)


def _yes_no_disputes(group: Group) -> Iterator[Dispute]:
    """One statement says what another denies: one pair a point."""
    for a, b in _pairs(group, least=KEPT_FROM):
        if _is_denied(a) != _is_denied(b):
            no, yes = (a, b) if _is_denied(a) else (b, a)
            found, why = not no.negated and _affirms(yes), "denied"
        else:
            no = a if a.negated else b
            found, why = _negates(a, b), "said not to be so"
        if found:
            words = no.span.cut(no.prepared.text)[:80]
            shown = (Shown(a.article, a.span), Shown(b.article, b.span))
            yield Dispute(DisputeKind.YES_NO, *shown, f"{why} in {no.article}: “{words}”")
            return


def _is_denied(statement: Statement) -> bool:
    """Whether its holder says that it is not so: by a word for denying, and not by one for refusing to do."""
    if not statement.denied:
        return False
    text = statement.prepared.text
    words = statement.span.cut(text)
    before = text[statement.sentence.start : statement.span.start]
    cue = " ".join(span.cut(text) for span in _cue(statement)) or before
    if ASKED.match(words):
        return False
    if SAYING.match(words):
        return bool(UNTRUE.search(cue) or TURNED_DOWN.search(cue))
    return bool(UNTRUE.search(cue)) and not words.startswith("to ") and STATED.search(words) is not None


def _affirms(statement: Statement) -> bool:
    """It says so and no more: it neither says "not" nor tells, before or in it, that somebody disputes it."""
    told = statement.prepared.text[statement.sentence.start : statement.span.end]
    says_no = statement.negated or NO.match(statement.span.cut(statement.prepared.text))
    plain = not (statement.denied or says_no or UNTRUE.search(told) or BELIED.search(told))
    return plain and _asserts(statement)


def _cue(statement: Statement) -> tuple[Span, ...]:
    found = (one for one in statement.prepared.reading.attributions if one.id == statement.claim.attribution)
    return next((one.cue for one in found), ())


def _negates(a: Statement, b: Statement) -> bool:
    """The same words but for the "not", in one clause each: in a longer one the "not" may belong to anything."""
    return (
        a.negated != b.negated
        and not any(NONE.search(one.span.cut(one.prepared.text)) for one in (a, b) if not one.negated)
        and not (a.denied or b.denied)
        and _asserts(a)
        and _asserts(b)
        and _is_short(a)
        and _is_short(b)
        and _same_words(a, b)
        and _is_about_both(*((a, b) if a.negated else (b, a)))
    )


def _is_about_both(no: Statement, yes: Statement) -> bool:
    """Whether what the "not" of the one is said of stands in the other too: "although no one was hurt" is beside it."""
    text, told = no.prepared.text, telling_beside(yes, None)
    found = [word for part in no.claim.content for word in NEGATION.finditer(text, part.start, part.end)]
    near = [words_near(no, Span(word.start(), word.end())) for word in found]
    return not any(near) or any(words & told for words in near)


def _asserts(statement: Statement) -> bool:
    """Wishes, guesses and questions contradict nothing; who refuses to do a thing does not say that it is not so."""
    if statement.span.cut(statement.prepared.text).startswith("to ") or _is_quoted(statement):
        return False
    return not statement.claim.hedged and statement.does not in (Commitment.INTENDS, Commitment.ASKS, Commitment.HEDGES)


def _is_short(statement: Statement) -> bool:
    """One clause of the teller's: in a longer one, or in a quotation, the "not" may belong to anything."""
    return len(statement.forms) <= ONE_CLAUSE


def _is_quoted(statement: Statement) -> bool:
    """Whether any of it stands in quotation marks: what two texts quote alike is no dispute between them."""
    text = statement.prepared.text
    return any(QUOTED.search(span.cut(text)) for span in statement.claim.content)


def _same_words(a: Statement, b: Statement) -> bool:
    """Whether nearly all words that say something, the "not" aside, stand in both."""
    one, other = telling_words(a), telling_words(b)
    return bool(one & other) and len(one & other) >= SAME_WORDS * max(len(one), len(other))


def order_disputes(disputes: Sequence[Dispute]) -> tuple[Dispute, ...]:
    """Numbers before yes and no, then by article and place."""
    return tuple(sorted(disputes, key=lambda d: (d.about.value, d.a.article, d.a.span, d.b.article, d.b.span)))
