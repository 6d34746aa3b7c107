"""Invented articles with their sources marked, as naming takes them."""

from __future__ import annotations

from sayso.reading.lists import load_lists
from sayso.reading.naming.article import Named, name_sources
from sayso.reading.naming.sources import Source
from sayso.reading.quotations import find_quotations
from sayso.reading.sentences import find_sentences
from sayso.records.actor import Actor
from sayso.records.span import Span

LISTS = load_lists()
Said = tuple[str, str, str]  # source, cue, content


def name(text: str, *said: Said, relays: dict[str, str] | None = None) -> tuple[dict[str, Actor], list[Named]]:
    """The actors by name, and what was found for each attribution; each string is looked for after the one before.

    A source in brackets ("[I]") lies in the content of the attribution before it.
    """
    sources: list[Source] = []
    for source, cue, content in said:
        nested = source.startswith("[")
        words = source.strip("[]")
        cue_at = text.index(cue)
        start = text.rindex(words, 0, cue_at) if words and words in text[:cue_at] else text.find(words)
        if words and words in text[cue_at : cue_at + len(cue) + len(words) + 2]:
            start = text.index(words, cue_at)
        spans = (Span(start, start + len(words)),) if words else ()
        held = text.index(content)
        relay = (relays or {}).get(cue)
        medium = Span(text.index(relay), text.index(relay) + len(relay)) if relay else None
        parent = len(sources) - 1 if nested else None
        cue_span, content_span = Span(cue_at, cue_at + len(cue)), Span(held, held + len(content))
        sources.append(Source(spans, (cue_span,), (content_span,), parent, relay=medium))
    quoted = [quotation.span for quotation in find_quotations(text)]
    actors, named = name_sources(text, find_sentences(text), quoted, (), sources, LISTS)
    return {actor.name: actor for actor in actors}, list(named)


def speakers(text: str, *said: Said) -> list[str | None]:
    """The name of each attribution's speaker, None where it is not settled."""
    actors, named = name(text, *said)
    names = {actor.id: actor.name for actor in actors.values()}
    return [names.get(one.speaker or "") for one in named]


def actors_of(text: str) -> dict[str, Actor]:
    """The actors of an article in which nobody says anything."""
    return name(text)[0]
