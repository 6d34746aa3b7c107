"""`--encoder`: which of the package's models reads, for the commands that read articles."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click


def encoder_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """The option, for a command with the parameter ``fast``."""
    return click.option(
        "--encoder",
        "fast",
        type=click.Choice(["best", "fast"]),
        default="best",
        show_default=True,
        callback=lambda context, option, value: value == "fast",
        help="The model: best, or a student of three layers, nearly twice as fast and less right about events.",
    )(command)
