"""`sayso plan`: what a run will cost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.corpora import columns_option, cores, form_option, read_columns
from sayso.cli.encoders import encoder_option
from sayso.cli.failures import failing_in_words
from sayso.cli.terminal import show

if TYPE_CHECKING:
    from sayso.run.planning import Estimate, Plan

GB, MB, KB = 1e9, 1e6, 1e3


@click.command(short_help="Say beforehand what a run will cost.")
@click.argument("source", metavar="IN", type=click.Path(path_type=Path))
@click.option(
    "--sample", "size", type=click.IntRange(2), default=100, show_default=True, help="Articles that are read."
)
@click.option("--jobs", "-j", type=click.IntRange(1), help="Processes that the run is to have.  [default: one a core]")
@columns_option
@encoder_option
@form_option
def plan(source: Path, size: int, jobs: int | None, written: tuple[str, ...], fast: bool, form: str) -> None:
    """Say how long `sayso run IN -o OUT/` will take, and what disk and memory it needs, each with an interval.

    All of IN is taken in once, to count its words; a sample of it is read. The intervals say how sure the sample makes
    it, and nothing of what else the machine will do meanwhile.

    \b
    Examples:
      sayso plan articles.parquet
      sayso plan articles.jsonl --sample 400 --jobs 8

    \b
    Exit codes: 0 told, 1 an error, 2 called wrongly, 130 interrupted.
    """
    from sayso.run.inputs import read_inputs
    from sayso.run.planning import draw, make_plan
    from sayso.run.workers import load_reader

    columns = read_columns(written)
    with failing_in_words():
        sampled = draw(read_inputs(source, columns), size, name=str(source))
        made = make_plan(sampled, load_reader(fast=fast))
        show(_export(made, jobs or cores()) if form == "json" else render(made, jobs or cores()))


def _export(plan: Plan, jobs: int) -> str:
    import msgspec

    return msgspec.json.encode({"jobs": jobs} | msgspec.to_builtins(plan)).decode() + "\n"


def render(plan: Plan, jobs: int) -> str:
    """The plan in lines."""
    from sayso.exports.wording import count
    from sayso.run.planning import wall_time

    rows = [
        f"{count(plan.articles, 'article')}, {plan.words:,} words, {plan.unread} that cannot be taken in",
        f"by a sample of {plan.sample} articles, {plan.sample_words:,} words:",
        f"  time    {_between(wall_time(plan, jobs), 1, _time)} with {jobs} processes on as many free cores",
        f"          {_between(plan.seconds, 1, _time)} of one core",
        f"  disk    {_between(plan.disk, 1, _bytes)}, of that {_bytes(plan.keys.value)} for linking only",
        f"          {_bytes(plan.disk.value / plan.articles)} an article; as much again while linking",
        f"  memory  {_between(plan.memory, jobs + 1, _bytes)} for {jobs} processes and the one that writes",
    ]
    return "\n".join(rows) + "\n"


def _between(estimate: Estimate, times: float, word: Callable[[float], str]) -> str:
    low, value, high = (word(one * times) for one in (estimate.low, estimate.value, estimate.high))
    return f"{value} ({low} to {high})"


def _time(seconds: float) -> str:
    if seconds < 60:
        return f"{seconds:.0f} s"
    if seconds < 5400:
        return f"{seconds / 60:.0f} min"
    return f"{seconds / 3600:.1f} h" if seconds < 172_800 else f"{seconds / 86_400:.1f} days"


def _bytes(size: float) -> str:
    if size < MB:
        return f"{size / KB:.1f} KB"
    return f"{size / MB:.0f} MB" if size < GB else f"{size / GB:.1f} GB"
