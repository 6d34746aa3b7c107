"""The two files that a run writes, and how much of a run stands in them.

Every article of the input has one line in one of the two: readings, in the order of the input, in OUT.jsonl;
numbers and reasons of those left unread in OUT.unread.jsonl. So a run can tell where it was stopped.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

import msgspec

from sayso.errors import MalformedInput, SaysoError
from sayso.records.article import Article
from sayso.records.reading import Model, Unread
from sayso.run.workers import Outcome


def unread_path(out: Path) -> Path:
    """OUT.unread.jsonl beside OUT.jsonl."""
    return out.with_name(out.name.removesuffix(".jsonl") + ".unread.jsonl")


@dataclass(frozen=True, slots=True)
class Done:
    """So many articles were read and left unread before, in so many bytes, the last by ``model``."""

    read: int = 0
    unread: int = 0
    out_bytes: int = 0
    unread_bytes: int = 0
    model: Model | None = None

    @property
    def articles(self) -> int:
        return self.read + self.unread


class Head(msgspec.Struct):
    """What is looked at of a reading that was written before."""

    id: str
    model: Model


def read_head(line: bytes, name: str) -> Head:
    """Id and model of a reading's JSON. Raises MalformedInput, which calls it ``name``."""
    try:
        return msgspec.json.decode(line, type=Head)
    except ValueError as error:  # msgspec's errors are ValueErrors, and so is a lone surrogate to it
        try:
            return msgspec.convert(json.loads(line), Head)
        except ValueError:
            raise MalformedInput(name, f"is no reading ({error})") from error


def find_done(items: Iterator[Article | Unread], out: Path, first: int = 1) -> Done:
    """How far the files of ``out`` go, from article number ``first`` on; takes just those articles from ``items``.

    A last line that was cut off, and reasons beyond the last reading, do not count. Raises SaysoError where
    the readings are not those of these articles.
    """
    listed = _listed_unread(unread_path(out))
    read = unread = out_bytes = unread_bytes = 0
    model: Model | None = None
    with out.open("rb") as lines:
        while True:
            number = first + read + unread
            if number in listed:
                next(items, None)
                unread, unread_bytes = unread + 1, listed[number]
                continue
            line = lines.readline()
            if not line.endswith(b"\n"):
                return Done(read, unread, out_bytes, unread_bytes, model)
            model = _check(line, next(items, None), number, out)
            read, out_bytes = read + 1, out_bytes + len(line)


def _check(line: bytes, item: Article | Unread | None, number: int, out: Path) -> Model:
    head = read_head(line, f"{out}, article {number}")
    if not isinstance(item, Article) or item.id != head.id:
        here = item.id if isinstance(item, Article) else "none"
        raise SaysoError(
            f"{out}: was made from another input: its reading of article {number} is of {head.id!r}, "
            f"here that article is {here!r}; name another output file"
        )
    return head.model


def _listed_unread(path: Path) -> dict[int, int]:
    """Numbers of the articles left unread, each with the bytes up to the end of its line."""
    listed: dict[int, int] = {}
    if not path.exists():
        return listed
    size = 0
    with path.open("rb") as lines:
        for line in lines:
            if not line.endswith(b"\n"):
                break
            size += len(line)
            try:
                listed[int(json.loads(line)["number"])] = size
            except (ValueError, TypeError, KeyError) as error:
                raise MalformedInput(str(path), f"no line of a run: {line[:80]!r}") from error
    return listed


class RunFiles:
    """Both files, open for appending after what is done; every line reaches the file before the next begins."""

    def __init__(self, out: Path, done: Done) -> None:
        self.path = unread_path(out)
        self.out = _open_at(out, done.out_bytes)
        self.unread: BinaryIO | None = None
        if self.path.exists():
            self.unread = _open_at(self.path, done.unread_bytes)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.out.close()
        if self.unread is not None:
            self.unread.close()

    def save(self, outcome: Outcome) -> None:
        if outcome.unread is None:
            self.out.write((outcome.line or b"") + b"\n")
            self.out.flush()
            return
        if self.unread is None:
            self.unread = _open_at(self.path, 0)
        row = {"number": outcome.number, "what": outcome.unread.what, "why": outcome.unread.why}
        self.unread.write(json.dumps(row).encode("ascii") + b"\n")
        self.unread.flush()


def _open_at(path: Path, size: int) -> BinaryIO:
    """``path`` cut to ``size`` bytes and open for writing on; nobody else may write it meanwhile."""
    path.touch()
    file = path.open("r+b")
    lock_file(file, path)
    file.truncate(size)
    file.seek(size)
    return file


def lock_file(file: BinaryIO, path: Path) -> None:
    """Raises SaysoError where somebody else writes it."""
    if sys.platform == "win32":
        return
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        file.close()
        raise SaysoError(f"{path}: another run is writing it") from error
