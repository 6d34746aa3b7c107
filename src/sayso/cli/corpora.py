"""What the commands across articles share: a ledger, a folder or files into a corpus."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.failures import say, say_unread
from sayso.cli.places import LedgerPlace, name_of
from sayso.errors import SaysoError

if TYPE_CHECKING:
    from sayso.articles import Columns
    from sayso.ledger import Ledger, Where
    from sayso.linking.corpus import Corpus
    from sayso.linking.incremental import Linker
    from sayso.linking.prepared import LinkLists, Prepared
    from sayso.linking.story import LinkedStory
    from sayso.records.article import Article
    from sayso.records.point import Point
    from sayso.records.reading import Reading, Unread
    from sayso.run.sources import Known
    from sayso.run.workers import ReadOne

LEDGERS = frozenset({".db", ".sqlite", ".sqlite3"})
SIGNATURE = b"SQLite format 3\x00"
TWICE = "given more than once, counted once"
LONGEST_NUMBER = 6  # digits of a point's number

corpus_argument = click.argument("source", metavar="LEDGER|FOLDER", type=LedgerPlace())
form_option = click.option(
    "--format",
    "-f",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Lines for the terminal, or JSON: one object a line.",
)
columns_option = click.option(
    "--columns",
    "written",
    multiple=True,
    metavar="FIELD=COLUMN,...",
    help="Which column of CSV or Parquet, or field of JSON, is what: id, text, html, title, url, outlet, published, "
    "authors, language. Without it they are found by their names, and those of known dumps.",
)


def read_columns(written: Sequence[str]) -> Columns | None:
    """The column map of the option; None where it is not given. Raises UsageError."""
    from sayso.articles import parse_columns
    from sayso.errors import BadColumns

    try:
        return parse_columns(written) if written else None
    except BadColumns as error:
        raise click.UsageError(f"--columns: {error}") from error


def cores() -> int:
    """How many processor cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def read_all(paths: Sequence[Path]) -> list[Reading]:
    """The readings of all articles in files and folders; what is left out is told on stderr."""
    return list(stream_all(paths))


def stream_all(paths: Sequence[Path]) -> Iterator[Reading]:
    """The same, one by one: none is kept."""
    from sayso.records.reading import Reading
    from sayso.run.sources import read_sources

    for item in read_sources(paths, jobs=cores()):
        if isinstance(item, Reading):
            yield item
        else:
            _say_left_out(item)


def _say_left_out(item: Known | Unread) -> None:
    from sayso.records.reading import Unread

    if isinstance(item, Unread):
        say_unread(item)
    else:
        say(f"{item.id}: {TWICE}")


def read_one(path: Path, read: ReadOne | None = None) -> Reading:
    """The reading of a file of one article. Raises SaysoError where there are several, or none that can be read."""
    from sayso.articles import open_article
    from sayso.articles.formats import ENDINGS, SINGLE, ending_of
    from sayso.errors import BadInput, MissingArticle
    from sayso.records.article import Article
    from sayso.records.reading import Unread
    from sayso.run import sources

    if path.is_dir():
        raise SaysoError(f"{path}: is a folder; name one article")
    read = read or sources.LaterReader()
    if ENDINGS.get(ending_of(path.name)) in SINGLE:
        return read(open_article(path))
    found = sources.Found({}, {}, None).items([path])
    items = [item for item in found if not isinstance(item, sources.Known)]  # one that is given twice is one
    if not items:
        raise MissingArticle(f"{path}: holds no article")
    if len(items) > 1:
        raise SaysoError(f"{path}: holds {len(items)} articles; name a file of one")
    (item,) = items
    if isinstance(item, Unread):
        raise BadInput(item.what, item.why)
    return read(item) if isinstance(item, Article) else item


def is_ledger(source: Where) -> bool:
    """Whether this is a ledger on a server, or a file that is one by what it begins with, or is called like one."""
    if isinstance(source, str):
        return True
    if not source.is_file() or source.suffix.lower() in LEDGERS:
        return source.is_file()
    with source.open("rb") as file:
        return file.read(len(SIGNATURE)) == SIGNATURE


def open_corpus(source: Where, more: Sequence[Reading] = ()) -> Corpus:
    """A ledger, a folder or a file of articles or readings as a corpus, with ``more`` readings beside them."""
    from sayso.linking.contextual import LaterContextual
    from sayso.linking.corpus import gather
    from sayso.linking.prepared import load_link_lists, prepare

    if isinstance(source, Path) and not source.exists():
        raise SaysoError(f"{source}: is not there; name a ledger, a folder, or a file of articles")
    lists = load_link_lists()
    if isinstance(source, str) or is_ledger(source):
        corpus = _corpus_of_ledger(source, more, lists)
    else:
        readings = read_all([source])
        if not readings:
            raise SaysoError(f"{source}: holds no article that can be read")
        _refuse_other_texts(source, {reading.article.id: reading for reading in readings}, more)
        by_id = {reading.article.id: reading for reading in [*readings, *more]}
        corpus = gather((prepare(reading, lists) for reading in by_id.values()), lists, LaterContextual())
    _refuse_other_texts(source, {one.id: corpus.prepared[one.id].reading for one in _articles(more)}, more)
    return corpus


