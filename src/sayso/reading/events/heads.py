"""What the encoder's event heads say of words: type, factuality, whether it is yet to come, whether it is an event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from sayso.reading.tables import Floats, Tables, softmax
from sayso.reading.tagging import Range

HEADS = frozenset({"type_sentence", "type_actor", "type_recipient", "factuality", "future", "trigger"})
LABELS = frozenset({"event_type", "factuality"})


def has_events(tables: Tables) -> bool:
    """Whether the weights were trained to tell events; with others, readings have none."""
    return tables.layout.keys() >= HEADS and tables.labels.keys() >= LABELS


def type_scores(
    sentence: Range, actors: Sequence[Range], recipients: Sequence[Range], rows: Floats, tables: Tables
) -> Floats:
    """What the sentence, the words of those who act and of those acted upon each speak for, one score a type."""
    scores = _mean([sentence], "type_sentence", rows, tables)
    for spans, head in ((actors, "type_actor"), (recipients, "type_recipient")):
        if spans:
            scores = scores + _mean(spans, head, rows, tables)
    return scores


def factuality_scores(trigger: Range, rows: Floats, tables: Tables) -> Floats:
    """The chance of each of FactBank's values, by the words of the event."""
    return softmax(_mean([trigger], "factuality", rows, tables))


def future_chance(trigger: Range, rows: Floats, tables: Tables) -> float:
    """The chance that it has not happened yet."""
    return float(softmax(_mean([trigger], "future", rows, tables))[1])


def trigger_chances(rows: Floats, tables: Tables) -> Floats:
    """The chance of each word to stand for an event, shape (words,)."""
    chances: Floats = softmax(tables.part(rows, "trigger"))[:, 1]
    return chances


def _mean(ranges: Iterable[Range], head: str, rows: Floats, tables: Tables) -> Floats:
    places = np.concatenate([np.arange(first, last) for first, last in ranges])
    mean: Floats = tables.part(rows, head)[places].mean(0)
    return mean
