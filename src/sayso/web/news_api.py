"""What is new since an import, as JSON and CSV; and the mark in a browser that says what was seen there last."""

from __future__ import annotations

import re
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from sayso.web import tables, views
from sayso.web.api import Form, as_csv, as_json, room_of, still_linking
from sayso.web.news import News, StoryNews, mark_of, view_news, view_story_news
from sayso.web.room import Room

router = APIRouter(prefix="/api", tags=["reading room"])
Since = Annotated[int | None, Query(ge=0, le=10**12, description="the number of an import: what came after it is new")]
Import = Annotated[int, Query(ge=0, le=10**12, description="the number of an import: what came after it is new")]
COOKIE = "sayso-seen-"
YEAR = 365 * 24 * 3600  # seconds
SEEN = re.compile(r"([0-9]{1,12})\.([0-9a-f]{8})")


def seen_in(request: Request, room: Room) -> int | None:
    """The import that was marked as the last one seen in this browser; None if none of this ledger was."""
    found = SEEN.fullmatch(request.cookies.get(COOKIE + room.name, ""))
    return int(found[1]) if found and found[2] == mark_of(room) else None


def mark_seen(answer: Response, room: Room, number: int) -> None:
    """Marks in the browser that everything up to this import was seen."""
    answer.set_cookie(
        COOKIE + room.name, f"{number}.{mark_of(room)}", max_age=YEAR, path="/", httponly=True, samesite="strict"
    )


@router.get("/L/{room}/news", response_model=News, summary="What came into a ledger after an import")
def news(request: Request, room: str, since: Import = 0, form: Form = "json") -> Response:
    view = view_news(room_of(request, room), since)
    return as_csv(tables.news_csv(view)) if form == "csv" else as_json(view)


@router.get("/L/{room}/s/{key}/news", response_model=StoryNews, summary="What is new in a story after an import")
def story_news(
    request: Request, room: str, key: str, id: str | None = None, since: Import = 0, form: Form = "json"
) -> Response:
    here = room_of(request, room)
    told = views.view_story(here, key, id)
    if told is None:
        return still_linking()
    view = view_story_news(here, told, since)
    return as_csv(tables.story_news_csv(view)) if form == "csv" else as_json(view)
