"""One article against the others: where it was first, whose copy it is, who else carries its words, what is its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.linking.earlier import is_dated_after
from sayso.linking.prepared import Prepared
from sayso.linking.story import LinkedStory
from sayso.reading.sentences import find_sentences
from sayso.records.block import STORY, BlockKind
from sayso.records.edge import Edge
from sayso.records.span import Span

CARRIED = 0.6  # a sentence is carried if so much of it lies in shared passages
QUOTED = 0.5  # a sentence is a quotation if more of its words stand between quotation marks
TOLD_IN = STORY - {BlockKind.HEADLINE}  # every outlet words its own headline


@dataclass(frozen=True, slots=True)
class Carried:
    """``others`` articles hold this sentence of the traced one, or nearly so; ``quoted``: it is a quotation."""

    span: Span
    others: tuple[str, ...]
    quoted: bool


@dataclass(frozen=True, slots=True)
class Trace:
    """What a story's other articles have of one of them.

    ``first`` are the articles than which none is certainly earlier by the times that the pages give: one, or several
    where the times do not tell, or none where no page gives a time. ``same_text`` are articles with this very text.
    ``up`` are the edges on which the article depends, ``down`` those that depend on it; ``carried`` its sentences,
    headlines apart, that others hold, ``own`` the rest.
    """

    article: str
    story: LinkedStory
    first: tuple[str, ...]
    same_text: tuple[str, ...]
    up: tuple[Edge, ...]
    down: tuple[Edge, ...]
    carried: tuple[Carried, ...]
    own: tuple[Span, ...]

    def held_by(self, other: str) -> tuple[Carried, ...]:
        """The sentences that this other article holds."""
        return tuple(carried for carried in self.carried if other in carried.others)


def trace_article(article: str, story: LinkedStory) -> Trace:
    """The trace of an article of a linked story."""
    member = story.scene.member(article)
    carried, own = [], []
    for sentence in _sentences(member):
        others = tuple(other.id for other in story.scene.members if _holds(other.id, article, sentence, story))
        if others:
            carried.append(Carried(sentence, others, _is_quoted(sentence, member)))
        else:
            own.append(sentence)
    return Trace(
        article,
        story,
        find_first(member for member in story.scene.members if member.id not in story.scene.misdated),
        tuple(one.id for one in story.scene.members if one.id != article and one.text == member.text),
        tuple(edge for edge in story.edges if edge.child == article),
        tuple(edge for edge in story.edges if edge.parent == article),
        tuple(carried),
        tuple(own),
    )


def find_first(members: Iterable[Prepared]) -> tuple[str, ...]:
    """The ids of those than which no other is certainly earlier, among those that give a time."""
    dated = [member for member in members if member.reading.article.published is not None]
    return tuple(one.id for one in dated if not any(is_dated_after(one, other) for other in dated))


def _sentences(member: Prepared) -> Iterator[Span]:
    for block in member.reading.article.blocks:
        if block.kind in TOLD_IN:
            yield from find_sentences(member.text, block.span.start, block.span.end)


def _is_quoted(sentence: Span, member: Prepared) -> bool:
    wording = member.wording
    inside = (wording.starts >= sentence.start) & (wording.ends <= sentence.end)
    return bool(inside.any()) and float(wording.quoted[inside].mean()) > QUOTED


def _holds(other: str, article: str, sentence: Span, story: LinkedStory) -> bool:
    pair = next((pair for pair in story.scene.pairs if {pair.a, pair.b} == {other, article}), None)
    if pair is None or other == article:
        return False
    mine = [passage.a if pair.a == article else passage.b for passage in pair.passages]
    return _covered(sentence, mine) >= CARRIED * len(sentence)


def _covered(sentence: Span, passages: Iterable[Span]) -> int:
    """How many characters of a sentence lie in any of the passages, each counted once."""
    covered, done = 0, sentence.start
    for passage in sorted(passages):
        start, end = max(passage.start, done), min(passage.end, sentence.end)
        if start < end:
            covered += end - start
            done = end
    return covered
