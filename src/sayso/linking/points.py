"""Claims that say the same, in one article or many: compared in loose passes, joined where evidence adds up.

Pairs to compare come from a union of passes, each of which alone would miss many: rare words in common, a number with
its unit, a quotation. What joins them is a score made of comparison levels, each with its reason in words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from sayso.linking.compare.same import Sameness, compare_statements
from sayso.linking.linkage import group_alike
from sayso.linking.particulars import find_particular_disputes
from sayso.linking.statements import Statement
from sayso.linking.ties import NO_TIES, Key, Ties, tie
from sayso.records.span import Span

# Two statements say the same from this probability on. Of the labelled pairs in stories held out from the weights,
# precision 91 at recall 56; 88 at 66 from 0.45, 92 at 52 from 0.60.
SAME_FROM = 0.53
ALIKE_FROM = 0.3  # groups of statements are joined from this probability on, on average over their pairs
COUNTED_FROM = 0.5  # a pair less likely the same than this counts nothing in that
KEPT_FROM = 0.25  # two of one group may be at odds from here on: who denies a thing tells it in other words
DAY = frozenset({"day"})  # the kind of reason for their naming other days
CROWD = 60  # a key that more statements than this share proposes no pairs by itself


Compared: TypeAlias = Mapping[tuple[Key, Key], Sameness]


@dataclass(frozen=True, slots=True)
class Group:
    """These statements say the same; ``core`` is the one that the others are likest to."""

    members: tuple[Statement, ...]
    core: Statement
    sameness: Mapping[tuple[tuple[str, str], tuple[str, str]], Sameness]


def group_points(statements: Sequence[Statement], ties: Ties = NO_TIES) -> tuple[Group, ...]:
    """Groups of two and more statements, those in most articles first; the order of articles never shows.

    Statements of one article that say the same stand together, but no group is made of one article's alone unless
    one of them says what the other denies. What people tied stands together, what they parted stands apart.
    """
    ordered = sorted(statements, key=lambda statement: statement.key)
    compared = {(a.key, b.key): sameness for a, b, sameness in _compared(ordered)}
    by_key = {statement.key: statement for statement in ordered}
    likeness = {pair: one.probability for pair, one in compared.items() if one.probability >= COUNTED_FROM}
    parts = [part for part in group_alike(by_key, likeness, ALIKE_FROM) if len(part) > 1]
    groups = []
    for part in parts:
        members = _one_a_sentence(_longest(_extended(part, compared), by_key), by_key, compared)
        if len({article for article, _ in members}) > 1:
            groups.append(_group(tuple(by_key[key] for key in members), compared))
    return tuple(sorted(_tied(_apart(groups), ties.within(by_key), by_key, compared), key=_size))


def _tied(groups: Sequence[Group], ties: Ties, by_key: Mapping[Key, Statement], compared: Compared) -> Iterator[Group]:
    """The groups as people would have them."""
    known = {tuple(sorted(statement.key for statement in group.members)): group for group in groups}
    for part in tie(known, ties):
        if part in known:
            yield known[part]
        elif len({article for article, _ in part}) > 1:
            yield _group(tuple(by_key[key] for key in part), compared)


def _longest(keys: Sequence[Key], by_key: Mapping[Key, Statement]) -> tuple[Key, ...]:
    """Without claims that are a piece of another claim of the same article that says the same."""
    held = {key: by_key[key].span for key in keys}
    return tuple(
        key
        for key in keys
        if not any(
            other[0] == key[0] and other != key and held[other].covers(held[key]) and held[other] != held[key]
            for other in keys
        )
    )


def _one_a_sentence(keys: Sequence[Key], by_key: Mapping[Key, Statement], compared: Compared) -> tuple[Key, ...]:
    """Of the claims of one sentence that which other articles bear out most: what it tells beside it is another."""
    best: dict[tuple[str, Span], Key] = {}
    for key in keys:
        statement = by_key[key]
        place = (statement.article, statement.sentence)
        best[place] = max(best.get(place, key), key, key=lambda one: (_borne_out(one, keys, compared), one))
    kept = set(best.values())
    return tuple(key for key in keys if key in kept)


def _borne_out(key: Key, keys: Sequence[Key], compared: Compared) -> float:
    return sum(_probability(key, other, compared) for other in keys if other[0] != key[0])


def _size(group: Group) -> tuple[int, int, tuple[str, str]]:
    articles = {statement.article for statement in group.members}
    return (-len(articles), -len(group.members), group.core.key)


def _compared(statements: Sequence[Statement]) -> Iterator[tuple[Statement, Statement, Sameness]]:
    for i, j in _candidates(statements):
        a, b = statements[i], statements[j]
        if _are_two_of_a_sentence(a, b):
            continue
        sameness = _at_odds(a, b, compare_statements(a, b))
        if sameness.probability >= KEPT_FROM:
            yield a, b, sameness


def _are_two_of_a_sentence(a: Statement, b: Statement) -> bool:
    """Whether they stand beside each other in one sentence, which says nothing twice."""
    beside = not (a.span.covers(b.span) or b.span.covers(a.span))
    return a.article == b.article and a.sentence == b.sentence and beside


def _at_odds(a: Statement, b: Statement, sameness: Sameness) -> Sameness:
    """Two that tell all alike but the day are at odds on one point, and no two: the day does not count against them."""
    if any(reason.kind in DAY for reason in sameness.reasons) and any(find_particular_disputes(a, b)):
        reasons = tuple(reason for reason in sameness.reasons if reason.kind not in DAY)
        return Sameness(sameness.without(DAY), reasons)
    return sameness


def _candidates(statements: Sequence[Statement]) -> list[tuple[int, int]]:
    """Numbers of pairs that share a key of any pass, each pair once, in order."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, statement in enumerate(statements):
        for key in _keys(statement):
            holders[key].append(number)
    found: set[tuple[int, int]] = set()
    for numbers in holders.values():
        if len(numbers) <= CROWD:
            found.update((i, j) for at, i in enumerate(numbers) for j in numbers[at + 1 :])
    return sorted(found)


