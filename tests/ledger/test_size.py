"""How much of the disk an article takes in a ledger: little more than its text."""

from __future__ import annotations

import random
from pathlib import Path

from tests.invented import EXAMPLE_TEXTS, PARAGRAPHS
from tests.ledger.ledgers import make_ledger
from tests.night import article, read_simply

ARTICLES, LENGTH = 60, 4_300  # characters, as news articles have
MOST = 20_000  # bytes an article without its text


def invent_texts() -> list[str]:
    """Texts of invented paragraphs whose words were put in other places, so that hardly any are said twice."""
    chance, paragraphs = (
        random.Random(7),
        [*PARAGRAPHS, *(part for text in EXAMPLE_TEXTS for part in text.split("\n\n"))],
    )
    texts = []
    for _ in range(ARTICLES):
        parts: list[str] = []
        while sum(map(len, parts)) < LENGTH:
            words = chance.choice(paragraphs).split()
            chance.shuffle(words)
            parts.append(f"“{' '.join(words)},” Ada Quill said.")
        texts.append("\n\n".join(parts))
    return texts


def test_an_article_takes_no_more_than_twenty_kilobytes_beside_its_text(tmp_path: Path) -> None:
    texts = invent_texts()
    readings = [read_simply(article(f"a{number}", text)) for number, text in enumerate(texts)]
    assert all(len(reading.claims) > 10 for reading in readings)
    path = make_ledger(tmp_path / "night.db", *readings)
    without = path.stat().st_size - sum(len(text.encode()) for text in texts)
    assert without / ARTICLES < MOST
