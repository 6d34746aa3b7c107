"""W3C Web Annotations (JSON-LD): one collection an article, with an annotation a claim, an event, a time and a place.

What is annotated is the text as it was read, named by its digest (RFC 6920); the page's address is its scope.
Positions are code points, as the standard has them.
"""

from __future__ import annotations

import base64
import hashlib
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sayso.exports.calling import call_holders
from sayso.exports.cells import encode_json
from sayso.exports.selection import Selection
from sayso.exports.withholding import withhold_reading
from sayso.exports.wording import word_title
from sayso.records.actor import Actor
from sayso.records.attribution import Attribution
from sayso.records.claim import Claim, Voice
from sayso.records.event import Event
from sayso.records.reading import Reading
from sayso.records.span import Span
from sayso.records.timex import Timex
from sayso.records.toponym import Toponym

CONTEXT = ("http://www.w3.org/ns/anno.jsonld", {"sayso": "urn:sayso:terms#"})
AROUND = 32  # characters before and after a quotation by which it is found again
PLACES = uuid.UUID("9f1d2f0e-3f0b-5a51-9a52-6a2f7a4d1c11")  # makes the same ids each time
GEONAMES = "https://sws.geonames.org/{}/"


def export(selection: Selection) -> Iterator[bytes]:
    """A collection a line; the file of one article is a JSON-LD document as it is."""
    for reading in selection.read():
        yield export_collection(reading, text=selection.text) + b"\n"


def export_collection(reading: Reading, *, text: bool = True) -> bytes:
    """All annotations of an article; without ``text`` no words of it, but still the digest of the whole."""
    maker = _Maker(reading, text)
    items = list(maker.annotations())
    page = {"id": maker.name("page"), "type": "AnnotationPage", "startIndex": 0, "items": items}
    return encode_json(
        {
            "@context": CONTEXT,
            "id": maker.name("collection"),
            "type": "AnnotationCollection",
            "label": word_title(maker.shown.article),
            "total": len(items),
            "first": page,
        }
    )


@dataclass(frozen=True)
class _Maker:
    """Makes the annotations of one reading."""

    reading: Reading
    text: bool

    @property
    def shown(self) -> Reading:
        return self.reading if self.text else withhold_reading(self.reading)

    def name(self, what: str) -> str:
        """An identifier that is the same for the same text, article and thing."""
        article = self.reading.article
        whole = "\x00".join((self.digest(), article.id.encode("ascii", "backslashreplace").decode(), what))
        return f"urn:uuid:{uuid.uuid5(PLACES, whole)}"

    def digest(self) -> str:
        raw = hashlib.sha256(self.reading.article.text.encode("utf-8", "surrogatepass")).digest()
        return f"ni:///sha-256;{base64.urlsafe_b64encode(raw).decode().rstrip('=')}"

    def annotations(self) -> Iterator[dict[str, Any]]:
        shown = self.shown
        attributions = {one.id: one for one in shown.attributions}
        actors = {actor.id: actor for actor in shown.actors}
        for number, claim in enumerate(shown.claims):
            if claim.content:
                bodies = list(self._claim_bodies(claim, attributions.get(claim.attribution or "")))
                yield self._annotation(f"claim {number}", "describing", claim.content, bodies) | _told(claim, actors)
        for number, event in enumerate(shown.events):
            yield self._annotation(f"event {number}", "classifying", (event.span,), list(_event_bodies(event)))
        for number, timex in enumerate(shown.timexes):
            if timex.value is not None:
                yield self._annotation(f"time {number}", "identifying", (timex.span,), [_tag(timex.value)]) | _when(
                    timex
                )
        for number, toponym in enumerate(shown.toponyms):
            if toponym.geonames_id is not None:
                body = {"id": GEONAMES.format(toponym.geonames_id), "purpose": "identifying"}
                yield self._annotation(f"place {number}", "identifying", (toponym.span,), [_resource(body)]) | _where(
                    toponym
                )

    def _annotation(
        self, what: str, motivation: str, spans: Iterable[Span], bodies: list[dict[str, Any]]
    ) -> dict[str, Any]:
        model, targets = self.reading.model, [self._target(span) for span in spans]
        return {
            "id": self.name(what),
            "type": "Annotation",
            "motivation": motivation,
            "generator": {"type": "Software", "name": f"Sayso, {model.name} {model.version} ({model.digest})"},
            "body": bodies,
            "target": targets[0] if len(targets) == 1 else targets,
        }

    def _target(self, span: Span) -> dict[str, Any]:
        article = self.reading.article
        source = {"id": self.digest(), "type": "Text", "format": "text/plain"}
        if article.language:
            source["language"] = article.language
        scope = {"scope": article.url} if article.url else {}
        return {"type": "SpecificResource", "source": source, **scope, "selector": list(self._selectors(span))}

    def _selectors(self, span: Span) -> Iterator[dict[str, Any]]:
        yield {"type": "TextPositionSelector", "start": span.start, "end": span.end}
        if self.text:
            text = self.reading.article.text
            before, after = text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND]
            yield {"type": "TextQuoteSelector", "exact": span.cut(text), "prefix": before, "suffix": after}

    def _claim_bodies(self, claim: Claim, attribution: Attribution | None) -> Iterator[dict[str, Any]]:
        yield _tag(claim.voice.value)
        holders = call_holders(claim, self.shown)
        if claim.voice is Voice.ATTRIBUTED and holders and self.text:
            yield {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": holders}
        if attribution is not None:
            yield _tag(attribution.commitment.value)
            yield from (self._target(span) | {"purpose": "identifying"} for span in attribution.source)
            yield from (self._target(span) | {"purpose": "classifying"} for span in attribution.cue)


def _tag(value: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": "tagging", "value": value}


def _resource(body: dict[str, Any]) -> dict[str, Any]:
    return {"type": "SpecificResource", "source": body["id"], "purpose": body["purpose"]}


def _told(claim: Claim, actors: dict[str, Actor]) -> dict[str, Any]:
    innermost = claim.chain[-1] if claim.chain and claim.voice is Voice.ATTRIBUTED else None
    speaker = actors.get(innermost.actor or "") if innermost else None
    return {
        "sayso:claim": claim.id,
        "sayso:speaker": speaker.name if speaker else None,
        "sayso:does": innermost.does.value if innermost and innermost.does else None,
        "sayso:voice": claim.voice.value,
        "sayso:hedged": claim.hedged,
        "sayso:basis": claim.basis.value,
        "sayso:confidence": claim.confidence.value,
        "sayso:score": round(claim.score, 3),
    }


def _event_bodies(event: Event) -> Iterator[dict[str, Any]]:
    yield from (_tag(word) for word in (event.type.value, *event.modes, *event.flags))


def _when(timex: Timex) -> dict[str, Any]:
    interval = timex.interval
    told = {"sayso:first": interval.first, "sayso:pastLast": interval.past_last} if interval else {}
    return {"sayso:timex": timex.type.value, "sayso:rule": timex.rule, **told}


def _where(toponym: Toponym) -> dict[str, Any]:
    precisions = {"sayso:wherePrec": toponym.where_prec, "sayso:geoPrecision": toponym.geo_precision}
    return {"sayso:role": toponym.role.value, "sayso:rule": toponym.rule.value, **precisions}
