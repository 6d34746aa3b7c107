"""What stands on the screen: how wide it is, whether it has colours, and text that its encoding has letters for."""

from __future__ import annotations

import os
import shutil
import sys

import click


def width() -> int:
    """Columns of the terminal, at most 120."""
    return min(120, shutil.get_terminal_size().columns)


def has_colour() -> bool:
    """Whether stdout leads to a terminal that shows colours, and whoever sits there wants them."""
    if sys.stdout is None or not sys.stdout.isatty():
        return False
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def show(text: str, *, coloured: bool = False) -> None:
    """Text on stdout; what its encoding has no letter for is shown as "?"."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    click.echo(text.encode(encoding, "replace").decode(encoding), nl=False, color=True if coloured else None)
