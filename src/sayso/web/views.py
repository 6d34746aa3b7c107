"""What pages of articles, stories, points and sources show, looked up in a room: for templates and for JSON alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.linking.passages import Passage
from sayso.linking.quoted.speakers import same_speaker
from sayso.records.reading import Reading
from sayso.search.finding import Facet
from sayso.web import finding, shapes
from sayso.web.contents import NotHere
from sayso.web.moment import at_one_moment
from sayso.web.page import Page
from sayso.web.room import Room
from sayso.web.telling import show_head

MOST_SIDES = 40  # points in which a source is looked up for what it speaks for


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article with what its story has of it: on whom it depends, who depends on it, which points it makes."""

    reading: Reading
    story: shapes.ToldStory | None
    several: bool
    same_text: tuple[str, ...]
    page: Page


@at_one_moment
def view_article(room: Room, key: str, name: str | None = None) -> ArticleView:
    """Raises NotHere."""
    contents = room.contents()
    found = contents.find(key, name)
    story = room.story(found)
    same = tuple(one for one in contents.names[contents.keys[found]] if one != found)
    return ArticleView(
        room.reading(found), room.told(story), len(story) > 1, same, Page(room.reading(found), contents.calls)
    )


@at_one_moment
def view_page(room: Room, key: str, name: str | None = None) -> Page:
    """An article's reading alone. Raises NotHere."""
    contents = room.contents()
    return Page(room.reading(contents.find(key, name)), contents.calls)


@at_one_moment
def view_story(room: Room, key: str, name: str | None = None) -> shapes.ToldStory | None:
    """The story of the article with this text (and id); None while it is being linked. Raises NotHere."""
    return room.told(room.story(room.contents().find(key, name)))


@dataclass(frozen=True, slots=True)
class PointView:
    story: shapes.ToldStory
    point: shapes.ToldPoint
    edges: tuple[shapes.ToldEdge, ...]


@at_one_moment
def view_point(room: Room, key: str, stretch: str, name: str | None = None) -> PointView | None:
    """The point that holds the claim at these offsets of this text; None while its story is being linked.

    Raises NotHere where no claim of a point lies there.
    """
    contents = room.contents()
    found = contents.find(key, name)
    story = room.told(room.story(found))
    if story is None:
        return None
    names = (found,) if name is not None else contents.names[contents.keys[found]]
    first, _, last = stretch.partition("-")
    for point in story.points:
        for claim in point.claims:
            if claim.article in names and (str(claim.spans[0][0]), str(claim.spans[-1][1])) == (first, last):
                held = set(point.articles)
                edges = (e for e in story.edges if e.child in held and (e.outside or e.parent in held))
                return PointView(story, point, tuple(edges))
    raise NotHere(
        "no point is made by the claim that stands there; since this address was made, articles may have gone"
    )


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """These words of both articles agree, but for a few; ``quoted`` of them stand in quotation marks."""

    a: tuple[int, int]
    b: tuple[int, int]
    words: int
    quoted: int


@dataclass(frozen=True)
class EdgeView:
    """Two articles side by side."""

    child: Reading
    parent: Reading
    heads: tuple[shapes.Head, shapes.Head]
    edges: tuple[shapes.ToldEdge, ...]
    passages: tuple[SharedPassage, ...]
    story: shapes.ToldStory | None


@at_one_moment
def view_edge(
    room: Room, child: str, parent: str, child_id: str | None = None, parent_id: str | None = None
) -> EdgeView:
    """Raises NotHere."""
    contents = room.contents()
    a, b = contents.find(child, child_id), contents.find(parent, parent_id)
    pair = room.pair(a, b) if a != b else None
    passages = tuple(_shared(passage, turned=pair.a != a) for passage in pair.passages) if pair else ()
    story = room.told(room.story(a))
    edges = tuple(e for e in (story.edges if story else ()) if {e.child, e.parent} == {a, b})
    readings = room.reading(a), room.reading(b)
    heads = tuple(show_head(reading, room.lists, contents.calls) for reading in readings)
    return EdgeView(*readings, heads, edges, passages, story)  # type: ignore[arg-type]  # two of each


def _shared(passage: Passage, *, turned: bool) -> SharedPassage:
    a, b = (passage.b, passage.a) if turned else (passage.a, passage.b)
    return SharedPassage((a.start, a.end), (b.start, b.end), passage.words, passage.quoted)


@dataclass(frozen=True, slots=True)
class Role:
    """What a source is in a point: whom it speaks for, and whether it has a stake in the point."""

    point: str
    link: str
    side: str | None
    party: bool


@dataclass(frozen=True)
class SourceView:
    """All that one source says; without a name, who is heard most.

    Of an outlet that nobody quotes, what it tells in its own voice is found: ``found.asked.outlet`` is then its name.
    """

    name: str
    found: finding.Found | None
    spellings: tuple[Facet, ...]
    roles: tuple[Role, ...]
    sources: tuple[Facet, ...]


@at_one_moment
def view_source(room: Room, name: str, page: int = 1) -> SourceView:
    if not name.strip():
        return SourceView("", None, (), (), room.sources())
    asked = finding.Asked(speaker=name, page=page)
    found = finding.find_claims(room.connection, asked, room.contents().calls)
    if not found.total:
        own = finding.Asked(outlet=name, voice="own", page=page)
        found = finding.find_claims(room.connection, own, room.contents().calls)
    roles = tuple(_roles(room, name, found.hits))
    return SourceView(name, found, found.facets.get("speaker", ()), roles, ())


def _roles(room: Room, name: str, hits: Sequence[finding.Hit]) -> Iterable[Role]:
    """What the stories of these claims know of the source."""
    contents = room.contents()
    stories = dict.fromkeys(contents.stories[contents.story_of[hit.article]] for hit in hits)
    for story in list(stories)[:5]:
        told = room.known(story)
        for point in told.points[:MOST_SIDES] if told else ():
            for origin in point.origins:
                if (origin.side or origin.party) and same_speaker(origin.name, name) is True:
                    yield Role(point.core, point.link, origin.side, origin.party)


@at_one_moment
def view_search(room: Room, asked: finding.Asked) -> finding.Found | None:
    """What is found, or None where nothing is asked for."""
    if asked.is_empty:
        return None
    find = finding.find_texts if asked.where == "texts" else finding.find_claims
    return find(room.connection, asked, room.contents().calls)
