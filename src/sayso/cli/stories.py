"""`sayso stories`, `point`, `funnel`: what several articles tell, and how many reports stand behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sayso.cli.corpora import corpus_argument, find_points, form_option, open_corpus
from sayso.cli.failures import failing_in_words
from sayso.cli.terminal import show, width

if TYPE_CHECKING:
    from sayso.ledger import Where
    from sayso.linking.corpus import Corpus


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
    Exit codes: 0 shown, 1 an error, 2 called wrongly, 3 some left unread.
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
    Exit codes: 0 shown, 1 there is no such point or another error, 2 called wrongly, 3 some left unread.
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
    Exit codes: 0 shown, 1 there is no such point or another error, 2 called wrongly, 3 some left unread.
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
