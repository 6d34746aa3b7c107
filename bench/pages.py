"""How well saved pages are read: body words, titles, publication days. No figure here is tuned to an outlet.

    PYTHONPATH=src python bench/pages.py ../shared/data/pages

Body: all blocks of kind body, joined; compared with the expected paragraphs as word multisets. Title: the same
words and marks, letter case, quotes and spaces apart. Day: as the page's own zone tells it.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from sayso.articles.html import read_html
from sayso.records.article import Article
from sayso.records.block import BlockKind

WORD = re.compile(r"\w+")
QUOTES = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "\xa0": " "})


@dataclass(frozen=True, slots=True)
class Score:
    """How one page was read: shared, found and expected words, and whether title and day are right."""

    id: str
    shared: int
    found: int
    expected: int
    title: tuple[str | None, str]
    day: tuple[str | None, str]

    @property
    def f1(self) -> float:
        return 2 * self.shared / max(1, self.found + self.expected)

    @property
    def title_right(self) -> bool:
        return fold(self.title[0] or "") == fold(self.title[1])

    @property
    def day_right(self) -> bool:
        return self.day[0] == self.day[1]


def fold(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).translate(QUOTES).casefold().split())


def body_of(article: Article) -> str:
    return "\n".join(block.span.cut(article.text) for block in article.blocks if block.kind is BlockKind.BODY)


def score_page(row: dict[str, object], article: Article) -> Score:
    body = row["body"]
    assert isinstance(body, list)
    found = Counter(WORD.findall(body_of(article).casefold()))
    expected = Counter(WORD.findall("\n".join(body).casefold()))
    day = article.published.day if article.published is not None else None
    return Score(
        str(row["id"]),
        sum((found & expected).values()),
        sum(found.values()),
        sum(expected.values()),
        (article.title, str(row["title"])),
        (day, str(row["published"])[:10]),
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0] if __doc__ else None)
    parser.add_argument("pages", type=Path, help="the folder with pages.jsonl and html/")
    parser.add_argument("--worst", type=int, default=5, help="how many of the worst pages to list")
    options = parser.parse_args()
    if not (options.pages / "pages.jsonl").is_file():
        print(f"no pages at {options.pages}: nothing measured", file=sys.stderr)
        return 2
    rows = [json.loads(line) for line in (options.pages / "pages.jsonl").read_text("utf-8").splitlines()]
    pages = [(options.pages / "html" / f"{row['id']}.html").read_bytes() for row in rows]
    started = time.process_time()
    articles = [read_html(page, row["id"]) for page, row in zip(pages, rows, strict=True)]
    seconds = time.process_time() - started
    print_scores([score_page(row, article) for row, article in zip(rows, articles, strict=True)], options.worst)
    print(f"{seconds / len(rows):.3f} CPU seconds a page")
    return 0


def print_scores(scores: list[Score], worst: int) -> None:
    shared, found, expected = (sum(getattr(s, name) for s in scores) for name in ("shared", "found", "expected"))
    pooled, mean = 2 * shared / (found + expected), sum(score.f1 for score in scores) / len(scores)
    print(
        f"body   F1 {pooled:.4f} pooled (P {shared / found:.4f}, R {shared / expected:.4f}), {mean:.4f} mean of pages"
    )
    print(f"title  {sum(score.title_right for score in scores)} of {len(scores)} right")
    print(f"day    {sum(score.day_right for score in scores)} of {len(scores)} right")
    for score in sorted(scores, key=lambda score: score.f1)[:worst]:
        print(
            f"  {score.f1:.3f}  {score.id}: {score.found} words found, {score.expected} expected, {score.shared} shared"
        )
    for score in scores:
        if not score.title_right:
            print(f"  title  {score.id}: {score.title[0]!r}, expected {score.title[1]!r}")
        if not score.day_right:
            print(f"  day    {score.id}: {score.day[0]}, expected {score.day[1]}")


if __name__ == "__main__":
    sys.exit(main())
