"""What the weights say beside the network: columns of its output, transitions of tags, tables of the linker."""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec
import numpy as np
from numpy.typing import NDArray

from sayso.errors import BadModel
from sayso.reading.pointers import FEATURE_SIZES

Floats = NDArray[np.float32]
ROLES = ("source", "cue", "content")
TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")


class TablesFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """tables.json as training writes it."""

    layout: dict[str, tuple[int, int]]
    labels: dict[str, tuple[str, ...]]
    outer_steps: list[list[float]]
    outer_first: list[float]
    nested_steps: list[list[float]]
    nested_first: list[float]
    source_tables: list[list[float]]
    content_tables: list[list[float]]
    event_layout: dict[str, tuple[int, int]] = {}


@dataclass(frozen=True, slots=True)
class TagChain:
    """Transition scores of one layer of tags: ``steps[before, after]`` and ``first[tag]``."""

    steps: Floats
    first: Floats


@dataclass(frozen=True, slots=True)
class Tables:
    """Everything that decoding needs to know about one set of weights.

    ``layout`` gives the columns of each head in a row of the encoder's output, and ``event_layout`` in its row of
    events, which weights without events have none of; ``labels`` the classes of a head; ``source`` and ``content`` one
    table of scores a pair feature.
    """

    layout: dict[str, tuple[int, int]]
    labels: dict[str, tuple[str, ...]]
    outer: TagChain
    nested: TagChain
    source: tuple[Floats, ...]
    content: tuple[Floats, ...]
    event_layout: dict[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def width(self) -> int:
        return max(end for _, end in self.layout.values())

    @property
    def event_width(self) -> int:
        return max(end for _, end in self.event_layout.values())

    def part(self, rows: Floats, head: str) -> Floats:
        """The columns of one head."""
        first, last = self.layout[head]
        return rows[..., first:last]

    def event_part(self, rows: Floats, head: str) -> Floats:
        """The same of rows of events."""
        first, last = self.event_layout[head]
        return rows[..., first:last]


def load_tables(content: bytes) -> Tables:
    """Tables out of the bytes of tables.json; BadModel if they are none."""
    try:
        file = msgspec.json.decode(content, type=TablesFile)
    except msgspec.MsgspecError as error:
        raise BadModel(f"tables.json: {error}") from error
    sizes = tuple(len(table) for table in file.source_tables)
    if sizes != FEATURE_SIZES:
        raise BadModel(f"tables.json has pair features of sizes {sizes}, this version knows {FEATURE_SIZES}")
    floats = [np.array(table, np.float32) for table in file.source_tables]
    return Tables(
        file.layout,
        file.labels,
        TagChain(np.array(file.outer_steps, np.float32), np.array(file.outer_first, np.float32)),
        TagChain(np.array(file.nested_steps, np.float32), np.array(file.nested_first, np.float32)),
        tuple(floats),
        tuple(np.array(table, np.float32) for table in file.content_tables),
        file.event_layout,
    )


def softmax(scores: Floats) -> Floats:
    """Over the last axis."""
    most: Floats = np.maximum.reduce(scores, -1, keepdims=True)
    shifted = np.exp(scores - most)
    result: Floats = shifted / np.add.reduce(shifted, -1, keepdims=True)
    return result


def mean_row(rows: Floats) -> Floats:
    """What ``rows.mean(0)`` gives, of a few rows in a third of the time."""
    mean: Floats = np.add.reduce(rows, 0) / np.float32(len(rows))
    return mean
