"""`sayso echoes`, `disputes`, `source`: what articles have from each other, and what they say against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sayso.cli.corpora import corpus_argument, find_article, form_option, open_corpus
from sayso.cli.failures import failing_in_words
from sayso.cli.terminal import show, width
from sayso.errors import SaysoError

if TYPE_CHECKING:
    from sayso.ledger import Where


@click.command(short_help="Show who copies, quotes and credits whom, and why it is thought so.")
@corpus_argument
@click.option("--article", metavar="ID", help="Only what leads to or from this article.")
@form_option
def echoes(source: Where, article: str | None, form: str) -> None:
    """Show every edge between articles of a story, with its direction where the texts tell it, and its reasons.

    \b
    Examples:
      sayso echoes tonight.db
      sayso echoes tonight.db --article harbour-12

    \b
    Exit codes: 0 shown, 1 an error, 2 called wrongly, 3 some left unread.
    """
    from sayso.exports.echo_text import render_echoes
    from sayso.exports.story_json import export_echo

    with failing_in_words():
        corpus = open_corpus(source)
        wanted = None if article is None else find_article(corpus, article)
        shown = 0
        for story in corpus.stories():
            if len(story) < 2 or wanted not in (None, *story):
                continue
            linked = corpus.dependence(story)
            edges = [edge for edge in linked.edges if wanted in (None, edge.child, edge.parent)]
            if edges and form == "text":
                show(("\n" if shown else "") + render_echoes(edges, linked, width()))
            for edge in edges if form == "json" else ():
                click.echo(export_echo(edge, linked))
            shown += len(edges)
        if not shown and form == "text":
            show(f"Nothing shows that {'this' if wanted else 'any'} article copies, credits or quotes another here.\n")


@click.command(short_help="Show what articles say against each other: numbers, yes and no.")
@corpus_argument
@form_option
def disputes(source: Where, form: str) -> None:
    """Show every dispute of every point, with both wordings in their sentences.

    \b
    Example:
      sayso disputes tonight.db

    \b
    Exit codes: 0 shown, 1 an error, 2 called wrongly, 3 some left unread.
    """
    from sayso.exports.story_json import export_dispute
    from sayso.exports.story_text import render_disputes

    with failing_in_words():
        shown = 0
        for linked in open_corpus(source).linked():
            found = [(number, one) for number, held in enumerate(linked.points, 1) for one in held.disputes]
            if found and form == "text":
                show(("\n" if shown else "") + render_disputes(found, linked, width()))
            for number, one in found if form == "json" else ():
                click.echo(export_dispute(one, number, linked))
            shown += len(found)
        if not shown and form == "text":
            show("No dispute found: no numbers that differ, and no yes against a no.\n")


@click.command(short_help="Show all that one source is said to have said.")
@corpus_argument
@click.argument("name", metavar="NAME")
@form_option
def source(source: Where, name: str, form: str) -> None:
    """Show every claim whose innermost speaker goes by NAME, with the article and whoever passed it on.

    \b
    Example:
      sayso source tonight.db "Carla Ruiz"

    \b
    Exit codes: 0 shown, 1 nothing found or an error, 2 called wrongly, 3 some left unread.
    """
    from sayso.exports.checked_text import render_sayings
    from sayso.exports.story_json import export_saying
    from sayso.linking.saying import find_sayings

    with failing_in_words():
        corpus = open_corpus(source)
        found = list(find_sayings(name, (corpus.prepared[article].reading for article in sorted(corpus.times))))
        if not found:
            raise SaysoError(f"{name}: no claim of a source of that name is here")
        if form == "json":
            for saying in found:
                click.echo(export_saying(saying))
        else:
            show(render_sayings(name, found, width()))
