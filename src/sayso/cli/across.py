"""`sayso stories`, `point`, `funnel`, `echoes`, `disputes`, `source`, `trace`, `check`: what holds across articles."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.corpora import find_point, form_option, open_corpus, prepared_of, read_all, width
from sayso.cli.failures import ERROR, failing_in_words
from sayso.errors import SaysoError

if TYPE_CHECKING:
    from sayso.linking.corpus import Corpus

corpus_argument = click.argument("source", metavar="LEDGER|FOLDER", type=click.Path(path_type=Path))


@click.command(short_help="Show the stories of many articles, and how many reports stand behind them.")
@corpus_argument
@form_option
def stories(source: Path, form: str) -> None:
    """Show each happening that several articles tell of, its points, and for each point how many separate reports
    and which origins stand behind it. JSON holds all edges, points, reports, origins and disputes, a story a line.

    A point is called by its story and its number: "harbour-12#1".

    \b
    Examples:
      sayso stories tonight.db
      sayso stories pages/ --format json > stories.jsonl

    \b
    Exit codes: 0 shown, 1 an error, 2 called wrongly.
    """
    from sayso.exports.story_json import export_story
    from sayso.exports.story_text import render_stories

    with failing_in_words():
        corpus = open_corpus(source)
        if form == "json":
            for story in corpus.linked(smallest=1):
                click.echo(export_story(story))
            return
        alone = sum(len(story) == 1 for story in corpus.stories())
        click.echo(render_stories(corpus.linked(), alone, width()), nl=False)


@click.command(short_help="Show a point: who says it, who hedges or denies it, and from whom they have it.")
@corpus_argument
@click.argument("name", metavar="STORY#NUMBER")
def point(source: Path, name: str) -> None:
    """Show one point of a story: all claims that make it, in own voice, attributed, hedged and denied; its reports,
    origins and disputes.

    \b
    Example:
      sayso point tonight.db "harbour-12#1"

    \b
    Exit codes: 0 shown, 1 there is no such point or another error, 2 called wrongly.
    """
    from sayso.exports.story_text import render_point

    with failing_in_words():
        linked, found = find_point(open_corpus(source), name)
        click.echo(render_point(found, linked, width()), nl=False)


@click.command(short_help="Show a point's funnel: articles, publishers, reports, origins, sides.")
@corpus_argument
@click.argument("name", metavar="STORY#NUMBER")
def funnel(source: Path, name: str) -> None:
    """Show how many articles, publishers, reports, origins and sides stand behind one point, each with its list.

    \b
    Example:
      sayso funnel tonight.db "harbour-12#1"

    \b
    Exit codes: 0 shown, 1 there is no such point or another error, 2 called wrongly.
    """
    from sayso.exports.escapes import on_one_line
    from sayso.exports.story_text import render_funnel
    from sayso.linking.funnel import make_funnel

    with failing_in_words():
        corpus = open_corpus(source)
        linked, found = find_point(corpus, name)
        title = on_one_line(found.title.span.cut(linked.scene.member(found.title.article).text))
        made = make_funnel(found, linked, corpus.lists.agencies)
        click.echo(render_funnel(made, f"“{title}”", width()), nl=False)


@click.command(short_help="Show who copies, quotes and credits whom, and why it is thought so.")
@corpus_argument
@click.option("--article", metavar="ID", help="Only what leads to or from this article.")
def echoes(source: Path, article: str | None) -> None:
    """Show every edge between articles of a story, with its direction where the texts tell it, and its reasons.

    \b
    Examples:
      sayso echoes tonight.db
      sayso echoes tonight.db --article harbour-12

    \b
    Exit codes: 0 shown, 1 an error, 2 called wrongly.
    """
    from sayso.exports.story_text import render_edges, title_of_article

    with failing_in_words():
        corpus = open_corpus(source)
        if article is not None:
            prepared_of(corpus, article)
        for story in corpus.stories():
            if len(story) < 2 or (article is not None and article not in story):
                continue
            linked = corpus.link(story)
            edges = [edge for edge in linked.edges if article in (None, edge.child, edge.parent)]
            if edges:
                click.echo(f"{title_of_article(linked.scene.members[0].reading)}  ⟨{linked.id}⟩")
                click.echo(render_edges(edges, linked, width()))


@click.command(short_help="Show what articles say against each other: numbers, yes and no.")
@corpus_argument
def disputes(source: Path) -> None:
    """Show every dispute of every point, with both wordings in their sentences.

    \b
    Example:
      sayso disputes tonight.db

    \b
    Exit codes: 0 shown, 1 an error, 2 called wrongly.
    """
    from sayso.exports.story_text import render_dispute

    with failing_in_words():
        for linked in open_corpus(source).linked():
            for number, found in enumerate(linked.points, 1):
                for dispute in found.disputes:
                    click.echo(f"{linked.id}#{number}")
                    click.echo("\n".join(render_dispute(dispute, linked, width())) + "\n")


@click.command(short_help="Show all that one source is said to have said.")
@corpus_argument
@click.argument("name", metavar="NAME")
def source(source: Path, name: str) -> None:
    """Show every claim whose innermost speaker goes by NAME, with the article and whoever passed it on.

    \b
    Example:
      sayso source tonight.db "Carla Ruiz"

    \b
    Exit codes: 0 shown, 1 nothing found or an error, 2 called wrongly.
    """
    with failing_in_words():
        found = list(_said_by(open_corpus(source), name))
        if not found:
            raise SaysoError(f"{name}: no claim of a source of that name is here")
        for line in found:
            click.echo(line)


def _said_by(corpus: Corpus, name: str) -> list[str]:
    from sayso.exports.escapes import on_one_line
    from sayso.linking.quoted.speakers import same_speaker

    lines = []
    for article in sorted(corpus.times):
        reading = corpus.prepared[article].reading
        actors = {actor.id: actor for actor in reading.actors}
        for claim in reading.claims:
            holders = [actors[link.actor].name for link in claim.chain if link.actor in actors]
            if holders and (holders[-1].casefold() == name.casefold() or same_speaker(holders[-1], name) is True):
                words = " […] ".join(on_one_line(span.cut(reading.article.text)) for span in claim.content)
                does = claim.chain[-1].does
                how = does.value if does else "says"
                lines.append(f"⟨{article}⟩ {on_one_line(' ← '.join(reversed(holders)))} ({how}): {words}")
    return lines


@click.command(short_help="Trace one article: whose copy it is, who carries the same words, what is its own.")
@click.argument("article", metavar="ARTICLE", type=click.Path(path_type=Path))
@click.option(
    "--in",
    "source",
    required=True,
    metavar="LEDGER|FOLDER",
    type=click.Path(path_type=Path),
    help="The articles to trace it in.",
)
def trace(article: Path, source: Path) -> None:
    """Trace ARTICLE (a file) in a ledger or a folder: where its story was first seen, on whom it depends and who
    depends on it, which of its sentences others carry as well, and what is its own.

    \b
    Examples:
      sayso trace page.html --in tonight/
      sayso trace page.txt --in tonight.db

    \b
    Exit codes: 0 shown, 1 an error, 2 called wrongly.
    """
    from sayso.exports.story_text import render_trace
    from sayso.linking.tracing import trace_article

    with failing_in_words():
        readings = read_all([article], 1)
        if not readings:
            raise click.exceptions.Exit(ERROR)
        corpus = open_corpus(source, readings)
        name = readings[0].article.id
        traced = trace_article(name, corpus.link(corpus.story_of(name)))
        click.echo(render_trace(traced, width()), nl=False)


@click.command(short_help="Check a draft's quotations against what was read.")
@click.argument("draft", metavar="DRAFT", type=click.Path(path_type=Path))
@click.option(
    "--against",
    "source",
    required=True,
    metavar="LEDGER|FOLDER",
    type=click.Path(path_type=Path),
    help="The articles to look in.",
)
def check(draft: Path, source: Path) -> None:
    """Look up each quotation of DRAFT: exact, altered (with what differs), given to another speaker, or not found; and
    say where the draft's attribution is firmer than that of the article it comes from.

    \b
    Example:
      sayso check draft.md --against tonight.db

    \b
    Exit codes: 0 all exact, 1 an error, 2 called wrongly, 4 some quotation is not as it was read.
    """
    from sayso.exports.story_text import render_checked
    from sayso.linking.checking import Finding, check_draft

    with failing_in_words():
        readings = read_all([draft], 1)
        if not readings:
            raise click.exceptions.Exit(ERROR)
        corpus = open_corpus(source)
        checked = check_draft(readings[0], [corpus.prepared[name].reading for name in sorted(corpus.times)])
        click.echo(render_checked(checked, readings[0], width()), nl=False)
    if any(one.finding is not Finding.EXACT for one in checked):
        raise click.exceptions.Exit(4)