def open_story(source: Where, traced: Reading, read: ReadOne) -> Corpus:
    """A corpus that holds at least the story that an article is in. Of a folder's articles only those are read."""
    from sayso.exports.wording import count
    from sayso.linking.contextual import LaterContextual
    from sayso.linking.corpus import gather
    from sayso.linking.prepared import load_link_lists, prepare
    from sayso.run.related import read_related

    if isinstance(source, str) or not source.exists() or is_ledger(source):
        return open_corpus(source, [traced])
    lists = load_link_lists()
    related = read_related([source], traced, lists, jobs=cores(), read=read)
    for item in related.left_out:
        _say_left_out(item)
    if not related.texts:
        raise SaysoError(f"{source}: holds no article that can be read")
    if related.texts.get(traced.article.id, traced.article.text) != traced.article.text:
        raise SaysoError(f"{traced.article.id}: {name_of(source)} has another text under this id")
    if related.unread:
        say(f"{count(related.unread, 'article')} left unread: of another story, by words and days")
    return gather((prepare(one, lists) for one in (*related.readings, traced)), lists, LaterContextual())


def _articles(readings: Iterable[Reading]) -> list[Article]:
    return [reading.article for reading in readings]


def _refuse_other_texts(source: Where, there: Mapping[str, Reading], more: Iterable[Reading]) -> None:
    """Raises SaysoError where one id stands for two texts."""
    for article in _articles(more):
        if article.id in there and there[article.id].article.text != article.text:
            raise SaysoError(f"{article.id}: {name_of(source)} has another text under this id")


def _corpus_of_ledger(source: Where, more: Sequence[Reading], lists: LinkLists) -> Corpus:
    from sayso.ledger import open_ledger
    from sayso.linking.contextual import LaterContextual
    from sayso.linking.kept import load_corpus

    ledger = open_ledger(source)
    if context := click.get_current_context(silent=True):
        context.call_on_close(ledger.close)  # a corpus looks into it as long as the command lasts
    if not more and not ledger.counts()["articles"]:
        raise SaysoError(f"{ledger.name}: is an empty ledger; `sayso add` puts articles in")
    return load_corpus(make_linker(ledger, lists), more, LaterContextual())


def make_linker(ledger: Ledger, lists: LinkLists) -> Linker:
    """What adds readings to a ledger, keeping them as JSON."""
    from sayso.exports.reading_json import export_json, import_json
    from sayso.linking.incremental import Linker

    return Linker(ledger, lists, export_json, import_json)


def find_points(corpus: Corpus, name: str) -> tuple[LinkedStory, dict[int, Point]]:
    """The point called ``STORY#NUMBER`` under its number, or all of ``STORY``. Raises SaysoError where there is none.

    STORY is the id of any of its articles, or the beginning of one.
    """
    whole = corpus.named(name)  # an id may itself hold a "#"
    story_name, _, number = (name, "", "") if whole else name.rpartition("#")
    if not story_name:
        raise SaysoError(f"{name}: no such story; a point is called STORY#NUMBER, and `sayso stories` lists them")
    story = corpus.story_of(_find_article(corpus, story_name).id)
    if len(story) == 1:
        raise SaysoError(f"{name}: this article is in no story with another, so that no point is made by several")
    linked = corpus.link(story)
    points = dict(enumerate(linked.points, 1))
    if not number:
        return linked, points
    if not (number.isascii() and number.isdecimal() and len(number) <= LONGEST_NUMBER and int(number) in points):
        told = f"points 1 to {len(points)}" if points else "no point that two articles make"
        raise SaysoError(f"{name}: the story {linked.id} has {told}")
    return linked, {int(number): points[int(number)]}


def _find_article(corpus: Corpus, name: str) -> Prepared:
    found = corpus.named(name)
    if not found:
        raise SaysoError(f"{name}: no article of that id is here; `sayso stories` lists the stories")
    if len(found) > 1:
        raise SaysoError(f"{name}: {len(found)} articles have ids that begin so; give more of it")
    return corpus.prepared[found[0]]


def find_article(corpus: Corpus, name: str) -> str:
    """The id of the article called so, or whose id begins so. Raises SaysoError where there is none, or several."""
    return _find_article(corpus, name).id
