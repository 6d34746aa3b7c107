"""Who decides: the options by which a coder is named."""

from __future__ import annotations

import getpass

import click

coder_option = click.option(
    "--as",
    "coder",
    envvar="SAYSO_CODER",
    metavar="NAME",
    help="Who decides; every decision carries it.  [default: the name that you are logged in with]",
)
blind_option = click.option(
    "--blind", is_flag=True, help="Show nothing that others decided: for a second coder who is to judge alone."
)


def login_name() -> str:
    """The name of whoever runs this, where the system tells it."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a container without users
        return "reader"
