"""Pages of a text that was pasted or dropped: read at once, and kept in no ledger."""

from __future__ import annotations

import hmac
from dataclasses import replace

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from sayso.web.api import desk_of
from sayso.web.desk import article_of, article_of_text, trace_draft
from sayso.web.page import DraftKeys, Page
from sayso.web.reader import SHOWS, edges_of, read_page, within
from sayso.web.showing import OTHER_RUN, heads_of, show, shown_of

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
THIS = "This text"


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
