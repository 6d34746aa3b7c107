"""`--parties`: a user's own rules of who is an interested party, for the commands that read articles."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from sayso.cli.actors import read_list

PartyTexts = tuple[tuple[str, str], ...]


def parties_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """The option, for a command with the parameter ``parties``."""
    return click.option(
        "--parties",
        multiple=True,
        metavar="RULES.csv",
        type=click.Path(path_type=Path),
        help="Your own rules of who is an interested party (columns as in lists/parties.csv), asked before Sayso's; "
        "one of the same name goes in place of Sayso's. May be given again.",
    )(command)


def read_party_texts(parties: tuple[Path, ...]) -> PartyTexts:
    """The texts of the lists, Sayso's own last; empty where there is just that one.

    Raises BadList where one of them is wrong, with its line, before any article is read.
    """
    from sayso.lists.parties import FILE, read_party_rules
    from sayso.lists.tables import load_text

    if not parties:
        return ()
    texts = (*((read_list(path), str(path)) for path in parties), (load_text(FILE), FILE))
    read_party_rules(texts)
    return texts
