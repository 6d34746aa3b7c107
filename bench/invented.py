"""Invented articles for benches that want no corpus: paragraphs of `examples/tonight`, put together anew."""

from __future__ import annotations

import json
import random
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PARAGRAPHS = 4  # of each article, besides a line of its own


def write_invented(source: Path, many: int, seed: int = 1) -> Path:
    """So many short articles, one a line, each of a few paragraphs of several and one line that no other has."""
    lines = (ROOT / "examples" / "tonight" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    paragraphs = [part for line in lines for part in json.loads(line)["text"].split("\n\n")[1:]]
    chance = random.Random(seed)
    with source.open("w", encoding="utf-8") as file:
        for at in range(many):
            text = "\n\n".join([f"Notes of day {at}", *chance.sample(paragraphs, PARAGRAPHS), f"It was day {at}."])
            day = f"2025-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
            file.write(json.dumps({"id": f"a{at}", "text": text, "published": day}) + "\n")
    return source
