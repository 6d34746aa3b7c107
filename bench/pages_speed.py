"""How soon the reading room answers on a large ledger: `python -m bench.pages_speed --articles 10000`.

The articles are invented and read without weights. Stories have 1 to 12 articles; those that are asked for were linked
before. The server is the real one, in a process of its own.
"""

from __future__ import annotations

import argparse
import datetime as dt
import http.client
import json
import os
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import combinations
from pathlib import Path
from typing import Any
from urllib.parse import quote

import uvicorn

from sayso.exports.reading_json import export_json
from sayso.ledger import Ledger, open_ledger
from sayso.ledger.index import save_index
from sayso.ledger.store import ArticleRow, save_rows
from sayso.linking.corpus import time_of
from sayso.linking.pairs import compare_pair
from sayso.linking.prepared import Prepared, load_link_lists, prepare
from sayso.records.actor import Actor, ActorKind
from sayso.records.article import Article, Precision, Published
from sayso.records.attribution import Attribution, AttributionKind, Commitment, Said, Stance
from sayso.records.block import Block, BlockKind
from sayso.records.claim import Basis, Claim, Confidence, Evidence, Link, Role, Scope, Voice
from sayso.records.reading import Model, Reading
from sayso.records.span import Span
from sayso.run.workers import load_reader
from sayso.web.app import make_app
from sayso.web.desk import Desk
from sayso.web.server import open_rooms

ROOT = Path(__file__).resolve().parent.parent
TURNS = 20
TOGETHER = 100  # stories in one transaction
LINKED = 6  # of the largest stories, those that are asked for among them
TOKEN = "bench"
LARGEST = 12
SYLLABLES = "ba be da do fe ga ka ko la le ma mi na no or pa ra ri sa so ta ti va ver vol wen yor zan".split()
GIVEN, FAMILY = ("Ada", "Otto", "Marta", "Bram", "Ines", "Lena"), ("Quill", "Varga", "Sy", "Oster", "Varrow", "Ilves")
OUTLETS = [
    f"{place} {kind}" for place in ("Kell", "Velm", "Tamsin", "Orsk", "Marl") for kind in ("Post", "Echo", "Courier")
]
START = dt.date(2024, 1, 1)
DAYS = 700


def name_word(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=chance.choice((2, 2, 3))))


class Happening:
    """Something that happened: what every article on it draws its sentences from."""

    def __init__(self, number: int) -> None:
        chance = random.Random(number)
        self.words = [name_word(chance) for _ in range(60)]
        self.speakers = [f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}" for _ in range(3)]
        self.told = [self._sentence(chance) for _ in range(14)]
        self.said = [(self._sentence(chance)[:-1], chance.choice(self.speakers)) for _ in range(6)]
        self.size = chance.choices(range(1, LARGEST + 1), [LARGEST - at for at in range(LARGEST)])[0]
        self.day = START + dt.timedelta(days=chance.randrange(DAYS))

    def _sentence(self, chance: random.Random) -> str:
        words = [chance.choice(self.words) for _ in range(chance.randint(9, 18))]
        return " ".join(words).capitalize() + f" {chance.randint(2, 400)} of the {chance.choice(self.words)}."

    def articles(self, first: int) -> Iterator[Reading]:
        """Its articles: some copy most of the first, some share only what was said."""
        for at in range(self.size):
            chance = random.Random(f"{self.words[0]} {first + at}")
            told = self.told[:8] if at % 3 else chance.sample(self.told, 6)
            yield make_reading(f"a{first + at}", self, told, chance.sample(self.said, 3), chance)


def make_reading(
    name: str, of: Happening, told: list[str], said: list[tuple[str, str]], chance: random.Random
) -> Reading:
    title = f"{of.words[0].title()} {of.words[1]} {chance.choice(of.words)}"
    text, spans, spoken = title + "\n\n", [], []
    for sentence in told:
        spans.append(Span(len(text), len(text) + len(sentence)))
        text += sentence + "\n\n"
    for words, speaker in said:
        start = len(text)
        text += f"“{words},” {speaker} said.\n\n"
        spoken.append(
            (Span(start, start + len(words) + 3), Span(start + len(words) + 4, start + len(words) + 4 + len(speaker)))
        )
    hour = Published(
        f"{of.day.isoformat()}T{chance.randrange(24):02}:{chance.randrange(60):02}", Precision.MINUTE, "+00:00"
    )
    article = Article(
        name, text, title, chance.choice(OUTLETS), None, hour, blocks=(Block(BlockKind.BODY, Span(0, len(text) - 2)),)
    )
    actors = {
        speaker.cut(text): Actor(speaker.cut(text), speaker.cut(text), ActorKind.PERSON, True, None, (), (speaker,))
        for _, speaker in spoken
    }
    attributions = tuple(_attribution(at, text, content, speaker) for at, (content, speaker) in enumerate(spoken))
    claims = [_own(span) for span in spans] + [_said(one, text) for one in attributions]
    return Reading(
        article, Model("invented", "0", "0"), (), tuple(actors.values()), attributions, tuple(claims), (), ()
    )


