"""`sayso sample draw` and `sayso sample score`: how right a run is, by a sample that people judge."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.cli.failures import failing_in_words, say
from sayso.cli.terminal import show


@click.group(no_args_is_help=False, short_help="Tell how right a run is, by a sample that people judge.")
def sample() -> None:
    """Draw a stratified validation sample of a run for two coders, and tell precision, recall and agreement from it.

    \b
    Examples:
      sayso sample draw out/ -o sample/
      sayso sample score sample/

    \b
    Exit codes: 0 done, 1 an error, 2 called wrongly.
    """


@sample.command(short_help="Draw a sample for coders.")
@click.argument("run", metavar="RUN/", type=click.Path(path_type=Path))
@click.option("--output", "-o", required=True, metavar="DIR", type=click.Path(path_type=Path), help="A new folder.")
@click.option("--size", "-n", type=click.IntRange(1), default=400, show_default=True, help="Attributions to judge.")
@click.option(
    "--articles", type=click.IntRange(0), default=30, show_default=True, help="Articles to look through for misses."
)
@click.option("--coders", type=click.IntRange(1), default=2, show_default=True, help="Who judge, each alone.")
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed draws the same sample.")
def draw(run: Path, output: Path, size: int, articles: int, coders: int, seed: int) -> None:
    """Draw attributions of a run's folder by outlet, kind, kind of speaker and confidence, and write a CSV for each
    coder: y or n goes into content_right and speaker_right, nothing where it cannot be told. In articles-1.csv the
    coder counts the attributions that are missing. There is one row of every stratum at least.

    \b
    Examples:
      sayso sample draw out/ -o sample/
      sayso sample draw out/ -o sample/ -n 1000 --articles 60 --seed 7

    \b
    Exit codes: 0 drawn, 1 an error, 2 called wrongly.
    """
    from sayso.run.sample_files import save_sample
    from sayso.run.sampling import draw_sample

    with failing_in_words():
        drawn = draw_sample(run, size, articles, seed)
        save_sample(drawn, output, coders)
    told = f"{len(drawn.drawn)} of {drawn.attributions} attributions drawn, in {len(drawn.strata)} strata"
    say(f"{told}; {output} has them")


@sample.command(short_help="Tell precision, recall and agreement.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def score(folder: Path) -> None:
    """Tell from what coders filled in: precision by stratum, recall, agreement, each with its 95 % interval, and a
    paragraph for a methods section.

    \b
    Example:
      sayso sample score sample/

    \b
    Exit codes: 0 told, 1 nothing is judged yet or a cell is neither y nor n, 2 called wrongly.
    """
    from sayso.run.figures import render_figures

    with failing_in_words():
        show(render_figures(folder))
