"""Ledgers of invented articles, read without weights."""

from __future__ import annotations

from pathlib import Path

from sayso.exports.reading_json import export_json, import_json
from sayso.ledger import Ledger, open_ledger
from sayso.linking.incremental import Linker
from sayso.records.reading import Reading, Unread
from tests.night import lists


def put(ledger: Ledger, *readings: Reading, source: str = "night/") -> int:
    """The number of an import that holds these readings."""
    linker, batch = Linker(ledger, lists(), export_json, import_json), ledger.begin_batch(source)
    for done in linker.add_together(readings, batch):
        assert not isinstance(done, Unread), done
    return batch


def make_ledger(path: Path, *readings: Reading) -> Path:
    """A ledger file with these readings in one import."""
    with open_ledger(path, create=True) as ledger:
        if readings:
            put(ledger, *readings)
    return path
