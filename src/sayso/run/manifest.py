"""What a run into a folder was made from and with, and what each of its shards holds: JSON files, each whole or not
there.

    OUT/manifest.json       the input's digests, the model's, the options: a run goes on only where all are the same
    OUT/shards/00001.json   one shard is whole: its articles, its rows by table, the digests of its files
    OUT/complete.json       all shards are there: totals
    OUT/TABLE/00001.parquet the rows of one shard
    OUT/open/00001.jsonl    the shard that is being filled: no part of the result
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

import msgspec

from sayso._version import __version__
from sayso.errors import MalformedInput, SaysoError
from sayso.exports.table_schema import VERSION
from sayso.run.inputs import find_files

SCHEMA = "sayso.run/1"
MANIFEST, COMPLETE = "manifest.json", "complete.json"
AT_ONCE = 1 << 20  # bytes
T = TypeVar("T")


class File(msgspec.Struct, frozen=True):
    """A file of the input, by its name inside the folder that was read."""

    name: str
    bytes: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True):
    """What a run is made from and with. Equal manifests make equal bytes."""

    input: tuple[File, ...]
    model: str
    options: dict[str, str | int]
    schema: str = SCHEMA
    tables: str = VERSION
    sayso: str = __version__


class Shard(msgspec.Struct, frozen=True):
    """A shard is whole: articles ``first`` up to ``first + articles``, and the rows and digest of each table."""

    shard: int
    first: int
    articles: int
    read: int
    unread: int
    rows: dict[str, int]
    sha256: dict[str, str]


def describe_input(source: Path) -> tuple[File, ...]:
    """Every file that a run from ``source`` reads, in order."""
    files = find_files([source])
    return tuple(
        File(str(path.relative_to(source)) if source.is_dir() else path.name, path.stat().st_size, digest_file(path))
        for path in files
    )


def digest_file(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal digits."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while data := file.read(AT_ONCE):
            digest.update(data)
    return digest.hexdigest()


def load_manifest(out: Path) -> Manifest:
    """The manifest of a run's folder. Raises SaysoError where it is none."""
    path = out / MANIFEST
    if not path.is_file():
        raise SaysoError(f"{out}: is no folder of a run: it has no {MANIFEST}")
    return _decode(path, Manifest)


def load_shards(out: Path) -> list[Shard]:
    """The shards that are whole, in order, up to the first that is not."""
    shards: list[Shard] = []
    while (path := record_path(out, len(shards) + 1)).exists():
        shards.append(_decode(path, Shard))
    return shards


def record_path(out: Path, number: int) -> Path:
    return out / "shards" / f"{number:05}.json"


def table_path(out: Path, table: str, number: int) -> Path:
    return out / table / f"{number:05}.parquet"


def refuse_other(before: Manifest, now: Manifest, out: Path) -> None:
    """Raises SaysoError that names what is not the same."""
    names = {"input": "another input", "model": "another model", "options": "other options"}
    other = [words for name, words in names.items() if getattr(before, name) != getattr(now, name)]
    if not other and before != now:
        other = ["another version of Sayso"]
    if other:
        raise SaysoError(f"{out}: was begun with {' and '.join(other)}; name another output folder")


def save_json(path: Path, value: msgspec.Struct | Mapping[str, int]) -> None:
    """Writes a file that is there whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}")
    with part.open("wb") as file:
        file.write(msgspec.json.format(msgspec.json.encode(value, order="sorted"), indent=1) + b"\n")
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def _decode(path: Path, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except ValueError as error:
        raise MalformedInput(str(path), f"is no file of a run ({error})") from error
