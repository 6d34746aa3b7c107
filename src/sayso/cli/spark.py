"""`sayso spark read` and `sayso spark link`: the same on a cluster."""

from __future__ import annotations

from functools import partial

import click

from sayso.cli.corpora import columns_option, read_columns
from sayso.cli.encoders import encoder_option
from sayso.cli.failures import SOME_UNREAD, failing_in_words, say

master_option = click.option(
    "--master", metavar="URL", help="The cluster: spark://host:7077, yarn, k8s://... [default: what spark-submit sets]"
)


@click.group(no_args_is_help=False, short_help="Read and link on a cluster.")
def spark() -> None:
    """Read and link on a Spark cluster that is there already: the same tables, the same result. docs/cluster.md says
    how to send the package there. Needs sayso[spark].

    \b
    Examples:
      sayso spark read s3a://archive/articles.parquet -o s3a://archive/out --master spark://host:7077
      sayso spark link s3a://archive/out --master spark://host:7077

    \b
    Exit codes: 0 done, 1 an error, 2 called wrongly, 3 some left unread.
    """


@spark.command(short_help="Read many articles on a cluster.")
@click.argument("source", metavar="IN")
@click.option("--output", "-o", required=True, metavar="OUT", help="A folder that all workers can write.")
@click.option("--parts", type=click.IntRange(1), help="Tasks that the articles go into.  [default: four a core]")
@master_option
@columns_option
@encoder_option
def read(source: str, output: str, parts: int | None, master: str | None, written: tuple[str, ...], fast: bool) -> None:
    """Read every article of IN into the tables of OUT, as `sayso run` does. IN and OUT are paths or addresses that all
    workers can reach (s3a://, hdfs://). Each worker process loads one model.

    \b
    Example:
      sayso spark read s3a://archive/articles.parquet -o s3a://archive/out --master spark://host:7077

    \b
    Exit codes: 0 all read, 1 an error, 2 called wrongly, 3 some left unread.
    """
    from sayso.exports.wording import count
    from sayso.run.spark import open_session, read_on
    from sayso.run.workers import load_reader

    columns = read_columns(written)
    with failing_in_words():
        load = partial(load_reader, fast=fast)
        done = read_on(open_session(master), source, output, columns=columns, parts=parts, load=load)
    unread = f", {done['unread']} left unread (the table left_unread lists them)" if done["unread"] else ""
    say(f"{count(done['read'], 'article')} read{unread}")
    if done["unread"]:
        raise click.exceptions.Exit(SOME_UNREAD)


@spark.command(short_help="Link on a cluster what was read.")
@click.argument("folder", metavar="OUT")
@master_option
def link(folder: str, master: str | None) -> None:
    """Write OUT/linked/pairs and OUT/linked/groups of the tables in OUT, with the result of `sayso link OUT`.

    \b
    Example:
      sayso spark link s3a://archive/out --master spark://host:7077

    \b
    Exit codes: 0 all linked, 1 an error, 2 called wrongly.
    """
    from sayso.run.spark import link_on, open_session

    with failing_in_words():
        link_on(open_session(master), folder)
