"""`--actors`: a user's own list of actors, for the commands that read articles."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from sayso.errors import BadList

ActorTexts = tuple[tuple[str, str], ...]


def actors_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """The two options, for a command with parameters ``actors`` and ``actors_only``."""
    listed = click.option(
        "--actors",
        multiple=True,
        metavar="LIST.csv",
        type=click.Path(path_type=Path),
        help="Your own list of actors with their codes (columns as in lists/actors.csv), asked before Sayso's; "
        "may be given again.",
    )
    only = click.option("--actors-only", is_flag=True, help="With --actors: leave Sayso's own list of actors out.")
    return listed(only(command))


def read_actor_texts(actors: tuple[Path, ...], *, only: bool) -> ActorTexts:
    """The texts of the lists, Sayso's own last unless ``only``; empty where there is just that one.

    Raises BadList where one of them is wrong, with its line, before any article is read.
    """
    from sayso.lists.actors import FILE, read_listed_actors
    from sayso.lists.tables import load_text

    if only and not actors:
        raise click.UsageError("--actors-only wants a list (--actors)")
    texts = [(read_list(path), str(path)) for path in actors]
    if not texts:
        return ()
    if not only:
        texts.append((load_text(FILE), FILE))
    read_listed_actors(texts)
    return tuple(texts)


def read_list(path: Path) -> str:
    """The text of a list; raises BadList where it is none."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadList(str(path), 1, "is no UTF-8 text") from error