def _keys(statement: Statement) -> Iterator[str]:
    """What a statement is looked up by: its rare words, and its numbers with their units."""
    for form, rarity in zip(statement.forms, statement.rarity.tolist(), strict=False):
        if rarity >= 2.5:
            yield form[:6]
    for quantity in statement.quantities:
        if quantity.value is not None:
            yield f"{quantity.value:g} {quantity.unit}"


def _probability(a: Key, b: Key, compared: Compared) -> float:
    sameness = compared.get((a, b)) or compared.get((b, a))
    return sameness.probability if sameness else 0.0


def _core(keys: Sequence[Key], compared: Compared) -> Key:
    """The statement that the others are likest to."""
    return max(keys, key=lambda a: (sum(_probability(a, b, compared) for b in keys if b != a), a))


def _extended(part: Sequence[Key], compared: Compared) -> tuple[Key, ...]:
    """With the best claim of every article that has none in it, if it says the same as the group's core."""
    inside = {article for article, _ in part}
    core = _core(part, compared)
    best: dict[str, tuple[float, Key]] = {}
    for (a, b), sameness in compared.items():
        for member, other in ((a, b), (b, a)):
            if member == core and other[0] not in inside:
                best[other[0]] = max(best.get(other[0], (0.0, other)), (sameness.probability, other))
    added = [key for probability, key in best.values() if probability >= SAME_FROM]
    return tuple(sorted([*part, *added]))


def _group(members: tuple[Statement, ...], compared: Compared) -> Group:
    inside = {statement.key: statement for statement in members}
    core = inside[_core(list(inside), compared)]
    own = {pair: sameness for pair, sameness in compared.items() if pair[0] in inside and pair[1] in inside}
    return Group(members, core, own)


def _apart(groups: Iterable[Group]) -> list[Group]:
    """Each statement in one group only: that of more articles first."""
    kept: list[Group] = []
    taken: set[Key] = set()
    for group in sorted(groups, key=_size):
        members = tuple(statement for statement in group.members if statement.key not in taken)
        if len({statement.article for statement in members}) > 1:
            taken.update(statement.key for statement in members)
            core = group.core if group.core in members else members[0]
            kept.append(Group(members, core, group.sameness))
    return kept
