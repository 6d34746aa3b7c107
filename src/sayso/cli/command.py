"""The command itself: what it is called, what all its parts share."""

from __future__ import annotations

import atexit
import gc
import os

import click

from sayso._version import __version__
from sayso.cli.across import disputes, echoes, source
from sayso.cli.against import check, trace
from sayso.cli.annotations import read_annotations
from sayso.cli.demo import demo
from sayso.cli.events import events
from sayso.cli.export import export
from sayso.cli.failures import end_with_unread
from sayso.cli.gazetteer import gazetteer
from sayso.cli.ledgers import add, link, load, new, status, undo
from sayso.cli.plan import plan
from sayso.cli.read import read
from sayso.cli.review import review
from sayso.cli.run import run
from sayso.cli.sample import sample
from sayso.cli.search import search
from sayso.cli.serve import serve
from sayso.cli.spark import spark
from sayso.cli.stories import funnel, point, stories
from sayso.cli.upkeep import forget, reread, upgrade, verify
from sayso.cli.watching import watch

# Objects made before garbage is looked for: a command on one article ends before. Python's own 700 is looked for a
# hundred times while a command loads, in vain: a twentieth of its start.
GARBAGE = 500_000


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="sayso %(version)s")
def main() -> None:
    """Reads news and answers: who says so?

    Shows who says what in an article, through whom and how firmly, and what the outlet says in its own voice,
    each with its exact words. Across articles it shows who copies and credits whom, and how many separate reports
    and origins stand behind a point. It works offline, and never says what is true.

    \b
    Examples:
      sayso demo
      sayso read article.txt
      sayso read saved-page.html --format html > reading.html
      sayso events article.txt
      sayso run articles.jsonl -o readings.jsonl
      sayso trace page.html --in tonight/
      sayso new tonight.db
      sayso add tonight.db tonight/
      sayso stories tonight.db

    \b
    Exit codes:
      0    all was read
      1    an error: nothing was read, or the run could not go on
      2    the command was called wrongly
      3    some articles could not be read; the rest was
      4    `check`: some quotation is not as it was read
      130  interrupted
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy is not loaded yet; what it multiplies is small
    gc.set_threshold(GARBAGE)
    atexit.register(gc.freeze)  # what is there at the end goes with the process: to look through it takes a fifth of it


@main.result_callback()
def end(_: object) -> None:
    """Every command that left an article unread says so by its exit code."""
    end_with_unread()


for part in (
    *(read, plan, run, sample, trace, check, new, add, watch, link, load, undo, status),
    *(verify, reread, forget, upgrade),
    *(stories, point, funnel, echoes, disputes, source, search, events, review, export, read_annotations),
    *(serve, demo, gazetteer, spark),
):
    main.add_command(part)
