"""What a number counts: whether two numbers of one unit count the same, or one of them a part, another kind or time."""

from __future__ import annotations

import re

from sayso.linking.compare.time import TimeRelation, compare_times
from sayso.linking.statements import Statement
from sayso.linking.telling import words_near
from sayso.records.event import EventFlag
from sayso.records.quantity import Quantity

# "AK - 47 rifles", "12 AK 47 rifles", "F-16": the letters and figures of a kind's name.
KIND = re.compile(r"\b[A-Z]{1,4} ?[-–]? ?[0-9]{1,4}\b")
# The 47 of "AK - 47", the lower half of "41 / 2", the 9 of "5. 9", what "$US1 million (1.5 million)" is elsewhere.
NO_COUNT_AFTER = re.compile(r"\b[A-Z]{1,4} ?[-–] ?$|\b[A-Z]{2,4} $|[0-9] ?[/.] ?$|(?:[0-9]|illion) ?\($")
GOES_ON = re.compile(r" ?[0-9]")  # "4 minutes 48 seconds"
# What adds up several happenings is no other number of one of them.
SUMMED = re.compile(r"\b(?:(?:so|thus) far|to date|until now|up to now|altogether|in all|in total|a total of)\b", re.I)
DENIED = re.compile(r"(?:\bnot|n[’']t)\b[^.;:]{0,60}$", re.I)
ENDS = re.compile(r"[.!?][”\"']?\s")
# A part of those counted, or others beside them: "including three", "three of the eleven", "three other piles".
BEFORE_A_PART = re.compile(
    r"\b(?:includ(?:ing|es?|ed)|among|of (?:whom|which|them)|other than|(?:share|part|portion) of)\b[^.;:]{0,30}$", re.I
)
AFTER_A_PART = re.compile(
    r"\W*(?:out of|of (?:the|these|those|whom|which|its|his|her|their|our)|others?|more(?! than))\b", re.I
)
BESIDE = re.compile(r"\b(?:another|others?|more(?! than)|additional|further|extra|remaining)\b", re.I)
SOME_OF = re.compile(r"\bof (?:the|these|those|its|his|her|their|our)\b", re.I)
# What is summed up over a quarter is not what is summed up over half a year.
PERIOD = re.compile(
    r"\b(?:first|second|third|fourth|last|latest|recent|past|previous|this|next|full|whole|entire)[ -](?:\w+ )?"
    r"(quarter|half|month|year|week|season|decade)s?\b",
    re.I,
)
# What is scored is tallied for a player, a stretch, a match, a season and a career.
SCORED = frozenset("point yard touchdown goal rebound assist catch carry run game match".split())
PAST = frozenset({EventFlag.BACKGROUND, EventFlag.HISTORICAL, EventFlag.HYPOTHETICAL})
# "25 dead and five others injured": others than the dead, and all the injured.
FATES = frozenset({"dead", "injured", "casualty", "arrested", "displaced"})
BEFORE = 8  # characters before a number that may belong to it
FAR = 40  # characters before a number in which what makes it a part may stand
STEM = 4  # letters: "Somali" and "Somalian" are one
NATION = re.compile(r"(?:[^aeiou]i|ali|eni|ese|ish|an|ch|tch|iss|eek|ton)$")  # as the words for nations end
CAPITAL = re.compile(r"\b[A-Z][a-z]+\b")


def _is_piece(quantity: Quantity, statement: Statement) -> bool:
    """Whether it is none by itself: the 47 of "AK - 47 rifles" counts no rifles."""
    span, text = quantity.span, statement.prepared.text
    before = text[max(0, span.start - BEFORE) : span.start]
    return bool(NO_COUNT_AFTER.search(before) or GOES_ON.match(text, span.end))


def count_one_thing(one: Quantity, a: Statement, other: Quantity, b: Statement) -> bool:
    """Whether the two, of one unit, may count the same: all there is of it, of one kind, people and time."""
    if one.unit in SCORED or _is_piece(one, a) or _is_piece(other, b):
        return False
    if any(told(one, a) != told(other, b) for told in (_is_part, _is_past, _is_summed, is_denied)):
        return False
    nations = _nations(one, a), _nations(other, b)
    near = words_near(a, one.span), words_near(b, other.span)
    if all(near) and not near[0] & near[1]:
        return False
    of_others = all(nations) and nations[0] != nations[1]
    return _kinds(one, a) == _kinds(other, b) and not of_others and not _tell_other_times(a, b)


def _is_part(quantity: Quantity, statement: Statement) -> bool:
    """Whether it counts some of those that are told of, or those that are left."""
    text, span = statement.prepared.text, quantity.span
    before = text[max(statement.sentence.start, span.start - FAR) : span.start]
    others = BESIDE.search(span.cut(text)) or SOME_OF.search(span.cut(text)) or AFTER_A_PART.match(text, span.end)
    return bool((others and quantity.unit not in FATES) or BEFORE_A_PART.search(before))


def _is_summed(quantity: Quantity, statement: Statement) -> bool:
    """Whether its own sentence says that it adds up what was counted more than once."""
    text, span = statement.prepared.text, quantity.span
    before = ENDS.split(text[statement.sentence.start : span.start])[-1]
    after = ENDS.split(text[span.start : max(statement.sentence.end, span.end)])[0]
    return SUMMED.search(before + after) is not None


def is_denied(quantity: Quantity, statement: Statement) -> bool:
    """Whether the statement says that it is not this number."""
    return DENIED.search(statement.prepared.text[statement.span.start : quantity.span.start]) is not None


def _is_past(quantity: Quantity, statement: Statement) -> bool:
    """Whether what it counts is told as background, or as only possible."""
    events = statement.prepared.reading.events
    return any(PAST & set(event.flags) for event in events if quantity.span in event.quantities)


def _kinds(quantity: Quantity, statement: Statement) -> frozenset[str]:
    """The names of kinds with figures in them: "AK-47", without blanks and hyphens."""
    found = KIND.findall(quantity.span.cut(statement.prepared.text))
    return frozenset(re.sub(r"\W", "", name) for name in found)


def _nations(quantity: Quantity, statement: Statement) -> frozenset[str]:
    """How the words for nations begin that say who is counted: "23 Somalian pirates"."""
    words = CAPITAL.findall(quantity.span.cut(statement.prepared.text))
    return frozenset(word[:STEM] for word in words if NATION.search(word.lower()))


def _tell_other_times(a: Statement, b: Statement) -> bool:
    """Whether both say when, and no time of the one may be a time of the other: a quarter against half a year."""
    one, other = _periods(a), _periods(b)
    if one and other and not one & other:
        return True
    texts = a.prepared.text, b.prepared.text
    relations = [compare_times(one, other, *texts).relation for one in a.times for other in b.times]
    return bool(relations) and all(relation is TimeRelation.DIFFERS for relation in relations)


def _periods(statement: Statement) -> frozenset[str]:
    found = PERIOD.findall(statement.sentence.cut(statement.prepared.text))
    return frozenset(word.lower() for word in found)
