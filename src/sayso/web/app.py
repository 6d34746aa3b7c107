"""The application: pages for people, the same as JSON and CSV for programs."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from importlib import resources
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from sayso._version import __version__
from sayso.errors import SaysoError
from sayso.web import api, draft_pages, news_api, pages, review_api, review_pages, search_pages, setting_api
from sayso.web.contents import NotHere
from sayso.web.desk import Desk
from sayso.web.rendering import Renderer
from sayso.web.safety import TOO_LARGE, Guard, form_token

Answer = Callable[[Request, Exception], Awaitable[Response]]


def make_app(desk: Desk, *, token: str, hosts: list[str], renderer: Renderer | None = None) -> Guard:
    """Everything that is served, behind its guard."""
    app = FastAPI(
        title="Sayso",
        version=__version__,
        description="Who says so: every page of the reading room as JSON, and as CSV with `format=csv`.",
        openapi_url="/api/openapi.json",
        docs_url=None,  # those pages load from elsewhere
        redoc_url=None,
    )
    renderer = renderer or Renderer(form_token(token))
    app.state.desk, app.state.renderer, app.state.csrf = desk, renderer, form_token(token)
    app.mount("/static", Static(directory=_folder("static")), name="static")
    # FastAPI makes a router ready at the first request that gets as far: pages do not wait for what programs ask for.
    for router in (pages, search_pages, draft_pages, review_pages, api, setting_api, news_api, review_api):
        app.include_router(router.router)
    for kind, status in ((NotHere, 404), (SaysoError, 422)):
        app.add_exception_handler(kind, _told(renderer, status))
    app.add_exception_handler(HTTPException, _told(renderer, None))
    app.add_exception_handler(RequestValidationError, _told(renderer, 422))
    return Guard(app, token=token, hosts=hosts)


def prepare(guard: Guard) -> None:
    """Makes every router ready now instead of at its first request."""
    assert isinstance(guard.app, FastAPI)
    nowhere = {"type": "http", "method": "GET", "path": "/nowhere", "root_path": "", "headers": []}
    for route in guard.app.routes:
        route.matches(nowhere)


class Static(StaticFiles):
    """The package's own files: they change only with it."""

    def file_response(self, *args: object, **named: object) -> Response:
        response = super().file_response(*args, **named)  # type: ignore[arg-type]  # as they came
        response.headers["Cache-Control"] = "public, max-age=3600"
        return response


def _folder(name: str) -> Path:
    return Path(str(resources.files("sayso.web") / name))


def _told(renderer: Renderer, status: int | None) -> Answer:
    """Says in words what could not be done, as a page or as JSON."""

    async def tell(request: Request, error: Exception) -> Response:
        code = status or (error.status_code if isinstance(error, HTTPException) else 500)
        says = _word(error, code)
        if request.url.path.startswith("/api/"):
            return JSONResponse({"error": says}, code)
        return HTMLResponse(renderer.render("told.html", says=says, code=code), code)

    return tell


def _word(error: Exception, code: int) -> str:
    if isinstance(error, SaysoError):
        return str(error)
    if isinstance(error, RequestValidationError):
        return "The address asks for something that is none: " + "; ".join(
            f"{'.'.join(str(part) for part in one['loc'][1:])}: {one['msg']}" for one in error.errors()
        )
    told = {404: "There is no such page.", 405: "This address takes no such request.", 413: TOO_LARGE}
    return told.get(code, "That went wrong.")
