"""`sayso events`: what happened, who did it to whom, and how firmly who says so."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.corpora import form_option, is_ledger, read_all
from sayso.cli.failures import failing_in_words
from sayso.cli.places import LedgerPlace, name_of
from sayso.cli.terminal import has_colour, show, width
from sayso.errors import SaysoError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.ledger import Where
    from sayso.records.reading import Reading

# Spelled out, so that the command's help needs no record to be imported.
TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
HELD = ("asserted", "hedged", "unspecified", "denied")


@click.command(short_help="Show what happened, who did it to whom, and how firmly who says so.")
@click.argument("sources", nargs=-1, required=True, metavar="FILE|LEDGER...", type=LedgerPlace())
@form_option
@click.option("--type", "types", multiple=True, type=click.Choice(TYPES, case_sensitive=False), help="Only this type.")
@click.option(
    "--min-commitment",
    "least",
    type=click.Choice(HELD),
    default="denied",
    show_default=True,
    help="Leave out what the innermost source holds less firmly than this.",
)
@click.option("--lede-only", is_flag=True, help="Only headline, deck and the first four sentences of the body.")
def events(sources: tuple[Where, ...], form: str, types: tuple[str, ...], least: str, lede_only: bool) -> None:
    """Show the events of each FILE, as one claim tells them each: type and modes (PLOVER), who did it to whom, when,
    where, how many, and how far each holder of the claim holds that it happened. JSON has one object an event.

    An event that may be no news is flagged: background, historical, future, hypothetical, negated, opinion. Nobody is
    named as the one who did it unless the same claim names him.

    \b
    Examples:
      sayso events article.txt
      sayso events tonight/*.html --lede-only --min-commitment asserted
      sayso events articles.jsonl --type ASSAULT --type COERCE --format json
      sayso events tonight.db --type PROTEST

    \b
    Exit codes: 0 shown, 1 an error, 2 called wrongly, 3 some left unread.
    """
    from sayso.exports.event_rows import Held, lay_out_events
    from sayso.exports.events_json import export_events
    from sayso.exports.events_text import render_events
    from sayso.records.event import EventType

    wanted = frozenset(EventType(name.upper()) for name in types)
    with failing_in_words():
        number = -1
        for number, reading in enumerate(_readings(sources)):
            rows = lay_out_events(reading, types=wanted, least=Held(least), lede_only=lede_only)
            if form == "json":
                for line in export_events(reading, rows):
                    click.echo(line)
            else:
                show(("\n" if number else "") + render_events(reading, rows, width=width(), colour=has_colour()))
        if number < 0:
            raise SaysoError(f"{', '.join(map(name_of, sources))}: holds no article that can be read")


def _readings(sources: tuple[Where, ...]) -> Iterator[Reading]:
    """The readings of all files, and of ledgers as they stand there."""
    from sayso.exports.reading_json import import_json
    from sayso.ledger import open_ledger

    for source in sources:
        if isinstance(source, Path) and not source.exists():
            raise SaysoError(f"{source}: is not there; name a file of articles or a ledger")
        if isinstance(source, str) or is_ledger(source):
            with open_ledger(source) as ledger:
                yield from map(import_json, ledger.readings())
        else:
            yield from read_all([source])
