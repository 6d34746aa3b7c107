"""Where and when, of a story, a point or an article: places and times as JSON, CSV and GeoJSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec
from fastapi import APIRouter, Request
from fastapi.responses import Response

from sayso.web import shapes, tables, views
from sayso.web.api import Form, as_csv, as_json, room_of, still_linking
from sayso.web.geojson import GeoJson, make_geojson
from sayso.web.mentions import Around
from sayso.web.placed import find_places, places_of
from sayso.web.setting import ToldPlace, ToldTime
from sayso.web.telling import show_claims, show_head
from sayso.web.timed import find_times, times_of

router = APIRouter(prefix="/api", tags=["reading room"])
GEOJSON = "application/geo+json"


@dataclass(frozen=True)
class Setting:
    """Where and when, with the articles that tell it."""

    places: Sequence[ToldPlace]
    times: Sequence[ToldTime]
    heads: Mapping[str, shapes.Head]


def story_setting(request: Request, room: str, key: str, name: str | None) -> Setting | None:
    story = views.view_story(room_of(request, room), key, name)
    return None if story is None else Setting(story.places, story.times, {head.id: head for head in story.articles})


def point_setting(request: Request, room: str, key: str, stretch: str, name: str | None) -> Setting | None:
    view = views.view_point(room_of(request, room), key, stretch, name)
    if view is None:
        return None
    heads = {head.id: head for head in view.story.articles}
    return Setting(places_of(view.point, view.story.places), times_of(view.point, view.story.times), heads)


def article_setting(request: Request, room: str, key: str, name: str | None) -> Setting:
    here = room_of(request, room)
    page = views.view_page(here, key, name)
    pages = [(page, Around.of(show_claims(page)))]
    return Setting(find_places(pages), find_times(pages), {page.id: show_head(page.reading, here.lists, page.keys)})


def as_places(setting: Setting | None, form: str = "json") -> Response:
    if setting is None:
        return still_linking()
    return as_csv(tables.places_csv(setting.places, setting.heads)) if form == "csv" else as_json(setting.places)


def as_times(setting: Setting | None, form: str = "json") -> Response:
    if setting is None:
        return still_linking()
    return as_csv(tables.times_csv(setting.times, setting.heads)) if form == "csv" else as_json(setting.times)


def as_geojson(setting: Setting | None) -> Response:
    if setting is None:
        return still_linking()
    return Response(msgspec.json.encode(make_geojson(setting.places, setting.heads)), media_type=GEOJSON)


Places, Times = list[ToldPlace], list[ToldTime]


@router.get("/L/{room}/s/{key}/places", response_model=Places, summary="The places that a story's articles name")
def story_places(request: Request, room: str, key: str, id: str | None = None, form: Form = "json") -> Response:
    return as_places(story_setting(request, room, key, id), form)


@router.get("/L/{room}/s/{key}/places.geojson", response_model=GeoJson, summary="The same as GeoJSON")
def story_geojson(request: Request, room: str, key: str, id: str | None = None) -> Response:
    return as_geojson(story_setting(request, room, key, id))


@router.get("/L/{room}/s/{key}/times", response_model=Times, summary="The times that a story's claims tell")
def story_times(request: Request, room: str, key: str, id: str | None = None, form: Form = "json") -> Response:
    return as_times(story_setting(request, room, key, id), form)


@router.get("/L/{room}/p/{key}/{stretch}/places", response_model=Places, summary="The places in a point's claims")
def point_places(
    request: Request, room: str, key: str, stretch: str, id: str | None = None, form: Form = "json"
) -> Response:
    return as_places(point_setting(request, room, key, stretch, id), form)


@router.get("/L/{room}/p/{key}/{stretch}/places.geojson", response_model=GeoJson, summary="The same as GeoJSON")
def point_geojson(request: Request, room: str, key: str, stretch: str, id: str | None = None) -> Response:
    return as_geojson(point_setting(request, room, key, stretch, id))


@router.get("/L/{room}/p/{key}/{stretch}/times", response_model=Times, summary="The times in a point's claims")
def point_times(
    request: Request, room: str, key: str, stretch: str, id: str | None = None, form: Form = "json"
) -> Response:
    return as_times(point_setting(request, room, key, stretch, id), form)


@router.get("/L/{room}/a/{key}/places", response_model=Places, summary="The places that an article names")
def article_places(request: Request, room: str, key: str, id: str | None = None, form: Form = "json") -> Response:
    return as_places(article_setting(request, room, key, id), form)


@router.get("/L/{room}/a/{key}/places.geojson", response_model=GeoJson, summary="The same as GeoJSON")
def article_geojson(request: Request, room: str, key: str, id: str | None = None) -> Response:
    return as_geojson(article_setting(request, room, key, id))


@router.get("/L/{room}/a/{key}/times", response_model=Times, summary="The times that an article's claims tell")
def article_times(request: Request, room: str, key: str, id: str | None = None, form: Form = "json") -> Response:
    return as_times(article_setting(request, room, key, id), form)
