"""`sayso serve`: ledgers as pages in a browser."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from sayso.cli.coders import blind_option, coder_option, login_name
from sayso.cli.failures import failing_in_words
from sayso.cli.places import LedgerPlace
from sayso.errors import SaysoError

if TYPE_CHECKING:
    from sayso.ledger import Where


@click.command(short_help="Serve ledgers as pages to a browser on this machine.")
@click.argument("ledgers", nargs=-1, required=True, metavar="LEDGER.db...", type=LedgerPlace())
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port", "-p", default=8377, show_default=True, type=click.IntRange(0, 65535), help="0 takes a free one."
)
@click.option("--token", envvar="SAYSO_TOKEN", metavar="WORD", help="The key to the pages.  [default: a random one]")
@coder_option
@blind_option
@click.option("--open", "open_browser", is_flag=True, help="Open the browser on it.")
def serve(  # an option each
    ledgers: tuple[Where, ...],
    host: str,
    port: int,
    token: str | None,
    coder: str | None,
    blind: bool,
    open_browser: bool,
) -> None:
    """Serve ledgers as pages: stories, points with their funnels, articles with who says what, echoes, sources, search.

    Claims are judged on the page "Review", under the name that --as gives.

    It prints the address to open; the token in it keeps others on this machine out. Nothing is asked of any other
    server. Needs the extra `sayso[web]`.

    \b
    Examples:
      sayso serve tonight.db
      sayso serve tonight.db archive.db --port 9000
      sayso serve tonight.db --as ada --blind

    \b
    Exit codes: 0 closed, 1 an error, 2 called wrongly.
    """
    with failing_in_words():
        serve_pages(
            list(ledgers),
            host=host,
            port=port,
            token=token,
            coder=coder or login_name(),
            blind=blind,
            open_browser=open_browser,
        )


def serve_pages(
    places: Sequence[Where],
    *,
    host: str,
    port: int,
    token: str | None,
    open_browser: bool,
    coder: str | None = None,
    blind: bool = False,
) -> None:
    """Serves until interrupted. Raises SaysoError where the extra is not installed."""
    try:
        from sayso.web.server import serve as serve_rooms
    except ModuleNotFoundError as error:
        raise SaysoError(f'pages need the extra "web": pip install "sayso[web]" ({error.name} is missing)') from error
    serve_rooms(
        places,
        host=host,
        port=port,
        token=token,
        coder=coder or login_name(),
        blind=blind,
        open_browser=open_browser,
        say=click.echo,
    )
