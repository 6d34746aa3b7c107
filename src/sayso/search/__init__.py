"""Search: a question in a small language, and the claims and articles of a ledger that answer it."""

from __future__ import annotations

from sayso.search.parsing import parse_query
from sayso.search.query import Query

__all__ = ["Query", "parse_query"]
