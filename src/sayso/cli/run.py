"""`sayso run`: many articles in, one reading a line or a folder of tables out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.corpora import columns_option, cores, read_columns
from sayso.cli.failures import INTERRUPTED, SOME_UNREAD, failing_in_words, say
from sayso.cli.readers import ReaderChoice, reader_options
from sayso.errors import SaysoError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from sayso.articles import Columns
    from sayso.run.loop import OpenRun
    from sayso.run.shards import ShardedRun
    from sayso.run.workers import LoadReader, Outcome

# The end of a run lists so many of the articles left unread; the file has all.
MOST_LISTED = 20


@click.command(short_help="Read many articles into a file of readings, or into tables.")
@click.argument("source", metavar="IN", type=click.Path(path_type=Path))
@click.option(
    "--output",
    "-o",
    required=True,
    metavar="OUT.jsonl|OUT/",
    type=click.Path(path_type=Path),
    help="Where the readings go: a file, one a line in the order of the input; or a folder of Parquet tables, where "
    "the name has no ending.",
)
@click.option(
    "--jobs",
    "-j",
    type=click.IntRange(1),
    help="Processes that read at the same time.  [default: one a processor core]",
)
@click.option(
    "--batch",
    type=click.IntRange(1),
    default=8,
    show_default=True,
    help="Articles handed to a process at once; the output does not depend on it.",
)
@click.option(
    "--shard",
    type=click.IntRange(1),
    default=2000,
    show_default=True,
    help="Articles in each file of a table; the same when a run goes on.",
)
@click.option("--resume", is_flag=True, help="Go on where an earlier run to the same output was stopped, or begin.")
@columns_option
@reader_options()
def run(
    source: Path,
    output: Path,
    jobs: int | None,
    batch: int,
    shard: int,
    resume: bool,
    written: tuple[str, ...],
    chosen: ReaderChoice,
) -> None:
    """Read every article of IN and write its reading as a line of OUT.jsonl, or as rows of the tables in OUT/.

    IN is a file of any format that `sayso read` takes, or a folder of them. A line of JSON is an object with "id" and
    "text", and if known "title", "url", "outlet" and "published". The output is the same, byte for byte, whatever
    --jobs and --batch are.

    An article that cannot be read does not stop the run: OUT.unread.jsonl gets its number in the input and the
    reason, and the end of the run lists it. A run that was stopped or killed goes on with --resume: every article
    has exactly one line in one of the two files.

    Into a folder go the tables of docs/tables.md as Parquet, OUT/attributions/00001.parquet and so on, in shards that
    are there whole or not at all; OUT/manifest.json holds the digests of the input and the model, OUT/shards/ those of
    every file, and the table left_unread what could not be read. Needs sayso[parquet].

    \b
    Examples:
      sayso run articles.parquet -o out/ --resume
      sayso run articles.jsonl -o readings.jsonl
      sayso run articles.jsonl -o readings.jsonl --resume
      sayso run articles.jsonl -o readings.jsonl --jobs 2 2> run.log
      sayso run crawl.warc.gz -o readings.jsonl
      sayso run export.csv -o readings.jsonl --columns text=Body,title=Headline
      sayso run articles.jsonl -o readings.jsonl --actors my.csv

    \b
    Exit codes: 0 all read, 1 an error stopped the run, 2 called wrongly, 3 some left unread, 130 interrupted.
    """
    from sayso.run.workers import load_reader

    if str(output) == "-":
        raise click.UsageError("--output wants a file or a folder: a run must be able to go on where it was stopped")
    columns = read_columns(written)
    with failing_in_words():
        own = chosen.load()
        options: dict[str, str | int] = {"columns": ",".join(written), "shard": shard}
        opened = _open(source, output, own or load_reader, options, columns, resume=resume)
        tally = Tally(opened.done.read, opened.done.unread)
        try:
            jobs = jobs or cores()
            outcomes = opened.go_on(jobs=jobs, batch=batch, load=own) if own else opened.go_on(jobs=jobs, batch=batch)
            _go_on(outcomes, opened, tally, source)
        except KeyboardInterrupt:
            say(f"stopped after {tally.read + tally.unread} articles; --resume goes on from there")
            raise click.exceptions.Exit(INTERRUPTED) from None
        except OSError as error:
            if error.filename is not None:
                raise
            told = f"{output}: cannot be written: {error.strerror or error}; --resume goes on from what is there"
            raise SaysoError(told) from error
    _tell_end(tally, output)
    if tally.unread:
        raise click.exceptions.Exit(SOME_UNREAD)


def _open(
    source: Path,
    output: Path,
    load: LoadReader,
    options: dict[str, str | int],
    columns: Columns | None,
    *,
    resume: bool,
) -> OpenRun | ShardedRun:
    """The run into a file, or into a folder: only its manifest needs the digests of input and model."""
    from sayso.run.loop import open_run
    from sayso.run.manifest import Manifest, describe_input
    from sayso.run.shards import open_shards
    from sayso.run.workers import find_model

    if not (output.is_dir() or not (output.suffix or output.exists())):
        return open_run(source, output, resume=resume, columns=columns)
    manifest = Manifest(describe_input(source), find_model(load), options)
    return open_shards(source, output, manifest, resume=resume, columns=columns)


@dataclass(slots=True)
class Tally:
    """How many articles are read and unread so far, and the first reasons of this run in words."""

    read: int
    unread: int
    reasons: list[str] = field(default_factory=list)

    def add(self, outcome: Outcome) -> None:
        if outcome.unread is None:
            self.read += 1
            return
        self.unread += 1
        if len(self.reasons) < MOST_LISTED:
            self.reasons.append(f"article {outcome.number}, {outcome.unread.what}: {outcome.unread.why}")


def _go_on(outcomes: Generator[Outcome], opened: OpenRun | ShardedRun, tally: Tally, source: Path) -> None:
    with _progress(source, opened.done.articles) as advance, closing(outcomes):
        for outcome in outcomes:
            tally.add(outcome)
            advance(tally)


@contextmanager
def _progress(source: Path, done: int) -> Iterator[Callable[[Tally], None]]:
    """A bar on stderr with what is done, how fast and how long yet; nothing where stderr is no terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda tally: None
        return
    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[unread]} unread · {task.fields[pace]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=_count_articles(source), completed=done, unread=0, pace="")

        def advance(tally: Tally) -> None:
            speed = bar.tasks[0].speed
            pace = f"{speed:.1f} articles/s" if speed else ""
            bar.update(task, completed=tally.read + tally.unread, unread=tally.unread, pace=pace)

        yield advance


