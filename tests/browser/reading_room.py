"""`sayso serve` as a process of its own, and what the tests ask it for."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote, urlencode, urlsplit
from urllib.request import Request, urlopen

from sayso.exports.reading_json import export_json, import_json
from sayso.ledger import open_ledger
from sayso.linking.incremental import Linker
from sayso.linking.prepared import load_link_lists
from sayso.run.sources import read_here
from sayso.run.workers import load_reader
from tests.web.evil import PAYLOADS, hostile
from tests.web.rooms import make_ledger

ROOT = Path(__file__).resolve().parents[2]
KEY = "k7-of-the-night"
BEING_LINKED = 503


def make_night(path: Path) -> Path:
    """The ledger of invented articles that is looked at, read with the real weights."""
    return read_into(path, ROOT / "examples" / "tonight")


def read_into(path: Path, source: Path) -> Path:
    with open_ledger(path, create=True) as ledger:
        linker, batch = Linker(ledger, load_link_lists(), export_json, import_json), ledger.begin_batch("tonight/")
        readings = read_here([source], load_reader(), known={}, forgotten={})  # no process that loads all anew
        linker.add_together(list(readings), batch)  # type: ignore[arg-type]  # every invented article can be read
    return path


def make_evil(path: Path) -> Path:
    """Articles that mean harm in every field."""
    return make_ledger(path, *(hostile(at, payload) for at, payload in enumerate(PAYLOADS)))


@dataclass(frozen=True)
class Served:
    """A server that runs: where it answers, and what its first ledger holds."""

    here: str
    ledger: str
    process: int

    def data(self, address: str) -> Any:
        """JSON, as a program asks for it: again in a moment, while the story is being linked."""
        asked = Request(self.here + "/api" + address, headers={"Authorization": f"Bearer {KEY}"})  # noqa: S310  # this machine's own
        while True:
            try:
                with urlopen(asked) as answer:  # noqa: S310
                    return json.loads(answer.read())
            except HTTPError as error:
                if error.code != BEING_LINKED:
                    raise
                time.sleep(int(error.headers["Retry-After"]))

    def spent(self) -> float:
        """Seconds of the processor that the server has had so far; of the clock, where the system does not tell."""
        stat = Path(f"/proc/{self.process}/stat")
        if not stat.exists():
            return time.perf_counter()
        user, system = stat.read_text(encoding="utf-8").rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    @property
    def base(self) -> str:
        return f"/L/{self.ledger}/"

    @cached_property
    def story(self) -> Any:
        return self.data(self.base + self.data(self.base)["stories"][0]["link"])

    @cached_property
    def edge(self) -> Any:
        return next(edge for edge in self.story["edges"] if edge["parent"] and edge["kind"] == "copies")

    @cached_property
    def picks(self) -> list[str]:
        keys = {head["id"]: head["key"] for head in self.story["articles"]}
        claims = [claim for point in self.story["points"] for claim in point["claims"]]
        return [f"{keys[claim['article']]}.{claim['claim']}" for claim in claims[:4]]

    @cached_property
    def pages(self) -> dict[str, str]:
        """Every kind of page, by name."""
        point = self.story["points"][0]
        heard = self.data(self.base + "source")["sources"][0]["value"]
        report = "report?" + urlencode([("c", pick) for pick in self.picks] + [("title", "Who says so")])
        inside = {
            "desk": "",
            "story": self.story["link"],
            "point": point["link"],
            "echoes": self.story["echoes"],
            "edge": self.edge["link"],
            "reader": self.story["articles"][1]["link"],
            "evidence": point["claims"][0]["link"],
            "search": "search",
            "found": "search?q=bridge",
            "texts": "search?where=texts&q=bridge",
            "sources": "source",
            "source": "source?name=" + quote(heard),
            "report": report,
            "no-report": "report",
        }
        return {name: self.base + link for name, link in inside.items()} | {"read": "/read", "not-here": "/nothing"}


@contextmanager
def serving(*ledgers: Path) -> Iterator[Served]:
    """The command as a person starts it, on a free port, until the end of the block; its first story is linked."""
    words = [sys.executable, "-m", "sayso.cli", "serve", *map(str, ledgers), "--port", "0", "--token", KEY]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])}
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=environment) as process:
        try:
            assert process.stdout is not None
            address = process.stdout.readline().split()[-1]
            parts = urlsplit(address)
            assert parts.query == f"token={KEY}", address
            room = Served(f"{parts.scheme}://{parts.netloc}", ledgers[0].stem, process.pid)
            assert room.story["articles"]
            yield room
        finally:
            process.terminate()


def words_of(texts: Sequence[str], count: int) -> str:
    """An article of so many words, put together from others."""
    words = [paragraph for text in texts for paragraph in text.split("\n") if paragraph.strip()]
    made: list[str] = []
    while sum(len(one.split()) for one in made) < count:
        made.append(words[len(made) % len(words)])
    return "\n\n".join(made)
