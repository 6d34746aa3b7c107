"""How soon the reading room answers on a large ledger: `python -m bench.pages_speed --articles 10000`.

The articles are invented and read without weights. Stories have 1 to 12 articles; those that are asked for were linked
before. The server is the real one, in a process of its own.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import combinations
from pathlib import Path
from typing import Any
from urllib.parse import quote

import uvicorn

from bench.happenings import OUTLETS, Happening, furnish
from sayso.exports.reading_json import export_json
from sayso.ledger import Ledger, open_ledger
from sayso.ledger.index import save_index
from sayso.ledger.store import ArticleRow, save_rows
from sayso.linking.corpus import time_of
from sayso.linking.pairs import compare_pair
from sayso.linking.prepared import Prepared, load_link_lists, prepare
from sayso.run.workers import load_reader
from sayso.web.app import make_app
from sayso.web.desk import Desk
from sayso.web.rendering import Renderer
from sayso.web.safety import form_token
from sayso.web.server import keep_warm, make_ready, open_rooms

ROOT = Path(__file__).resolve().parent.parent
TURNS = 20
TOGETHER = 100  # stories in one transaction
LINKED = 6  # of the largest stories, those that are asked for among them
TOKEN = "bench"


def fill(ledger: Ledger, count: int) -> None:
    """Puts so many articles into a ledger: as they would be linked one by one, but compared inside a story alone."""
    batch, lists = ledger.begin_batch("invented/"), load_link_lists()
    made, number, start = 0, 0, time.perf_counter()
    while made < count:
        with ledger.change() as connection:
            for _ in range(TOGETHER):
                story: list[tuple[int, Prepared]] = []
                for bare in Happening(number).articles(made):
                    reading = furnish(bare, random.Random(bare.article.id))
                    prepared = prepare(reading, lists)
                    row = ArticleRow(
                        prepared.id, batch, prepared.day, time_of(prepared), prepared.text, export_json(reading)
                    )
                    story.append((ledger.save_article(row), prepared))
                    save_index(connection, story[-1][0], reading)
                save_rows(ledger, "pair", list(_pair_rows(story)))
                number, made = number + 1, made + len(story)
        print(f"\r{made:,} articles, {made / (time.perf_counter() - start):,.0f} a second", end="", file=sys.stderr)
    print(file=sys.stderr)


def _pair_rows(story: list[tuple[int, Prepared]]) -> Iterator[tuple[object, ...]]:
    for (first, a), (second, b) in combinations(sorted(story, key=lambda one: one[1].id), 2):
        pair = compare_pair(a, b)
        passages = [[p.a.start, p.a.end, p.b.start, p.b.end, p.words, p.quoted] for p in pair.passages]
        yield first, second, pair.alike, pair.share, 1, json.dumps(passages)


@contextmanager
def serving(path: Path) -> Iterator[Asker]:
    """A process that answers for this ledger, and does nothing else."""
    words = [sys.executable, "-m", "bench.pages_speed", "--serve", str(path)]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=environment) as process:
        try:
            assert process.stdout is not None
            yield Asker(int(process.stdout.readline()), process.pid)
        finally:
            process.terminate()


def serve(path: Path) -> None:
    """Serves a ledger whose largest stories were linked, without linking the others meanwhile."""
    (room,) = open_rooms([path], coder="reader")
    for story in room.contents().stories[:LINKED]:
        room.told(story)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        desk, renderer = Desk([room], load_reader(), room.lists), Renderer(form_token(TOKEN))
        app = make_app(desk, token=TOKEN, hosts=[f"127.0.0.1:{port}"], renderer=renderer)
        make_ready([room], app, renderer)
        threading.Thread(target=keep_warm, args=([room], threading.Event().wait), daemon=True).start()
        print(port, flush=True)
        uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off")).run(sockets=[listening])


class Asker:
    """Asks one server, each time on a connection of its own, as a browser's first request does."""

    def __init__(self, port: int, process: int) -> None:
        self.port, self.headers = port, {"Authorization": f"Bearer {TOKEN}"}
        self._clock = (~process << 3) | 2  # Linux: the processor time of that process

    def cpu(self) -> float:
        """Seconds of processor time that the server has used."""
        return time.clock_gettime(self._clock)

    def first_byte(self, address: str) -> tuple[float, int]:
        """Seconds to the first byte of the body, and how many bytes come."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=600)
        start = time.perf_counter()
        connection.request("GET", address.partition("#")[0], headers=self.headers)
        answer = connection.getresponse()
        body = answer.read(1)
        waited = time.perf_counter() - start
        body += answer.read()
        connection.close()
        if answer.status != 200:
            raise SystemExit(f"{address}: {answer.status}")
        return waited, len(body)

    def data(self, address: str) -> Any:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=600)
        connection.request("GET", "/api" + address.partition("#")[0], headers=self.headers)
        found = json.loads(connection.getresponse().read())
        connection.close()
        return found


def pages_of(ask: Asker, base: str) -> dict[str, str]:
    """Every kind of page, by name; stories are the largest there are."""
    desk = ask.data(base)
    story = ask.data(base + desk["stories"][0]["link"])
    point = story["points"][0]
    edge = next((edge for edge in story["edges"] if edge["parent"]), None)
    keys = {head["id"]: head["key"] for head in story["articles"]}
    word, speaker = point["core"].split()[0], ask.data(base + "source")["sources"][0]["value"]
    picks = "&".join(f"c={keys[claim['article']]}.{claim['claim']}" for claim in point["claims"][:12])
    links = {
        "desk": "", "desk, last page": f"?page={desk['pages']}", "story": story["link"], "point": point["link"],
        "echoes": story["echoes"], "article": story["articles"][-1]["link"], "search, a rare word": f"search?q={word}",
        "search, a common word": "search?q=the", "search, who denies": "search?does=denies",
        "search, one outlet, who denies": "search?does=denies&outlet=" + quote(OUTLETS[3]),
        "search, whole texts": "search?where=texts&q=the", "sources": "source",
        "a source": f"source?name={quote(speaker)}",
        "report": f"report?{picks}", "what is new": "?since=0", "nothing is new": "?since=1",
        "search, sorted by relevance": "search?sort=relevance&q=the", "search, last page": "search?page=200&q=the",
        "search, in June, by place": "search?q=" + quote("when:2024-06 place:50,10~1000km"),
        "review": "review", "review, page 100": "review?page=100", "review, found by words": "review?q=the",
        "log": "log", "agreement": "agreement", "outlet, own voice": f"source?name={quote(OUTLETS[3])}",
    }  # fmt: skip
    if edge:
        links["side by side"] = edge["link"]
    return {name: base + one for name, one in links.items()}


def measure(path: Path, turns: int) -> None:
    with serving(path) as ask:
        base = f"/L/{path.stem}/"
        before = ask.cpu()
        waited, _ = ask.first_byte(base)
        used = ask.cpu() - before
        print(f"start: {before:.1f} CPU s; first page after it: {1000 * waited:,.0f} ms, {1000 * used:,.0f} ms of CPU")
        print(f"{'page':34}{'median ms':>10}{'most ms':>10}{'CPU ms':>8}{'most':>8}{'KB':>8}")
        for name, address in pages_of(ask, base).items():
            waits, works = [], []
            for _ in range(turns):
                before = ask.cpu()
                waited, size = ask.first_byte(address)
                waits.append(1000 * waited)
                works.append(1000 * (ask.cpu() - before))
            of_both = "".join(
                f"{statistics.median(some):{w},.0f}{max(some):{w},.0f}" for some, w in ((waits, 10), (works, 8))
            )
            print(f"{name:34}{of_both}{size / 1024:8,.0f}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--turns", type=int, default=TURNS)
    parser.add_argument("--ledger", type=Path, help="keep the ledger here, or use the one that is there")
    parser.add_argument("--serve", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.serve:
        serve(given.serve)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = given.ledger or Path(folder) / "pages.db"
        if not path.exists():
            with open_ledger(path, create=True) as ledger:
                fill(ledger, given.articles)
        with open_ledger(path) as ledger:
            articles = ledger.counts()["articles"]
        print(f"{articles:,} articles, {path.stat().st_size / 2**20:,.0f} MB, {given.turns} requests a page")
        measure(path, given.turns)


if __name__ == "__main__":
    main()
