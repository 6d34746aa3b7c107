"""Sayso as a reader of `bench.speed`: the whole reading, with the JSON."""

from __future__ import annotations

import sys
from collections.abc import Callable

from bench.turns import serve_turns
from sayso.exports.reading_json import export_json
from sayso.reading.encoder import load_encoder
from sayso.reading.reader import read_article
from sayso.records.article import Article


def load() -> Callable[[str, str], object]:
    encoder = load_encoder(fast="--fast" in sys.argv)
    return lambda id, text: export_json(read_article(Article(id=id, text=text), encoder))


if __name__ == "__main__":
    serve_turns(load)
