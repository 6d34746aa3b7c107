"""The fields of the Gender Gap Tracker's documents, one JSON object a line, as `mongoimport` takes them.

Its fields for women and men are left out: Sayso tells no gender. `quotesUpdated` is `quotes` with the named entity of
each speaker, as its second stage writes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sayso.exports.cells import encode_json
from sayso.exports.selection import Selection
from sayso.reading.quotations import find_quotations
from sayso.records.actor import Actor, ActorKind
from sayso.records.attribution import Attribution
from sayso.records.reading import Reading
from sayso.records.span import Span, hull

ACCORDING = re.compile(r"according\s+to", re.IGNORECASE)
TOKEN = re.compile(r"\w+|[^\w\s]")  # near to how the tracker's parser counts
NOWHERE = "(0,0)"  # the tracker's own sign of a missing place
ENTITIES = {
    ActorKind.PERSON: "PERSON",
    ActorKind.ORGANISATION: "ORG",
    ActorKind.GOVERNMENT_BODY: "ORG",
    ActorKind.MEDIA: "ORG",
    ActorKind.COUNTRY: "GPE",
}


def export(selection: Selection) -> Iterator[bytes]:
    """A line an article."""
    for reading in selection.readings():
        yield export_document(reading) + b"\n"


def export_document(reading: Reading) -> bytes:
    """One article as one JSON object; a text that is withheld is left out, with the words of every quote."""
    article, actors = reading.article, {actor.id: actor for actor in reading.actors}
    quoted = [pair for attribution in reading.attributions for pair in _quotes(attribution, actors, article.text)]
    people = _names(actor for actor in reading.actors)
    sources = _names(speaker for _, speaker in quoted if speaker)
    return encode_json(
        {
            "_id": article.id,
            "url": article.url,
            "title": article.title,
            "outlet": article.outlet,
            "publishedAt": article.published.time + (article.published.zone or "") if article.published else None,
            "authors": article.authors,
            **({"body": article.text} if article.text else {}),
            "quotes": [quote for quote, _ in quoted],
            "quotesUpdated": [quote | _entity(speaker, sources) for quote, speaker in quoted],
            "quoteCount": len(quoted),
            "people": people,
            "peopleCount": len(people),
            "sources": sources,
            "sourcesCount": len(sources),
            "speakersNotCountedInSources": sum(_called(speaker) not in sources for _, speaker in quoted),
            "authorsAll": article.authors,
        }
    )


def _names(actors: Iterator[Actor | None]) -> list[str]:
    """Named persons, each once."""
    persons = (actor for actor in actors if actor and actor.named and actor.kind is ActorKind.PERSON)
    return list(dict.fromkeys(person.name for person in persons))


def _called(speaker: Actor | None) -> str | None:
    return speaker.name if speaker else None


def _entity(speaker: Actor | None, sources: list[str]) -> dict[str, object]:
    named = speaker if speaker and speaker.named else None
    return {
        "is_aligned": _called(named) in sources,
        "named_entity": named.name if named else "",
        "named_entity_type": ENTITIES.get(named.kind, "UNKNOWN") if named else "UNKNOWN",
    }


def _quotes(
    attribution: Attribution, actors: dict[str, Actor], text: str
) -> Iterator[tuple[dict[str, Any], Actor | None]]:
    """One quote for each stretch of the content: the tracker has no quote of several."""
    speaker = actors.get(attribution.speaker or "")
    for span in attribution.content:
        words = _words((span,), text)
        yield (
            {
                "speaker": _words(attribution.source, text),
                "speaker_index": _index(attribution.source),
                "quote": words,
                "quote_index": _index((span,)),
                "verb": _words(attribution.cue, text),
                "verb_index": _index(attribution.cue),
                "quote_token_count": len(TOKEN.findall(words)) if words is not None else None,
                "quote_type": _type_of(attribution, span, text),
                "is_floating_quote": not attribution.source and not attribution.cue,
                "reference": speaker.name if speaker else "",
            },
            speaker,
        )


def _words(spans: tuple[Span, ...], text: str) -> str | None:
    """The words, empty for no span; None where the text is withheld."""
    return " ".join(span.cut(text) for span in spans) if text or not spans else None


def _index(spans: tuple[Span, ...]) -> str:
    if not spans:
        return NOWHERE
    whole = hull(spans)
    return f"({whole.start},{whole.end})"


def _type_of(attribution: Attribution, span: Span, text: str) -> str:
    """The order of content (C), verb (V), speaker (S) and quotation marks (Q): "QCQSV", "SVC"; or "AccordingTo"."""
    if any(ACCORDING.fullmatch(cue.cut(text)) for cue in attribution.cue):
        return "AccordingTo"
    placed = [("C", _middle((span,)))]
    placed += [
        (letter, _middle(spans)) for letter, spans in (("V", attribution.cue), ("S", attribution.source)) if spans
    ]
    if any(quotation.span.start <= span.start + 1 for quotation in find_quotations(text, span.start, span.end)):
        placed += [("Q", span.start - 0.5), ("Q", span.end + 0.5)]
    return "".join(letter for letter, _ in sorted(placed, key=lambda pair: pair[1]))


def _middle(spans: tuple[Span, ...]) -> float:
    whole = hull(spans)
    return (whole.start + whole.end) / 2
