"""`sayso trace`, `check`: one article, or a draft, held against others."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.corpora import form_option, open_corpus, open_story, read_one
from sayso.cli.failures import failing_in_words
from sayso.cli.places import LedgerPlace
from sayso.cli.terminal import show, width

if TYPE_CHECKING:
    from sayso.ledger import Where

NOT_AS_READ = 4  # exit code of `check`


@click.command(short_help="Trace one article: whose copy it is, who carries the same words, what is its own.")
@click.argument("article", metavar="ARTICLE", type=click.Path(path_type=Path))
@click.option(
    "--in",
    "source",
    required=True,
    metavar="LEDGER|FOLDER",
    type=LedgerPlace(),
    help="The articles to trace it in.",
)
@form_option
def trace(article: Path, source: Where, form: str) -> None:
    """Trace ARTICLE (a file) in a ledger or a folder: where its story was first seen, on whom it depends and who
    depends on it, which of its sentences others carry as well, and what is its own.

    Of a folder's articles only those are read that are in its story: which these are, their words and days tell.

    \b
    Examples:
      sayso trace page.html --in tonight/
      sayso trace page.txt --in tonight.db

    \b
    Exit codes: 0 shown, 1 an error, 2 called wrongly, 3 some left unread.
    """
    from sayso.linking.tracing import trace_article
    from sayso.run.sources import LaterReader

    with failing_in_words():
        read = LaterReader()
        reading = read_one(article, read)
        corpus = open_story(source, reading, read)
        name = reading.article.id
        traced = trace_article(name, corpus.dependence(corpus.story_of(name)))
        if form == "json":
            from sayso.exports.story_json import export_trace

            click.echo(export_trace(traced))
        else:
            from sayso.exports.echo_text import render_trace

            show(render_trace(traced, width()))


@click.command(short_help="Check a draft's quotations against what was read.")
@click.argument("draft", metavar="DRAFT", type=click.Path(path_type=Path))
@click.option(
    "--against",
    "source",
    required=True,
    metavar="LEDGER|FOLDER",
    type=LedgerPlace(),
    help="The articles to look in.",
)
@form_option
def check(draft: Path, source: Where, form: str) -> None:
    """Look up each quotation of DRAFT: exact, altered (with what differs), given to another speaker, or not found; and
    say where the draft's attribution is firmer than that of every article that has the same words.

    Quotations of one or two words are not looked up.

    \b
    Example:
      sayso check draft.md --against tonight.db

    \b
    Exit codes: 0 all exact, 1 an error, 2 called wrongly, 3 some left unread, 4 some quotation is not as it was read.
    """
    from sayso.exports.checked_text import render_checked
    from sayso.exports.story_json import export_checked
    from sayso.linking.checking import Finding, check_draft

    with failing_in_words():
        reading = read_one(draft)
        corpus = open_corpus(source)
        readings = [corpus.prepared[name].reading for name in sorted(corpus.times)]
        checked = check_draft(reading, readings)
        if form == "json":
            for one in checked:
                click.echo(export_checked(one, reading))
        else:
            show(render_checked(checked, reading, len(readings), width()))
    if any(one.finding not in (Finding.EXACT, Finding.TOO_SHORT) for one in checked):
        raise click.exceptions.Exit(NOT_AS_READ)
