"""Rows turned into columns and back, so that they pack well: what any JSON value of many like parts becomes.

A list of objects becomes a column a key, and so do the objects inside them. Whole numbers in a row are told by what
each adds to the one before, two that begin and end a stretch by its length, and a value that is always the same once.
Identifiers (a letter and ten hexadecimal digits) are kept apart, each once, five bytes each.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, chain, islice
from operator import add, sub
from typing import Any

Values = list[Any]
Node = list[Any]

IDENTIFIER = re.compile("[a-z][0-9a-f]{10}")
SAME, PLAIN, ADDED, OBJECTS, LISTS, STRETCHES, NAMED = range(7)
START, END = "start", "end"


@dataclass(slots=True)
class Identifiers:
    """Those met so far, numbered in the order in which they were."""

    numbers: dict[str, int] = field(default_factory=dict)

    def number(self, name: str) -> int:
        return self.numbers.setdefault(name, len(self.numbers))

    def pack(self, first: int = 0) -> bytes:
        """Those from the number ``first`` on."""
        names = list(self.numbers)[first:]
        letters = "".join(name[0] for name in names).encode("ascii")
        return letters + bytes.fromhex("".join(name[1:] for name in names))

    @staticmethod
    def unpack(data: bytes) -> list[str]:
        many = len(data) // 6
        letters, digits = data[:many].decode("ascii"), data[many:].hex()
        return [letter + digits[at * 10 : at * 10 + 10] for at, letter in enumerate(letters)]


def fold_values(values: Values, known: Identifiers) -> Node:
    """A column as a node; `unfold_values` makes it again, which is told how many values there are."""
    first = values[0] if values else None
    if first.__class__ is not dict and first.__class__ is not list and all(one is first for one in values):
        return [SAME, first]
    kinds = set(map(type, values))
    if dict in kinds and kinds <= {dict, type(None)} and (keys := _keys_of(values)) is not None:
        return _fold_objects(values, keys, known)
    if kinds == {list}:
        return _fold_lists(values, known)
    if kinds == {int}:
        return _fold_numbers(values)
    if str in kinds and kinds <= {str, type(None)}:
        return _fold_words(values, known)
    return [PLAIN, values]


def _keys_of(values: Values) -> list[str] | None:
    """The keys of all objects in their order; None where two have others."""
    each = {tuple(one) for one in values if one is not None}
    return list(each.pop()) if len(each) == 1 else None


def _fold_objects(values: Values, keys: list[str], known: Identifiers) -> Node:
    there = [one for one in values if one is not None]
    columns = {key: [one[key] for one in there] for key in keys}
    if START in columns and END in columns and _whole(columns[START]) and _whole(columns[END]):
        columns[END] = list(map(sub, columns[END], columns[START]))
        mark = 1
    else:
        mark = 0
    missing = [] if len(there) == len(values) else [int(one is not None) for one in values]
    return [OBJECTS, keys, mark, missing, [fold_values(columns[key], known) for key in keys]]


def _fold_lists(values: Values, known: Identifiers) -> Node:
    if all(len(one) == 2 and one[0].__class__ is int and one[1].__class__ is int for one in values):
        starts = [one[0] for one in values]
        return [STRETCHES, _steps(starts), [one[1] - one[0] for one in values]]
    inside = list(chain.from_iterable(values))
    return [LISTS, fold_values(list(map(len, values)), known), fold_values(inside, known)]


def _fold_numbers(values: Values) -> Node:
    if len(set(values)) == 1:
        return [SAME, values[0]]
    steps = _steps(values)
    return [ADDED, steps] if sum(map(abs, steps)) < sum(map(abs, values)) else [PLAIN, values]


def _fold_words(values: Values, known: Identifiers) -> Node:
    if all(one is None or IDENTIFIER.fullmatch(one) for one in values):
        return [NAMED, [-1 if one is None else known.number(one) for one in values]]
    return [SAME, values[0]] if len(set(values)) == 1 else [PLAIN, values]


def _whole(values: Values) -> bool:
    return set(map(type, values)) == {int}


def _steps(values: Sequence[int]) -> list[int]:
    return [*values[:1], *map(sub, values[1:], values)]


def unfold_values(node: Node, many: int, names: Sequence[str]) -> Values:
    """The column of so many values that a node was made of; ``names`` are the identifiers in their order."""
    kind = node[0]
    if kind == SAME:
        return [node[1]] * many
    if kind == PLAIN:
        return list(node[1])
    if kind == ADDED:
        return list(accumulate(node[1]))
    if kind == STRETCHES:
        starts = list(accumulate(node[1]))
        return [[start, start + length] for start, length in zip(starts, node[2], strict=True)]
    if kind == NAMED:
        return [None if number < 0 else names[number] for number in node[1]]
    return _unfold_objects(node, many, names) if kind == OBJECTS else _unfold_lists(node, many, names)


def _unfold_objects(node: Node, many: int, names: Sequence[str]) -> Values:
    _, keys, mark, missing, nodes = node
    there = sum(missing) if missing else many
    columns = {key: unfold_values(one, there, names) for key, one in zip(keys, nodes, strict=True)}
    if mark:
        columns[END] = list(map(add, columns[END], columns[START]))
    made: Iterable[Any] = (dict(zip(keys, row, strict=True)) for row in zip(*columns.values(), strict=True))
    if not keys:
        made = ({} for _ in range(there))
    rows = iter(made)
    return [next(rows) if one else None for one in missing] if missing else list(rows)


def _unfold_lists(node: Node, many: int, names: Sequence[str]) -> Values:
    lengths = unfold_values(node[1], many, names)
    inside = iter(unfold_values(node[2], sum(lengths), names))
    return [list(islice(inside, length)) for length in lengths]
