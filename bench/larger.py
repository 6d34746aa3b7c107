"""A ledger made so many times as large: `python -m bench.larger LEDGER --times 10`.

Every article of `bench.pages_speed` is put in again with other letters in its words and names: more words, speakers and
stories come with it.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import func, insert, select

from sayso.exports.reading_json import import_json
from sayso.ledger import Ledger, open_ledger
from sayso.ledger.index import save_indexes
from sayso.ledger.schema import article, pair
from sayso.ledger.store import ArticleRow

TURNED = "bgklmnprvwyz"  # no letter of "the", "of" and "said" is among them
TOGETHER = 200  # articles in one transaction


class Turn:
    """One copy: its letters, and by how many its articles' numbers are larger."""

    def __init__(self, number: int, articles: int) -> None:
        turned = list(TURNED)
        random.Random(number).shuffle(turned)
        self.letters = str.maketrans(TURNED + TURNED.upper(), "".join(turned) + "".join(turned).upper())
        self.articles = number * articles

    def text(self, words: str) -> str:
        return words.translate(self.letters)

    def reading(self, data: bytes) -> bytes:
        """A reading in other letters; ids of actors, which are names, go with them."""
        found = json.loads(data)
        one = found["article"]
        names = {actor["id"] for actor in found["actors"]} | {actor["name"] for actor in found["actors"]}
        made = self._turn(found, names)
        made["id"] = f"a{int(found['id'][1:]) + self.articles}"
        made["article"] |= {"text": self.text(one["text"]), "title": one["title"] and self.text(one["title"])}
        return json.dumps(made, ensure_ascii=False, separators=(",", ":")).encode()

    def _turn(self, value: Any, names: set[str]) -> Any:
        if isinstance(value, dict):
            return {key: self._turn(one, names) for key, one in value.items()}
        if isinstance(value, list):
            return [self._turn(one, names) for one in value]
        return self.text(value) if isinstance(value, str) and value in names else value


def enlarge(ledger: Ledger, times: int) -> None:
    articles = int(ledger.connection.execute(select(func.max(article.c.number))).scalar_one())
    for number in range(1, times):
        start = time.process_time()
        copy(ledger, Turn(number, articles), articles)
        print(f"{(number + 1) * articles:,} articles, {time.process_time() - start:.0f} CPU s", file=sys.stderr)


def copy(ledger: Ledger, turn: Turn, articles: int) -> None:
    for some in _parts(articles):
        with ledger.change() as connection:
            rows = connection.execute(
                select(article).where(article.c.number.in_(some)).order_by(article.c.number)
            ).all()
            landed = []
            for row, data in zip(rows, ledger.readings(some), strict=True):
                told = turn.reading(data)
                made = import_json(told)
                kept = ArticleRow(made.article.id, row.batch, row.day, row.published, made.article.text, told)
                landed.append((ledger.save_article(kept), made))
            save_indexes(connection, landed)
            pairs = [dict(one._mapping) for one in ledger.pairs_of(some)]
            more = [one | {"a": one["a"] + turn.articles, "b": one["b"] + turn.articles} for one in pairs]
            if more:
                connection.execute(insert(pair), more)


def _parts(articles: int) -> Iterator[list[int]]:
    for start in range(1, articles + 1, TOGETHER):
        yield list(range(start, min(start + TOGETHER, articles + 1)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--times", type=int, default=10)
    given = parser.parse_args()
    with open_ledger(given.ledger) as ledger:
        enlarge(ledger, given.times)


if __name__ == "__main__":
    main()
