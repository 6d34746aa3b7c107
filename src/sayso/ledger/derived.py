"""Identifiers that need not be kept, since what they are made of stands in the reading.

Sayso makes the ids of actors, attributions and claims from names and stretches. Those that come out as they stand are
made again when a reading is unpacked; all others are kept, so that a reading by whatever else comes back as it went in.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from typing import Any

from sayso.ledger.columns import LISTS, OBJECTS, Node, unfold_values

DIGITS = 10
ATTRIBUTED = "attributed"
# The columns that ids are made of, by section.
MADE_OF = (("actors", "name"), ("attributions", "cue"), ("attributions", "content"), ("claims", "voice"),
           ("claims", "content"))  # fmt: skip

Columns = list[list[Any]]


def columns_of(told: Any) -> Columns | None:
    """What ids are made of, out of a reading; None where it is no reading of Sayso's."""
    try:
        return [[one[name] for one in told[section]] for section, name in MADE_OF]
    except (KeyError, TypeError):
        return None


def folded_columns(node: Node) -> Columns | None:
    """The same out of a folded reading."""
    try:
        return [_column(node, section, name) for section, name in MADE_OF]
    except (ValueError, LookupError, TypeError):
        return None


def _column(node: Node, section: str, name: str) -> list[Any]:
    listed = _field(node, section)
    if listed[0] != LISTS:
        raise ValueError(section)
    (many,) = unfold_values(listed[1], 1, ())
    return unfold_values(_field(listed[2], name), many, ()) if many else []


def _field(node: Node, name: str) -> Node:
    if node[0] != OBJECTS or node[3]:  # some are missing
        raise ValueError(name)
    found: Node = node[4][node[1].index(name)]
    return found


def derive(columns: Columns) -> list[str]:
    """The ids that come out of it, each once."""
    names, cues, contents, voices, claimed = columns
    said = [_id("t", "attribution", cue, content) for cue, content in zip(cues, contents, strict=True)]
    own = ((voice, spans) for voice, spans in zip(voices, claimed, strict=True) if voice != ATTRIBUTED)
    made: Iterable[str] = (
        *(_id("a", "actor", name) for name in names),
        *said,
        *(_id("c", "claim", ATTRIBUTED, one) for one in said),
        *(_id("c", "claim", voice, *spans) for voice, spans in own),
    )
    return list(dict.fromkeys(made))


def _id(letter: str, *parts: str | Sequence[Any]) -> str:
    return letter + hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:DIGITS]