def _count_articles(source: Path) -> int | None:
    """How many lines are not blank or rows a table has, of all files of a folder; None where only reading can tell."""
    from sayso.run.inputs import find_files

    if not source.exists():
        return None
    counts = [_count_file(path) for path in find_files([source])]
    return None if None in counts else sum(count for count in counts if count)


def _count_file(path: Path) -> int | None:
    from sayso.articles.extras import load_extra
    from sayso.articles.formats import ENDINGS, Format, ending_of

    form = ENDINGS.get(ending_of(path.name))
    if form is Format.LINES and path.is_file():
        with path.open("rb") as lines:
            return sum(1 for line in lines if line.strip())
    if form is Format.PARQUET:
        rows: int = load_extra("pyarrow.parquet", "parquet", "reading Parquet").read_metadata(path).num_rows
        return rows
    return None


def _tell_end(tally: Tally, output: Path) -> None:
    from sayso.exports.wording import count
    from sayso.run.files import unread_path

    if not tally.unread:
        say(f"{count(tally.read, 'article')} read")
        return
    every = output / "left_unread" if output.is_dir() else unread_path(output)
    say(f"{count(tally.read, 'article')} read, {tally.unread} left unread ({every} lists all):")
    for reason in tally.reasons:
        say(f"- {reason}")
    more = tally.unread - len(tally.reasons)
    if more:
        say(f"- and {more} more")
