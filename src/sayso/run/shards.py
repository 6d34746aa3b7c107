"""A run into a folder of Parquet tables: killed at any moment, it goes on without a row lost or doubled.

Readings land in the lines of an open shard first. A full one becomes a file a table; its record, written last, says
that it is whole. What has no record is made again.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from sayso.articles import Columns
from sayso.articles.extras import load_extra
from sayso.errors import SaysoError
from sayso.records.article import Article
from sayso.records.reading import Unread
from sayso.run.files import Done, RunFiles, find_done, lock_file, unread_path
from sayso.run.inputs import read_inputs
from sayso.run.loop import read_in_order
from sayso.run.manifest import (
    COMPLETE,
    MANIFEST,
    Manifest,
    load_manifest,
    load_shards,
    record_path,
    refuse_other,
    save_json,
)
from sayso.run.tables import write_shard
from sayso.run.workers import LoadReader, Outcome, Workers, load_reader

SIZE = 2000  # articles of a shard
TWICE = "an article before it has the same id"


@dataclass(frozen=True, slots=True)
class ShardedRun:
    """A run over ``items``, all after the first ``done``, into the folder ``out``; ``whole`` shards are there."""

    out: Path
    manifest: Manifest
    done: Done
    whole: int
    open: Done
    items: Iterator[Article | Unread]

    @property
    def size(self) -> int:
        return int(self.manifest.options["shard"])

    def go_on(self, *, jobs: int, batch: int, load: LoadReader = load_reader) -> Generator[Outcome, None, None]:
        """Every outcome in the order of the input, each in the open shard before it is handed out.

        The folder is the same, byte for byte, for any ``jobs`` and ``batch``.
        """
        number, begun = self.whole + 1, self.open
        with _alone(self.out), Workers(jobs, load) as workers:
            outcomes = read_in_order(self.items, workers, first=self.done.articles + 1, batch=batch)
            while True:
                yield from self._fill(number, begun, outcomes)
                lines = _open_path(self.out, number)
                held = _count(lines) + _count(unread_path(lines))
                if held:
                    finish_shard(self.out, number, self.size)
                if held < self.size:
                    break
                number, begun = number + 1, Done()
            save_json(self.out / COMPLETE, _totals(self.out))
            shutil.rmtree(self.out / "open")

    def _fill(self, number: int, begun: Done, outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
        with RunFiles(_open_path(self.out, number), begun) as files:
            for outcome in islice(outcomes, self.size - begun.articles):
                files.save(outcome)
                yield outcome


def open_shards(
    source: Path, out: Path, manifest: Manifest, *, resume: bool, columns: Columns | None = None
) -> ShardedRun:
    """A run from ``source`` into the folder ``out``. Raises SaysoError where there is one, unless ``resume``, or where
    it was begun with anything else.
    """
    load_extra("pyarrow.parquet", "parquet", "writing Parquet")
    if out.is_file():
        raise SaysoError(f"{out}: is a file; name a folder for tables, or a file that ends in .jsonl")
    if source.is_dir() and out.resolve().is_relative_to(source.resolve()):
        raise SaysoError(f"{out}: lies in the folder that is read; name an output elsewhere")
    if out.exists() and any(out.iterdir()):
        if not resume:
            raise SaysoError(f"{out}: is not empty; go on with it (--resume) or name another output folder")
        refuse_other(load_manifest(out), manifest, out)
    items = _once(read_inputs(source, columns))
    items = chain(list(islice(items, 1)), items)  # an input that cannot be opened raises before anything is written
    (out / "open").mkdir(parents=True, exist_ok=True)
    save_json(out / MANIFEST, manifest)
    return _find_open(out, manifest, items)


def _find_open(out: Path, manifest: Manifest, items: Iterator[Article | Unread]) -> ShardedRun:
    """How far the folder goes; takes just those articles from ``items``."""
    shards = load_shards(out)
    before = sum(shard.articles for shard in shards)
    for _ in islice(items, before):
        pass
    lines = _open_path(out, len(shards) + 1)
    complete = (out / COMPLETE).exists()
    lines.touch()
    begun = Done() if complete else find_done(items, lines, before + 1)
    read, unread = sum(shard.read for shard in shards), sum(shard.unread for shard in shards)
    done = Done(read + begun.read, unread + begun.unread)
    return ShardedRun(out, manifest, done, len(shards), begun, items)


def _once(items: Iterator[Article | Unread]) -> Iterator[Article | Unread]:
    """The same items; an article under an id that was given before is left unread: ids tell rows apart."""
    seen: set[bytes] = set()
    for item in items:
        if isinstance(item, Article):
            key = hashlib.blake2b(item.id.encode("utf-8", "surrogatepass"), digest_size=12).digest()
            if key in seen:
                item = Unread(item.id, TWICE)
            seen.add(key)
        yield item


def finish_shard(out: Path, number: int, size: int) -> None:
    """Makes the tables of a shard out of its lines, and then its record; the lines go."""
    lines = _open_path(out, number)
    save_json(record_path(out, number), write_shard(lines, out, number, first=(number - 1) * size + 1))
    lines.unlink()
    unread_path(lines).unlink(missing_ok=True)


def _totals(out: Path) -> dict[str, int]:
    shards = load_shards(out)
    read, unread = sum(shard.read for shard in shards), sum(shard.unread for shard in shards)
    return {"articles": read + unread, "read": read, "unread": unread, "shards": len(shards)}


@contextmanager
def _alone(out: Path) -> Iterator[None]:
    """Nobody else writes the folder meanwhile."""
    with (out / MANIFEST).open("r+b") as file:
        lock_file(file, out)
        yield


def _open_path(out: Path, number: int) -> Path:
    return out / "open" / f"{number:05}.jsonl"


def _count(path: Path) -> int:
    if not path.exists():
        return 0
    with path.open("rb") as lines:
        return sum(1 for _ in lines)
