"""How far each holder of a claim is committed to an event."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sayso.reading.events.cues import cued_value
from sayso.reading.events.heads import factuality_scores, future_chance
from sayso.reading.tables import Floats, Tables
from sayso.reading.tagging import Range
from sayso.records.attribution import Commitment, Stance
from sayso.records.claim import Link
from sayso.records.event import Factuality

SURE = 0.9  # from here on the encoder's word counts against silent cues
_OPPOSITE = {
    Factuality.CERTAIN: Factuality.CERTAINLY_NOT,
    Factuality.PROBABLE: Factuality.PROBABLY_NOT,
    Factuality.POSSIBLE: Factuality.POSSIBLY_NOT,
}
OPPOSITE = _OPPOSITE | {denied: held for held, denied in _OPPOSITE.items()}
HEDGED = {Factuality.CERTAIN: Factuality.PROBABLE, Factuality.CERTAINLY_NOT: Factuality.PROBABLY_NOT}


def value_of(trigger: Range, sentence: Range, lower: Sequence[str], rows: Floats, tables: Tables) -> Factuality:
    """The value that the words of its sentence give to an event.

    What cue words say holds; where they say nothing, the encoder is followed only if it is all but sure.
    """
    first, last = sentence
    cued = cued_value((trigger[0] - first, trigger[1] - first), lower[first:last])
    if cued is not Factuality.CERTAIN:
        return cued
    chances = factuality_scores(trigger, rows, tables)
    best = int(np.argmax(chances))
    return Factuality(tables.labels["factuality"][best]) if chances[best] > SURE else cued


def chain_values(innermost: Factuality, chain: Sequence[Link]) -> tuple[Factuality, ...]:
    """One value a link: the innermost holder's by commitment and words, the others' by what they do with it.

    Whoever only reports is uncommitted; whoever endorses ("confirmed", "revealed") holds what the next one holds.
    """
    values = [_held(innermost, chain[-1])]
    for link in reversed(chain[:-1]):
        values.append(values[-1] if link.does is Stance.ENDORSES else Factuality.UNCOMMITTED)
    return tuple(reversed(values))


def _held(value: Factuality, link: Link) -> Factuality:
    match link.does:
        case Commitment.DENIES:
            return OPPOSITE.get(value, Factuality.CERTAINLY_NOT)
        case Commitment.HEDGES:
            return HEDGED.get(value, value)
        case Commitment.ASKS:
            return Factuality.UNCOMMITTED
    return value


def act_values(chain: Sequence[Link]) -> tuple[Factuality, ...]:
    """The values of a speech act that is an event itself: a fact to whoever tells it and to who did it."""
    told = [Factuality.CERTAIN] * min(2, len(chain))
    return (*[Factuality.UNCOMMITTED] * (len(chain) - len(told)), *told)


def is_future(trigger: Range, rows: Floats, tables: Tables) -> bool:
    return future_chance(trigger, rows, tables) > 0.5
