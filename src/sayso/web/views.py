"""What each page shows, looked up in a room: data for templates and for JSON alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import select

from sayso.exports.wording import word_credit
from sayso.ledger.index import heading
from sayso.ledger.schema import article, batch
from sayso.linking.passages import Passage
from sayso.linking.quoted.speakers import same_speaker
from sayso.records.claim import Claim
from sayso.records.reading import Reading
from sayso.records.span import Span, hull
from sayso.search.finding import Facet
from sayso.web import finding, shapes
from sayso.web.page import Page
from sayso.web.room import NotHere, Room
from sayso.web.telling import show_claims, show_head

MOST_STORIES, MOST_LATEST, MOST_UNREAD = 30, 20, 200
MOST_PICKS = 200
MOST_SIDES = 40  # points in which a source is looked up for what it speaks for


Asked = ParamSpec("Asked")
View = TypeVar("View")
Look = Callable[Concatenate[Room, Asked], View]


def at_one_moment(look: Look[Asked, View]) -> Look[Asked, View]:
    """All of a view is of the ledger as it is when it is asked, whatever others add or take out meanwhile."""

    @wraps(look)
    def look_at(room: Room, /, *asked: Asked.args, **named: Asked.kwargs) -> View:
        with room.held():
            return look(room, *asked, **named)

    return look_at


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
    left = list(dict.fromkeys(room.ledger.unread()))
    return DeskView(
        name=room.name,
        articles=len(contents.numbers),
        told_by_several=len(several),
        alone=len(contents.stories) - len(several),
        stories=tuple(room.lines(shown)),
        latest=list_latest(room),
        imports=list_imports(room),
        left_out=tuple(LeftOut(*one) for one in left[:MOST_UNREAD]),
        left_out_in_all=len(left),
        sources=room.sources()[:12],
        page=page,
        pages=pages,
    )


def list_imports(room: Room) -> tuple[Import, ...]:
    """The imports that hold an article, the newest first."""
    times = {row.number: row.at for row in room.connection.execute(select(batch.c.number, batch.c.at))}
    held = room.ledger.batches()
    return tuple(Import(number, source, times.get(number, ""), articles) for number, source, articles in held[::-1])


def list_latest(room: Room, most: int = MOST_LATEST, since: int = 0) -> tuple[Latest, ...]:
    """The newest articles, of imports after ``since``."""
    wanted = (
        select(heading, article.c.batch)
        .join(article, article.c.number == heading.c.article)
        .where(article.c.batch > since)
        .order_by(heading.c.article.desc())
        .limit(most)
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


@dataclass(frozen=True, slots=True)
class Footnote:
    """A picked claim with all that a reader needs to find it again."""

    number: int
    pick: str
    claim: shapes.ToldClaim
    head: shapes.Head
    sentence: str
    url: str | None
    credits: tuple[str, ...]
    digest: str
    model: str


@dataclass(frozen=True, slots=True)
class ReportView:
    """Picked claims, in the order in which they were picked; ``missing`` are picks that are not in the ledger.

    ``beyond`` so many more were picked than a report takes.
    """

    title: str
    notes: tuple[Footnote, ...]
    missing: tuple[str, ...]
    beyond: int


@at_one_moment
def view_report(room: Room, picks: Sequence[str], title: str = "") -> ReportView:
    notes: list[Footnote] = []
    missing: list[str] = []
    picked = list(dict.fromkeys(picks))
    for pick in picked[:MOST_PICKS]:
        try:
            notes.append(_footnote(room, pick, len(notes) + 1))
        except NotHere:
            missing.append(pick)
    return ReportView(title.strip(), tuple(notes), tuple(missing), max(0, len(picked) - MOST_PICKS))


def _footnote(room: Room, pick: str, number: int) -> Footnote:
    key, _, name = pick.partition(".")
    contents = room.contents()
    reading = room.reading(contents.find(key))
    page = Page(reading, contents.calls)
    claim = next((claim for claim in reading.claims if claim.id == name and claim.content), None)
    if claim is None:
        raise NotHere(f"{pick}: no such claim")
    model = reading.model
    return Footnote(
        number=number,
        pick=pick,
        claim=show_claims(page, [name])[name],
        head=show_head(reading, room.lists, contents.calls),
        sentence=_paragraph(reading, claim),
        url=reading.article.url,
        credits=tuple(dict.fromkeys(word_credit(credit, credit.name) for credit in reading.credits)),
        digest=contents.keys[reading.article.id],
        model=f"{model.name} {model.version} ({model.digest[:12]})",
    )


def _paragraph(reading: Reading, claim: Claim) -> str:
    """The paragraph, or paragraphs, in which a claim's words stand."""
    text, whole = reading.article.text, hull(claim.content)
    start, end = text.rfind("\n", 0, whole.start) + 1, text.find("\n", whole.end)
    return Span(start, len(text) if end < 0 else end).cut(text).strip()
