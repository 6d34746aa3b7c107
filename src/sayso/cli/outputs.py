"""Where an export goes: a file or a folder that is there whole, or not at all."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO

from sayso.errors import SaysoError
from sayso.exports.registry import OpenFile

STDOUT = Path("-")


def refuse_output(out: Path, source: Path | str, *, replace: bool) -> None:
    """Raises SaysoError where ``out`` is in the way of something: of the input, or of what is there already."""
    if out == STDOUT:
        return
    if not out.absolute().parent.is_dir():
        raise SaysoError(f"{out}: cannot be made: there is no folder {out.parent}")
    if isinstance(source, Path) and source.exists() and out.exists() and out.samefile(source):
        raise SaysoError(f"{out}: is the input; name another output")
    if isinstance(source, Path) and source.is_dir() and out.resolve().is_relative_to(source.resolve()):
        raise SaysoError(f"{out}: lies in the folder that is read; name an output elsewhere")
    if out.exists() and not replace:
        raise SaysoError(f"{out}: exists; write over it (--replace) or name another output")


@contextmanager
def naming(out: Path) -> Iterator[None]:
    """What the system refuses while ``out`` is written is told with its name."""
    try:
        yield
    except OSError as error:
        if error.filename is not None and f".{out.name}." not in str(error.filename):
            raise  # of what is read
        raise SaysoError(f"{out}: cannot be written: {error.strerror or error}; nothing of it was kept") from error


@contextmanager
def new_file(out: Path) -> Iterator[BinaryIO]:
    """A file to be written, which takes its place when it is whole; ``-`` is standard output."""
    if out == STDOUT:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    if out.is_dir():
        raise SaysoError(f"{out}: is a folder; name a file")
    with naming(out), tempfile.TemporaryDirectory(prefix=f".{out.name}.", dir=out.absolute().parent) as made:
        part = Path(made) / out.name
        with part.open("wb") as file:
            yield file
        part.replace(out)


@contextmanager
def new_folder(out: Path) -> Iterator[OpenFile]:
    """What opens the files of a folder, which takes its place when all are whole.

    Of a folder that is there, only files of the same names are replaced.
    """
    if out == STDOUT or out.is_file():
        raise SaysoError(f"{out}: this export makes a folder of several files; name a folder")
    with naming(out), tempfile.TemporaryDirectory(prefix=f".{out.name}.", dir=out.absolute().parent) as made:
        parts = Path(made) / out.name
        parts.mkdir()
        with ExitStack() as opened:
            yield lambda name: opened.enter_context((parts / name).open("xb"))
        _move_all(parts, out)


def _move_all(parts: Path, out: Path) -> None:
    if not out.exists():
        shutil.move(parts, out)
        return
    for part in sorted(parts.iterdir()):
        part.replace(out / part.name)
