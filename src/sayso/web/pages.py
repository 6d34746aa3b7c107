"""Pages for people. Everything that a page shows is in its address, but for texts that were pasted."""

from __future__ import annotations

import hmac
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from sayso.errors import BadQuery
from sayso.ledger.index import SHORT
from sayso.records.span import Span
from sayso.search.finding import LOOKED_AT
from sayso.web import finding, links, shapes, views
from sayso.web.api import Number, asked_of, desk_of, ledger_lines, room_of
from sayso.web.desk import article_of, article_of_text, trace_draft
from sayso.web.drawing.funnel import draw_funnel, steps_of
from sayso.web.drawing.map import draw_maps
from sayso.web.drawing.timeline import draw_timeline
from sayso.web.drawing.told_times import draw_told_times
from sayso.web.drawing.tree import draw_tree
from sayso.web.echoing import grow_trees
from sayso.web.matrix import make_matrix
from sayso.web.news import last_import, view_news, view_story_news
from sayso.web.news_api import Since, mark_seen, seen_in
from sayso.web.page import DraftKeys, Page
from sayso.web.placed import places_of
from sayso.web.reader import SHOWS, edges_of, pair_words, points_of, read_page, within
from sayso.web.rendering import Renderer
from sayso.web.room import NotHere, Room
from sayso.web.setting import ToldPlace, ToldTime
from sayso.web.stamping import Stamp, stamp_of
from sayso.web.timed import times_of

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
THIS = "This text"
AROUND_WRONG = 80  # characters of a search before and after what cannot be read
# Of long lists a page shows so many entries, and all where the address says `all=1`: a page stays light.
MOST_CLAIMS, MOST_EDGES, MOST_POINTS, MOST_ARTICLES, WHOLE = 40, 60, 60, 150, 100_000
OTHER_RUN = "This form was made by another run of the server; go back and load the page anew."
Shown = Annotated[list[str] | None, Query()]
Whole = Annotated[bool, Query(alias="all")]


def show(request: Request, template: str, room: Room | None = None, status: int = 200, **values: Any) -> HTMLResponse:
    """A page; inside a room with its address and the same as JSON."""
    renderer: Renderer = request.app.state.renderer
    path, asked = request.url.path, request.url.query
    beside: dict[str, Any] = {"path": path, "several": len(desk_of(request).rooms) > 1}
    if room is not None:
        beside |= {
            "base": f"/L/{room.name}/",
            "room": room,
            "api": f"/api{path}" + (f"?{asked}" if asked else ""),
            "csv": f"/api{path}?" + (f"{asked}&" if asked else "") + "format=csv",
            "stamp_for": partial(stamp_in, room),
        }
    return HTMLResponse(renderer.render(template, **(beside | values)), status)


def stamp_in(room: Room, article: str, claim: str | None, text: str | None = None) -> Stamp | None:
    """What people decided on a claim, as the coder may see it."""
    return stamp_of(room.judgements(), article, claim, text, room.coder) if claim else None


def linking(request: Request, room: Room) -> HTMLResponse:
    """Shown while a story is being linked."""
    return show(request, "linking.html", room, 503)


@router.get("/")
def front(request: Request) -> Response:
    desk = desk_of(request)
    if len(desk.rooms) == 1:
        return RedirectResponse(f"/L/{next(iter(desk.rooms))}/", 303)
    return show(request, "ledgers.html", ledgers=ledger_lines(desk))


@router.get("/favicon.ico")
def icon() -> Response:
    return RedirectResponse("/static/icon.svg", 308)


@router.get("/a/{key}")
def anywhere(request: Request, key: str) -> Response:
    """An article in whichever ledger has it: the shortest address that holds."""
    for room in desk_of(request).rooms.values():
        if key[:SHORT] in room.contents().names:
            asked = f"?{request.url.query}" if request.url.query else ""
            return RedirectResponse(f"/L/{room.name}/a/{key[:SHORT]}{asked}", 303)
    raise NotHere(f"no article with the text {key} is in any ledger here")


@router.get("/L/{room}/")
def desk(request: Request, room: str, page: Number = 1, since: Since = None) -> Response:
    here = room_of(request, room)
    seen = seen_in(request, here)
    asked = seen if since is None else since
    news = view_news(here, asked) if asked is not None else None
    answer = show(request, "desk.html", here, view=views.view_desk(here, page), news=news, seen=seen)
    if seen is None:  # the first visit: from now on
        mark_seen(answer, here, last_import(here))
    return answer


