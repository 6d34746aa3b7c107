"""Pages for people. Everything that a page shows is in its address, but for texts that were pasted."""

from __future__ import annotations

import hmac
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from sayso.ledger.listing import SHORT
from sayso.records.span import Span
from sayso.web import desk_view, shapes, views
from sayso.web.api import Number, desk_of, ledger_lines, room_of
from sayso.web.contents import NotHere
from sayso.web.drawing.funnel import draw_funnel, steps_of
from sayso.web.drawing.map import draw_maps
from sayso.web.drawing.timeline import draw_timeline
from sayso.web.drawing.told_times import draw_told_times
from sayso.web.drawing.tree import draw_tree
from sayso.web.echoing import grow_trees
from sayso.web.matrix import make_matrix
from sayso.web.news import last_import, view_news, view_story_news
from sayso.web.news_api import Since, mark_seen, seen_in
from sayso.web.placed import places_of
from sayso.web.reader import SHOWS, edges_of, pair_words, points_of, read_page, within
from sayso.web.setting import ToldPlace, ToldTime
from sayso.web.shapes import ToldDispute, ToldPoint
from sayso.web.showing import OTHER_RUN, heads_of, linking, show, shown_of
from sayso.web.timed import times_of

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
# Of long lists a page shows so many entries, and all where the address says `all=1`: a page stays light.
MOST_CLAIMS, MOST_DISPUTES, MOST_EDGES, MOST_POINTS, MOST_ARTICLES, WHOLE = 20, 40, 60, 45, 150, 100_000
Whole = Annotated[bool, Query(alias="all")]


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
    answer = show(request, "desk.html", here, view=desk_view.view_desk(here, page), news=news, seen=seen)
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
        **setting_of(told.places, told.times, told.articles, WHOLE if whole else MOST_POINTS),
        disputed=list(first_disputes(told.points, WHOLE if whole else MOST_DISPUTES)),
        most_disputes=WHOLE if whole else MOST_DISPUTES,
        most_points=WHOLE if whole else MOST_POINTS,
        most_articles=WHOLE if whole else MOST_ARTICLES,
    )


def first_disputes(points: Sequence[ToldPoint], most: int) -> Iterator[tuple[ToldPoint, Sequence[ToldDispute]]]:
    """The points in dispute, each with its disputes, ``most`` disputes in all."""
    left = most
    for point in points:
        if left and point.disputes:
            yield point, point.disputes[:left]
            left -= len(point.disputes[:left])


def setting_of(
    places: Sequence[ToldPlace], times: Sequence[ToldTime], heads: Sequence[shapes.Head], most: int
) -> dict[str, Any]:
    """Where and when, as a page shows it: a map holds the places that the table below it lists."""
    drawn = {"maps": draw_maps(places[:most]), "chart": draw_told_times(times, heads)}
    return {"places": places, "times": times} | drawn


@router.get("/L/{room}/p/{key}/{stretch}")
def point(request: Request, room: str, key: str, stretch: str, id: str | None = None, whole: Whole = False) -> Response:
    here = room_of(request, room)
    view = views.view_point(here, key, stretch, id)
    if view is None:
        return linking(request, here)
    told = view.point
    held = [head for head in view.story.articles if head.id in told.articles]
    most = WHOLE if whole else MOST_CLAIMS
    setting = setting_of(places_of(told, view.story.places), times_of(told, view.story.times), held, most)
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
        most_claims=most,
        most_disputes=WHOLE if whole else MOST_DISPUTES,
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
