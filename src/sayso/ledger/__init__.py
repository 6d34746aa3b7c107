"""The ledger: one file that keeps readings and what linking found between them."""

from __future__ import annotations

from sayso.ledger.opening import Where, open_ledger, upgrade_ledger
from sayso.ledger.store import Ledger

__all__ = ["Ledger", "Where", "open_ledger", "upgrade_ledger"]
