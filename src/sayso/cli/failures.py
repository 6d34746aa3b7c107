"""How a command ends when something went wrong: one line on stderr, and an exit code that says which kind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from sayso.errors import SaysoError

ERROR, SOME_UNREAD, INTERRUPTED = 1, 3, 130


def say(message: str) -> None:
    """One line on stderr, harmless to a terminal."""
    from sayso.exports.escapes import on_one_line

    click.echo(f"sayso: {on_one_line(message)}", err=True)


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
