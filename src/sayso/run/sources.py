"""Readings out of files and folders: articles are read, readings that exist are taken as they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path

from sayso.articles import Columns, Format, read_articles
from sayso.articles.formats import ENDINGS, SINGLE, ending_of
from sayso.articles.identity import digest_text
from sayso.errors import SaysoError
from sayso.exports.reading_json import export_json
from sayso.ledger.removing import find_forgotten
from sayso.records.article import Article
from sayso.records.reading import Reading, Unread
from sayso.run.imported import holds_readings, import_sound, read_readings
from sayso.run.inputs import find_files, word_reason
from sayso.run.loop import read_in_order
from sayso.run.workers import LoadReader, ReadOne, Workers, load_reader

BATCH = 8


@dataclass(frozen=True, slots=True)
class Known:
    """The article ``id`` was left out: it is there already, or was given before, with the same text."""

    id: str


Item = Article | Reading | Unread | Known


def packaged_reader() -> LoadReader:
    """What loads a reader with the package's own weights in a process of its own."""
    return load_reader


def load_here() -> ReadOne:
    """What reads an article in this process: for one article a process of its own would take longer."""
    return load_reader()


@dataclass(slots=True)
class LaterReader:
    """Reads articles in this process; what it reads with is loaded when the first comes, and once."""

    _read: ReadOne | None = None

    def __call__(self, article: Article) -> Reading:
        if self._read is None:
            self._read = load_here()
        return self._read(article)


def read_sources(
    paths: Iterable[Path],
    *,
    jobs: int,
    load: LoadReader | None = None,
    known: Mapping[str, str] | None = None,
    forgotten: Mapping[str, str] | None = None,
    columns: Columns | None = None,
) -> Iterator[Reading | Unread | Known]:
    """The reading of every article in ``paths``, in order; what cannot be read comes as a row with its reason.

    Lines that are readings already (of `sayso run` or `read --format json`) are taken as they are. ``known`` gives the
    digest of the text of each article that is there already: it comes back as Known and is not read again; so does
    one that is given twice. Another text under an id that is known is left unread, and so is what has a digest in
    ``forgotten``, for the reason that stands there. ``columns`` says which column of a table, or field of JSON, is
    what.
    """
    found = Found(dict(known or {}), forgotten or {}, columns)
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


def read_here(
    paths: Iterable[Path],
    read: ReadOne,
    *,
    known: Mapping[str, str],
    forgotten: Mapping[str, str],
    columns: Columns | None = None,
) -> Iterator[Reading | Unread | Known]:
    """As `read_sources`, in this process, with a reader that is there already."""
    for item in Found(dict(known), forgotten, columns).items(paths):
        if isinstance(item, Article):
            try:
                yield import_sound(export_json(read(item)))
            except SaysoError as error:
                yield Unread(item.id, str(error))
        else:
            yield item


@dataclass(slots=True)
class Found:
    """So far ids stand for texts with these ``digests``; ``files`` are of articles that are a file by themselves."""

    digests: dict[str, str]
    forgotten: Mapping[str, str]
    columns: Columns | None
    files: dict[str, str] = field(default_factory=dict)

    def items(self, paths: Iterable[Path]) -> Iterator[Item]:
        for path in find_files(paths):
            try:
                for item in _items_of(path, self.columns):
                    article = item.article if isinstance(item, Reading) else item
                    yield (self._refuse_known(article, path) if isinstance(article, Article) else None) or item
            except (SaysoError, OSError) as error:
                yield Unread(str(path), word_reason(error))

    def _refuse_known(self, article: Article, path: Path) -> Known | Unread | None:
        digest = digest_text(article.text)
        before = self.digests.get(article.id)
        if before is not None:
            other = Unread(f"{article.id} in {path}", "another text is there under this id")
            return Known(article.id) if before == digest else other
        if (why := find_forgotten(self.forgotten, article)) is not None:
            return Unread(str(path), why)
        self.digests[article.id] = digest
        if ENDINGS.get(ending_of(path.name)) in SINGLE | {Format.JSON}:
            self.files[article.id] = str(path)
        return None


def _items_of(path: Path, columns: Columns | None) -> Iterator[Article | Reading | Unread]:
    if ENDINGS.get(ending_of(path.name)) in (Format.LINES, Format.JSON) and holds_readings(path):
        yield from read_readings(path)
    else:
        yield from read_articles(path, columns=columns)
