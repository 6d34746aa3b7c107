"""A ledger made so many times as large: `python -m bench.larger LEDGER --times 10`.

Every article of `bench.pages_speed` is put in again with other letters in its words and names: more words, speakers and
stories come with it. This takes a fifth of the time in which as many articles are indexed one by one.
"""

from __future__ import annotations

import argparse
import json
import random
import sqlite3
import sys
import time
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sayso.articles.identity import digest_text
from sayso.ledger.claimrows import fold_name
from sayso.ledger.index import ARTICLES, PLACES, SHORT
from sayso.ledger.marks import mark_of_name
from sayso.ledger.words import LAYOUTS, find_tokens

TURNED = "bgklmnprvwyz"  # no letter of "the", "of" and "said" is among them
INSIDE = ("quantity", "timex", "toponym")
Row = dict[str, Any]


class Turn:
    """One copy: its letters, and by how many its articles' numbers are larger."""

    def __init__(self, number: int, articles: int, names: list[str]) -> None:
        turned = list(TURNED)
        random.Random(number).shuffle(turned)
        self.letters = str.maketrans(TURNED + TURNED.upper(), "".join(turned) + "".join(turned).upper())
        self.articles = number * articles
        self.claims = self.articles << PLACES
        self.names = {name: name.translate(self.letters) for name in names}
        self.marks = {mark_of_name("s", name): mark_of_name("s", new) for name, new in self.names.items()}

    def text(self, words: str) -> str:
        return words.translate(self.letters)

    def reading(self, packed: bytes) -> tuple[bytes, str]:
        """A reading in other letters, and its text."""
        found = json.loads(zlib.decompress(packed))
        article = found["article"]
        text, title = self.text(article["text"]), self.text(article["title"])
        found |= {"id": f"a{int(found['id'][1:]) + self.articles}", "article": article | {"text": "", "title": ""}}
        rest = json.dumps(found, ensure_ascii=False)
        for old, new in self.names.items():
            rest = rest.replace(f'"{old}"', f'"{new}"')
        found = json.loads(rest)
        found["article"] |= {"text": text, "title": title}
        return zlib.compress(json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode(), 6), text

    def claim(self, row: Row) -> Row:
        name = self.names[row["speaker"]] if row["speaker"] else None
        marks = sorted(self.marks.get(mark, mark) for mark in row["marks"].split())
        return row | {
            "number": row["number"] + self.claims, "article": row["article"] + self.articles,
            "words": self.text(row["words"]), "speaker": name, "speaker_key": name and fold_name(name),
            "marks": " ".join(marks),
        }  # fmt: skip


def enlarge(connection: sqlite3.Connection, times: int) -> None:
    articles = connection.execute("SELECT max(number) FROM article").fetchone()[0]
    assert articles * times < 1 << ARTICLES
    named = connection.execute("SELECT DISTINCT speaker FROM claim WHERE speaker IS NOT NULL ORDER BY 1")
    names = [row[0] for row in named]
    for number in range(1, times):
        start = time.process_time()
        copy(connection, Turn(number, articles, names), articles)
        connection.commit()
        print(f"{(number + 1) * articles:,} articles, {time.process_time() - start:.0f} CPU s", file=sys.stderr)


def copy(connection: sqlite3.Connection, turn: Turn, articles: int) -> None:
    texts: dict[int, str] = {}
    for row in _rows(connection, "article", f"number <= {articles}"):
        packed, text = turn.reading(row["reading"])
        texts[row["number"]] = text
        _put(connection, "article", row | {
            "number": row["number"] + turn.articles, "id": f"a{int(row['id'][1:]) + turn.articles}",
            "reading": packed, "text_digest": digest_text(text),
        })  # fmt: skip
    for row in _rows(connection, "heading", f"article <= {articles}"):
        _put(connection, "heading", row | {
            "article": row["article"] + turn.articles, "id": f"a{int(row['id'][1:]) + turn.articles}",
            "text_key": digest_text(texts[row["article"]])[:SHORT], "title": turn.text(row["title"]),
        })  # fmt: skip
    for row in _rows(connection, "page", f"article <= {articles}"):
        _put(connection, "page", row | {
            "number": row["number"] + turn.claims, "article": row["article"] + turn.articles,
            "title": turn.text(row["title"]), "text": texts[row["article"]],
        })  # fmt: skip
    for row in _rows(connection, "claim", f"article <= {articles}"):
        _put(connection, "claim", turn.claim(row))
    for row in _rows(connection, "pair", f"a <= {articles}"):
        _put(connection, "pair", row | {"a": row["a"] + turn.articles, "b": row["b"] + turn.articles})
    of_first = f"SELECT number FROM claim WHERE article <= {articles}"
    for name in INSIDE:
        for row in _rows(connection, name, f"claim IN ({of_first})"):
            _put(connection, name, row | {"claim": row["claim"] + turn.claims})
    for name in turn.names.values():
        for word in find_tokens(name):
            connection.execute("INSERT OR IGNORE INTO speaker_word (word, name) VALUES (?, ?)", (word, name))
    for of, layout in LAYOUTS.items():
        columns = ", ".join(layout.columns)
        connection.execute(
            f"INSERT INTO {of}_words (rowid, {columns}) SELECT number, {columns} FROM {of} WHERE article "
            f"BETWEEN {turn.articles + 1} AND {turn.articles + articles} ORDER BY number"
        )


def _rows(connection: sqlite3.Connection, name: str, where: str) -> Iterator[Row]:
    for row in connection.execute(f"SELECT * FROM {name} WHERE {where}").fetchall():  # this module's own
        yield dict(row)


def _put(connection: sqlite3.Connection, name: str, row: Mapping[str, Any]) -> None:
    columns, places = ", ".join(f'"{one}"' for one in row), ", ".join("?" * len(row))
    connection.execute(f"INSERT INTO {name} ({columns}) VALUES ({places})", tuple(row.values()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--times", type=int, default=10)
    given = parser.parse_args()
    connection = sqlite3.connect(given.ledger)
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute("PRAGMA cache_size=-500000")
    enlarge(connection, given.times)
    connection.close()


if __name__ == "__main__":
    main()
