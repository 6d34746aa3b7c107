"""`sayso new`, `add`, `link`, `load`, `undo`, `status`: a ledger made, filled, and an import taken out again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.adding import Tally, add_items, tell_end
from sayso.cli.corpora import columns_option, cores, make_linker, read_columns
from sayso.cli.failures import ERROR, INTERRUPTED, SOME_UNREAD, failing_in_words, say
from sayso.cli.places import LedgerPlace, folder_of, ledger_argument
from sayso.cli.readers import ReaderChoice, reader_options
from sayso.errors import SaysoError

if TYPE_CHECKING:
    from sayso.articles import Columns
    from sayso.ledger import Ledger, Where
    from sayso.run.workers import LoadReader

LOADED = 500  # articles that land in one transaction where they have been read before


@click.command(short_help="Make an empty ledger.")
@ledger_argument
def new(ledger: Where) -> None:
    """Make an empty ledger: one file that keeps readings and what links them.

    \b
    Example:
      sayso new tonight.db

    \b
    Exit codes: 0 made, 1 a file is there already or it cannot be written, 2 called wrongly.
    """
    from sayso.ledger import open_ledger

    with failing_in_words():
        open_ledger(ledger, create=True).close()


@click.command(short_help="Read articles into a ledger.")
@ledger_argument
@click.argument("sources", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option(
    "--jobs", "-j", type=click.IntRange(1), help="Processes that read at the same time.  [default: one a core]"
)
@click.option(
    "--batch", is_flag=True, help="Link all at the end, at once: faster for a large import. Needs sayso[batch]."
)
@columns_option
@reader_options(gazetteer=False)
def add(
    ledger: Where,
    sources: tuple[Path, ...],
    jobs: int | None,
    batch: bool,
    written: tuple[str, ...],
    chosen: ReaderChoice,
) -> None:
    """Read every article of each FILE (of any format that `sayso read` takes, or a folder of them) into a ledger, and
    link it.

    FILE may hold * and **, and "-" is standard input. Readings made by `sayso run` are taken as they are. What is there
    already is left out, so that the same command goes on where it was stopped; each article lands whole or not at all.
    What cannot be read is listed at the end, and so are what comes with another text under an id that is there, what
    was forgotten (see `sayso forget`), and which articles have the text of another, word for word or nearly so: these
    are kept.

    With --batch the articles land first, and then all are linked at once, with the same result; where that is stopped,
    `sayso link` goes on with it.

    \b
    Examples:
      sayso add tonight.db pages/
      sayso add tonight.db articles.jsonl --jobs 2
      sayso add tonight.db feed.xml crawl.wacz press-release.docx
      sayso add archive.db readings.jsonl --batch
      zcat night.jsonl.gz | sayso add tonight.db -

    \b
    Exit codes: 0 all added, 1 an error, 2 called wrongly, 3 some left unread, 130 interrupted.
    """
    from sayso.ledger import open_ledger
    from sayso.ledger.bulk import load_duckdb

    tally = Tally()
    columns = read_columns(written)
    with failing_in_words(), open_ledger(ledger) as opened:
        own = chosen.load()
        try:
            if batch:
                load_duckdb()  # refused before anything is read
            _add_all(opened, sources, columns, jobs or cores(), tally, own, link=not batch)
            if batch:
                _link_all(opened, folder_of(ledger))
        except KeyboardInterrupt:
            say(f"stopped: {tally}; the same command goes on from there")
            raise click.exceptions.Exit(INTERRUPTED) from None
        if not (tally.added or tally.present or tally.unread):
            raise SaysoError(f"{', '.join(map(str, sources))}: holds no article in a format that is read")
    tell_end(tally)
    if tally.unread:
        raise click.exceptions.Exit(SOME_UNREAD if tally.added or tally.present else ERROR)


def _add_all(
    ledger: Ledger,
    sources: tuple[Path, ...],
    columns: Columns | None,
    jobs: int,
    tally: Tally,
    load: LoadReader | None,
    *,
    link: bool,
) -> None:
    from sayso.ledger.removing import forgotten_digests
    from sayso.linking.prepared import load_link_lists
    from sayso.run.sources import read_sources

    linker = make_linker(ledger, load_link_lists())
    known, forgotten = ledger.digests(), forgotten_digests(ledger.connection)
    items = read_sources(sources, jobs=jobs, load=load, known=known, forgotten=forgotten, columns=columns)
    add_items(ledger, linker, items, ", ".join(map(str, sources)), tally, link=link)


@click.command(short_help="Link the articles of a ledger that wait for it, or of a run.")
@click.argument("ledger", metavar="LEDGER.db|RUN/", type=LedgerPlace())
@click.option("--memory", default="1GB", show_default=True, help="What DuckDB may take; the rest goes to the disk.")
def link(ledger: Where, memory: str) -> None:
    """Link the articles that `sayso add --batch` has put into a ledger and that wait to be linked, at once. What is
    linked stays so where it is stopped; the same command goes on from there.

    Of the folder of a run it writes RUN/linked/pairs.parquet (which articles share what) and groups.parquet (the story
    and the copies that each article belongs to), the same as a ledger would hold. Needs sayso[batch].

    \b
    Examples:
      sayso link archive.db
      sayso link out/ --memory 4GB

    \b
    Exit codes: 0 all linked, 1 an error, 2 called wrongly, 130 interrupted.
    """
    from sayso.ledger import open_ledger

    with failing_in_words():
        if isinstance(ledger, Path) and ledger.is_dir():
            _link_folder(ledger, memory)
            return
        with open_ledger(ledger) as opened:
            try:
                _link_all(opened, folder_of(ledger), memory)
            except KeyboardInterrupt:
                say("stopped; the same command goes on from there")
                raise click.exceptions.Exit(INTERRUPTED) from None


def _link_folder(folder: Path, memory: str) -> None:
    from sayso.exports.wording import count
    from sayso.run.linked import link_folder

    made = link_folder(folder, memory=memory)
    say(f"{count(made['groups'], 'article')} linked, {count(made['pairs'], 'pair')} with something in common")


@click.command(short_help="Put a run's folder into a ledger.")
@ledger_argument
@click.argument("folder", metavar="RUN/", type=click.Path(path_type=Path))
def load(ledger: Where, folder: Path) -> None:
    """Put the readings of a run's folder (`sayso run IN -o RUN/`) into a ledger and link them at once, with the same
    result as `sayso add`. What is there already is left out, so that the same command goes on where it was stopped.
    A ledger on a PostgreSQL server takes the rows by COPY. Needs sayso[batch,parquet].

    \b
    Examples:
      sayso load archive.db out/
      sayso load postgresql://desk@db/archive out/

    \b
    Exit codes: 0 all added, 1 an error, 2 called wrongly, 3 some left out, 130 interrupted.
    """
    from sayso.ledger import open_ledger
    from sayso.ledger.bulk import load_duckdb
    from sayso.linking.prepared import load_link_lists
    from sayso.run.loading import read_folder

    tally = Tally()
    with failing_in_words(), open_ledger(ledger) as opened:
        load_duckdb()
        try:
            items = read_folder(folder, opened.digests())
            linker = make_linker(opened, load_link_lists())
            add_items(opened, linker, items, str(folder), tally, link=False, together=LOADED)
            _link_all(opened, folder_of(ledger))
        except KeyboardInterrupt:
            say(f"stopped: {tally}; the same command goes on from there")
            raise click.exceptions.Exit(INTERRUPTED) from None
    tell_end(tally)
    if tally.unread:
        raise click.exceptions.Exit(SOME_UNREAD)


def _link_all(ledger: Ledger, folder: Path, memory: str = "1GB") -> None:
    """Links what waits, and tells how many; DuckDB keeps its tables in ``folder`` meanwhile."""
    from sayso.exports.wording import count
    from sayso.ledger.bulk import open_bulk
    from sayso.linking.batch import link_waiting
    from sayso.linking.prepared import load_link_lists

    with open_bulk(folder, memory) as bulk:
        linked = sum(link_waiting(make_linker(ledger, load_link_lists()), bulk))
    say(f"{count(linked, 'article')} linked")


@click.command(short_help="Take an import out of a ledger again.")
@ledger_argument
@click.argument("batch", metavar="IMPORT", type=click.IntRange(1))
def undo(ledger: Where, batch: int) -> None:
    """Take the import of number IMPORT (see `sayso status`) out of a ledger, with all that it linked.

    \b
    Example:
      sayso undo tonight.db 2

    \b
    Exit codes: 0 done, 1 there is no such import or ledger, 2 called wrongly.
    """
    from sayso.exports.wording import count
    from sayso.ledger import open_ledger

    with failing_in_words(), open_ledger(ledger) as opened:
        say(f"{count(opened.undo(batch), 'article')} taken out")


@click.command(short_help="Show what a ledger holds.")
@ledger_argument
def status(ledger: Where) -> None:
    """Show how many articles and pairs a ledger holds, and its imports.

    \b
    Example:
      sayso status tonight.db

    \b
    Exit codes: 0 shown, 1 there is no ledger, 2 called wrongly.
    """
    from sayso.exports.escapes import on_one_line
    from sayso.exports.wording import count
    from sayso.ledger import open_ledger
    from sayso.ledger.removing import count_forgotten

    with failing_in_words(), open_ledger(ledger) as opened:
        counts = opened.counts()
        click.echo(f"{count(counts['articles'], 'article')}, {count(counts['pairs'], 'pair')} with something in common")
        if waiting := len(opened.waiting()):
            click.echo(f"{count(waiting, 'article')} not linked yet: `sayso link` does that")
        if gone := count_forgotten(opened.connection):
            click.echo(f"{count(gone, 'article')} forgotten")
        for number, source, articles in opened.batches():
            click.echo(f"import {number}: {count(articles, 'article')} from {on_one_line(source)}")
