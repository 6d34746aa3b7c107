"""Files and standard input, read as bytes and never beyond the limit."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO, cast

from sayso.articles.limits import DEFAULT_LIMITS, Limits
from sayso.errors import BadInput, TooLarge

STANDARD_INPUT = "-"


def name_of(path: str | Path) -> str:
    """How messages call the input."""
    return "standard input" if str(path) == STANDARD_INPUT else str(path)


def open_bytes(path: str | Path) -> AbstractContextManager[BinaryIO]:
    """The file, or standard input for "-". Raises BadInput if it is not there or may not be read."""
    if str(path) == STANDARD_INPUT:
        if sys.stdin is None:
            raise BadInput(name_of(path), "is closed; name a file, or pipe one in")
        return nullcontext(sys.stdin.buffer)
    try:
        return Path(path).open("rb")
    except (OSError, ValueError) as error:
        raise _cannot_open(str(path), error) from error


def read_bytes(path: str | Path, *, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """All bytes of a file or of standard input. Raises BadInput, or TooLarge before reading too much."""
    with open_bytes(path) as file:
        return read_all(file, name_of(path), limits)


def read_all(file: BinaryIO, name: str, limits: Limits) -> bytes:
    """What is left of ``file``. Raises BadInput, or TooLarge before reading too much."""
    try:
        data = file.read(limits.size + 1)
    except OSError as error:
        raise _cannot_open(name, error) from error
    if len(data) > limits.size:
        raise TooLarge(name, f"more than the limit of {limits.size:,} bytes; split it or raise the limit")
    return data


def rewind(file: BinaryIO, size: int, name: str = "input") -> tuple[bytes, BinaryIO]:
    """The first ``size`` bytes, and the file at its beginning again, even where it cannot be sought in."""
    try:
        head = file.read(size)
    except OSError as error:
        raise _cannot_open(name, error) from error
    if file.seekable():
        file.seek(-len(head), io.SEEK_CUR)
        return head, file
    return head, cast(BinaryIO, io.BufferedReader(_Again(head, file)))


def seekable(file: BinaryIO, name: str, limits: Limits) -> BinaryIO:
    """``file``, or what is in it where it cannot be sought in. Raises TooLarge before reading too much."""
    return file if file.seekable() else io.BytesIO(read_all(file, name, limits))


class _Again(io.RawIOBase):
    """``head`` once more, and then what is left of ``rest``."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self.head = head
        self.rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # the stubs know no memoryview alone
        data = self.head[: len(buffer)] if self.head else self.rest.read(len(buffer))
        self.head = self.head[len(data) :] if self.head else b""
        buffer[: len(data)] = data
        return len(data)


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


def _cannot_open(name: str, error: OSError | ValueError) -> BadInput:
    said = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return BadInput("standard input" if name == STANDARD_INPUT else name, f"cannot be opened: {said}; check the path")
