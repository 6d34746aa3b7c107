"""`sayso read`: who says what in one article, or a few."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.corpora import columns_option, read_columns
from sayso.cli.failures import ERROR, SOME_UNREAD, failing_in_words, say
from sayso.cli.readers import ReaderChoice, reader_options
from sayso.cli.terminal import has_colour, show
from sayso.errors import SaysoError

if TYPE_CHECKING:
    from sayso.articles import Columns
    from sayso.records.article import Article
    from sayso.records.reading import Reading, Unread
    from sayso.run.workers import LoadReader


@click.command(short_help="Show who says what in an article.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "-f",
    "form",
    type=click.Choice(["text", "json", "html", "md"]),
    default="text",
    show_default=True,
    help="A view for the terminal, one JSON object a line, one web page that stands alone, or Markdown.",
)
@click.option("--id", "article_id", metavar="ID", help="The article of this id, out of a FILE of several.")
@columns_option
@reader_options()
def read(
    files: tuple[Path, ...],
    form: str,
    article_id: str | None,
    written: tuple[str, ...],
    chosen: ReaderChoice,
) -> None:
    """Show who says what in each FILE ("-": standard input): plain text, a saved HTML page, JSON lines, CSV, Parquet, a
    feed, NewsML-G2, NITF, ninjs, WARC, WACZ, an e-mail, Word or PDF.

    The terminal view begins with what the outlet says in its own voice, first of all what it tells as fact here
    and attributes elsewhere; then come who says what, through whom and how firmly, nested ones indented. Rows are
    numbered in the order of the text. What stands between ⟨ and ⟩ is Sayso's; all other words shown as somebody's
    are the article's.

    \b
    Examples:
      sayso read article.txt
      sayso read tonight/*.html
      sayso read page.html --format json | python -m json.tool
      sayso read page.html --format html > reading.html
      sayso read articles.jsonl --id harbour
      sayso read export.csv --columns id=ID,text=Body,title=Headline
      sayso read page.html --format json --actors my.csv

    \b
    Exit codes: 0 all read, 1 nothing read or another error, 2 called wrongly, 3 some left unread, 130 interrupted.
    """
    if article_id is not None and len(files) > 1:
        raise click.UsageError("--id wants one FILE")
    if form == "html" and (len(files) > 1 or (article_id is None and not _is_single(files[0]))):
        raise click.UsageError("--format html makes a page of one article: give one FILE (and --id for one of several)")
    from sayso.run.workers import load_reader

    columns = read_columns(written)
    with failing_in_words():
        load = chosen.load() or load_reader
        shown, unread = _read_all(_articles(files, article_id, columns), form, load)
    if unread:
        raise click.exceptions.Exit(SOME_UNREAD if shown else ERROR)


def _is_single(path: Path) -> bool:
    """Whether a file holds one article, as far as its name tells."""
    from sayso.articles.formats import ENDINGS, SINGLE, Format, ending_of

    return ENDINGS.get(ending_of(path.name), Format.TEXT) in SINGLE | {Format.JSON, Format.XML}


def _read_all(articles: Iterator[Article | Unread], form: str, load: LoadReader) -> tuple[int, int]:
    """How many articles were shown and how many could not be read; the latter are told on stderr."""
    from sayso.records.reading import Unread

    shown = unread = 0
    read_one = None
    for item in articles:
        if isinstance(item, Unread):
            say(f"{item.what}: {item.why}")
            unread += 1
            continue
        read_one = read_one or load()
        _show(read_one(item), form, first=not shown)
        shown += 1
    return shown, unread


def _articles(files: tuple[Path, ...], article_id: str | None, columns: Columns | None) -> Iterator[Article | Unread]:
    """The articles of all files; a file that is no article is told like a line that is none."""
    from sayso.articles import find_article, read_articles
    from sayso.articles.files import name_of
    from sayso.records.reading import Unread
    from sayso.run.inputs import word_reason

    for path in files:
        try:
            if article_id is not None:
                yield find_article(path, article_id, columns=columns)
            else:
                yield from read_articles(path, columns=columns)
        except (SaysoError, OSError) as error:
            yield Unread(name_of(path), word_reason(error))


def _show(reading: Reading, form: str, *, first: bool) -> None:
    """One reading on stdout; only the terminal view depends on where stdout leads."""
    if form == "json":
        from sayso.exports.reading_json import export_json

        click.echo(export_json(reading))
    elif form == "html":
        from sayso.exports.reading_html import export_html

        click.echo(export_html(reading).encode(), nl=False)
    elif form == "md":
        from sayso.exports.reading_markdown import export_markdown

        click.echo((("" if first else "\n") + export_markdown(reading)).encode(), nl=False)
    else:
        _show_text(reading, first=first)


def _show_text(reading: Reading, *, first: bool) -> None:
    from sayso.exports.terminal import render_terminal

    width = shutil.get_terminal_size().columns
    show(("" if first else "\n\n") + render_terminal(reading, width=width, colour=has_colour()), coloured=True)
