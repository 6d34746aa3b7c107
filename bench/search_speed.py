"""How soon a large ledger is searched: `python -m bench.search_speed --articles 10000`.

The articles are invented. Every operator is asked for, alone and together, with words that stand in every claim,
in every order; a search parses, counts, puts in order, counts facets and fetches one page, as `sayso search` does.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.happenings import Happening, furnish
from sayso.exports.reading_json import export_json
from sayso.ledger import Ledger, open_ledger
from sayso.ledger.index import save_indexes
from sayso.ledger.store import ArticleRow
from sayso.records.reading import Reading
from sayso.search.finding import ON_PAGE, Order, match_claims, match_texts, whole_claims, whole_texts
from sayso.search.parsing import parse_query

TURNS = 5
TOGETHER = 64  # articles in one transaction, as `sayso add` lands them

# Words that stand in every claim, in none, and between; each operator alone, ruled out, and beside the commonest word.
CLAIMS = (
    "the", "of the", '"of the"', "the of", "the -of", "the -denies", "nowhere", "the nowhere", "-nowhere", "-the",
    "speaker:quill", 'speaker:"Ada Quill"', "-speaker:quill", "the speaker:quill", "via:quill", "the -via:quill",
    "outlet:kell", 'outlet:="Kell Post"', "the outlet:post -outlet:kell", "says:denies", "the says:denies",
    "-says:asserts", "kind:direct", "the kind:mixed", "own-voice", "the -own-voice", "is:party", "-is:party",
    "type:assault", "the -type:assault", "number:>0", "number:>20", "number:>399", "number:>1000000", "-number:>20",
    "number:20..30", 'number:">20 dead"', 'the number:"7 km"', "number:7 number:8", "the number:>20 -number:>30",
    "date:2024", "date:2024-06..2024-07", "date:2024-06-01", "the date:2024-06-01", "-date:2024", "date:1999",
    "when:2024", "when:2024-06-01", "when:1950..2050", "the -when:2024", "when:1801", "place:K0007ham", "place:nowhere",
    "the -place:K0007ham", "place:50,10~50km", "place:50,10~1000km", "place:50,10~10000km", "-place:50,10~5000km",
    "place:0,-170~100km", "number:>20 place:50,10~1000km when:2024-06 says:denies",
    "number:>399 place:0,-170~100km", "when:2024-06-01 date:2025-06", "number:>399 OR says:denies", "the OR number:>0",
    "nowhere OR number:>399 OR when:2024-06-01", "(number:>20 OR place:50,10~100km) (when:2024-06 OR says:denies) -the",
)  # fmt: skip
TEXTS = ("the", "nowhere", "the -nowhere", "outlet:kell", "the date:2024-06-01", "-the", "the OR outlet:post")


def fill(ledger: Ledger, count: int) -> None:
    """Puts so many articles into a ledger, each claim with a number, a time and a place inside."""
    batch, start = ledger.begin_batch("invented/"), time.process_time()
    readings, made = _readings(count), 0
    while some := [one for _, one in zip(range(TOGETHER), readings, strict=False)]:
        with ledger.change() as connection:
            numbers = [ledger.save_article(_row(one, batch)) for one in some]
            save_indexes(connection, zip(numbers, some, strict=True))
        made += len(some)
        print(f"\r{made:,} articles, {made / (time.process_time() - start):,.0f} a CPU second", end="", file=sys.stderr)
    print(file=sys.stderr)


def _row(reading: Reading, batch: int) -> ArticleRow:
    article = reading.article
    return ArticleRow(article.id, batch, None, None, article.text, export_json(reading))


def _readings(count: int) -> Iterator[Reading]:
    made = number = 0
    while made < count:
        for reading in Happening(number).articles(made):
            if made < count:
                yield furnish(reading, random.Random(made))
                made += 1
        number += 1


def search(ledger: Ledger, words: str, order: Order, *, texts: bool) -> tuple[int, bool]:
    """What `sayso search` does but for printing; how many matches, and whether there are more."""
    query = parse_query(words, of_texts=texts)
    match, whole = (match_texts, whole_texts) if texts else (match_claims, whole_claims)
    matches = match(ledger.connection, query, order)
    assert len(whole(ledger.connection, matches.of_page(1, ON_PAGE))) == min(ON_PAGE, matches.total)
    return matches.total, matches.more


def measure(path: Path, turns: int) -> None:
    worst = 0.0
    with open_ledger(path) as ledger:
        print(f"{'search':64}{'order':11}{'found':>8}{'CPU ms':>8}{'wall ms':>8}")
        for texts, words, order in _searches():
            took = [_time(ledger, words, order, texts=texts) for _ in range(turns)]
            cpu, wall = (statistics.median(one[at] for one in took) for at in (0, 1))
            total, more = search(ledger, words, order, texts=texts)
            worst = max(worst, cpu)
            shown = f"{words} (texts)" if texts else words
            print(f"{shown:64}{order:11}{total:7,}{'+' if more else ' '}{cpu:8,.0f}{wall:8,.0f}", flush=True)
    print(f"slowest: {worst:,.0f} ms of CPU")


def _searches() -> Iterator[tuple[bool, str, Order]]:
    for order in Order:
        for words in CLAIMS if order is Order.NEWEST else CLAIMS[:8]:
            yield False, words, order
    for words in TEXTS:
        yield True, words, Order.NEWEST
    yield True, "the", Order.RELEVANCE


def _time(ledger: Ledger, words: str, order: Order, *, texts: bool) -> tuple[float, float]:
    cpu, wall = time.process_time(), time.perf_counter()
    search(ledger, words, order, texts=texts)
    return 1000 * (time.process_time() - cpu), 1000 * (time.perf_counter() - wall)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--turns", type=int, default=TURNS)
    parser.add_argument("--ledger", type=Path, help="keep the ledger here, or use the one that is there")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.ledger or Path(folder) / "search.db"
        if not path.exists():
            with open_ledger(path, create=True) as ledger:
                fill(ledger, given.articles)
        print(f"{given.articles:,} articles, {path.stat().st_size / 2**20:,.0f} MB, {given.turns} turns a search")
        measure(path, given.turns)


if __name__ == "__main__":
    main()
