"""What people decide of a ledger's claims: an append-only log, chained by hashes, and what follows from it."""

from __future__ import annotations

from sayso.ledger.review.attaching import ClaimRow, Hold
from sayso.ledger.review.chain import Head, parse_head
from sayso.ledger.review.judged import Adrift, Judged, Judgements, Verdict
from sayso.ledger.review.queue import Queued
from sayso.ledger.review.reviewing import On, Review, load_judgements

__all__ = [
    "Adrift", "ClaimRow", "Head", "Hold", "Judged", "Judgements", "On", "Queued", "Review", "Verdict",
    "load_judgements", "parse_head",
]  # fmt: skip
