"""Numbers are found by their first two digits, so that few are left to look at at the end of a stretch."""

from __future__ import annotations

from sayso.ledger.migrations.step import Step, nothing

STEP = Step(
    "s10_numbers", "numbers found at once, however many lie near the one that is asked for", nothing, index_anew=True
)
