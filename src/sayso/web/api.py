"""Every page's data as JSON, or as CSV: what programs read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

import msgspec
from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import JSONResponse, Response

from sayso.errors import BadQuery
from sayso.exports.reading_json import export_json
from sayso.web import desk_view, finding, report_view, shapes, tables, views
from sayso.web.desk import Desk
from sayso.web.matrix import Matrix, make_matrix
from sayso.web.reader import edges_of
from sayso.web.room import Room
from sayso.web.telling import show_claims, show_head


@dataclass(frozen=True, slots=True)
class ArticleAnswer:
    """An article: its reading as `sayso read --format json` prints it, and what its story has of it."""

    reading: dict[str, object]
    depends_on: tuple[shapes.ToldEdge, ...]
    depend_on_it: tuple[shapes.ToldEdge, ...]
    same_text: tuple[str, ...]
    story: str | None


@dataclass(frozen=True, slots=True)
class EdgeAnswer:
    """Two articles side by side, the child first."""

    articles: tuple[shapes.Head, shapes.Head]
    edges: tuple[shapes.ToldEdge, ...]
    passages: tuple[views.SharedPassage, ...]


router = APIRouter(prefix="/api", tags=["reading room"])
Form = Annotated[Literal["json", "csv"], Query(alias="format", description="JSON, or one table as CSV")]
Number = Annotated[int, Query(ge=1, le=100_000)]
LINKING = "the story is being linked; ask again in a moment"


def desk_of(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


def room_of(request: Request, room: str) -> Room:
    return desk_of(request).room(room)


def as_json(shape: object) -> Response:
    return Response(msgspec.json.encode(shape), media_type="application/json")


def as_csv(table: str) -> Response:
    return Response(table.encode("utf-8", "replace"), media_type="text/csv; charset=utf-8")


def still_linking() -> Response:
    return JSONResponse({"error": LINKING}, 503, headers={"Retry-After": "2"})


@router.get("/ledgers", response_model=list[desk_view.LedgerLine], summary="The ledgers that are served")
def ledgers(request: Request) -> Response:
    return as_json(ledger_lines(desk_of(request)))


def ledger_lines(desk: Desk) -> list[desk_view.LedgerLine]:
    lines = []
    for room in desk.rooms.values():
        contents = room.contents()
        several = sum(len(story) > 1 for story in contents.stories)
        lines.append(desk_view.LedgerLine(room.name, len(contents.numbers), several, f"/L/{room.name}/"))
    return lines


@router.get(
    "/L/{room}/", response_model=desk_view.DeskView, summary="Stories, newest articles, imports, what was not read"
)
def desk(request: Request, room: str, page: Number = 1, form: Form = "json") -> Response:
    view = desk_view.view_desk(room_of(request, room), page)
    return as_csv(tables.desk_csv(view)) if form == "csv" else as_json(view)


@router.get("/L/{room}/a/{key}", response_model=ArticleAnswer, summary="An article: its reading and its edges")
def article(request: Request, room: str, key: str, id: str | None = None, form: Form = "json") -> Response:
    here = room_of(request, room)
    view = views.view_article(here, key, id)
    page = view.page
    if form == "csv":
        head = show_head(view.reading, here.lists, page.keys)
        return as_csv(tables.article_csv(show_claims(page).values(), head))
    up, down = edges_of(view.story, view.reading.article.id)
    return as_json(
        {
            "reading": msgspec.Raw(export_json(view.reading)),
            "depends_on": up,
            "depend_on_it": down,
            "same_text": view.same_text,
            "story": view.story.link if view.story else None,
        }
    )


@router.get("/L/{room}/s/{key}", response_model=shapes.ToldStory, summary="A story: articles, edges, points")
def story(request: Request, room: str, key: str, id: str | None = None, form: Form = "json") -> Response:
    view = views.view_story(room_of(request, room), key, id)
    if view is None:
        return still_linking()
    return as_csv(tables.story_csv(view)) if form == "csv" else as_json(view)


@router.get("/L/{room}/s/{key}/matrix", response_model=Matrix, summary="Who says what: points against sources")
def matrix(request: Request, room: str, key: str, id: str | None = None) -> Response:
    view = views.view_story(room_of(request, room), key, id)
    return still_linking() if view is None else as_json(make_matrix(view))


@router.get("/L/{room}/p/{key}/{stretch}", response_model=shapes.ToldPoint, summary="The point that a claim makes")
def point(request: Request, room: str, key: str, stretch: str, id: str | None = None, form: Form = "json") -> Response:
    view = views.view_point(room_of(request, room), key, stretch, id)
    if view is None:
        return still_linking()
    return as_csv(tables.point_csv(view)) if form == "csv" else as_json(view.point)


@router.get("/L/{room}/e/{key}", response_model=list[shapes.ToldEdge], summary="Who takes from whom in a story")
def echoes(request: Request, room: str, key: str, id: str | None = None, form: Form = "json") -> Response:
    view = views.view_story(room_of(request, room), key, id)
    if view is None:
        return still_linking()
    return as_csv(tables.edges_csv(view.edges)) if form == "csv" else as_json(view.edges)


@router.get(
    "/L/{room}/e/{child}/{parent}", response_model=EdgeAnswer, summary="Two articles and the passages they share"
)
def edge(  # all that can be asked for
    request: Request,
    room: str,
    child: str,
    parent: str,
    child_id: str | None = None,
    parent_id: str | None = None,
    form: Form = "json",
) -> Response:
    view = views.view_edge(room_of(request, room), child, parent, child_id, parent_id)
    if form == "csv":
        return as_csv(tables.edges_csv(view.edges))
    return as_json({"articles": view.heads, "edges": view.edges, "passages": view.passages})


@router.get(
    "/L/{room}/source",
    response_model=views.SourceView,
    summary="All that one source says; without a name, who is heard most",
)
def source(request: Request, room: str, name: str = "", page: Number = 1, form: Form = "json") -> Response:
    view = views.view_source(room_of(request, room), name, page)
    if form == "csv":
        return as_csv(tables.found_csv(view.found) if view.found else tables.sources_csv(view.sources))
    return as_json(view)


def asked_of(  # one for each field of the form
    q: Annotated[str, Query(description="a search, as `sayso search` takes it")] = "",
    speaker: Annotated[str, Query(max_length=200)] = "",
    outlet: Annotated[str, Query(max_length=200)] = "",
    voice: Literal["", "own", "attributed", "unsettled"] = "",
    does: Literal["", "asserts", "confirms", "denies", "hedges", "intends", "asks"] = "",
    where: Literal["claims", "texts"] = "claims",
    page: Number = 1,
    sort: Literal["newest", "oldest", "relevance", "score"] = "newest",
) -> finding.Asked:
    return finding.Asked(q, speaker, outlet, voice, does, where, page, sort)


@router.get("/L/{room}/search", response_model=finding.Found | None, summary="Claims or texts that are asked for")
def search(
    request: Request, room: str, asked: Annotated[finding.Asked, Depends(asked_of)], form: Form = "json"
) -> Response:
    try:
        view = views.view_search(room_of(request, room), asked)
    except BadQuery as error:
        told = {"error": str(error), "start": error.start, "end": error.end, "reason": error.reason, "try": error.hint}
        return JSONResponse(told, 422)
    if form == "csv":
        return as_csv(tables.found_csv(view))
    return as_json(view)


@router.get("/L/{room}/report", response_model=report_view.ReportView, summary="Picked claims with their footnotes")
def report(
    request: Request, room: str, c: Annotated[list[str] | None, Query()] = None, title: str = "", form: Form = "json"
) -> Response:
    view = report_view.view_report(room_of(request, room), c or [], title)
    return as_csv(tables.report_csv(view)) if form == "csv" else as_json(view)
