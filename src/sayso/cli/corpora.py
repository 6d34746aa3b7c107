"""What the commands across articles share: a ledger, a folder or files into a corpus, and the output's width."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.failures import say
from sayso.errors import SaysoError

if TYPE_CHECKING:
    from sayso.ledger import Ledger
    from sayso.linking.corpus import Corpus
    from sayso.linking.incremental import Linker
    from sayso.linking.prepared import LinkLists, Prepared
    from sayso.linking.story import LinkedStory
    from sayso.records.point import Point
    from sayso.records.reading import Reading

LEDGERS = frozenset({".db", ".sqlite", ".sqlite3"})


def cores() -> int:
    """How many processor cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def width() -> int:
    """Columns of the terminal, at most 120."""
    return min(120, shutil.get_terminal_size().columns)


def read_all(paths: Sequence[Path], jobs: int | None = None, skip: frozenset[str] = frozenset()) -> list[Reading]:
    """The readings of all articles in files and folders; what cannot be read is told on stderr."""
    from sayso.records.reading import Unread
    from sayso.run.sources import read_sources

    readings: list[Reading] = []
    for item in read_sources(paths, jobs=jobs or cores(), skip=skip):
        if isinstance(item, Unread):
            say(f"{item.what}: {item.why}")
        else:
            readings.append(item)
    return readings


def open_corpus(source: Path, more: Sequence[Reading] = ()) -> Corpus:
    """A ledger, a folder or a file of articles or readings as a corpus, with ``more`` readings beside them."""
    from sayso.linking.contextual import load_contextual
    from sayso.linking.corpus import gather
    from sayso.linking.prepared import load_link_lists, prepare

    if not source.exists():
        raise SaysoError(f"{source}: is not there; name a ledger, a folder, or a file of articles")
    lists = load_link_lists()
    if source.suffix.lower() in LEDGERS:
        return _corpus_of_ledger(source, more, lists)
    here = {reading.article.id: reading for reading in more}
    there = read_all([source])
    readings = {reading.article.id: reading for reading in there} | here
    if not readings:
        raise SaysoError(f"{source}: holds no article that can be read")
    return gather((prepare(reading, lists) for reading in readings.values()), lists, load_contextual())


def _corpus_of_ledger(source: Path, more: Sequence[Reading], lists: LinkLists) -> Corpus:
    from sayso.ledger import open_ledger
    from sayso.linking.contextual import load_contextual
    from sayso.linking.incremental import load_corpus

    return load_corpus(make_linker(open_ledger(source), lists), more, load_contextual())


def make_linker(ledger: Ledger, lists: LinkLists) -> Linker:
    """What adds readings to a ledger, keeping them as JSON."""
    from sayso.exports.reading_json import export_json, import_json
    from sayso.linking.incremental import Linker

    return Linker(ledger, lists, export_json, import_json)


def find_point(corpus: Corpus, name: str) -> tuple[LinkedStory, Point]:
    """The point called ``STORY#NUMBER``. Raises SaysoError where there is none."""
    story_name, _, number = name.rpartition("#")
    for story in corpus.stories():
        if story[0] == story_name and len(story) > 1:
            linked = corpus.link(story)
            if number.isdigit() and 1 <= int(number) <= len(linked.points):
                return linked, linked.points[int(number) - 1]
            raise SaysoError(f"{name}: the story {story_name} has points 1 to {len(linked.points)}")
    raise SaysoError(f"{name}: no such story; `sayso stories` lists them, a point is called STORY#NUMBER")


def prepared_of(corpus: Corpus, article: str) -> Prepared:
    """The article of this id. Raises SaysoError where there is none."""
    if article not in corpus.prepared:
        raise SaysoError(f"{article}: no article of that id is here")
    return corpus.prepared[article]


form_option = click.option(
    "--format",
    "-f",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Lines for the terminal, or JSON: one object a line.",
)
