"""One article's actors, and the speaker and the medium of each of its attributions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sayso.reading.lists import Lists
from sayso.reading.naming.building import build_actors
from sayso.reading.naming.entity import Entity
from sayso.reading.naming.sources import Source
from sayso.reading.naming.speaking import Speaking, find_speakers
from sayso.records.actor import Actor, ActorKind
from sayso.records.span import Span


@dataclass(frozen=True, slots=True)
class Named:
    """The speaker of an attribution: an actor's id, or None and why; and the id of the medium it went through.

    ``document``: its source is a document, whoever issued it.
    """

    speaker: str | None
    why: str | None
    relay: str | None
    document: bool


def name_sources(
    text: str,
    sentences: Sequence[Span],
    quoted: Sequence[Span],
    media: Sequence[Span],
    sources: Sequence[Source],
    lists: Lists,
    day: date | None = None,
) -> tuple[tuple[Actor, ...], tuple[Named, ...]]:
    """All actors of the article in the order of their first mention, and what was found for each source.

    Without any gold or model the sources alone will do: this is the entry point that measures naming by itself.
    """
    speaking = find_speakers(text, sentences, quoted, media, sources, lists, day)
    relays = _Relays(text, speaking)
    through = [relays.find(source.relay) if source.relay else None for source in sources]
    spans: dict[Entity, list[Span]] = {}
    for source, spoken in zip(sources, speaking.spoken, strict=True):
        if spoken.entity is not None and not spoken.issued:
            spans.setdefault(spoken.entity, []).extend(source.spans)
    for source, medium in zip(sources, through, strict=True):
        if medium is not None and source.relay is not None:
            spans.setdefault(medium, []).append(source.relay)
    listed = {*(one.entity for one in speaking.spoken if one.entity), *(one for one in through if one)}
    actors = build_actors(speaking.entities, listed, spans, lists, day)
    named = tuple(
        Named(
            actors[spoken.entity].id if spoken.entity else None,
            spoken.why,
            actors[medium].id if medium else None,
            spoken.document,
        )
        for spoken, medium in zip(speaking.spoken, through, strict=True)
    )
    return tuple(actors.values()), named


class _Relays:
    """The entities that media are: one that was named, or a new one that goes by the words as written."""

    def __init__(self, text: str, speaking: Speaking) -> None:
        self.text = text
        self.speaking = speaking
        self.by_name: dict[str, Entity] = {}

    def find(self, relay: Span) -> Entity:
        named = self.speaking.context.named_at(relay)
        if named is not None:
            return named
        written = " ".join(relay.cut(self.text).split())
        key = written.casefold().removeprefix("the ")
        if key not in self.by_name:
            entity = Entity(len(self.speaking.entities), named=True, written=written)
            entity.kinds[ActorKind.MEDIA] += 1
            self.speaking.entities.append(entity)
            self.by_name[key] = entity
        return self.by_name[key]


def name_actor(words: str, lists: Lists, day: date | None = None) -> Actor:
    """The actor that a name or description alone stands for, with its codes: the entry point for coding lists."""
    text = f"{words} said so."
    whole = Span(0, len(words))
    source = Source((whole,), (Span(len(words) + 1, len(words) + 5),), (), None)
    actors, (named,) = name_sources(text, [Span(0, len(text))], (), (), [source], lists, day)
    return next(actor for actor in actors if actor.id == named.speaker)
