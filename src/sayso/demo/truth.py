"""What is true of the demo's articles, written down from how they were written and not from what was found."""

from __future__ import annotations

from importlib import resources
from typing import Literal

import msgspec

from sayso.errors import SaysoError
from sayso.linking.corpus import Corpus
from sayso.linking.story import LinkedStory
from sayso.records.drift import DriftKind
from sayso.records.edge import Direction, EdgeKind
from sayso.records.point import DisputeKind, Point
from sayso.records.span import Span


class Central(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``words`` of ``article`` make the point that ``articles`` hold; they go back to ``reports`` and ``origins``."""

    article: str
    words: str
    articles: tuple[str, ...]
    reports: tuple[tuple[str, ...], ...]
    origins: tuple[str, ...]
    side: str
    own_voice: tuple[str, ...]


class TrueEdge(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``child`` was written from ``parent``, or from something ``outside``; ``note`` says what it is an example of."""

    child: str
    kind: EdgeKind
    parent: str | None = None
    outside: str | None = None
    direction: Direction = Direction.KNOWN
    note: str = ""


class TrueDispute(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The articles ``a`` and ``b`` contradict each other."""

    about: DisputeKind
    a: str
    b: str
    note: str


class TrueDrift(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``article`` gives the quotation that begins with ``words`` otherwise than ``source``, who heard it."""

    article: str
    source: str
    words: str
    kind: DriftKind
    speaker: str
    note: str


class Miss(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something of the articles that Sayso is known to get wrong."""

    what: str
    articles: tuple[str, ...]
    kind: Literal["reading", "linking"]


class Truth(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The truth of the demo."""

    about: str
    central: Central
    edges: tuple[TrueEdge, ...]
    disputes: tuple[TrueDispute, ...]
    drift: tuple[TrueDrift, ...]
    backdated: tuple[str, ...]
    alone: tuple[str, ...]
    purposes: dict[str, str]
    misses: tuple[Miss, ...]


def load_truth() -> Truth:
    """The truth that comes with the package."""
    data = resources.files("sayso.demo").joinpath("truth.json").read_bytes()
    return msgspec.json.decode(data, type=Truth)


def find_central(corpus: Corpus) -> tuple[LinkedStory, int, Point]:
    """The point with the central words, with its story and number. Raises SaysoError where no point has them."""
    central = load_truth().central
    story = corpus.link(corpus.story_of(central.article))
    member = story.scene.member(central.article)
    start = member.text.index(central.words)
    told = Span(start, start + len(central.words))
    claims = {c.id for c in member.reading.claims if any(span.overlaps(told) for span in c.content)}
    for number, point in enumerate(story.points, 1):
        if any(held.article == central.article and held.claim in claims for held in point.claims):
            return story, number, point
    raise SaysoError("the central point of the demo was not found: this is a ledger of other readings")
