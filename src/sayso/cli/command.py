"""The command itself: what it is called, what all its parts share."""

from __future__ import annotations

import click

from sayso._version import __version__
from sayso.cli.read import read
from sayso.cli.run import run


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="sayso %(version)s")
def main() -> None:
    """Reads news and answers: who says so?

    Shows who says what in an article, through whom and how firmly, and what the outlet says in its own voice,
    each with its exact words. It works offline, and never says what is true.

    \b
    Examples:
      sayso read article.txt
      sayso read saved-page.html --format html > reading.html
      sayso run articles.jsonl -o readings.jsonl

    \b
    Exit codes:
      0    all was read
      1    an error: nothing was read, or the run could not go on
      2    the command was called wrongly
      3    some articles could not be read; the rest was
      130  interrupted
    """


main.add_command(read)
main.add_command(run)
