"""Annotated articles into windows with targets for every task."""

from __future__ import annotations

import json
import pathlib
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso.reading.pointers import pair_features, sentence_ends
from sayso.reading.quotations import find_quotations
from sayso.reading.windows import find_windows
from sayso.reading.words import split_words
from training.model import BASES, COMMITMENTS, ROLES, SOURCE_TYPES, VOICES

CLS, SEP = 101, 102
IGNORED = -100
Row = dict[str, Any]  # an annotated article as its line of JSON has it
Ints = NDArray[np.int64]
Range = tuple[int, int]  # of words, half-open


@dataclass
class Example:
    """One window: model input a piece, targets a word, links between spans of the window."""

    ids: list[int]
    case: list[int]
    quote: list[int]
    place: list[int]
    heads: list[int]  # position of each word's first piece in ids
    outer: list[int]
    nested: list[int] | None
    commitment: list[tuple[list[int], int]] = field(default_factory=list)  # (words, class)
    source_type: list[tuple[list[int], int, int]] = field(default_factory=list)  # (words, class, named)
    voice: list[int] = field(default_factory=list)
    basis: list[int] = field(default_factory=list)
    hedged: list[int] = field(default_factory=list)
    links: list[Links] = field(default_factory=list)


@dataclass
class Links:
    """Which other span each cue points at (or each content run its cue); -1 for none."""

    kind: str  # "source": cue -> source; "content": content -> cue
    cues: list[Range]
    others: list[Range]
    features: Ints
    targets: list[int]


class Pieces:
    """Word pieces of words, remembered."""

    def __init__(self, path: pathlib.Path) -> None:
        self.tokenizer = Tokenizer.from_file(str(path))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self.known: dict[str, list[int]] = {}

    def __call__(self, form: str) -> list[int]:
        if form not in self.known:
            self.known[form] = self.tokenizer.encode(form, add_special_tokens=False).ids[:16] or [100]
        return self.known[form]


def load(path: pathlib.Path) -> list[Row]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def add_nested(articles: list[Row], path: pathlib.Path) -> None:
    """Lays the nested labels over the articles that have them; marks those as fully labelled."""
    by_id = {row["id"]: row["rows"] for row in load(path)}
    for article in articles:
        rows = by_id.get(article["id"])
        if rows is None:
            continue
        outer = list(article["attributions"])
        for number, a in enumerate(outer):
            a.update(id=str(number), nested_in=None)
        for row in rows:
            if "n" in row:
                outer[row["n"]].update({k: row[k] for k in ("commitment", "source_type", "named")})
            else:
                depth = "deep" if row["parent"].startswith("+") else row["parent"]
                article["attributions"].append({**row, "id": f"x{len(article['attributions'])}", "nested_in": depth})
        article["nested_labelled"] = True


def add_voice(articles: list[Row], path: pathlib.Path) -> None:
    by_id = {row["id"]: row["sentences"] for row in load(path)}
    for article in articles:
        if article["id"] in by_id:
            article["voice"] = by_id[article["id"]]


def restyled(text: str, rng: random.Random) -> str:
    """The same text, code point for code point, with another publisher's quotation marks now and then."""
    draw = rng.random()
    if draw < 0.25:
        return text.translate({0x201C: '"', 0x201D: '"', 0x2018: "'", 0x2019: "'"})
    if draw < 0.30:
        return text.translate({0x2018: "'", 0x2019: "'"})
    return text


class Article:
    """One article's words and the paint of all its labels."""

    def __init__(self, row: Row, pieces: Pieces, rng: random.Random | None = None) -> None:
        text = restyled(row["text"], rng) if rng else row["text"]
        self.words = split_words(text, find_quotations(text))
        self.pieces = [pieces(form) for form in self.words.forms]
        self.windows = find_windows(self.words, [len(p) for p in self.pieces])
        self.row = row
        self.text = text

    def ranges(self, spans: Sequence[Sequence[int]]) -> list[Range]:
        """Word ranges of character spans; fragments with nothing between them are one."""
        found: list[list[int]] = []
        for start, end in sorted((start, end) for start, end in spans):
            first = int(np.searchsorted(self.words.ends, start, "right"))
            last = int(np.searchsorted(self.words.starts, end, "left"))
            if first >= last:
                continue
            if found and first <= found[-1][1]:
                found[-1][1] = max(last, found[-1][1])
            else:
                found.append([first, last])
        return [(first, last) for first, last in found]

    def inputs(self) -> Iterator[Example]:
        """The windows as the model takes them, with nothing known of their words."""
        words = self.words
        for first, last in self.windows:
            ids, case, quote, place, heads = [CLS], [5], [0], [0], []
            for i in range(first, last):
                heads.append(len(ids))
                n = len(self.pieces[i])
                ids += self.pieces[i]
                case += [int(words.case[i])] * n
                quote += [int(words.quote[i])] * n
                place += [int(words.place[i])] + [0] * (n - 1)
            for line, end in ((ids, SEP), (case, 5), (quote, 0), (place, 0)):
                line.append(end)
            yield Example(ids, case, quote, place, heads, [], None)

    def levels(self) -> tuple[list[Row], list[Row]]:
        rows = self.row["attributions"]
        outer = [a for a in rows if a.get("nested_in") is None]
        top = {a.get("id") for a in outer}
        return outer, [a for a in rows if a.get("nested_in") is not None and a["nested_in"] in top]