@router.post("/L/{room}/seen")
def seen(
    request: Request,
    room: str,
    number: Annotated[int, Form(alias="import", ge=0, le=10**12)],
    csrf: Annotated[str, Form()] = "",
) -> Response:
    """Marks in the browser what has been seen, and leads back to the Desk."""
    if not hmac.compare_digest(csrf.encode(), request.app.state.csrf.encode()):
        return show(request, "told.html", status=403, says=OTHER_RUN, code=403)
    here = room_of(request, room)
    answer = RedirectResponse(f"/L/{here.name}/", 303)
    mark_seen(answer, here, number)
    return answer


@router.get("/L/{room}/a/{key}")
def article(  # all that can be asked for
    request: Request, room: str, key: str, id: str | None = None, c: str | None = None
) -> Response:
    here = room_of(request, room)
    view = views.view_article(here, key, id)
    name, text = view.reading.article.id, view.reading.article.text
    up, down = edges_of(view.story, name)
    return show(
        request,
        "reader.html",
        here,
        reader=read_page(view.reading, view.page, here=within(c, text), points=points_of(view.story, name)),
        view=view,
        story=view.story,
        heads=heads_of(view.story),
        up=up,
        down=down,
        shows=SHOWS,
        shown=shown_of(request),
        asked=c,
        draft=None,
    )


def shown_of(request: Request) -> tuple[str, ...]:
    """What of the text is marked: all, unless the address says otherwise."""
    if "shown" not in request.query_params:
        return SHOWS
    return tuple(kind for kind in SHOWS if kind in request.query_params.getlist("show"))


def heads_of(story: Any) -> dict[str, Any]:
    return {} if story is None else {head.id: head for head in story.articles}


@router.get("/L/{room}/s/{key}")
def story(
    request: Request, room: str, key: str, id: str | None = None, whole: Whole = False, since: Since = None
) -> Response:
    here = room_of(request, room)
    told = views.view_story(here, key, id)
    if told is None:
        return linking(request, here)
    base = f"/L/{room}/"
    timeline, matrix = draw_timeline(told, base), make_matrix(told)
    asked = seen_in(request, here) if since is None else since
    return show(
        request,
        "story.html",
        here,
        story=told,
        heads=heads_of(told),
        timeline=timeline,
        matrix=matrix,
        news=view_story_news(here, told, asked) if asked is not None else None,
        seen_mark=since is None,
        **setting_of(told.places, told.times, told.articles),
        most_points=WHOLE if whole else MOST_POINTS,
        most_articles=WHOLE if whole else MOST_ARTICLES,
    )


def setting_of(places: Sequence[ToldPlace], times: Sequence[ToldTime], heads: Sequence[shapes.Head]) -> dict[str, Any]:
    """Where and when, as a page shows it."""
    return {"places": places, "maps": draw_maps(places), "times": times, "chart": draw_told_times(times, heads)}


@router.get("/L/{room}/p/{key}/{stretch}")
def point(request: Request, room: str, key: str, stretch: str, id: str | None = None, whole: Whole = False) -> Response:
    here = room_of(request, room)
    view = views.view_point(here, key, stretch, id)
    if view is None:
        return linking(request, here)
    told = view.point
    held = [head for head in view.story.articles if head.id in told.articles]
    setting = setting_of(places_of(told, view.story.places), times_of(told, view.story.times), held)
    return show(
        request,
        "point.html",
        here,
        story=view.story,
        point=told,
        edges=view.edges,
        heads=heads_of(view.story),
        steps=steps_of(told),
        funnel=draw_funnel(told),
        numbers=[(claim, number) for claim in told.claims for number in claim.numbers],
        most_claims=WHOLE if whole else MOST_CLAIMS,
        **setting,
        most_edges=WHOLE if whole else MOST_EDGES,
    )


@router.get("/L/{room}/e/{key}")
def echoes(request: Request, room: str, key: str, id: str | None = None, whole: Whole = False) -> Response:
    here = room_of(request, room)
    told = views.view_story(here, key, id)
    if told is None:
        return linking(request, here)
    trees = grow_trees(told)
    together = [tree for tree in trees if tree.children or tree.outside]
    alone = [tree for tree in trees if not tree.children and not tree.outside]
    drawn = draw_tree(told, f"/L/{room}/")
    return show(
        request,
        "echoes.html",
        here,
        story=told,
        heads=heads_of(told),
        trees=together,
        alone=alone,
        tree=drawn,
        most_edges=WHOLE if whole else MOST_EDGES,
    )


@router.get("/L/{room}/e/{child}/{parent}")
def edge(
    request: Request, room: str, child: str, parent: str, child_id: str | None = None, parent_id: str | None = None
) -> Response:
    here = room_of(request, room)
    view = views.view_edge(here, child, parent, child_id, parent_id)
    texts = (view.child.article.text, view.parent.article.text)
    sides = ([Span(*passage.a) for passage in view.passages], [Span(*passage.b) for passage in view.passages])
    columns = [list(pair_words(text, spans)) for text, spans in zip(texts, sides, strict=True)]
    heads = heads_of(view.story) | {head.id: head for head in view.heads}
    view = replace(view, edges=tuple(replace(edge, link="") for edge in view.edges))  # they are side by side here
    return show(request, "edge.html", here, view=view, columns=columns, heads=heads, story=view.story)


