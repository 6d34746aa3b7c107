"""A ledger opened for the coder who judges it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.cli.coders import login_name
from sayso.cli.failures import failing_in_words

if TYPE_CHECKING:
    from sayso.ledger.review import Review


@contextmanager
def reviewing(ledger: Path | str, coder: str | None, *, blind: bool = False) -> Iterator[Review]:
    from sayso.ledger import open_ledger

    with failing_in_words(), open_ledger(ledger) as opened:
        yield opened.review(coder or login_name(), blind=blind)