def _attribution(at: int, text: str, content: Span, speaker: Span) -> Attribution:
    cue = (Span(speaker.end + 1, speaker.end + 5),)
    does = Commitment.DENIES if at == 2 and text[5] in "aeiou" else Commitment.ASSERTS
    return Attribution(f"t{at}", (speaker,), cue, (content,), AttributionKind.DIRECT, speaker.cut(text), None, does,
                       Stance.REPORTS, None, Said(), 0.95)  # fmt: skip


def _own(span: Span) -> Claim:
    link = Link(None, Role.OUTLET, Commitment.ASSERTS, Evidence("page", Scope.SENTENCE, span))
    return Claim(f"c{span.start}", (span,), Voice.OWN, None, Basis.NOT_GIVEN, False, (link,), Confidence.CLEAR, 0.95)


def _said(one: Attribution, text: str) -> Claim:
    outlet = Link(None, Role.OUTLET, Stance.REPORTS, Evidence("cue", Scope.SENTENCE, one.cue[0]))
    speaker = Link(
        one.source[0].cut(text), Role.SPEAKER, one.commitment, Evidence("source", Scope.SENTENCE, one.source[0])
    )
    return Claim(f"c{one.content[0].start}", one.content, Voice.ATTRIBUTED, one.id, Basis.SAID, False,
                 (outlet, speaker), Confidence.CLEAR, 0.95)  # fmt: skip


def fill(ledger: Ledger, count: int) -> None:
    """Puts so many articles into a ledger: as they would be linked one by one, but compared inside a story alone."""
    batch, lists = ledger.begin_batch("invented/"), load_link_lists()
    made, number, start = 0, 0, time.perf_counter()
    while made < count:
        with ledger.change() as connection:
            for _ in range(TOGETHER):
                story: list[tuple[int, Prepared]] = []
                for reading in Happening(number).articles(made):
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
            yield Asker(int(process.stdout.readline()))
        finally:
            process.terminate()


def serve(path: Path) -> None:
    """Serves a ledger whose largest stories were linked, without linking the others meanwhile."""
    (room,) = open_rooms([path], coder="reader")
    for story in room.contents().stories[:LINKED]:
        room.told(story)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        app = make_app(Desk([room], load_reader(), room.lists), token=TOKEN, hosts=[f"127.0.0.1:{port}"])
        print(port, flush=True)
        uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off")).run(sockets=[listening])


class Asker:
    """Asks one server, each time on a connection of its own, as a browser's first request does."""

    def __init__(self, port: int) -> None:
        self.port, self.headers = port, {"Authorization": f"Bearer {TOKEN}"}

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
        "report": f"report?{picks}",
    }  # fmt: skip
    if edge:
        links["side by side"] = edge["link"]
    return {name: base + one for name, one in links.items()}


def measure(path: Path) -> None:
    with serving(path) as ask:
        base = f"/L/{path.stem}/"
        start = time.perf_counter()
        ask.data(base)
        print(f"first page after the start: {1000 * (time.perf_counter() - start):,.0f} ms")
        print(f"{'page':34}{'median ms':>10}{'most ms':>10}{'KB':>8}")
        for name, address in pages_of(ask, base).items():
            asked = [ask.first_byte(address) for _ in range(TURNS)]
            waits = [1000 * wait for wait, _ in asked]
            print(
                f"{name:34}{statistics.median(waits):10,.0f}{max(waits):10,.0f}{asked[0][1] / 1024:8,.0f}", flush=True
            )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
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
        print(f"{given.articles:,} articles, {path.stat().st_size / 2**20:,.0f} MB, {TURNS} requests a page")
        measure(path)


if __name__ == "__main__":
    main()
