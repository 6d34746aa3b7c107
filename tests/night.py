"""One invented night: a ferry runs aground, an agency reports it, two outlets copy the agency, one has its own source.

With readings that need no weights: sentences that end with who said it are that person's, the others the outlet's.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from sayso.exports.reading_json import export_json
from sayso.linking.contextual import WordVectors
from sayso.linking.corpus import Corpus, gather
from sayso.linking.prepared import LinkLists, Prepared, load_link_lists, prepare
from sayso.linking.story import LinkedStory
from sayso.reading.reader import read_article
from sayso.reading.sentences import find_sentences
from sayso.records.article import Article, Precision, Published
from sayso.records.reading import Reading
from sayso.run.workers import ReadOne
from tests.reading.fake_encoder import FakeEncoder, Spoken
from tests.run.readers import read_obediently as obey

AGROUND = (
    "A ferry with 212 people aboard ran aground on the Marl sandbank off Kell on Monday evening, "
    "and 40 passengers were taken off by lifeboat."
)
BUOY = "“The master steered clear of the buoy and then lost both engines within a minute,” Ada Quill said."
NOON = "The Northern Star had left the island of Varrow at noon with a crew of 18."
TUGS = "High water is expected at four in the morning, when two tugs will try to pull the ship free."
WARNING = "“We had no warning of any kind,” Otto Varga said."
SCRAPE = "“We heard it scrape, and then the lights went,” Marta Sy said."

AGENCY = f"""\
Ferry runs aground off Kell

KELL (Skerry Press) — {AGROUND}

{BUOY}

{NOON}

{WARNING}

{TUGS}
"""
POST = f"""\
Forty rescued as ferry grounds near Kell

{AGROUND}

{BUOY}

{NOON}

{TUGS}

Source: Skerry Press
"""
HERALD = f"""\
Passengers lifted from stranded ferry

{AGROUND.replace("40", "60")}

“The master lost both engines within a minute,” Ada Quill said.

{NOON}

Source: Skerry Press
"""
RADIO = f"""\
The lights went out on the Northern Star

Passengers of the ferry Northern Star drank tea in the saloon when it struck the Marl sandbank off Kell.

{SCRAPE}

About 60 people had been taken off by lifeboat when the pumps began to run.
"""
MARKET = """\
Herring prices fall for a third week

Herring fetched less at the fish market of Tamsin, where prices fell by a tenth.

“There is too much fish and too little ice,” Bram Oster said.
"""


def article(name: str, text: str, outlet: str | None = None, time: str | None = None) -> Article:
    """An article published at ``time`` of the night (HH:MM), if any."""
    published = Published(f"2025-05-12T{time}", Precision.MINUTE, "+02:00") if time else None
    return Article(name, text, text.split("\n", 1)[0], outlet, None, published)


NIGHT = (
    article("agency", AGENCY, "Skerry Press", "19:42"),
    article("post", POST, "The Kell Post", "20:15"),
    article("herald", HERALD, "Varrow Herald", "21:05"),
    article("radio", RADIO, "Varrow Radio", "22:30"),
    article("market", MARKET, "Tamsin Courier", "18:00"),
)

SAID = re.compile(r"(?P<content>[^\n]+?),?”? (?P<name>[A-Z]\w+ [A-Z]\w+) (?P<cue>said|denied|confirmed)\.$")


@cache
def read_simply(article: Article) -> Reading:
    """A reading by the shape of the sentences, with no model."""
    spoken: list[Spoken] = []
    own: list[str] = []
    for before, sentence in _sentences(article.text):
        match = SAID.match(sentence)
        if match:
            spoken.append(Spoken(match["name"], match["cue"], (match["content"],), after=before))
        elif "Source:" not in sentence:
            own.append(sentence)
    return read_article(article, FakeEncoder(*spoken, own=own))


def _sentences(text: str) -> Iterator[tuple[str, str]]:
    """Each sentence with the one before it."""
    before = ""
    for span in find_sentences(text):
        sentence = span.cut(text).rpartition(") — ")[2]  # without a dateline
        yield before, sentence
        before = sentence


def read_obediently(article: Article) -> Reading:
    """The same, but what the text says ("refuse", "slow") is done first."""
    obey(article)
    return read_simply(article)


def load_simple_reader() -> ReadOne:
    """For worker processes."""
    return read_obediently


def lines_of(*articles: Article) -> bytes:
    """Readings, one a line, as `sayso run` writes them."""
    return b"".join(export_json(read_simply(one)) + b"\n" for one in articles)


@cache
def lists() -> LinkLists:
    """The package's own lists."""
    return load_link_lists()


def corpus_of(*articles: Article) -> Corpus:
    """Articles in memory, with their pairs."""
    return gather([prepared(one) for one in articles], lists(), FakeContextual())


@cache
def prepared(article: Article) -> Prepared:
    return prepare(read_simply(article), lists())


@cache
def ferry() -> LinkedStory:
    """The story of the ferry: four articles of the night."""
    corpus = corpus_of(*NIGHT)
    return corpus.link(corpus.stories()[0])


@dataclass(frozen=True)
class FakeContextual:
    """Vectors of words that depend on their letters alone: the same word is like itself and like no other."""

    width: int = 64

    def encode(self, forms: Sequence[str]) -> WordVectors:
        words = np.stack([self._vector(form) for form in forms])
        whole = words.sum(0)
        return WordVectors(words, (whole / np.linalg.norm(whole)).astype(np.float32))

    def _vector(self, form: str) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
        vector = np.random.default_rng(zlib.crc32(form.encode())).standard_normal(self.width).astype(np.float32)
        return (vector / np.linalg.norm(vector)).astype(np.float32)
