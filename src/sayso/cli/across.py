"""`sayso stories`, `point`, `funnel`, `echoes`, `disputes`, `source`, `trace`, `check`: what holds across articles."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.corpora import find_article, find_points, form_option, open_corpus, open_story, read_one
from sayso.cli.failures import failing_in_words
from sayso.cli.places import LedgerPlace
from sayso.cli.terminal import show, width
from sayso.errors import SaysoError

if TYPE_CHECKING:
    from sayso.ledger import Where
    from sayso.linking.corpus import Corpus

corpus_argument = click.argument("source", metavar="LEDGER|FOLDER", type=LedgerPlace())
NOT_AS_READ = 4  # exit code of `check`


@click.command(short_help="Show the stories of many articles, and how many reports stand behind them.")
@corpus_argument
@form_option
def stories(source: Where, form: str) -> None:
    """Show each happening that several articles tell of, its points, and for each point how many separate reports
    and which origins stand behind it. JSON holds all edges, points, reports, origins and disputes, a story a line.

    A point is called by its story and its number: "harbour-12#1". Of a long id that Sayso made, its beginning will do.

    \b
    Examples:
      sayso stories tonight.db
      sayso stories pages/ --format json > stories.jsonl

    \b
    Exit codes: 0 shown, 1 an error, 2 called wrongly.
    """
    from sayso.exports.story_json import export_story

    with failing_in_words():
        corpus = open_corpus(source)
        if form == "json":
            for story in corpus.linked(smallest=1):
                click.echo(export_story(story))
        else:
            _show_stories(corpus)


def _show_stories(corpus: Corpus) -> None:
    from sayso.exports import story_text

    every = corpus.stories()
    show(story_text.render_stories_head(len(corpus.times), every))
    for story in corpus.linked():
        show("\n" + story_text.render_story(story, width()))
    alone = [story[0] for story in every if len(story) == 1]
    listed = [corpus.prepared[article].reading.article for article in alone[: story_text.MOST_ALONE]]
    if listed:
        show("\n" + story_text.render_alone(listed, len(alone) - len(listed), width()))
    if len(alone) < len(every):
        show("\n" + story_text.render_how_to_read(width()))


@click.command(short_help="Show a point: who says it, who hedges or denies it, and from whom they have it.")
@corpus_argument
@click.argument("name", metavar="STORY[#NUMBER]")
@form_option
def point(source: Where, name: str, form: str) -> None:
    """Show one point of a story: all claims that make it, in own voice, attributed, hedged and denied; its reports,
    origins and disputes. Without a number, show the story with all its points.

    \b
    Examples:
      sayso point tonight.db "harbour-12#1"
      sayso point tonight.db harbour-12

    \b
    Exit codes: 0 shown, 1 there is no such point or another error, 2 called wrongly.
    """
    from sayso.exports.story_json import export_point
    from sayso.exports.story_text import render_point, render_story

    with failing_in_words():
        linked, points = find_points(open_corpus(source), name)
        if form == "json":
            for number, found in points.items():
                click.echo(export_point(found, number, linked))
        elif len(points) == 1 and "#" in name:
            for number, found in points.items():
                show(render_point(found, number, linked, width()))
        else:
            show(render_story(linked, width(), most=None))


@click.command(short_help="Show a point's funnel: articles, publishers, reports, origins, sides.")
@corpus_argument
@click.argument("name", metavar="STORY#NUMBER")
@form_option
def funnel(source: Where, name: str, form: str) -> None:
    """Show how many articles, publishers, reports, origins and sides stand behind one point, each with its list.

    \b
    Example:
      sayso funnel tonight.db "harbour-12#1"

    \b
    Exit codes: 0 shown, 1 there is no such point or another error, 2 called wrongly.
    """
    from sayso.exports.funnel_text import render_funnel
    from sayso.exports.story_json import export_funnel
    from sayso.linking.funnel import make_funnel

    with failing_in_words():
        corpus = open_corpus(source)
        linked, points = find_points(corpus, name)
        for number, found in points.items():
            made = make_funnel(found, linked, corpus.lists.agencies)
            if form == "json":
                click.echo(export_funnel(made, found, number, linked))
            else:
                show(render_funnel(made, found, number, linked, width()))


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
    Exit codes: 0 shown, 1 an error, 2 called wrongly.
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
    Exit codes: 0 shown, 1 an error, 2 called wrongly.
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
    Exit codes: 0 shown, 1 nothing found or an error, 2 called wrongly.
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
    Exit codes: 0 shown, 1 an error, 2 called wrongly.
    """
    from sayso.linking.tracing import trace_article

    with failing_in_words():
        reading = read_one(article)
        corpus = open_story(source, reading)
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
    Exit codes: 0 all exact, 1 an error, 2 called wrongly, 4 some quotation is not as it was read.
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
