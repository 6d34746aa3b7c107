"""Citron's annotation format: quotes with their cue, sources and contents, and who is who, one file an article.

An attribution without a cue has no place in this format and is left out. Offsets are code points, as in Citron.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sayso.exports.cells import encode_json
from sayso.exports.file_names import file_stem
from sayso.exports.registry import OpenFile
from sayso.exports.selection import Selection
from sayso.records.actor import Actor
from sayso.records.attribution import Attribution
from sayso.records.reading import Reading
from sayso.records.span import Span, hull


def export(selection: Selection, open_file: OpenFile) -> None:
    """A JSON file an article."""
    for reading in selection.readings():
        with open_file(f"{file_stem(reading.article.id)}.json") as file:
            file.write(export_citron(reading) + b"\n")


def export_citron(reading: Reading) -> bytes:
    """One article as one JSON object; a text that is withheld is left out, with the words of every span."""
    text = reading.article.text
    actors = {actor.id: actor for actor in reading.actors}
    quotes = [
        _quote(attribution, actors.get(attribution.speaker or ""), text)
        for attribution in reading.attributions
        if attribution.cue and attribution.content
    ]
    groups = [_spans(actor.mentions, text) for actor in reading.actors if len(actor.mentions) > 1]
    return encode_json({**({"text": text} if text else {}), "quotes": quotes, "coreference_groups": groups})


def _quote(attribution: Attribution, speaker: Actor | None, text: str) -> dict[str, Any]:
    return {
        "id": attribution.id,
        "cue": _span(hull(attribution.cue), text),
        "sources": _spans(attribution.source, text),
        "contents": _spans(attribution.content, text),
        "coreferences": _spans(_named_elsewhere(attribution, speaker), text),
        "confidence": f"{attribution.score:.4f}",  # a string, as Citron writes it
    }


def _named_elsewhere(attribution: Attribution, speaker: Actor | None) -> tuple[Span, ...]:
    """Where the article first gives the speaker's name, if that is not in a source itself.

    Told by the lengths of mentions, so that it is the same where the text is withheld.
    """
    if speaker is None or not speaker.named:
        return ()
    named = [mention for mention in speaker.mentions if len(mention) == len(speaker.name)]
    if any(span.overlaps(name) for span in attribution.source for name in named):
        return ()
    return (min(named),) if named else ()


def _spans(spans: Iterable[Span], text: str) -> list[dict[str, Any]]:
    return [_span(span, text) for span in spans]


def _span(span: Span, text: str) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, **({"text": span.cut(text)} if text else {})}
