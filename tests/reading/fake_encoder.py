"""An encoder without a model: it marks the words that a test names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sayso.reading.lists import Lists, load_lists
from sayso.reading.pointers import FEATURE_SIZES
from sayso.reading.tables import TAGS, Floats, Tables, TagChain
from sayso.reading.words import WORD, Words
from sayso.records.event import EventType, Factuality
from sayso.records.reading import Model

LABELS = {
    "tags": TAGS,
    "commitment": ("asserts", "confirms", "denies", "hedges", "intends", "asks"),
    "source_type": ("person", "organisation", "government_body", "country", "media", "document", "group", "unknown"),
    "voice": ("own", "attributed", "none"),
    "basis": ("witnessed", "document", "background", "inferred", "not given"),
}
SIZES = {
    "outer": 7, "nested": 7, "commitment": 6, "source_type": 8, "named": 2, "voice": 3, "basis": 5, "hedged": 2,
    "orphan": 2, "cue_for_source": 64, "source": 64, "cue_for_content": 64, "content_first": 64, "content_last": 64,
    "shared": 1,
}  # fmt: skip
SURE = 12.0
EVENT_LABELS = {
    "event_type": tuple(kind.value for kind in EventType),
    "factuality": tuple(value.value for value in Factuality),
}
EVENT_SIZES = {
    "type_sentence": 16, "type_actor": 16, "type_recipient": 16, "factuality": 7, "future": 2, "trigger": 2,
}  # fmt: skip


@dataclass(frozen=True)
class Spoken:
    """What the fake finds: the words of one attribution, each string at its first place after ``after``."""

    source: str
    cue: str
    content: tuple[str, ...]
    commitment: str = "asserts"
    source_type: str = "person"
    named: bool = True
    nested: bool = False
    after: str = ""


def layout(sizes: dict[str, int]) -> dict[str, tuple[int, int]]:
    found, column = {}, 0
    for name, size in sizes.items():
        found[name] = (column, column + size)
        column += size
    return found


def fake_tables(*, events: bool = False) -> Tables:
    steps = np.zeros((7, 7), np.float32)
    for inside in (2, 4, 6):
        steps[:, inside] = -1e4
        steps[inside - 1, inside] = steps[inside, inside] = 0
    first = np.array([0, 0, -1e4, 0, -1e4, 0, -1e4], np.float32)
    chain = TagChain(steps, first)
    none = tuple(np.zeros(size, np.float32) for size in FEATURE_SIZES)
    labels = LABELS | EVENT_LABELS if events else LABELS
    return Tables(layout(SIZES), labels, chain, chain, none, none, layout(EVENT_SIZES) if events else {})


class FakeEncoder:
    """Rows that say what the test wants them to say."""

    def __init__(
        self, *spoken: Spoken, own: Sequence[str] = (), none: Sequence[str] = (), basis: str = "witnessed"
    ) -> None:
        self.spoken = spoken
        self.basis = basis
        self.own, self.none = own, none
        self.model = Model("fake", "0", "0")
        self.tables = fake_tables()
        self.lists: Lists = load_lists()

    def encode(self, words: Words) -> Floats:
        rows = np.zeros((len(words), self.tables.width), np.float32)
        rows[:, self._column("outer", 0)] = rows[:, self._column("nested", 0)] = SURE / 2
        rows[:, self._column("voice", 1)] = 1.0
        rows[:, self._column("basis", LABELS["basis"].index(self.basis))] = 1.0
        for number, one in enumerate(self.spoken):
            self._mark(rows, words, one, number)
        for voice, texts in ((0, self.own), (2, self.none)):
            for text in texts:
                first, last = find_words(words, text)
                rows[first:last, self._column("voice", voice)] = SURE
        rows[:, self._column("shared", 0)] = np.arange(len(words))
        return rows

    def encode_events(self, rows: Floats) -> Floats:
        raise AssertionError("these weights have no events")

    def _column(self, head: str, number: int) -> int:
        return self.tables.layout[head][0] + number

    def _mark(self, rows: Floats, words: Words, one: Spoken, number: int) -> None:
        level = "nested" if one.nested else "outer"
        start = find_words(words, one.after)[1] if one.after else 0
        cue = find_words(words, one.cue, start)
        self._tag(rows, level, cue, 3)
        rows[slice(*cue), self._column("commitment", LABELS["commitment"].index(one.commitment))] = SURE
        rows[slice(*cue), self._column("cue_for_source", number)] = SURE
        rows[slice(*cue), self._column("cue_for_content", number)] = SURE
        rows[slice(*cue), self._column("orphan", 0)] = 0 if one.source else 3 * SURE
        if one.source:
            source = find_words(words, one.source, start)
            self._tag(rows, level, source, 1)
            rows[slice(*source), self._column("source", number)] = SURE
            rows[slice(*source), self._column("source_type", LABELS["source_type"].index(one.source_type))] = SURE
            rows[slice(*source), self._column("named", int(one.named))] = SURE
        for text in one.content:
            content = find_words(words, text, start)
            self._tag(rows, level, content, 5)
            rows[slice(*content), self._column("content_first", number)] = SURE

    def _tag(self, rows: Floats, level: str, place: tuple[int, int], code: int) -> None:
        first, last = place
        rows[first, self._column(level, code)] = SURE
        rows[first + 1 : last, self._column(level, code + 1)] = SURE


class EventEncoder(FakeEncoder):
    """One with event heads that take every word for an event and say nothing of its type: the list decides.

    ``types`` gives words the type that the heads speak for.
    """

    def __init__(
        self, *spoken: Spoken, own: Sequence[str] = (), types: dict[str, str] | None = None, events: bool = True
    ) -> None:
        super().__init__(*spoken, own=own)
        self.tables = fake_tables(events=events)
        self.types = types or {}

    def encode(self, words: Words) -> Floats:
        self.words = words
        return super().encode(words)

    def encode_events(self, rows: Floats) -> Floats:
        made = np.zeros((len(self.words), self.tables.event_width), np.float32)
        made[:, self.tables.event_layout["trigger"][0] + 1] = SURE
        for text, kind in self.types.items():
            column = self.tables.event_layout["type_sentence"][0] + EVENT_LABELS["event_type"].index(kind)
            made[slice(*find_words(self.words, text)), column] = SURE
        told: Floats = made[self.tables.part(rows, "shared")[:, 0].astype(int)]
        return told


def find_words(words: Words, text: str, start: int = 0) -> tuple[int, int]:
    """The range of words that spell ``text``, at or after ``start``."""
    wanted = tuple(WORD.findall(text))
    for first in range(start, len(words) - len(wanted) + 1):
        if words.forms[first : first + len(wanted)] == wanted:
            return first, first + len(wanted)
    raise AssertionError(f"{text!r} is not in the text after word {start}")
