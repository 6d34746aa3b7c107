"""What is said of an article's claims, packed together beside the text, out of which their words are cut again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sayso.ledger.packing import encode, pack_columns, unpack_columns

APART = ("claim", "voice", "does", "score", "speaker")  # of a claim, what its own row has


def pack_claims(rows: Sequence[Mapping[str, Any]], text: str) -> bytes:
    """Rows with the same columns, without those of APART; ``text`` is the article's."""
    said = [{name: value for name, value in row.items() if name not in APART} for row in rows]
    for row in said:
        if row["words"] == _cut(row, text):
            row["words"] = None
    return pack_columns(said, encode(text))


def unpack_claims(packed: bytes, text: str) -> list[dict[str, Any]]:
    """The rows again. Raises as `sayso.ledger.packing.unpack_columns`."""
    rows: list[dict[str, Any]] = unpack_columns(packed, encode(text))
    for row in rows:
        if row["words"] is None:
            row["words"] = _cut(row, text)
    return rows


def _cut(row: Mapping[str, Any], text: str) -> str:
    """The words of a claim that stands in one stretch, on one line."""
    return " ".join(text[row["start"] : row["end"]].split())
