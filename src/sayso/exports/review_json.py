"""What waits for review, and how far coders agree, as JSON: one object a line."""

from __future__ import annotations

import msgspec

from sayso.ledger.review import On, Queued
from sayso.ledger.review.agreement import Agreement

QUEUED, AGREEMENT = "sayso.queued/1", "sayso.agreement/1"


def export_queued(one: Queued) -> bytes:
    """A claim that waits; ``claim`` is what it is called by, ``start`` and ``end`` count code points of its text."""
    row = one.row
    return msgspec.json.encode(
        {
            "schema": QUEUED,
            "claim": row.pick,
            "article": row.article,
            "start": row.start,
            "end": row.end,
            "words": row.words,
            "voice": row.voice,
            "speaker": row.speaker,
            "stance": row.does,
            "hedged": row.hedged,
            "confidence": row.confidence,
            "score": row.score,
            "worth": one.worth,
            "articles": one.articles,
            "disputes": one.disputes,
        }
    )


def export_agreement(on: On, found: Agreement) -> bytes:
    return msgspec.json.encode(
        {
            "schema": AGREEMENT,
            "on": on,
            "coders": found.coders,
            "claims": found.units,
            "alike": found.same,
            "alpha": found.alpha,
        }
    )
