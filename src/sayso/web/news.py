"""What came into a ledger since an import that somebody saw last.

A point is new if fewer than two articles made it without the articles that came since; a dispute is new if one of its
two ends is in such an article.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select

from sayso.ledger.schema import article, batch
from sayso.web import shapes
from sayso.web.desk_view import Import, Latest, list_imports, list_latest
from sayso.web.moment import at_one_moment
from sayso.web.room import Room

MOST_ARTICLES, MOST_STORIES = 100, 12


@dataclass(frozen=True, slots=True)
class NewPoint:
    """A point that new articles make: ``articles`` of them, and ``before`` that made it already."""

    core: str
    articles: tuple[str, ...]
    before: int
    is_new: bool
    link: str


@dataclass(frozen=True, slots=True)
class NewDispute:
    """A dispute with an end in a new article, and the point that it is about."""

    core: str
    about: str
    why: str
    link: str


@dataclass(frozen=True, slots=True)
class StoryNews:
    """What is new in one story since import number ``since``."""

    since: int
    title: str
    articles: tuple[str, ...]
    before: int
    points: tuple[NewPoint, ...]
    disputes: tuple[NewDispute, ...]
    link: str


@dataclass(frozen=True, slots=True)
class GrownStory:
    """A story with new articles; its points and disputes are None until it is linked."""

    title: str
    articles: int
    before: int
    points: int | None
    disputes: int | None
    link: str


@dataclass(frozen=True, slots=True)
class News:
    """What came in after import number ``since``; ``last`` is the newest import. Of long lists the beginning."""

    since: int
    last: int
    imports: tuple[Import, ...]
    articles: tuple[Latest, ...]
    articles_in_all: int
    stories: tuple[GrownStory, ...]
    stories_in_all: int


@at_one_moment
def view_news(room: Room, since: int) -> News:
    """The imports, articles and stories since then, the newest and the largest first."""
    imports = tuple(one for one in list_imports(room) if one.number > since)
    new = articles_since(room, since)
    contents = room.contents()
    stories = sorted({contents.story_of[name] for name in new if name in contents.story_of})
    grown = [contents.stories[number] for number in stories if len(contents.stories[number]) > 1]
    return News(
        since=since,
        last=last_import(room),
        imports=imports,
        articles=list_latest(room, MOST_ARTICLES, since),
        articles_in_all=len(new),
        stories=tuple(_grown(room, story, new, since) for story in grown[:MOST_STORIES]),
        stories_in_all=len(grown),
    )


def articles_since(room: Room, since: int) -> frozenset[str]:
    """The ids of the articles of later imports."""
    names = room.contents().ids
    wanted = select(article.c.number).where(article.c.batch > since)
    return frozenset(names[number] for number in room.connection.execute(wanted).scalars() if number in names)


def last_import(room: Room) -> int:
    """The number of the newest import that holds an article; 0 of an empty ledger."""
    return max((one.number for one in list_imports(room)), default=0)


def mark_of(room: Room) -> str:
    """Tells this ledger from others of its name: by its first import."""
    first = room.connection.execute(select(batch.c.source, batch.c.at).order_by(batch.c.number).limit(1)).first()
    return hashlib.sha256(repr(tuple(first or ())).encode()).hexdigest()[:8]


def _grown(room: Room, story: tuple[str, ...], new: frozenset[str], since: int) -> GrownStory:
    told = room.known(story)
    arrived = sum(name in new for name in story)
    if told is None:
        (line,) = room.lines([story])
        return GrownStory(line.title, arrived, len(story) - arrived, None, None, line.link)
    news = story_news(told, new, since)
    points = sum(point.is_new for point in news.points)
    return GrownStory(told.title, arrived, news.before, points, len(news.disputes), told.link)


@at_one_moment
def view_story_news(room: Room, told: shapes.ToldStory, since: int) -> StoryNews:
    return story_news(told, articles_since(room, since), since)


def story_news(told: shapes.ToldStory, new: frozenset[str], since: int) -> StoryNews:
    arrived = tuple(head.id for head in told.articles if head.id in new)
    return StoryNews(
        since=since,
        title=told.title,
        articles=arrived,
        before=len(told.articles) - len(arrived),
        points=tuple(_new_points(told, new)),
        disputes=tuple(_new_disputes(told, new)),
        link=told.link,
    )


def _new_points(told: shapes.ToldStory, new: frozenset[str]) -> Iterator[NewPoint]:
    for point in told.points:
        arrived = tuple(name for name in point.articles if name in new)
        if arrived:
            before = len(point.articles) - len(arrived)
            yield NewPoint(point.core, arrived, before, before < 2, point.link)


def _new_disputes(told: shapes.ToldStory, new: frozenset[str]) -> Iterator[NewDispute]:
    for point in told.points:
        for dispute in point.disputes:
            if {dispute.a.shown.article, dispute.b.shown.article} & new:
                yield NewDispute(point.core, dispute.about, dispute.why, point.link)
