"""Files and standard input, read as bytes and never beyond the limit."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO

from sayso.articles.limits import DEFAULT_LIMITS, Limits
from sayso.errors import BadInput, TooLarge

STANDARD_INPUT = "-"


def name_of(path: str | Path) -> str:
    """How messages call the input."""
    return "standard input" if str(path) == STANDARD_INPUT else str(path)


def open_bytes(path: str | Path) -> AbstractContextManager[BinaryIO]:
    """The file, or standard input for "-". Raises BadInput if it is not there or may not be read."""
    if str(path) == STANDARD_INPUT:
        return nullcontext(sys.stdin.buffer)
    try:
        return Path(path).open("rb")
    except (OSError, ValueError) as error:
        raise _cannot_open(path, error) from error


def read_bytes(path: str | Path, *, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """All bytes of a file or of standard input. Raises BadInput, or TooLarge before reading too much."""
    with open_bytes(path) as file:
        try:
            data = file.read(limits.size + 1)
        except OSError as error:
            raise _cannot_open(path, error) from error
    if len(data) > limits.size:
        raise TooLarge(name_of(path), f"more than the limit of {limits.size:,} bytes; split it or raise the limit")
    return data


def read_lines(file: BinaryIO, limits: Limits) -> Iterator[tuple[int, bytes | None]]:
    """Number (from 1) and bytes of each line; None for one over the limit, which is skipped unread."""
    number = 0
    while line := file.readline(limits.size + 1):
        number += 1
        if len(line) <= limits.size:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(limits.size + 1)
        yield number, None


def _cannot_open(path: str | Path, error: OSError | ValueError) -> BadInput:
    said = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return BadInput(name_of(path), f"cannot be opened: {said}; check the path")
