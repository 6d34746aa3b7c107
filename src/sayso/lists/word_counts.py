"""How common words are in news, as fixed counts: what is rare tells texts apart, whatever else was read before."""

from __future__ import annotations

import csv
import io
import math
from dataclasses import dataclass
from importlib import resources

from sayso.errors import BadList
from sayso.patterns import compile_later

NAME = "word_counts.csv"
COLUMNS = ["word", "articles"]
ALL = "*"  # the row that holds the number of articles counted
NUMBER = compile_later(r"[0-9]{1,12}")
UNSEEN = 4  # articles that a word is taken to stand in if the list does not have it: the list begins at 8


@dataclass(frozen=True, slots=True)
class WordCounts:
    """A word stands in so many of ``articles`` articles: ``WordCounts(3673, {"the": 3662, ...})``."""

    articles: int
    counts: dict[str, int]

    def rarity(self, word: str) -> float:
        """Logarithm of all articles to those with the word: 0 for "the", about 7 for a name never seen."""
        return math.log((self.articles + 1) / (self.counts.get(word, UNSEEN) + 1))

    def share(self, word: str) -> float:
        """The share of articles that hold the word, 0 to 1."""
        return self.counts.get(word, UNSEEN) / self.articles


def load_word_counts() -> WordCounts:
    """The package's list. Raises BadList where a line is wrong."""
    return read_word_counts((resources.files("sayso") / "lists" / NAME).read_text(encoding="utf-8"), NAME)


def read_word_counts(text: str, name: str) -> WordCounts:
    """Counts from CSV with the columns word and articles; the row of ``*`` holds the number of articles."""
    counts: dict[str, int] = {}
    rows = csv.reader(io.StringIO(text))
    if next(rows, []) != COLUMNS:
        raise BadList(name, 1, f"the columns must be {','.join(COLUMNS)}")
    for line, row in enumerate(rows, 2):
        word, articles, *_ = *row, "", ""
        if not word or not NUMBER.fullmatch(articles):
            raise BadList(name, line, f"wants a word and a number of articles, not {word!r}, {articles!r}")
        if word in counts:
            raise BadList(name, line, f"counts {word!r} a second time")
        counts[word] = int(articles)
    every = counts.pop(ALL, 0)
    if not every:
        raise BadList(name, 1, f"has no row {ALL!r} with the number of articles")
    return WordCounts(every, counts)
