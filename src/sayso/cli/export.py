"""`sayso export`: a ledger, readings or articles in the formats of other programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.corpora import find_article, is_ledger, open_corpus
from sayso.cli.failures import INTERRUPTED, failing_in_words, say
from sayso.cli.places import LedgerPlace
from sayso.errors import SaysoError

if TYPE_CHECKING:
    from sayso.exports.registry import Export
    from sayso.exports.selection import Selection
    from sayso.ledger import Where
    from sayso.linking.corpus import Corpus
    from sayso.records.reading import Reading

HELP = """Write a ledger, or a file or folder of readings or articles, in the format of another program.

Offsets count Unicode code points of the article's text, half-open, in every format. Articles come in order of their
publication. Without articles' words (--no-text), offsets, counts and names stay: titles, outlets, people, places.

\b
Formats:
{formats}

\b
Examples:
  sayso export tonight.db --as csv -o tonight/
  sayso export tonight.db --as jsonl -o tonight.jsonl --no-text
  sayso export tonight.db --as graphml -o graphs/ --story harbour-12
  sayso export readings.jsonl --as parquet -o tables/ --readings-only

\b
Exit codes: 0 written, 1 an error, 2 called wrongly, 3 some left unread, 130 interrupted.
"""


def _names() -> list[str]:
    from sayso.exports.registry import EXPORTS

    return [export.name for export in EXPORTS]


def _help() -> str:
    from sayso.exports.registry import EXPORTS

    longest = max(len(export.name) for export in EXPORTS)
    lines = (f"  {one.name:<{longest}}  {one.about}{' (a folder)' if one.is_folder else ''}" for one in EXPORTS)
    return HELP.format(formats="\n".join(lines))


@click.command(short_help="Write a ledger in the format of another program.", help=_help())
@click.argument("source", metavar="LEDGER|FOLDER|FILE", type=LedgerPlace())
@click.option("--as", "name", required=True, type=click.Choice(_names()), help="The format.")
@click.option(
    "--output",
    "-o",
    "out",
    required=True,
    metavar="OUT",
    type=click.Path(path_type=Path),
    help='The file or folder to write; "-" is standard output.',
)
@click.option("--no-text", is_flag=True, help="Leave out the articles' texts and the words of every span.")
@click.option("--story", metavar="ID", help="Only the story that this article is in.")
@click.option("--readings-only", is_flag=True, help="Leave out what is found across articles: faster, and less memory.")
@click.option("--replace", is_flag=True, help="Write over an OUT that is there.")
def export(
    source: Where, name: str, out: Path, no_text: bool, story: str | None, readings_only: bool, replace: bool
) -> None:
    from sayso.cli.outputs import new_file, new_folder, refuse_output
    from sayso.exports.registry import find_export

    wanted = find_export(name)
    with failing_in_words():
        refuse_output(out, source, replace=replace)
        selection = _select(source, wanted, story, text=not no_text, stories=wanted.stories and not readings_only)
        try:
            if wanted.is_folder:
                with new_folder(out) as open_file:
                    wanted.load_folder()(selection, open_file)
            else:
                with new_file(out) as file:
                    file.writelines(wanted.load_file()(selection))
        except KeyboardInterrupt:
            say("stopped; nothing is written")
            raise click.exceptions.Exit(INTERRUPTED) from None


def _select(source: Where, wanted: Export, story: str | None, *, text: bool, stories: bool) -> Selection:
    """What of ``source`` is exported: all, or one story."""
    from sayso.exports.selection import Selection

    if isinstance(source, Path) and not (stories or story or is_ledger(source)):
        return Selection(lambda: _read_again(source), tuple, text)
    corpus = open_corpus(source)
    chosen = (corpus.story_of(find_article(corpus, story)),) if story else corpus.stories()
    listed = [article for article in corpus.times if not story or article in chosen[0]]
    listed.sort(key=lambda article: (corpus.times[article] or "~", article))  # an unknown time comes last
    return Selection(
        lambda: _read_each(corpus, listed),
        lambda: (corpus.link(one) for one in chosen) if stories else (),
        text,
    )


def _read_again(source: Path) -> Iterator[Reading]:
    """The readings of a file or folder as they come, none kept."""
    from sayso.cli.corpora import stream_all

    begun = False
    for reading in stream_all([source]):
        begun = True
        yield reading
    if not begun:
        raise SaysoError(f"{source}: holds no article that can be read")


def _read_each(corpus: Corpus, articles: Iterable[str]) -> Iterator[Reading]:
    for article in articles:
        yield corpus.reading(article)
