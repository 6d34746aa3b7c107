"""Claims of one point that give other numbers of the same thing, or say that a number is another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sayso.linking.compare.numbers import NumberRelation, compare_quantities
from sayso.linking.counted import count_one_thing, is_denied
from sayso.linking.happening import tell_one_happening
from sayso.linking.media_places import find_names
from sayso.linking.proper_names import is_name
from sayso.linking.statements import FEW, STATED, Statement
from sayso.linking.telling import telling_words
from sayso.linking.wording import WORD
from sayso.records.edge import Shown
from sayso.records.point import Dispute, DisputeKind
from sayso.records.quantity import Quantity

# All numbers here were settled with bench/cases/disputes.jsonl at hand; a false alarm was to cost more than a miss.
LIKE_WORDS = 0.35
HELD_WORDS, FEWEST_HELD = 0.75, 5  # or so much, and so many, of the shorter one's words: told briefly, and at length
DIGIT = re.compile(r"[0-9]")  # "Q1" and "G7" are no names of their own
# What a market does moves by the minute: two figures of it are two moments.
MOVES = re.compile(
    r"\b(?:shares?|stocks?|index|futures|bonds?)\b.{0,200}\b(?:rose|fell|up|down|gained|lost|trading)\b", re.I
)
ON_MARKETS = frozenset({"percent", "point"})
# "They did not find 11 cracks but 25": between the number and the one that is right.
BUT = re.compile(r"[^.;:]{0,30},? but\b[^.;:]{0,30}", re.I)


def find_number_disputes(pairs: Iterable[tuple[Statement, Statement]]) -> Iterator[Dispute]:
    """The numbers of which none fits both, in the order of the pairs, each two values of a unit once."""
    seen: set[tuple[str, tuple[float | None, ...]]] = set()
    for a, b in pairs:
        for one, other in _differing(a, b):
            verdict = compare_quantities(one, other, a.prepared.text, b.prepared.text)
            values = (one.unit, tuple(sorted((one.value or 0.0, other.value or 0.0))))
            if verdict.relation is NumberRelation.DIFFERS and values not in seen:
                seen.add(values)
                shown = (Shown(a.article, one.span), Shown(b.article, other.span))
                yield Dispute(DisputeKind.NUMBER, *shown, verdict.why)


def _differing(a: Statement, b: Statement) -> Iterator[tuple[Quantity, Quantity]]:
    """The numbers of either that may be of one thing; where one corrects a number, only what it puts in its place."""
    corrected, theirs = list(_corrected(a)), list(_corrected(b))
    for wrong, right in corrected if not theirs else ():
        yield from ((right, other) for other in b.quantities if _is_belied(wrong, right, a, other, b))
    for wrong, right in theirs if not corrected else ():
        yield from ((one, right) for one in a.quantities if _is_belied(wrong, right, b, one, a))
    if not (corrected or theirs) and _tell_of_one(a, b):
        pairs = [(one, other) for one in a.quantities for other in b.quantities if _may_differ(one, other, a, b)]
        if _count_alike(a, b) or len({one.unit for one, _ in pairs}) == 1:  # else they are of two happenings
            yield from pairs


def _is_belied(wrong: Quantity, right: Quantity, here: Statement, given: Quantity, there: Statement) -> bool:
    """Whether the other statement gives the number that this one corrects, and does not tell the right one as well."""
    said = _agree(wrong, here, given, there) and not _is_given(right, there)
    return said and not is_denied(given, there)


def _corrected(statement: Statement) -> Iterator[tuple[Quantity, Quantity]]:
    """The numbers that a statement says are wrong, each with the one that it says is right."""
    text = statement.prepared.text
    for wrong in statement.quantities:
        for right in statement.quantities:
            between = text[wrong.span.end : right.span.start]
            if wrong.unit == right.unit and is_denied(wrong, statement) and BUT.fullmatch(between):
                yield wrong, right


def _may_differ(one: Quantity, other: Quantity, a: Statement, b: Statement) -> bool:
    """Both count the same thing, and nothing else in either statement counts it, a range that both give aside."""
    if not one.unit or one.unit != other.unit or one.value is None or other.value is None:
        return False  # "several" and "dozens" contradict nothing by themselves
    if one.value == other.value:
        return False  # "more than 50" is a rounded 50
    if one.unit in ON_MARKETS and all(MOVES.search(s.span.cut(s.prepared.text)) for s in (a, b)):
        return False
    return _is_lone(one, a, b) and _is_lone(other, b, a) and count_one_thing(one, a, other, b)


def _is_lone(quantity: Quantity, here: Statement, there: Statement) -> bool:
    """Whether the other statement does not give it as well, and nothing else here counts the same.

    A range that both give stands aside; of several sums which both give, each may be for something else.
    """
    rivals = [q for q in here.quantities if q.unit == quantity.unit and q != quantity]
    aside = all(rival.value is None and _is_given(rival, there) for rival in rivals)
    return aside and not _is_given(quantity, there)


def _is_given(quantity: Quantity, there: Statement) -> bool:
    """Whether a statement or the sentence around it gives the same number, or the same range."""
    return any(
        other.unit == quantity.unit
        and other.value == quantity.value
        and (other.value is not None or (other.low, other.high) == (quantity.low, quantity.high))
        for other in there.prepared.reading.quantities
        if there.sentence.covers(other.span) or there.span.covers(other.span)
    )


def _agree(one: Quantity, a: Statement, other: Quantity, b: Statement) -> bool:
    if not one.unit or one.unit != other.unit:
        return False
    return compare_quantities(one, other, a.prepared.text, b.prepared.text).relation is NumberRelation.AGREES


def _tell_of_one(a: Statement, b: Statement) -> bool:
    """Whether numbers of theirs may count one thing.

    They are told in like words in articles on one happening, or beside a number that both give; and neither names whom
    the other does not.
    """
    alike = _count_alike(a, b) or (_like_words(a, b) and tell_one_happening(a, b))
    return alike and not _name_others(a, b)


def _count_alike(a: Statement, b: Statement) -> bool:
    """Whether both give one number of one thing, unless it is so small that any two might."""
    return any(
        one.value == other.value and one.unit == other.unit and one.unit and (one.value or 0.0) > FEW
        for one in a.quantities
        for other in b.quantities
    )


def _like_words(a: Statement, b: Statement) -> bool:
    """Whether a good part of what the longer one says stands in both: numbers of other things stand in other words."""
    one, other = telling_words(a), telling_words(b)
    if len(one & other) >= LIKE_WORDS * max(len(one), len(other), 1):
        return True
    one, other = one - _number_words(a), other - _number_words(b)
    return len(one & other) >= max(FEWEST_HELD, HELD_WORDS * min(len(one), len(other)))


def _number_words(statement: Statement) -> set[str]:
    text = statement.prepared.text
    return {word for q in statement.quantities for word in WORD.findall(q.span.cut(text).lower())}


def _name_others(a: Statement, b: Statement) -> bool:
    """Each names somebody or something of which the other's sentence has no word.

    Who says so does not count, unless what he says has no verb: whose the reward is of which he speaks, he tells.
    """
    return _names_beyond(a, b) and _names_beyond(b, a)


def _names_beyond(a: Statement, b: Statement) -> bool:
    there = set(b.around.forms)
    text = a.prepared.text
    parts = a.claim.content if any(STATED.search(part.cut(text)) for part in a.claim.content) else (a.sentence,)
    found = (name for part in parts for name in find_names(text, part))
    names = (name.cut(text) for name in found if not any(name.overlaps(q.span) for q in a.quantities))
    return any(
        is_name(name) and not DIGIT.search(name) and not there & set(WORD.findall(name.lower())) for name in names
    )