@router.get("/L/{room}/source")
def source(request: Request, room: str, name: str = "", page: Number = 1) -> Response:
    here = room_of(request, room)
    view = views.view_source(here, name, page)
    return show(request, "source.html", here, view=view, pager=pager(request))


@router.get("/L/{room}/search")
def search(request: Request, room: str, asked: Annotated[finding.Asked, Depends(asked_of)]) -> Response:
    here = room_of(request, room)
    found, wrong = None, None
    try:
        found = views.view_search(here, asked)
    except BadQuery as error:
        wrong = wrong_of(error)
    status = 200 if wrong is None else 422
    beside = {"narrower": narrower(request), "pager": pager(request), "looked_at": LOOKED_AT}
    return show(request, "search.html", here, status, asked=asked, found=found, wrong=wrong, **beside)


def wrong_of(error: BadQuery) -> dict[str, str]:
    """A search in three parts, the middle one being what cannot be read; why, and what to try."""
    query, first = error.query, max(0, error.start - AROUND_WRONG)
    return {
        "before": ("… " if first else "") + query[first : error.start],
        "here": query[error.start : error.end] or " ",
        "after": query[error.end : error.end + AROUND_WRONG],
        "reason": error.reason,
        "hint": error.hint,
    }


def narrower(request: Request) -> Any:
    """Makes the address of the same search with one field more."""

    def link(field: str, value: str) -> str:
        asked = {name: one for name, one in request.query_params.items() if name != "page" and one}
        return "search?" + urlencode(asked | {field: value})

    return link


def pager(request: Request) -> Any:
    """Makes the address of another page of the same list."""

    def link(page: int) -> str:
        asked = {name: one for name, one in request.query_params.items() if one}
        return request.url.path + "?" + urlencode(asked | {"page": str(page)})

    return link


@router.get("/L/{room}/report")
def report(request: Request, room: str, c: Shown = None, title: str = "") -> Response:
    here = room_of(request, room)
    picks = list(dict.fromkeys(c or []))

    def without(pick: str) -> str:
        return links.report_link([one for one in picks if one != pick], title)

    view = views.view_report(here, picks, title[:200])
    return show(request, "report.html", here, view=view, without=without, picked=picks)


@router.get("/read")
def paste(request: Request) -> Response:
    return show(request, "paste.html")


@router.post("/read")
async def read(request: Request) -> Response:
    """Reads what was pasted or dropped, and leads to its page."""
    from starlette.concurrency import run_in_threadpool

    async with request.form(max_files=1, max_fields=6, max_part_size=8 * 1024 * 1024) as form:
        given = str(form.get("csrf", ""))
        file, text = form.get("file"), str(form.get("text", ""))
        data = None if file is None or isinstance(file, str) else await file.read()
        name = "" if file is None or isinstance(file, str) else file.filename or "dropped file"
    if not hmac.compare_digest(given.encode(), request.app.state.csrf.encode()):
        return show(request, "told.html", status=403, says=OTHER_RUN, code=403)
    desk = desk_of(request)

    def run() -> str:
        return desk.read_draft(article_of(data, name) if data else article_of_text(text)).key

    return RedirectResponse(f"/draft/{await run_in_threadpool(run)}", 303)


@router.get("/draft/{key}")
def draft(request: Request, key: str, c: str | None = None, within_ledger: str = Query("", alias="in")) -> Response:
    """A pasted text, traced in the ledger that is named, or in the only one."""
    desk = desk_of(request)
    kept = desk.draft(key)
    reading = kept.reading
    names = list(desk.rooms)
    room = desk.room(within_ledger) if within_ledger else desk.rooms[names[0]] if len(names) == 1 else None
    traced = trace_draft(room, reading) if room is not None else None
    told = traced[0] if traced else None
    up, down = edges_of(told, reading.article.id)
    page = Page(reading, DraftKeys({reading.article.id: kept.key}))
    return show(
        request,
        "reader.html",
        reader=read_page(reading, page, here=within(c, reading.article.text)),
        view=None,
        story=told,
        heads=heads_of(told)
        | {name: replace(heads_of(told)[name], outlet=THIS) for name in [reading.article.id] if told},
        up=[replace(edge, link="") for edge in up],
        down=[replace(edge, link="") for edge in down],
        shows=SHOWS,
        shown=shown_of(request),
        asked=c,
        draft=kept,
        traced_in=room,
        rooms=names,
        base=f"/L/{room.name}/" if room is not None else "/",
    )
