"""What claims are found by beside their words: marks, and what stands inside them. All of it comes from readings."""

from __future__ import annotations

from sayso.ledger.migrations.step import Step, nothing

STEP = Step("s06_search", "claims found by numbers, times, places, kind, events and relay", nothing, index_anew=True)
