"""The events of a reading laid out for people and coders: what, who to whom, told how firmly by whom."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sayso.reading.sentences import find_sentences
from sayso.records.actor import Actor
from sayso.records.block import BlockKind
from sayso.records.claim import Claim, Link, Role
from sayso.records.event import Event, EventType, Factuality, Participant
from sayso.records.reading import Reading
from sayso.records.span import Span

LEDE_SENTENCES = 4  # what event coders before took: later ones tell of history and what may be
HEADING = frozenset({BlockKind.HEADLINE, BlockKind.DECK})


class Held(StrEnum):
    """How far somebody holds that an event happened, in four words, the firmest first."""

    ASSERTED = "asserted"
    HEDGED = "hedged"
    UNSPECIFIED = "unspecified"
    DENIED = "denied"


_HELD = {
    Factuality.CERTAIN: Held.ASSERTED,
    Factuality.PROBABLE: Held.HEDGED,
    Factuality.POSSIBLE: Held.HEDGED,
    Factuality.UNCOMMITTED: Held.UNSPECIFIED,
}


def held_as(value: Factuality) -> Held:
    """The word for a value of FactBank's."""
    return _HELD.get(value, Held.DENIED)


@dataclass(frozen=True, slots=True)
class Holder:
    """A link of the chain by name, and how far it holds that the event happened."""

    name: str
    held: Held


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event with the claim that tells it; ``holders`` are its chain, from the outlet inwards."""

    event: Event
    claim: Claim
    values: tuple[Factuality, ...]
    holders: tuple[Holder, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    sentence: Span

    @property
    def held(self) -> Held:
        """How far the innermost holder holds it."""
        return self.holders[-1].held


def lay_out_events(
    reading: Reading,
    *,
    types: Collection[EventType] = (),
    least: Held = Held.DENIED,
    lede_only: bool = False,
) -> tuple[EventRow, ...]:
    """The events in the order of the text: of ``types`` (all without), held at least so firmly, in the lede alone."""
    end = _lede_end(reading) if lede_only else len(reading.article.text)
    order = list(Held)
    return tuple(
        row
        for row in _rows(reading)
        if (not types or row.event.type in types)
        and order.index(row.held) <= order.index(least)
        and row.event.span.start < end
    )


def _rows(reading: Reading) -> Iterator[EventRow]:
    told = {about.event: (claim, about.factuality) for claim in reading.claims for about in claim.about}
    actors = {actor.id: actor for actor in reading.actors}
    sentences = _sentences(reading)
    for event in reading.events:
        if event.id not in told:
            continue
        claim, values = told[event.id]
        holders = tuple(
            Holder(_name(link, actors), held_as(value)) for link, value in zip(claim.chain, values, strict=False)
        )
        if holders:
            sentence = next((one for one in sentences if one.covers(event.span)), event.span)
            text = reading.article.text
            who, whom = _called(event.actors, actors, text), _called(event.recipients, actors, text)
            yield EventRow(event, claim, values, holders, who, whom, sentence)


def _name(link: Link, actors: dict[str, Actor]) -> str:
    if link.role is Role.OUTLET and link.actor is None:
        return "the outlet"
    actor = actors.get(link.actor or "")
    return actor.name if actor else "somebody not named"


def _called(some: Sequence[Participant], actors: dict[str, Actor], text: str) -> tuple[str, ...]:
    """The actors' names, or the article's words where the list has none."""
    return tuple(actors[one.actor].name if one.actor in actors else one.span.cut(text) for one in some)


def _sentences(reading: Reading) -> list[Span]:
    text = reading.article.text
    blocks = reading.article.blocks
    if not blocks:
        return list(find_sentences(text))
    return [one for block in blocks for one in find_sentences(text, block.span.start, block.span.end)]


def _lede_end(reading: Reading) -> int:
    """Where headline, deck and the first sentences of the body end."""
    text = reading.article.text
    body = [block.span for block in reading.article.blocks if block.kind is BlockKind.BODY]
    first = [one for span in body for one in find_sentences(text, span.start, span.end)][:LEDE_SENTENCES]
    headings = [block.span.end for block in reading.article.blocks if block.kind in HEADING]
    return max([*(one.end for one in first), *headings], default=len(text))
