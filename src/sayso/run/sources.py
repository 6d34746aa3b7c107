"""Readings out of files and folders: articles are read, readings that exist are taken as they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from sayso.articles import open_article, read_jsonl
from sayso.errors import SaysoError
from sayso.exports.reading_json import import_json
from sayso.records.article import Article
from sayso.records.reading import Reading, Unread
from sayso.run.loop import read_in_order
from sayso.run.workers import LoadReader, Workers, load_reader

LINES = frozenset({".jsonl", ".ndjson"})
PAGES = frozenset({".txt", ".md", ".html", ".htm", ".xhtml", ".json"})
READING = b'"schema":"sayso.reading/1"'
BATCH = 8


def find_files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files named, and those of the folders named whose endings are known, in order of their names."""
    for path in paths:
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*") if p.suffix.lower() in LINES | PAGES and p.is_file())
        else:
            yield path


def read_sources(
    paths: Iterable[Path], *, jobs: int, load: LoadReader = load_reader, skip: frozenset[str] = frozenset()
) -> Iterator[Reading | Unread]:
    """The reading of every article in ``paths``, in order; what cannot be read comes as a row with its reason.

    Lines that are readings already (of `sayso run` or `read --format json`) are taken as they are. Articles whose id
    is in ``skip`` are left out unread.
    """
    existing: list[Reading | Unread] = []
    articles = list(_items(paths, existing, skip))
    yield from existing
    if not articles:
        return
    with Workers(min(jobs, max(1, len(articles) // BATCH)), load) as workers:
        for outcome in read_in_order(iter(articles), workers, first=1, batch=BATCH):
            yield outcome.unread if outcome.line is None else import_json(outcome.line)  # type: ignore[misc]


def _items(paths: Iterable[Path], existing: list[Reading | Unread], skip: frozenset[str]) -> Iterator[Article | Unread]:
    for path in find_files(paths):
        try:
            if path.suffix.lower() in LINES and _holds_readings(path):
                existing.extend(r for r in _readings(path) if isinstance(r, Unread) or r.article.id not in skip)
            elif path.suffix.lower() in LINES:
                yield from (item for item in read_jsonl(path) if isinstance(item, Unread) or item.id not in skip)
            else:
                article = open_article(path)
                if article.id not in skip:
                    yield article
        except (SaysoError, OSError) as error:
            yield Unread(str(path), str(error).removeprefix(f"{path}: "))


def _holds_readings(path: Path) -> bool:
    with path.open("rb") as file:
        return READING in file.read(200)


def _readings(path: Path) -> Iterator[Reading | Unread]:
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                try:
                    yield import_json(line)
                except SaysoError as error:
                    yield Unread(f"{path}, line {number}", str(error))
