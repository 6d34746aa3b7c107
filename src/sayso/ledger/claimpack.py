"""The rows of an article's claims packed together, beside the text that most of their words repeat."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sayso.ledger.packing import encode, pack_columns, unpack_columns


def pack_claims(rows: Sequence[Mapping[str, Any]], text: str) -> bytes:
    """Rows with the same columns; ``text`` is the article's."""
    return pack_columns([dict(row) for row in rows], encode(text))


def unpack_claims(packed: bytes, text: str) -> list[dict[str, Any]]:
    """The rows again. Raises as `sayso.ledger.packing.unpack_columns`."""
    rows: list[dict[str, Any]] = unpack_columns(packed, encode(text))
    return rows
