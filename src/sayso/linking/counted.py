"""What a number counts: whether two numbers of one unit count the same, or one of them a part, another kind or time."""

from __future__ import annotations

import re

from sayso.linking.compare.time import TimeRelation, compare_times
from sayso.linking.proper_names import DEMONYM
from sayso.linking.statements import Statement
from sayso.records.event import EventFlag
from sayso.records.quantity import Quantity

# "AK - 47 rifles", "12 AK 47 rifles", "F-16": the letters and figures of a kind's name.
KIND = re.compile(r"\b[A-Z]{1,4} ?[-–]? ?[0-9]{1,4}\b")
ENDS_IN_LETTERS = re.compile(r"\b[A-Z]{1,4} ?[-–] ?$|\b[A-Z]{2,4} $")
# A part of those counted, or others beside them: "including three", "three of the eleven", "three other piles".
BEFORE_A_PART = re.compile(r"\b(?:includ(?:ing|es?|ed)|among|of (?:whom|which|them)|other than)\b[^.;:]{0,30}$", re.I)
AFTER_A_PART = re.compile(r"\W*(?:of (?:the|these|those|whom|which|its|his|her|their|our)|others?|more(?! than))\b", re.I)
BESIDE = re.compile(r"\b(?:another|others?|more(?! than)|additional|further|extra|remaining)\b", re.I)
# What is summed up over a quarter is not what is summed up over half a year.
PERIOD = re.compile(
    r"\b(?:first|second|third|fourth|last|latest|recent|past|previous|this|next|full|whole|entire)[ -](?:\w+ )?"
    r"(quarter|half|month|year|week|season|decade)s?\b",
    re.I,
)
PAST = frozenset({EventFlag.BACKGROUND, EventFlag.HISTORICAL, EventFlag.HYPOTHETICAL})
# "25 dead and five others injured": others than the dead, and all the injured.
FATES = frozenset({"dead", "injured", "casualty", "arrested", "displaced"})
FAR = 40  # characters before a number in which what makes it a part may stand
STEM = 4
CAPITAL = re.compile(r"\b[A-Z][a-z]+\b")


def is_of_a_name(quantity: Quantity, statement: Statement) -> bool:
    """Whether the figures belong to a name: the 47 of "AK - 47 rifles" counts no rifles."""
    span, text = quantity.span, statement.prepared.text
    return text[span.start : span.start + 1].isdigit() and bool(ENDS_IN_LETTERS.search(text[: span.start][-8:]))


def count_one_thing(one: Quantity, a: Statement, other: Quantity, b: Statement) -> bool:
    """Whether the two, of one unit, may count the same: all there is of it, of one kind, people and time."""
    if is_of_a_name(one, a) or is_of_a_name(other, b):
        return False
    if _is_part(one, a) != _is_part(other, b) or _is_past(one, a) != _is_past(other, b):
        return False
    nations = _nations(one, a), _nations(other, b)
    of_others = all(nations) and not nations[0] & nations[1]
    return _kinds(one, a) == _kinds(other, b) and not of_others and not _tell_other_times(a, b)


def _is_part(quantity: Quantity, statement: Statement) -> bool:
    """Whether it counts some of those that are told of, or those that are left."""
    text, span = statement.prepared.text, quantity.span
    before = text[max(statement.sentence.start, span.start - FAR) : span.start]
    others = BESIDE.search(span.cut(text)) or AFTER_A_PART.match(text, span.end)
    return bool((others and quantity.unit not in FATES) or BEFORE_A_PART.search(before))


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
    return frozenset(word[:STEM] for word in words if DEMONYM.search(word.lower()))


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
