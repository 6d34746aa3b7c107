"""What all tests of ledgers share."""

from __future__ import annotations

from tests.ledger.places import where

__all__ = ["where"]
