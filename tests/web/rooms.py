"""What the tests of the reading room share: ledgers of invented articles, and a browser without a browser."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import urldefrag, urljoin, urlsplit

from lxml import html
from starlette.testclient import TestClient

from sayso.exports.reading_json import export_json, import_json
from sayso.ledger import Ledger, Where, open_ledger
from sayso.linking.incremental import Linker
from sayso.records.article import Article
from sayso.records.reading import Reading, Unread
from sayso.web.app import make_app
from sayso.web.desk import Desk
from sayso.web.room import Room
from sayso.web.safety import form_token
from tests.night import FakeContextual, lists, read_simply

TOKEN = "open sesame"
HOST = "127.0.0.1:8377"
HERE = f"http://{HOST}"
Page: TypeAlias = Any  # an element of lxml's, which has no types


def put(ledger: Ledger, *readings: Reading, source: str = "night/") -> int:
    """The number of an import that holds these readings."""
    linker, batch = Linker(ledger, lists(), export_json, import_json), ledger.begin_batch(source)
    for reading in readings:
        done = linker.add(reading, batch)
        assert not isinstance(done, Unread), done
    return batch


def make_ledger(path: Path, *readings: Reading) -> Path:
    with open_ledger(path, create=True) as ledger:
        if readings:
            put(ledger, *readings)
    return path


def ledger_of(path: Path, *articles: Article) -> Path:
    """A ledger file with these articles, read without weights, in one import."""
    return make_ledger(path, *(read_simply(one) for one in articles))


def room_of(path: Where, name: str = "night") -> Room:
    return Room(path, name, lists(), FakeContextual())


def desk_of(*rooms: Room) -> Desk:
    return Desk(rooms, read_simply, lists())


def client_of(*rooms: Room, token: str | None = TOKEN, **more: Any) -> TestClient:
    """Asks the pages of these rooms; follows no redirect by itself."""
    app = make_app(desk_of(*rooms), token=TOKEN, hosts=[HOST])
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    return TestClient(app, HERE, headers=headers, follow_redirects=False, **more)


def paste(client: TestClient, text: str, **fields: str) -> str:
    """The address to which a pasted text leads."""
    answer = client.post("/read", data={"csrf": form_token(TOKEN), "text": text, **fields}, files={})
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def page(client: TestClient, address: str, status: int = 200) -> Page:
    """A page, once it is seen to be one."""
    answer = client.get(address)
    assert answer.status_code == status, f"{address}: {answer.status_code}"
    assert answer.headers["content-type"] == "text/html; charset=utf-8", address
    return html.fromstring(answer.text)


def data(client: TestClient, address: str) -> Any:
    """The same as JSON."""
    answer = client.get(f"/api{address}")
    assert answer.status_code == 200, f"{address}: {answer.text}"
    assert answer.headers["content-type"] == "application/json", address
    return answer.json()


def words_of(element: Page) -> str:
    """What an element says, on one line."""
    return " ".join(str(element.text_content()).split())


def of_class(element: Page, name: str) -> list[Page]:
    """The elements of a class, in order."""
    found = element.xpath(f".//*[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]")
    return list(found)


def marked(element: Page) -> str:
    """The stretch of an article's text that the address asks for."""
    return "".join(str(one.text_content()) for one in of_class(element, "here"))


def links_of(element: Page, address: str) -> list[str]:
    """Where the links and forms of a page lead, each once, relative to the server."""
    given = [*element.xpath("//@href"), *element.xpath("//@src"), *element.xpath("//form/@action")]
    return list(dict.fromkeys(urljoin(address, str(one)) for one in given))


def crawl(client: TestClient, start: str, most: int = 2000) -> Iterator[tuple[str, Page | bytes, list[str]]]:
    """Every address that can be reached from ``start`` with what it gives and where it leads, with fragments."""
    waiting, seen = [start], {start}
    while waiting:
        address = waiting.pop()
        answer = client.get(address)
        assert answer.status_code in (200, 303), f"{address}: {answer.status_code}"
        shown = answer.headers.get("content-type", "").startswith("text/html")
        got = html.fromstring(answer.text) if shown else answer.content
        led = links_of(got, address) if shown else []
        if answer.status_code == 303:
            led = [urljoin(address, answer.headers["location"])]
        yield address, got, led
        for one in led:
            bare = urldefrag(one).url
            if bare not in seen and not urlsplit(bare).netloc:
                assert len(seen) < most, "the pages never end"
                seen.add(bare)
                waiting.append(bare)


@cache
def everything(client: TestClient, start: str) -> tuple[tuple[str, Page | bytes, tuple[str, ...]], ...]:
    """The same, asked for once."""
    return tuple((address, got, tuple(led)) for address, got, led in crawl(client, start))
