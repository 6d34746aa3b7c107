"""Claims of one point that cannot both hold: other numbers for the same thing, or a yes against a no."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.linking.compare.numbers import NumberRelation, compare_quantities
from sayso.linking.points import Group
from sayso.linking.statements import NEGATION, Statement
from sayso.records.attribution import Commitment
from sayso.records.edge import Shown
from sayso.records.point import Dispute, DisputeKind
from sayso.records.quantity import Quantity

SAME_WORDS = 0.7  # so much of the longer statement's telling words the shorter one must hold to deny it
ONE_CLAUSE = 20  # words
QUOTED = re.compile(r"[“”\"„«»]")
LIKE_WORDS = 0.35
TELLING = 1.0  # words this rare say something
CLOSE = 0.8  # numbers are compared, and a "not" weighed, where two statements are as surely about the same


def find_disputes(group: Group) -> tuple[Dispute, ...]:
    """The disputes of a point, numbers first, each pair of values once; by one source or of two times they are none."""
    numbers = list(_number_disputes(group))
    return (*numbers, *_yes_no_disputes(group))


def _number_disputes(group: Group) -> Iterator[Dispute]:
    seen: set[tuple[str, tuple[float | None, ...]]] = set()
    for a, b in _pairs(group):
        for one in a.quantities if _like_words(a, b) else ():
            for other in b.quantities:
                if not _may_differ(one, other, a, b):
                    continue
                verdict = compare_quantities(one, other, a.prepared.text, b.prepared.text)
                values = (one.unit, tuple(sorted((one.value or 0.0, other.value or 0.0))))
                if verdict.relation is NumberRelation.DIFFERS and values not in seen:
                    seen.add(values)
                    shown = (Shown(a.article, one.span), Shown(b.article, other.span))
                    yield Dispute(DisputeKind.NUMBER, *shown, verdict.why)


def _may_differ(one: Quantity, other: Quantity, a: Statement, b: Statement) -> bool:
    """Both count the same thing, and nothing else in either statement counts it."""
    if not one.unit or one.unit != other.unit or one.value is None or other.value is None:
        return False  # "several" and "dozens" contradict nothing by themselves
    if one.value == other.value:
        return False  # "more than 50" is a rounded 50
    return all(sum(q.unit == one.unit for q in statement.quantities) == 1 for statement in (a, b))


def _pairs(group: Group) -> Iterator[tuple[Statement, Statement]]:
    """The pairs of statements of different articles that were found to say the same directly."""
    by_key = {statement.key: statement for statement in group.members}
    for (a, b), sameness in sorted(group.sameness.items(), key=lambda item: item[0]):
        if a in by_key and b in by_key and a[0] != b[0] and sameness.probability >= CLOSE:
            yield by_key[a], by_key[b]


def _yes_no_disputes(group: Group) -> Iterator[Dispute]:
    """One statement says what another denies, in the same words but for the "not": one pair a point."""
    for a, b in _pairs(group):
        if _says_no(a) == _says_no(b) or not (_asserts(a) and _asserts(b)):
            continue
        if _same_words(a, b) and (a.denied != b.denied or (_is_short(a) and _is_short(b))):
            no = a if _says_no(a) else b
            words = no.span.cut(no.prepared.text)[:80]
            shown = (Shown(a.article, a.span), Shown(b.article, b.span))
            why = "denied" if no.denied else "said not to be so"
            yield Dispute(DisputeKind.YES_NO, *shown, f"{why} in {no.article}: “{words}”")
            return


def _says_no(statement: Statement) -> bool:
    """A "not" in what somebody denies cancels out."""
    return statement.negated != statement.denied


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
    one, other = _telling(a), _telling(b)
    return bool(one & other) and len(one & other) >= SAME_WORDS * max(len(one), len(other))


def _like_words(a: Statement, b: Statement) -> bool:
    """Whether a good part of what the longer one says stands in both: numbers of other things stand in other words."""
    one, other = _telling(a), _telling(b)
    return len(one & other) >= LIKE_WORDS * max(len(one), len(other), 1)


def _telling(statement: Statement) -> set[str]:
    pairs = zip(statement.forms, statement.rarity.tolist(), strict=False)
    return {form for form, rarity in pairs if rarity >= TELLING and not NEGATION.fullmatch(form)}


def order_disputes(disputes: Sequence[Dispute]) -> tuple[Dispute, ...]:
    """Numbers before yes and no, then by article and place."""
    return tuple(sorted(disputes, key=lambda d: (d.about.value, d.a.article, d.a.span, d.b.article, d.b.span)))
