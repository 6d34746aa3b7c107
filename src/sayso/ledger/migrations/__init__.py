"""How an older ledger becomes one of today: one file a step, named for its number and what it adds.

To add a step, write `s07_what.py` with a ``STEP`` in it; nothing else lists the steps. Two steps may be written at the
same time: a ledger keeps the names of those it has, not only the greatest number, and takes those that it lacks.
"""

from __future__ import annotations

from sayso.ledger.migrations.registry import load_steps
from sayso.ledger.migrations.step import Step
from sayso.ledger.migrations.upgrading import find_lacking, mark_new, upgrade

__all__ = ["Step", "find_lacking", "load_steps", "mark_new", "upgrade"]
