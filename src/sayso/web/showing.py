"""A page as it is answered: its template, with what every page of a room has beside its own."""

from __future__ import annotations

from functools import partial
from typing import Any
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse

from sayso.web.api import desk_of
from sayso.web.reader import SHOWS
from sayso.web.rendering import Renderer
from sayso.web.room import Room
from sayso.web.stamping import Stamp, stamp_of

OTHER_RUN = "This form was made by another run of the server; go back and load the page anew."


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


def shown_of(request: Request) -> tuple[str, ...]:
    """What of the text is marked: all, unless the address says otherwise."""
    if "shown" not in request.query_params:
        return SHOWS
    return tuple(kind for kind in SHOWS if kind in request.query_params.getlist("show"))


def heads_of(story: Any) -> dict[str, Any]:
    return {} if story is None else {head.id: head for head in story.articles}


def pager(request: Request) -> Any:
    """Makes the address of another page of the same list."""

    def link(page: int) -> str:
        asked = {name: one for name, one in request.query_params.items() if one}
        return request.url.path + "?" + urlencode(asked | {"page": str(page)})

    return link