def paint(size: int, attributions: list[Row], article: Article) -> Ints:
    tags = np.zeros(size, np.int64)
    for role in ("content", "source", "cue"):
        code = 1 + 2 * ROLES.index(role)
        for a in attributions:
            for first, last in article.ranges(a[role]):
                tags[first:last] = code + 1
                tags[first] = code
    # an I- that lost its B- to another role's paint starts a run of its own
    for i in range(size):
        if tags[i] and tags[i] % 2 == 0 and (i == 0 or tags[i - 1] not in (tags[i], tags[i] - 1)):
            tags[i] -= 1
    return tags


def examples_of(row: Row, pieces: Pieces, rng: random.Random | None = None) -> list[Example]:
    article = Article(row, pieces, rng)
    words = article.words
    outer, nested = article.levels()
    labelled = "nested_labelled" in row or "origin" in row
    outer_tags = paint(len(words), outer, article)
    nested_tags = paint(len(words), nested, article) if labelled else None
    voice, basis, hedged = voice_targets(article, outer)
    ends = sentence_ends(words)
    found = []
    for (first, last), example in zip(article.windows, article.inputs(), strict=True):
        example.outer = mend(outer_tags[first:last].tolist())
        example.nested = None if nested_tags is None else mend(nested_tags[first:last].tolist())
        example.voice, example.basis, example.hedged = (x[first:last].tolist() for x in (voice, basis, hedged))
        for level in (outer, nested):
            add_links(example, article, level, first, last, ends)
        if labelled:
            add_classes(example, article, outer + nested, first, last)
        found.append(example)
    return found


def mend(tags: list[int]) -> list[int]:
    """A window may begin inside a run."""
    if tags and tags[0] and tags[0] % 2 == 0:
        tags[0] -= 1
    return tags


def moved(ranges: list[Range], by: int) -> list[Range]:
    return [(first - by, last - by) for first, last in ranges]


def add_links(example: Example, article: Article, level: list[Row], first: int, last: int, ends: Ints) -> None:
    """Links between the spans of one level that lie in the window; contents that leave it are cut at its edges."""
    cues: list[Range] = []
    sources: list[Range] = []
    contents: list[Range] = []
    of_cue: list[int] = []
    of_content: list[int] = []

    def inside(spans: list[list[int]]) -> list[Range]:
        return [r for r in article.ranges(spans) if first <= r[0] and r[1] <= last]

    for a in level:
        cue, source = inside(a["cue"])[:1], inside(a["source"])[:1]
        number = -1
        if cue:
            number = len(cues)
            cues.append(cue[0])
            if source and source[0] not in sources:
                sources.append(source[0])
            of_cue.append(sources.index(source[0]) if source else -1)
        for start, end in article.ranges(a["content"]):
            if start < last and end > first:
                contents.append((max(start, first), min(end, last)))
                of_content.append(number)
    if cues and sources:
        features = pair_features(cues, sources, article.words, ends)
        example.links.append(Links("source", moved(cues, first), moved(sources, first), features, of_cue))
    if cues and contents:
        features = pair_features(cues, contents, article.words, ends)
        example.links.append(Links("content", moved(cues, first), moved(contents, first), features, of_content))


def add_classes(example: Example, article: Article, level: list[Row], first: int, last: int) -> None:
    """Classes of cues and sources that have a word in the window, where they are labelled."""

    def words(spans: list[list[int]]) -> list[int]:
        return [i - first for s, e in article.ranges(spans) for i in range(s, e) if first <= i < last]

    for a in level:
        if "commitment" not in a:
            continue
        if (cue := words(a["cue"])) and a["commitment"] in COMMITMENTS:
            example.commitment.append((cue, COMMITMENTS.index(a["commitment"])))
        if (source := words(a["source"])) and a["source_type"] in SOURCE_TYPES:
            example.source_type.append((source, SOURCE_TYPES.index(a["source_type"]), int(a["named"])))


def voice_targets(article: Article, outer: list[Row]) -> tuple[Ints, Ints, Ints]:
    size = len(article.words)
    voice, basis, hedged = (np.full(size, IGNORED) for _ in range(3))
    own, attributed, none = range(3)
    for a in outer:  # what is attributed is nobody's own
        for first, last in article.ranges(a["content"]):
            voice[first:last] = attributed
    for sentence in article.row.get("voice", []):
        for first, last in article.ranges([[sentence["s"], sentence["e"]]]):
            kind = sentence["voice"]
            codes = {"own": own, "attributed": attributed, "mixed": attributed, "none": none}
            voice[first:last] = codes.get(kind, IGNORED)
            owned = [(first, last)] if kind == "own" else article.ranges(sentence.get("own_spans", []))
            for s, e in owned:
                voice[s:e] = own
                basis[s:e] = BASES.index(sentence["basis"]) if sentence.get("basis") in BASES else IGNORED
                hedged[s:e] = int(sentence.get("hedged", False))
    assert set(VOICES) == {"own", "attributed", "none"}
    return voice, basis, hedged
