"""The ledger: one file that keeps readings and what linking found between them."""

from __future__ import annotations

from sayso.ledger.store import Ledger, open_ledger, upgrade_ledger

__all__ = ["Ledger", "open_ledger", "upgrade_ledger"]
