"""`sayso serve`: the reading room on this machine's own address."""

from __future__ import annotations

import gc
import secrets
import socket
import threading
import webbrowser
from collections.abc import Callable, Sequence
from contextlib import suppress

import uvicorn

from sayso.errors import SaysoError
from sayso.ledger import Where, open_ledger
from sayso.linking.contextual import load_contextual
from sayso.linking.prepared import load_link_lists
from sayso.records.article import Article
from sayso.records.reading import Reading
from sayso.run.workers import load_reader
from sayso.web.app import make_app, prepare
from sayso.web.desk import Desk, ReadOne, name_ledger
from sayso.web.drawing.land import load_boxes
from sayso.web.rendering import Renderer
from sayso.web.room import Room
from sayso.web.safety import Guard, form_token

LOCAL = ("127.0.0.1", "localhost", "::1")
FRESH = 3.0  # seconds after which what was added to a ledger is looked up, before a page asks for it
Say = Callable[[str], None]


class CannotServe(SaysoError):
    """The address cannot be used."""


def open_rooms(places: Sequence[Where], coder: str, *, blind: bool = False) -> list[Room]:
    """A room for each ledger, where ``coder`` decides. Raises BadLedger, or BadDecision for what is no name."""
    lists, contextual = load_link_lists(), load_contextual()
    rooms: list[Room] = []
    for place in places:
        with open_ledger(place) as opened:  # says at once where one cannot be opened
            opened.review(coder, blind=blind)
        name = name_ledger(place, [room.name for room in rooms])
        rooms.append(Room(place, name, lists, contextual, coder=coder, blind=blind))
    return rooms


def serve(
    places: Sequence[Where],
    *,
    host: str = "127.0.0.1",
    port: int = 0,
    token: str | None = None,
    coder: str = "reader",
    blind: bool = False,
    open_browser: bool = False,
    say: Say = print,
) -> None:
    """Serves ledgers until it is interrupted. Port 0 takes a free one; without ``token`` a random one is made.

    ``coder`` is whose decisions are taken; a ``blind`` one is shown none of others.

    Raises CannotServe where the address cannot be used.
    """
    rooms = open_rooms(places, coder, blind=blind)
    listening = _listen(host, port)
    taken = listening.getsockname()[1]
    key = token or secrets.token_urlsafe(24)
    reader = Lazy(load_reader)
    desk = Desk(rooms, reader, load_link_lists())
    renderer = Renderer(form_token(key))
    app = make_app(desk, token=key, hosts=hosts_of(host, taken), renderer=renderer)
    make_ready(rooms, app, renderer)
    stopping = threading.Event()
    behind = [
        threading.Thread(target=_work_behind, args=(rooms, reader, stopping.is_set), daemon=True, name="linking"),
        threading.Thread(target=keep_warm, args=(rooms, stopping.wait), daemon=True, name="warming"),
    ]
    for thread in behind:
        thread.start()
    address = f"http://{_bracketed(host)}:{taken}/?token={key}"
    say(f"Reading room: {address}\nIt is open to nobody else. Ctrl-C closes it.")
    if open_browser:
        threading.Timer(0.5, webbrowser.open, (address,)).start()
    try:
        _run(app, listening)
    finally:
        stopping.set()
        for thread in behind:
            thread.join(timeout=5)


class Lazy:
    """Reads articles with weights that are loaded when they are first wanted."""

    def __init__(self, load: Callable[[], ReadOne]) -> None:
        self._load, self._lock = load, threading.Lock()
        self._read: ReadOne | None = None

    def __call__(self, article: Article) -> Reading:
        return self.get()(article)

    def get(self) -> ReadOne:
        with self._lock:
            if self._read is None:
                self._read = self._load()
            return self._read


def _work_behind(rooms: Sequence[Room], reader: Lazy, stop: Callable[[], bool]) -> None:
    """Loads what the first paste would wait for, then links all that is not linked yet."""
    reader.get()
    link_rooms(rooms, stop)


def make_ready(rooms: Sequence[Room], app: Guard, renderer: Renderer) -> None:
    """Loads all that a first page of any kind would wait for.

    What stands by then stays: no page waits while Python looks through a whole ledger's contents for garbage.
    """
    warm_rooms(rooms)
    renderer.load()
    load_boxes()
    prepare(app)
    gc.collect()
    gc.freeze()


def keep_warm(rooms: Sequence[Room], wait: Callable[[float], bool]) -> None:
    """Looks up what is added to the ledgers, before a page asks for it."""
    while not wait(FRESH):
        warm_rooms(rooms)


def warm_rooms(rooms: Sequence[Room]) -> None:
    """Looks up what goes through a whole ledger, so that no page waits for it."""
    for room in rooms:
        with suppress(SaysoError):  # the pages say what is the matter
            room.warm()


def link_rooms(rooms: Sequence[Room], stop: Callable[[], bool]) -> None:
    """Links all that is not linked yet, so that pages find it done."""
    for room in rooms:
        room.link_all(stop)


def hosts_of(host: str, port: int) -> list[str]:
    """Under which names the server may be asked."""
    names = LOCAL if host in LOCAL else (host,)
    return [f"{_bracketed(name)}:{port}" for name in names]


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(128)  # who opens the address at once waits instead of being refused
    except (OSError, OverflowError) as error:
        listening.close()
        raise CannotServe(f"{host}, port {port}: cannot be used: {error}") from error
    return listening


def _run(app: Guard, listening: socket.socket) -> None:
    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, lifespan="off")
    uvicorn.Server(config).run(sockets=[listening])
