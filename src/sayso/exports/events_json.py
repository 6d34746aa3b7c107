"""Events as JSON for coders: one object an event, with names and words beside the ids and offsets."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import msgspec

from sayso.exports.event_json import event_to_wire
from sayso.exports.event_rows import EventRow
from sayso.records.reading import Reading


def export_events(reading: Reading, rows: Sequence[EventRow]) -> list[str]:
    """One line of JSON an event; ``event`` is what stands in the reading."""
    return [json.dumps(_shape(reading, row), ensure_ascii=True, separators=(",", ":")) for row in rows]


def _shape(reading: Reading, row: EventRow) -> dict[str, Any]:
    article, event = reading.article, row.event
    return {
        "article": article.id,
        "outlet": article.outlet,
        "published": article.published.time if article.published else None,
        "event": msgspec.to_builtins(event_to_wire(event)),
        "words": event.span.cut(article.text),
        "sentence": [row.sentence.start, row.sentence.end],
        "actor_names": row.actors,
        "recipient_names": row.recipients,
        "claim": row.claim.id,
        "voice": row.claim.voice,
        "held": row.held,
        "chain": [
            {"name": holder.name, "held": holder.held, "factuality": value}
            for holder, value in zip(row.holders, row.values, strict=False)
        ],
    }
