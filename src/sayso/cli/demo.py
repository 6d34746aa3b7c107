"""`sayso demo`: a ledger of invented articles, and what to try on it."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.coders import login_name
from sayso.cli.corpora import cores, open_corpus
from sayso.cli.failures import failing_in_words, say
from sayso.cli.terminal import show, width
from sayso.errors import LedgerExists

if TYPE_CHECKING:
    from sayso.linking.story import LinkedStory
    from sayso.records.point import Point

NAME = "sayso-demo.db"
NO_PAGES = 'the pages need the extra "web": pip install "sayso[web]"'


@click.command(short_help="Make a ledger of invented articles to try everything on.")
@click.option(
    "--ledger",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Where to keep it; an earlier demo there is used again.  [default: a new temporary folder]",
)
@click.option("--port", type=click.IntRange(0, 65535), default=0, show_default=True, help="Of the pages; 0: any free.")
@click.option("--no-serve", is_flag=True, help="Only make the ledger; open no pages.")
def demo(ledger: Path | None, port: int, no_serve: bool) -> None:
    """Make a ledger of 45 invented articles on one contested event, two weeks long, and show what to try on it.

    Fourteen of them tell that a timing device was found in the ruins of a kelp works. They go back to three reports,
    and these to one man. There are copies with and without a credit, an update, a denial, numbers that differ, a
    corrected one, and a quotation that is shortened, reworded and given to another. It takes some seconds, and no
    network.

    \b
    Examples:
      sayso demo
      sayso demo --ledger demo.db --no-serve

    \b
    Exit codes: 0 made, 1 another file is there or it cannot be written, 2 called wrongly.
    """
    with failing_in_words():
        path = ledger or Path(tempfile.mkdtemp(prefix="sayso-demo-")) / NAME
        _make(path)
        story = _tell(path)
        if not no_serve:
            open_pages(path, port, story)


def _make(path: Path) -> None:
    """Builds the ledger unless it is there. Raises LedgerExists where another file is."""
    from sayso.demo import build_demo, is_demo

    if not path.exists():
        build_demo(path, jobs=cores())
    elif not is_demo(path):
        raise LedgerExists(str(path))


def _tell(path: Path) -> LinkedStory:
    """Shows the central point's funnel; its story, linked."""
    from sayso.demo import find_central
    from sayso.exports.calling import short_id

    corpus = open_corpus(path)
    story, number, point = find_central(corpus)
    show(_in_short(path, len(corpus.times), story, point))
    named = f'{path} "{short_id(story.id)}#{number}"'
    for command in (f"stories {path}", f"point {named}", f"funnel {named}", f"echoes {path}", f"disputes {path}"):
        show(f"  sayso {command}\n")
    return story


def _in_short(path: Path, articles: int, story: LinkedStory, point: Point) -> str:
    """The funnel of the central point in three lines, and what comes next."""
    from sayso.exports.paragraphs import quote, wrap
    from sayso.exports.story_text import WHOLE, title_words, word_reports
    from sayso.exports.wording import count

    origins = ", ".join(origin.name + (f" ({origin.side})" if origin.side else "") for origin in point.origins)
    steps = [count(len(point.articles), "article"), word_reports(point.reports, point.low, point.high)]
    lines = wrap(f"{count(articles, 'invented article')} in {path}. The point that most of them make:", width())
    lines += quote(title_words(point, story), width(), "  ", WHOLE)
    lines += wrap(" → ".join([*steps, f"{count(len(point.origins), 'origin')}: {origins}"]), width(), "  ", "    ")
    return "\n".join([*lines, "", "To try next:"]) + "\n"


def open_pages(path: Path, port: int, story: LinkedStory) -> None:
    """Serves the ledger's pages until it is stopped, or says what is missing."""
    try:
        from sayso.web.server import open_rooms, serve
    except ModuleNotFoundError:
        say(NO_PAGES)
        return
    (room,) = open_rooms([path], login_name())
    room.keep(story)
    serve([path], host="127.0.0.1", port=port, coder=login_name(), open_browser=True, say=click.echo)
