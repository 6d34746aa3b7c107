"""One article against the others: where it was first, whose copy it is, who else carries its words, what is its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.linking.story import LinkedStory
from sayso.reading.sentences import find_sentences
from sayso.records.block import STORY
from sayso.records.edge import Edge
from sayso.records.span import Span


@dataclass(frozen=True, slots=True)
class Carried:
    """``others`` articles hold this sentence of the traced one, or nearly so."""

    span: Span
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trace:
    """What a story's other articles have of one of them.

    ``first`` is the earliest article of the story with a known time, or None; ``up`` are the edges on which the
    article depends, ``down`` those that depend on it; ``carried`` its sentences that others hold, ``own`` the rest.
    """

    article: str
    story: LinkedStory
    first: str | None
    up: tuple[Edge, ...]
    down: tuple[Edge, ...]
    carried: tuple[Carried, ...]
    own: tuple[Span, ...]


CARRIED = 0.6  # a sentence is carried if so much of it lies in shared passages


def trace_article(article: str, story: LinkedStory) -> Trace:
    """The trace of an article of a linked story."""
    dated = [member.id for member in story.scene.members if member.reading.article.published is not None]
    carried, own = [], []
    for sentence in _sentences(article, story):
        others = tuple(_holders(article, sentence, story))
        if others:
            carried.append(Carried(sentence, others))
        else:
            own.append(sentence)
    return Trace(
        article,
        story,
        dated[0] if dated else None,
        tuple(edge for edge in story.edges if edge.child == article),
        tuple(edge for edge in story.edges if edge.parent == article),
        tuple(carried),
        tuple(own),
    )


def _sentences(article: str, story: LinkedStory) -> Iterator[Span]:
    member = story.scene.member(article)
    for block in member.reading.article.blocks:
        if block.kind in STORY:
            yield from find_sentences(member.text, block.span.start, block.span.end)


def _holders(article: str, sentence: Span, story: LinkedStory) -> Iterator[str]:
    for pair in story.scene.pairs:
        if article not in (pair.a, pair.b):
            continue
        mine = [passage.a if pair.a == article else passage.b for passage in pair.passages]
        held = sum(min(s.end, sentence.end) - max(s.start, sentence.start) for s in mine if s.overlaps(sentence))
        if held >= CARRIED * len(sentence):
            yield pair.b if pair.a == article else pair.a
