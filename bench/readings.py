"""Readings of a corpus by Sayso, as `sayso run` would write them, in this process."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.corpora import load_rows
from sayso.articles import read_jsonl
from sayso.exports.reading_json import export_json
from sayso.reading.encoder import Encoder
from sayso.reading.reader import read_article
from sayso.records.article import Article

# What an article has that a newsroom would hand over; the rest of a corpus's line is its gold.
GIVEN = ("id", "text", "title")


def find_articles(corpus: Path) -> Iterator[Article]:
    """The articles of a gold file, without anything of its gold."""
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder, "articles.jsonl")
        with bare.open("w", encoding="utf-8") as out:
            for row in load_rows(corpus):
                out.write(json.dumps({name: row[name] for name in GIVEN if row.get(name)}) + "\n")
        for article in read_jsonl(bare):
            if not isinstance(article, Article):
                raise SystemExit(f"{corpus}: {article}")
            yield article


def save_readings(corpus: Path, readings: Path, encoder: Encoder) -> int:
    """Read every article of ``corpus`` into ``readings``, one JSON object a line; how many there were."""
    number = 0
    with readings.open("wb") as out:
        for article in find_articles(corpus):
            out.write(export_json(read_article(article, encoder)) + b"\n")
            number += 1
    return number
