"""`sayso upgrade`: what keeps a ledger sound and up to date."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.cli.failures import failing_in_words, say
from sayso.cli.ledgers import ledger_argument


@click.command(short_help="Bring a ledger that an older Sayso made up to date.")
@ledger_argument
def upgrade(ledger: Path) -> None:
    """Bring a ledger that an older Sayso made up to date, with all that it holds: whole, or not at all. An older Sayso
    does not open it any more; copy the file first if you need both.

    \b
    Example:
      sayso upgrade tonight.db

    \b
    Exit codes: 0 up to date, 1 an error, 2 called wrongly.
    """
    from sayso.exports.reading_json import import_json
    from sayso.ledger import upgrade_ledger

    with failing_in_words():
        steps = upgrade_ledger(ledger, import_json)
    for step in steps:
        say(f"new in it: {step.what}")
    if not steps:
        say("is up to date")
