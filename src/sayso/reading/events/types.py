"""Of which type an event is: the encoder's heads, with a leaning to what the words of the list may tell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from sayso.lists.events import EventWord
from sayso.reading.events.heads import type_scores
from sayso.reading.tables import Floats, Tables, mean_row, softmax
from sayso.reading.tagging import Range
from sayso.records.event import EventType

# Added to the scores of the types that the list gives to a word, if it is the first of them, and if another: chosen on
# fold 0 of PLV (macro-F1 with spans given 65.5 without, 77.9 with).
FIRST, OTHER = np.float32(1.5), np.float32(0.9)
# How much an event's own words count beside its clause; taken from the types that its word and its clause do not tell.
OWN, OUTSIDE = np.float32(1.0), np.float32(2.0)
SPOKEN = np.float32(3.0)  # the same for a verb of saying: what it says is its type ("praised")
NEVER = np.float32(100)
NEEDS_ONE = frozenset({EventType.AID})  # what is done for somebody: nobody aids without one whom it aids
WEAK = np.float32(0.5)  # how much of that a word counts for that often tells of no event


@dataclass(frozen=True, slots=True)
class Typed:
    """An event is of this type with this chance; ``runner_up`` is the next likely one."""

    type: EventType
    chance: float
    runner_up: EventType


def type_given(
    sentence: Range,
    actors: Sequence[Range],
    recipients: Sequence[Range],
    listed: Iterable[EventWord],
    rows: Floats,
    tables: Tables,
) -> Typed:
    """The type of what given actors do to given recipients in a sentence; ``listed`` are its words of the list."""
    scores = type_scores(sentence, actors, recipients, rows, tables)
    return _best(scores + _leaning(listed, tables), tables)


def type_event(
    trigger: Range,
    word: EventWord,
    clause: Range,
    actors: Sequence[Range],
    recipients: Sequence[Range],
    also: Iterable[EventType],
    rows: Floats,
    tables: Tables,
    purpose: EventType | None = None,
) -> Typed:
    """The type of an event found in a text: of its word's or of ``also``, unless all else speaks for another.

    ``purpose`` is what the words say that it is for; then it is of that type or another of its word's.
    """
    scores = type_scores(clause, actors, recipients, rows, tables)
    own = mean_row(tables.event_part(rows, "type_sentence")[trigger[0] : trigger[1]])
    scores = scores + OWN * own + _leaning([word], tables)
    fitting = {*word.types, *also} if recipients or word.types[0] is EventType.AID else {*word.types, *also} - NEEDS_ONE
    outside = np.array([name not in fitting for name in tables.labels["event_type"]], np.float32)
    if purpose is not None:
        scores = scores + FIRST * np.array([name == purpose for name in tables.labels["event_type"]], np.float32)
        return _best(scores - NEVER * outside, tables)
    return _best(scores - (SPOKEN if word.speech and not word.weak else OUTSIDE) * outside, tables)


def _leaning(listed: Iterable[EventWord], tables: Tables) -> Floats:
    """The most that a word speaks for each type."""
    names = tables.labels["event_type"]
    leaning = np.zeros(len(names), np.float32)
    for word in listed:
        for number, kind in enumerate(word.types):
            weight = (OTHER if number else FIRST) * (WEAK if word.weak else np.float32(1))
            column = names.index(kind)
            leaning[column] = max(leaning[column], weight)
    return leaning


def _best(scores: Floats, tables: Tables) -> Typed:
    chances = softmax(scores)
    best, second = np.argsort(-chances, kind="stable")[:2].tolist()
    names = tables.labels["event_type"]
    return Typed(EventType(names[best]), float(chances[best]), EventType(names[second]))
