"""The command `sayso`: one file a command."""

from sayso.cli.command import main

__all__ = ["main"]
