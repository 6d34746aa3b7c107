"""Claims of one point that cannot both hold: other numbers for the same thing, or a yes against a no."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.linking.compare.numbers import NumberRelation, compare_quantities
from sayso.linking.compare.wording import align
from sayso.linking.points import Group
from sayso.linking.statements import Statement
from sayso.records.edge import Shown
from sayso.records.point import Dispute, DisputeKind
from sayso.records.quantity import Quantity

SAME_WORDS = 0.8
CLOSE = 0.9  # two statements must say the same as surely as this before a "not" makes them a dispute


def find_disputes(group: Group) -> tuple[Dispute, ...]:
    """The disputes of a point, numbers first, each pair of values once; by one source or of two times they are none."""
    numbers = list(_number_disputes(group))
    return (*numbers, *_yes_no_disputes(group))


def _number_disputes(group: Group) -> Iterator[Dispute]:
    seen: set[tuple[str, tuple[float | None, ...]]] = set()
    for a, b in _pairs(group):
        for one in a.quantities:
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
    if not one.unit or one.unit != other.unit:
        return False
    return all(sum(q.unit == one.unit for q in statement.quantities) == 1 for statement in (a, b))


def _pairs(group: Group) -> Iterator[tuple[Statement, Statement]]:
    """The pairs of statements of different articles that were found to say the same directly."""
    by_key = {statement.key: statement for statement in group.members}
    for (a, b), sameness in sorted(group.sameness.items(), key=lambda item: item[0]):
        if a in by_key and b in by_key and a[0] != b[0] and sameness.probability >= CLOSE:
            yield by_key[a], by_key[b]


def _yes_no_disputes(group: Group) -> Iterator[Dispute]:
    """One statement says what another denies; the surest pair of each two sides."""
    for a, b in _pairs(group):
        sameness = group.sameness[a.key, b.key]
        if sameness.opposed and sameness.wording >= CLOSE and (a.denied or b.denied or _same_but_not(a, b)):
            who = b if (b.negated != b.denied) else a
            words = who.span.cut(who.prepared.text)[:80]
            yield Dispute(
                DisputeKind.YES_NO,
                Shown(a.article, a.span),
                Shown(b.article, b.span),
                f"one says that it is not so: “{words}”",
            )
            return


def _same_but_not(a: Statement, b: Statement) -> bool:
    """Nearly the same words, but for the "not"."""
    aligned = align(a, b)
    return aligned.least >= SAME_WORDS


def order_disputes(disputes: Sequence[Dispute]) -> tuple[Dispute, ...]:
    """Numbers before yes and no, then by article and place."""
    return tuple(sorted(disputes, key=lambda d: (d.about.value, d.a.article, d.a.span, d.b.article, d.b.span)))
