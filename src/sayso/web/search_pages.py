"""Pages of what is looked for or picked: sources, search, report."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, Response

from sayso.errors import BadQuery
from sayso.search.finding import LOOKED_AT
from sayso.web import finding, links, report_view, views
from sayso.web.api import Number, asked_of, room_of
from sayso.web.showing import pager, show

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
AROUND_WRONG = 80  # characters of a search before and after what cannot be read
Shown = Annotated[list[str] | None, Query()]


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


@router.get("/L/{room}/report")
def report(request: Request, room: str, c: Shown = None, title: str = "") -> Response:
    here = room_of(request, room)
    picks = list(dict.fromkeys(c or []))

    def without(pick: str) -> str:
        return links.report_link([one for one in picks if one != pick], title)

    view = report_view.view_report(here, picks, title[:200])
    return show(request, "report.html", here, view=view, without=without, picked=picks)
