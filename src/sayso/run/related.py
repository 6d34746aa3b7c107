"""Of many articles only those are read that tell of what one article tells; the rest is set aside by its words.

Which articles make a story follows from their words and their days alone, and edges lead only inside a story: what is
set aside could have had none that leads to the article, and reading it would change nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sayso.errors import SaysoError
from sayso.exports.reading_json import export_json
from sayso.linking.corpus import find_candidates, is_kept
from sayso.linking.pairs import Pair, compare_pair
from sayso.linking.prepared import LinkLists, Prepared, prepare
from sayso.linking.stories import group_stories
from sayso.reading.blocks import find_blocks
from sayso.records.article import Article
from sayso.records.reading import Model, Reading, Unread
from sayso.run.imported import import_sound
from sayso.run.loop import read_in_order
from sayso.run.sources import BATCH, Found, Known, packaged_reader
from sayso.run.workers import LoadReader, ReadOne, Workers, reason_of

# So few are read where the traced article was: before another process has loaded the model, ten articles are read.
FEW = 10
UNTOLD = Model("none", "0", "")  # of a reading that holds no more than the article


@dataclass(frozen=True, slots=True)
class Related:
    """These ``readings`` are of the story that an article is in, it left out.

    ``left_out`` could not be read or came twice; so many articles are ``unread``, as they tell of something else;
    ``texts`` are those of all by id.
    """

    readings: tuple[Reading, ...]
    left_out: tuple[Unread | Known, ...]
    unread: int
    texts: Mapping[str, str]


def read_related(
    paths: Iterable[Path],
    traced: Reading,
    lists: LinkLists,
    *,
    jobs: int,
    read: ReadOne | None = None,
    load: LoadReader | None = None,
) -> Related:
    """Reads what tells of the same as ``traced``; readings that exist are taken as they are.

    A few are read here by ``read``, where it is given; more, in processes of their own, by what ``load`` loads.
    """
    found = Found({}, {}, None)
    items = list(found.items(paths))
    left_out = [item for item in items if isinstance(item, (Unread, Known))]
    there = {_article(item).id: item for item in items if isinstance(item, (Article, Reading))}
    texts = {name: _article(item).text for name, item in there.items()}
    there.pop(traced.article.id, None)
    bare = [prepare(traced, lists), *(prepare(_bare(item), lists) for item in there.values())]
    pairs = _pairs(bare)
    readings = {name: item for name, item in there.items() if isinstance(item, Reading)}
    while True:
        story = [name for name in _story(traced.article.id, bare, pairs) if name != traced.article.id]
        unread = [item for name in story if name not in readings and isinstance(item := there[name], Article)]
        if not unread:
            aside = sum(one.id not in readings for one in bare) - 1  # the traced one was read before
            return Related(tuple(readings[name] for name in story), tuple(left_out), aside, texts)
        done = (
            _read_here(unread, read) if read and len(unread) <= FEW else _read(unread, jobs, load or packaged_reader())
        )
        for reading in done:
            if isinstance(reading, Reading):
                readings[reading.article.id] = reading
            else:  # the story is another without it
                bare = [one for one in bare if one.id != reading.what]
                pairs = [pair for pair in pairs if reading.what not in (pair.a, pair.b)]
                left_out.append(replace(reading, what=found.files.get(reading.what, reading.what)))


def _article(item: Article | Reading) -> Article:
    return item.article if isinstance(item, Reading) else item


def _bare(item: Article | Reading) -> Reading:
    """All of a reading that a story is made by."""
    if isinstance(item, Reading):
        return item
    return Reading(replace(item, blocks=find_blocks(item)), UNTOLD, (), (), (), (), (), ())


def _pairs(bare: Sequence[Prepared]) -> list[Pair]:
    by_id = {one.id: one for one in bare}
    return [pair for a, b in find_candidates(bare) if is_kept(pair := compare_pair(by_id[a], by_id[b]))]


def _story(name: str, bare: Sequence[Prepared], pairs: Iterable[Pair]) -> tuple[str, ...]:
    stories = group_stories(sorted(one.id for one in bare), pairs)
    return next(story for story in stories if name in story)


def _read_here(articles: Iterable[Article], read: ReadOne) -> Iterator[Reading | Unread]:
    for article in articles:
        try:
            yield import_sound(export_json(read(article)))  # as it comes out of another process
        except SaysoError as error:
            yield Unread(article.id, reason_of(error))


def _read(articles: Sequence[Article], jobs: int, load: LoadReader) -> Iterator[Reading | Unread]:
    with Workers(min(jobs, len(articles)), load) as workers:
        for outcome in read_in_order(iter(articles), workers, first=1, batch=min(BATCH, -(-len(articles) // jobs))):
            if outcome.unread is not None:
                yield outcome.unread
            elif outcome.line is not None:
                yield import_sound(outcome.line)
