"""What the encoder's event heads say of words: type, factuality, whether it is yet to come, whether it is an event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from sayso.reading.encoder import Encoder
from sayso.reading.tables import Floats, Tables, mean_row, softmax
from sayso.reading.tagging import Range

HEADS = frozenset({"type_sentence", "type_actor", "type_recipient", "factuality", "future", "trigger"})
LABELS = frozenset({"event_type", "factuality"})


def has_events(tables: Tables) -> bool:
    """Whether the weights were trained to tell events; with others, readings have none."""
    return tables.event_layout.keys() >= HEADS and tables.labels.keys() >= LABELS


def event_rows(rows: Floats, ranges: Iterable[Range], encoder: Encoder) -> Floats:
    """A row of events for each word of these sentences, and zeros for all others."""
    told = np.zeros((len(rows), encoder.tables.event_width), np.float32)
    for first, last in ranges:
        told[first:last] = encoder.encode_events(rows[first:last])
    return told


def type_scores(
    sentence: Range, actors: Sequence[Range], recipients: Sequence[Range], rows: Floats, tables: Tables
) -> Floats:
    """What the sentence, the words of those who act and of those acted upon each speak for, one score a type."""
    scores = _mean(sentence, "type_sentence", rows, tables)
    for spans, head in ((actors, "type_actor"), (recipients, "type_recipient")):
        if len(spans) == 1:
            scores = scores + _mean(spans[0], head, rows, tables)
        elif spans:
            places = [place for span in spans for place in range(*span)]
            scores = scores + mean_row(tables.event_part(rows, head)[places])
    return scores


def factuality_scores(trigger: Range, rows: Floats, tables: Tables) -> Floats:
    """The chance of each of FactBank's values, by the words of the event."""
    return softmax(_mean(trigger, "factuality", rows, tables))


def future_chance(trigger: Range, rows: Floats, tables: Tables) -> float:
    """The chance that it has not happened yet."""
    return float(softmax(_mean(trigger, "future", rows, tables))[1])


def trigger_chances(rows: Floats, tables: Tables) -> Floats:
    """The chance of each word to stand for an event, shape (words,)."""
    chances: Floats = softmax(tables.event_part(rows, "trigger"))[:, 1]
    return chances


def _mean(words: Range, head: str, rows: Floats, tables: Tables) -> Floats:
    return mean_row(tables.event_part(rows, head)[words[0] : words[1]])
