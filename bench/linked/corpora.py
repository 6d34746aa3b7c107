"""The corpora of stories, read and prepared once."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from bench.corpora import Shared, load_rows
from sayso.exports.reading_json import export_json, import_json
from sayso.linking.contextual import Contextual, load_contextual
from sayso.linking.prepared import LinkLists, Prepared, load_link_lists, prepare
from sayso.linking.scene import Scene
from sayso.linking.statements import Statement, read_statements
from sayso.linking.story import set_scene
from sayso.records.article import Article, Precision, Published
from sayso.records.claim import Claim

LINE_ID = re.compile(rb'"id":("(?:[^"\\]|\\.)*")')
CASES = Path(__file__).parents[1] / "cases"
CORPORA = {
    "funnel": ("data/funnel/articles.jsonl", "id", "story"),
    "basil": ("data/xdoc/basil/dev.docs.jsonl", "doc_id", "story"),
    "ecb": ("data/xdoc/ecbplus/dev.docs.jsonl", "doc_id", "subtopic"),
    "fnc": ("data/xdoc/fnc1/dev.bodies.jsonl", "doc_id", "story"),
}


class Bench:
    """The corpora, read and prepared once, with the lists and the second model."""

    def __init__(self, shared: Shared, runs: Path) -> None:
        self.shared, self.runs = shared, runs
        self.lists: LinkLists = load_link_lists()
        self.contextual: Contextual = load_contextual()
        self._prepared: dict[str, dict[str, Prepared]] = {}
        self._found: dict[str, Prepared] = {}
        self._statements: dict[tuple[str, str], Statement | None] = {}

    def prepared(self, corpus: str) -> dict[str, Prepared]:
        if corpus not in self._prepared:
            lines = self._readings(corpus).read_bytes().splitlines()
            readings = (import_json(line) for line in lines)
            self._prepared[corpus] = {r.article.id: prepare(r, self.lists) for r in readings}
        return self._prepared[corpus]

    def found(self, article: str) -> Prepared:
        """One article of the corpora that the cases name; no other is prepared."""
        if article not in self._found:
            self._found[article] = prepare(import_json(self._lines[article]), self.lists)
        return self._found[article]

    @cached_property
    def _lines(self) -> dict[str, bytes]:
        """The readings of all corpora as they are kept, by ids; FNC-1 has the articles of the funnel, with titles."""
        lines = (line for name in CORPORA for line in self._readings(name).read_bytes().splitlines())
        return {json.loads(LINE_ID.search(line)[1]): line for line in lines}  # type: ignore[index]  # each has an id

    def statement(self, article: str, claim: Claim) -> Statement | None:
        """One claim made ready for comparing, or None where it says too little; the others of its article are not."""
        if (article, claim.id) not in self._statements:
            found = self.found(article)
            alone = replace(found, reading=replace(found.reading, claims=(claim,)))
            read = read_statements(alone, self.contextual, self.lists.weigher.counts)
            self._statements[article, claim.id] = next(read, None)
        return self._statements[article, claim.id]

    def groups(self, corpus: str) -> dict[str, list[str]]:
        """The gold stories: name -> article ids."""
        path, key, story = CORPORA[corpus]
        found: dict[str, list[str]] = defaultdict(list)
        for row in load_rows(self.shared.root / path):
            found[str(row[story])].append(row[key])
        return found

    def _readings(self, corpus: str) -> Path:
        """The corpus as read by the weights in the package, kept under their digest."""
        from sayso.reading.encoder import load_encoder
        from sayso.reading.reader import read_article

        encoder = load_encoder()
        kept = self.runs / encoder.model.digest / f"{corpus}.jsonl"
        if not kept.exists():
            kept.parent.mkdir(parents=True, exist_ok=True)
            with kept.open("wb") as out:
                for article in self._articles(corpus):
                    out.write(export_json(read_article(article, encoder)) + b"\n")
        return kept

    def _articles(self, corpus: str) -> Iterator[Article]:
        path, key, _ = CORPORA[corpus]
        for row in load_rows(self.shared.root / path):
            title = row.get("title")
            published = Published(row["date"], Precision.DAY) if row.get("date") else None
            text = f"{title}\n\n{row['text']}" if title and corpus != "funnel" else row["text"]
            yield Article(row[key], text, outlet=row.get("outlet"), published=published, url=row.get("url"))

    def scene(self, corpus: str, ids: Iterable[str]) -> Scene:
        here = self.prepared(corpus)
        return set_scene([here[article] for article in ids], self.lists)


def find_connected(edges: Iterable[frozenset[str]]) -> list[set[str]]:
    parts: list[set[str]] = []
    for edge in edges:
        touching = [part for part in parts if part & edge]
        parts = [part for part in parts if not part & edge] + [set(edge).union(*touching)]
    return parts
