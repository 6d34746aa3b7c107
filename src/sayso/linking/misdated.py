"""Pages that give a time at which they cannot have been published: before the day that they tell of."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from sayso.linking.overlap import is_copy
from sayso.linking.pairs import Pair
from sayso.linking.scene import Scene

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def find_misdated(scene: Scene) -> frozenset[str]:
    """Articles dated some day before the piece that they credit and copy, though what they copy names its day.

    "Said on Tuesday" stood in no page of the Monday before; a page's template or its editor set the date.
    """
    return frozenset(_misdated(scene))


def _misdated(scene: Scene) -> Iterator[str]:
    pairs = {frozenset((pair.a, pair.b)): pair for pair in scene.pairs if is_copy(pair)}
    for piece in (piece for held in scene.pieces.values() for piece in held):
        day = scene.member(piece.article).day
        for witness in piece.witnesses if day is not None else ():
            pair, dated = pairs.get(frozenset((piece.article, witness))), scene.member(witness).day
            early = day is not None and dated is not None and dated < day
            if pair is not None and day is not None and early and _name_day(witness, pair, day, scene):
                yield witness


def _name_day(article: str, pair: Pair, day: int, scene: Scene) -> bool:
    """Whether what the article has in common with the other names this day of the week."""
    text = scene.member(article).text
    shared: Sequence[str] = [(p.a if pair.a == article else p.b).cut(text) for p in pair.passages]
    name = DAYS[dt.date.fromordinal(day).weekday()]
    return any(re.search(rf"\b{name}\b", words) for words in shared)
