"""How a command ends when something went wrong: one line on stderr, and an exit code that says which kind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from sayso.errors import SaysoError

if TYPE_CHECKING:
    from sayso.records.reading import Unread

ERROR, SOME_UNREAD, INTERRUPTED = 1, 3, 130
LEFT_UNREAD = "sayso.left_unread"  # of a context's notes: there once an article was left unread


def say(message: str) -> None:
    """One line on stderr, harmless to a terminal."""
    from sayso.exports.escapes import on_one_line

    click.echo(f"sayso: {on_one_line(message)}", err=True)


def say_unread(item: Unread) -> None:
    """Tells what was left unread and why; where the command ends well otherwise, it ends with exit code 3."""
    say(f"{item.what}: {item.why}")
    if context := click.get_current_context(silent=True):
        context.meta[LEFT_UNREAD] = True


def end_with_unread() -> None:
    """Ends with exit code 3 where something was left unread."""
    if click.get_current_context().meta.get(LEFT_UNREAD):
        raise click.exceptions.Exit(SOME_UNREAD)


def word_failure(error: SaysoError | OSError) -> str:
    """What went wrong, with the file's name where the system knows it."""
    if isinstance(error, OSError) and error.filename is not None:
        return f"{error.filename}: {error.strerror}"
    if isinstance(error, OSError) and error.strerror:
        return f"reading or writing failed: {error.strerror}"
    return str(error)


@contextmanager
def failing_in_words() -> Iterator[None]:
    """Turns an error into its line and exit code 1, an interrupt into exit code 130."""
    try:
        yield
    except BrokenPipeError:
        raise  # whoever read our output has seen enough: click ends quietly
    except KeyboardInterrupt:
        raise click.exceptions.Exit(INTERRUPTED) from None
    except (SaysoError, OSError) as error:
        say(word_failure(error))
        raise click.exceptions.Exit(ERROR) from error
