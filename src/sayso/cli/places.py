"""What stands for a ledger on the command line: a file, or the address of one on a server."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click


class LedgerPlace(click.ParamType):  # type: ignore[type-arg]  # generic in some releases of click only
    """A path, or an address as it stands."""

    name = "ledger"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path | str:
        from sayso.ledger.databases import is_server

        if isinstance(value, Path):
            return value
        return str(value) if is_server(value) else Path(value)


def name_of(place: Path | str) -> str:
    """What a file or a server's ledger is called in what is told: no password is in it."""
    from sayso.ledger.databases import is_server, name_server

    return name_server(place) if isinstance(place, str) and is_server(place) else str(place)


ledger_argument = click.argument("ledger", metavar="LEDGER.db", type=LedgerPlace())


def folder_of(ledger: Path | str) -> Path:
    """Where what is needed beside a ledger for a while may lie."""
    return ledger.parent if isinstance(ledger, Path) else Path()
