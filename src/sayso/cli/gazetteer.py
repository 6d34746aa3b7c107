"""`sayso gazetteer build`: a larger gazetteer than the package's, out of GeoNames' own files."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.cli.failures import failing_in_words, say

CLASSES = "APHLT"
gazetteer_option = click.option(
    "--gazetteer",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    help="A gazetteer that `sayso gazetteer build` made, in place of the package's.",
)


@click.group(no_args_is_help=False, short_help="Make a gazetteer of your own.")
def gazetteer() -> None:
    """Make a gazetteer of your own; `sayso read` and `sayso run` take it with --gazetteer.

    The package has one of 288,000 places: countries, their divisions, and towns of 500 people and more.

    \b
    Examples:
      sayso gazetteer build world/ --geonames allCountries.zip

    \b
    Exit codes: 0 built, 1 an error, 2 called wrongly.
    """


@gazetteer.command(short_help="Build a gazetteer from GeoNames' dump.")
@click.argument("folder", metavar="FOLDER", type=click.Path(path_type=Path))
@click.option(
    "--geonames",
    required=True,
    metavar="allCountries.zip",
    type=click.Path(path_type=Path),
    help="The dump of all places or of one country, zipped or not, as geonames.org offers it.",
)
@click.option(
    "--alternates",
    metavar="alternateNamesV2.zip",
    type=click.Path(path_type=Path),
    help="Names by language: only English ones and those of no language are taken then.",
)
@click.option(
    "--classes",
    default=CLASSES,
    show_default=True,
    help="GeoNames' feature classes to take: A countries and divisions, P towns, H waters, L regions, T mountains.",
)
def build(folder: Path, geonames: Path, alternates: Path | None, classes: str) -> None:
    """Build a gazetteer in FOLDER out of files that you have got from geonames.org (CC BY 4.0); nothing is downloaded.

    GeoNames' ids are the key of every place, so that readings made with either gazetteer can be joined.

    \b
    Examples:
      sayso gazetteer build world/ --geonames allCountries.zip --alternates alternateNamesV2.zip
      sayso read page.html --gazetteer world/

    \b
    Exit codes: 0 built, 1 a file is not what it should be or another error, 2 called wrongly.
    """
    from sayso.gazetteer.geonames import build_gazetteer

    with failing_in_words():
        about = build_gazetteer(geonames, folder, alternates, classes)
    say(f"{about.places:,} places with {about.names:,} names in {folder}")
