"""`sayso search`: claims and texts of a ledger by words, speakers, numbers, times, places and more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sayso.cli.failures import ERROR, failing_in_words
from sayso.cli.places import ledger_argument
from sayso.cli.terminal import has_colour, show, width

if TYPE_CHECKING:
    from sayso.exports.search_hits import SearchPage
    from sayso.ledger import Where

ORDERS = ("newest", "oldest", "relevance", "score")
MOST_PAGES = 400


@click.command(short_help="Search the claims of a ledger.")
@ledger_argument
@click.argument("words", nargs=-1, required=True, metavar="QUERY...")
@click.option("--sort", type=click.Choice(ORDERS), default="newest", show_default=True, help="Which come first.")
@click.option("--page", type=click.IntRange(1, MOST_PAGES), default=1, show_default=True, help="Of 25 each.")
@click.option("--texts", is_flag=True, help="Look through whole texts and titles, not claims.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@click.option("--csv", "as_csv", is_flag=True, help="A table with a row a match.")
def search(
    ledger: Where, words: tuple[str, ...], sort: str, page: int, texts: bool, as_json: bool, as_csv: bool
) -> None:
    """Find the claims of a ledger that hold words and phrases, and of which all else that is asked for is true.

    \b
      ferry "ran aground" -tugs        both; not the word tugs
      ferry OR boat                    either; brackets hold together
      speaker:quill  via:"skerry press"  outlet:herald
      says:denies                      asserts confirms denies hedges intends asks
      kind:direct  own-voice  party  type:ASSAULT  is:hedged
      number:>20  number:20..30  number:">20 dead"
      date:2025-04..  when:2025-05-12  (published; told in the claim)
      place:Kell  place:"New York"~50km  place:55.7,13.2~50km

    What a search begins with "-" comes after "--". The page "Search" of the documentation tells all of it.

    \b
    Examples:
      sayso search tonight.db ferry says:denies
      sayso search tonight.db 'speaker:"Ada Quill" "both engines"' --sort relevance
      sayso search tonight.db 'number:">20 dead" date:2025-04..' --json
      sayso search tonight.db --texts ferry --csv > ferry.csv

    \b
    Exit codes: 0 searched, 1 the search cannot be read or there is no ledger, 2 called wrongly.
    """
    from sayso.errors import BadQuery
    from sayso.exports.search_text import render_bad_query

    if as_json and as_csv:
        raise click.UsageError("--json and --csv are two forms; name one")
    if not " ".join(words).strip():
        raise click.UsageError("QUERY is empty: name a word, a phrase or a field to search for")
    with failing_in_words():
        try:
            found = _find(ledger, " ".join(words), sort, page, texts=texts)
        except BadQuery as error:
            click.echo("sayso: the search cannot be read:", err=True)
            click.echo(render_bad_query(error, width()), err=True, nl=False)
            raise click.exceptions.Exit(ERROR) from error
        _show(found, as_json=as_json, as_csv=as_csv)


def _find(path: Where, words: str, sort: str, page: int, *, texts: bool) -> SearchPage:
    from sayso.exports.search_page import look_up
    from sayso.ledger import open_ledger

    with open_ledger(path) as ledger:
        return look_up(ledger, words, sort=sort, page=page, texts=texts)


def _show(found: SearchPage, *, as_json: bool, as_csv: bool) -> None:
    from sayso.exports.search_hits import export_search, export_search_csv
    from sayso.exports.search_text import render_search

    if as_json:
        click.echo(export_search(found))
    elif as_csv:
        show(export_search_csv(found.hits))
    else:
        show(render_search(found, width(), colour=has_colour()))
