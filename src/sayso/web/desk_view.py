"""What a ledger's front page shows: its stories, what is new, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from sayso.ledger.listing import heading
from sayso.ledger.schema import article, batch
from sayso.search.finding import Facet
from sayso.web import shapes
from sayso.web.moment import at_one_moment
from sayso.web.room import Room

MOST_STORIES, MOST_LATEST, MOST_UNREAD = 30, 20, 200


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """A ledger in the list of those served."""

    name: str
    articles: int
    stories: int
    link: str


@dataclass(frozen=True, slots=True)
class Import:
    """One import: what came in together. ``at`` is when, in UTC."""

    number: int
    source: str
    at: str
    articles: int


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What could not be read, and why."""

    batch: int
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Latest:
    """An article as lists show it, with how many of its claims are in which voice; ``new`` of the last import."""

    id: str
    title: str
    outlet: str | None
    published: str | None
    own: int
    attributed: int
    unsettled: int
    new: bool
    link: str


@dataclass(frozen=True, slots=True)
class DeskView:
    """A ledger's front page."""

    name: str
    articles: int
    told_by_several: int
    alone: int
    stories: tuple[shapes.StoryLine, ...]
    latest: tuple[Latest, ...]
    imports: tuple[Import, ...]
    left_out: tuple[LeftOut, ...]
    left_out_in_all: int
    sources: tuple[Facet, ...]
    page: int
    pages: int


@at_one_moment
def view_desk(room: Room, page: int = 1) -> DeskView:
    """The stories from the largest on, the newest articles, the imports, and what could not be read."""
    contents = room.contents()
    several = [story for story in contents.stories if len(story) > 1]
    pages = max(1, -(-len(several) // MOST_STORIES))
    shown = several[(page - 1) * MOST_STORIES : page * MOST_STORIES]
    left, left_in_all = room.unread(MOST_UNREAD)
    return DeskView(
        name=room.name,
        articles=len(contents.numbers),
        told_by_several=len(several),
        alone=len(contents.stories) - len(several),
        stories=tuple(room.lines(shown)),
        latest=list_latest(room),
        imports=list_imports(room),
        left_out=tuple(LeftOut(*one) for one in left),
        left_out_in_all=left_in_all,
        sources=room.sources()[:12],
        page=page,
        pages=pages,
    )


def list_imports(room: Room) -> tuple[Import, ...]:
    """The imports that hold an article, the newest first."""
    times = {row.number: row.at for row in room.connection.execute(select(batch.c.number, batch.c.at))}
    held = room.batches()
    return tuple(Import(number, source, times.get(number, ""), articles) for number, source, articles in held[::-1])


def list_latest(room: Room, most: int = MOST_LATEST, since: int = 0) -> tuple[Latest, ...]:
    """The newest articles, of imports after ``since``."""
    newest = select(article.c.number).order_by(article.c.number.desc()).limit(most)
    if since:  # by the index of imports: from the newest number down there may be none for long
        newest = select(article.c.number).where(article.c.batch > since).order_by((article.c.number + 0).desc())
        newest = newest.limit(most)
    wanted = (
        select(heading, article.c.batch)
        .join(article, article.c.number == heading.c.article)
        .where(article.c.number.in_(newest))
        .order_by(heading.c.article.desc())
    )
    rows = room.connection.execute(wanted).all()
    last = max((row.batch for row in rows), default=0)
    calls = room.contents().calls
    return tuple(
        Latest(
            row.id, row.title, row.outlet, row.published, row.own, row.attributed, row.unsettled, row.batch == last,
            calls.link(row.id),
        )
        for row in rows
    )  # fmt: skip
