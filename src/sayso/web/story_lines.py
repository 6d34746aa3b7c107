"""Stories as lists show them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from sayso.ledger.listing import heading
from sayso.web import shapes
from sayso.web.contents import Contents


def story_line(story: shapes.ToldStory) -> shapes.StoryLine:
    """A linked story as lists show it."""
    latest = max((head.published or "" for head in story.articles), default="")
    first = story.points[0] if story.points else None
    counts = (
        (
            len(first.articles),
            len(first.publishers),
            len(first.reports),
            first.low,
            first.high,
            len(first.origins),
        )
        if first
        else (len(story.articles), 0, 0, 0, 0, 0)
    )
    return shapes.StoryLine(
        id=story.id,
        title=story.title,
        articles=len(story.articles),
        latest=latest,
        points=len(story.points),
        disputes=sum(len(point.disputes) for point in story.points),
        core=f"{first.before}{first.core}{first.after}" if first else "",
        counts=counts,
        linked=True,
        link=story.link,
        rejected=len(story.rejected),
    )


def bare_line(contents: Contents, connection: Connection, story: Sequence[str]) -> shapes.StoryLine:
    """A story that is not linked yet as lists show it."""
    number = contents.number(story[0])
    title = connection.execute(select(heading.c.title).where(heading.c.article == number)).scalar_one()
    latest = max((contents.times[name] or "" for name in story), default="")
    link = contents.calls.story_link(story[0])
    return shapes.StoryLine(
        story[0], str(title), len(story), latest, 0, 0, "", (len(story), 0, 0, 0, 0, 0), False, link
    )
