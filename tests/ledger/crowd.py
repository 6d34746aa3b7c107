"""What each of many processes does with one ledger at once: it writes, or it looks."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Barrier, Event

from sayso.exports.reading_json import export_json, import_json
from sayso.exports.search_page import look_up
from sayso.ledger import Ledger, Where, open_ledger
from sayso.linking.incremental import Linker
from sayso.records.article import Article
from sayso.records.reading import Reading, Unread
from tests.night import NIGHT, article, lists, read_simply

ROUNDS = 4  # times that a writer adds the night
PAUSE = 0.05  # seconds between one look and the next


@dataclass(frozen=True, slots=True)
class Did:
    """So many changes or looks were made, the slowest of which took so many seconds; or what went wrong."""

    times: int
    longest: float
    wrong: str = ""


def write(where: Where, name: str, start: Barrier) -> Did:
    """Adds the night over and over under ids of its own, an article with its rows at a time."""
    longest = 0.0
    start.wait()
    with open_ledger(where) as ledger:
        linker, batch = Linker(ledger, lists(), export_json, import_json), ledger.begin_batch(name)
        for reading in nights(name):
            begun = time.monotonic()
            (landed,) = linker.add_together([reading], batch)
            longest = max(longest, time.monotonic() - begun)
            if isinstance(landed, Unread):
                return Did(0, longest, landed.why)
    return Did(ROUNDS * len(NIGHT), longest)


def nights(name: str) -> Iterator[Reading]:
    for at in range(ROUNDS):
        for one in NIGHT:
            yield read_simply(_renamed(one, f"{name}-{at}-{one.id}"))


def _renamed(one: Article, name: str) -> Article:
    return article(name, f"{one.text}\n{name}\n", one.outlet)


def look(where: Where, start: Barrier, done: Event) -> Did:
    """Looks at the whole ledger and searches it until the writers are done, and once more."""
    looks, longest = 0, 0.0
    start.wait()
    with open_ledger(where) as ledger:
        while True:
            last = done.is_set()
            begun = time.monotonic()
            wrong = look_once(ledger)
            longest = max(longest, time.monotonic() - begun)
            looks += 1
            if wrong or last:
                return Did(looks, longest, wrong)
            time.sleep(PAUSE)


def look_once(ledger: Ledger) -> str:
    """What is not as it must be in one view of the ledger: articles, readings and pairs belong together."""
    ledger.hold()
    numbers = [number for number, _, _ in ledger.listed()]
    if len(list(ledger.readings())) != len(numbers) or len(ledger.digests()) != len(numbers):
        return "there is an article without its reading, or a reading without its article"
    if not {number for row in ledger.pairs() for number in (row.a, row.b)} <= set(numbers):
        return "there is a pair of an article that is not there"
    ledger.connection.commit()
    found = look_up(ledger, "ferry", sort="newest", page=1, texts=True)
    return "" if found.hits or not numbers else "no word is found"
