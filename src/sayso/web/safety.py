"""What keeps the reading room to one person on one machine: host, token, forms, sizes, and what a page may load."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence
from urllib.parse import parse_qs, quote, urlencode, urlsplit

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "sayso"
MOST_BYTES = 8 * 1024 * 1024  # of one upload
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
TOO_LARGE = f"This is larger than {MOST_BYTES:,} bytes; `sayso add` reads large files into a ledger."
LOCKED = (
    "This reading room is locked. Open the address that `sayso serve` printed when it started: it ends in ?token=…\n"
    "Programs send the token as `Authorization: Bearer …`.\n"
)


def form_token(token: str) -> str:
    """What every form carries, so that no other site's page can send one."""
    return hmac.new(token.encode(), b"form", hashlib.sha256).hexdigest()


class Guard:
    """Lets in requests for the right host that bring the token; adds the headers that bind every page.

    ``hosts`` are the names under which the server is asked, with their port. The token comes once in the address,
    then in a cookie; programs send it as ``Authorization: Bearer``.
    """

    def __init__(self, app: ASGIApp, *, token: str, hosts: Sequence[str]) -> None:
        self.app, self.token, self.hosts = app, token, frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_bound(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                if "cache-control" not in headers:
                    headers["Cache-Control"] = "no-store"
            await send(message)

        refusal = self._refuse(scope)
        if refusal is not None:
            await refusal(scope, receive, send_bound)
            return
        await self.app(scope, _limited(receive), send_bound)

    def _refuse(self, scope: Scope) -> Response | None:
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        if headers.get("host", "").lower() not in self.hosts:
            return PlainTextResponse("This server answers to its own address only.\n", 421)
        origin = headers.get("origin")
        if scope["method"] not in ("GET", "HEAD") and origin is not None and urlsplit(origin).netloc not in self.hosts:
            return PlainTextResponse("A page of another site sent this.\n", 403)
        length = headers.get("content-length", "0")
        if not length.isascii() or not length.isdecimal() or int(length[:18]) > MOST_BYTES:
            return PlainTextResponse(f"{TOO_LARGE}\n", 413)
        return self._refuse_without_token(scope, headers)

    def _refuse_without_token(self, scope: Scope, headers: dict[str, str]) -> Response | None:
        if scope["path"].startswith("/static/"):
            return None  # fonts, styles and scripts: the package's own, the same everywhere
        asked = parse_qs(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        if self._is_token(asked.get("token", [""])[0]) and scope["method"] == "GET":
            return self._let_in(scope, asked)
        cookie = cookie_parser(headers.get("cookie", "")).get(COOKIE, "")
        bearer = headers.get("authorization", "").removeprefix("Bearer ").strip()
        if self._is_token(cookie) or self._is_token(bearer):
            return None
        return PlainTextResponse(LOCKED, 401)

    def _is_token(self, given: str) -> bool:
        return hmac.compare_digest(given.encode(), self.token.encode())

    def _let_in(self, scope: Scope, asked: dict[str, list[str]]) -> Response:
        """The same address without the token in it, so that it stays out of history and bookmarks."""
        rest = urlencode([(name, one) for name, values in asked.items() if name != "token" for one in values])
        path = "/" + quote(scope["path"].lstrip("/"))  # never "//", which would lead to another host
        answer = RedirectResponse(path + (f"?{rest}" if rest else ""), 303)
        answer.set_cookie(COOKIE, self.token, httponly=True, samesite="strict", path="/")
        return answer


def _limited(receive: Receive) -> Receive:
    """Takes no more bytes than a request may have, whatever it said of its length."""
    taken = 0

    async def receive_limited() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > MOST_BYTES:
            raise HTTPException(413)
        return message

    return receive_limited
