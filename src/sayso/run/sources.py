"""Readings out of files and folders: articles are read, readings that exist are taken as they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path

from sayso.articles import open_article, read_jsonl
from sayso.articles.identity import digest_text
from sayso.errors import BadInput, SaysoError
from sayso.records.article import Article
from sayso.records.reading import Reading, Unread
from sayso.run.imported import holds_readings, import_sound, read_readings
from sayso.run.loop import read_in_order
from sayso.run.workers import LoadReader, ReadOne, Workers, load_reader

LINES = frozenset({".jsonl", ".ndjson"})
PAGES = frozenset({".txt", ".md", ".html", ".htm", ".xhtml", ".json"})
TEXTS = frozenset({".txt", ".md", ".html", ".htm", ".xhtml"})  # one article each
BATCH = 8


@dataclass(frozen=True, slots=True)
class Known:
    """The article ``id`` was left out: it is there already, or was given before, with the same text."""

    id: str


Item = Article | Reading | Unread | Known


def load_here() -> ReadOne:
    """What reads an article in this process: for one article a process of its own would take longer."""
    return load_reader()


def find_files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files named, and those of the folders named whose endings are known, in order of their names."""
    for path in paths:
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*") if p.suffix.lower() in LINES | PAGES and p.is_file())
        else:
            yield path


def read_sources(
    paths: Iterable[Path], *, jobs: int, load: LoadReader | None = None, known: Mapping[str, str] | None = None
) -> Iterator[Reading | Unread | Known]:
    """The reading of every article in ``paths``, in order; what cannot be read comes as a row with its reason.

    Lines that are readings already (of `sayso run` or `read --format json`) are taken as they are. ``known`` gives the
    digest of the text of each article that is there already: it comes back as Known and is not read again; so does
    one that is given twice. Another text under an id that is known is left unread.
    """
    found = _Found(dict(known or {}))
    with Workers(jobs, load or load_reader) as workers:
        for is_article, items in groupby(found.items(paths), key=lambda item: isinstance(item, Article)):
            if not is_article:
                yield from items  # type: ignore[misc]  # no article is among them
                continue
            for outcome in read_in_order(items, workers, first=1, batch=BATCH):  # type: ignore[arg-type]  # all are articles
                if outcome.unread is not None:
                    yield replace(outcome.unread, what=found.files.get(outcome.unread.what, outcome.unread.what))
                elif outcome.line is not None:
                    yield import_sound(outcome.line)


@dataclass(slots=True)
class _Found:
    """So far ids stand for texts with these ``digests``; ``files`` are of articles that bring no id of their own."""

    digests: dict[str, str]
    files: dict[str, str] = field(default_factory=dict)

    def items(self, paths: Iterable[Path]) -> Iterator[Item]:
        for path in find_files(paths):
            try:
                for item in _items_of(path):
                    article = item.article if isinstance(item, Reading) else item
                    yield (self._refuse_known(article, path) if isinstance(article, Article) else None) or item
            except BadInput as error:
                yield Unread(str(path), error.reason)
            except SaysoError as error:
                yield Unread(str(path), str(error))
            except OSError as error:
                yield Unread(str(path), error.strerror or str(error))

    def _refuse_known(self, article: Article, path: Path) -> Known | Unread | None:
        digest = digest_text(article.text)
        before = self.digests.get(article.id)
        if before is not None:
            other = Unread(f"{article.id} in {path}", "another text is there under this id")
            return Known(article.id) if before == digest else other
        self.digests[article.id] = digest
        if path.suffix.lower() not in LINES:
            self.files[article.id] = str(path)
        return None


def _items_of(path: Path) -> Iterator[Article | Reading | Unread]:
    suffix = path.suffix.lower()
    if suffix in LINES | {".json"} and holds_readings(path):
        yield from read_readings(path)
    elif suffix in LINES:
        yield from read_jsonl(path)
    else:
        yield open_article(path)
