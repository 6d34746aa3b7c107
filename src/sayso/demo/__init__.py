"""A ledger of invented articles to try everything on, and what is true of it by how they were written."""

from __future__ import annotations

from sayso.demo.building import build_demo, is_demo
from sayso.demo.truth import Truth, find_central, load_truth

__all__ = ["Truth", "build_demo", "find_central", "is_demo", "load_truth"]
