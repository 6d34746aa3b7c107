"""PLOVER 0.8 events as JSON, one object a line, with what PLOVER has no field for: who says so, and how firmly.

Fields are those of the manual's tables. ``claims``, ``commitment``, ``flags`` and ``score`` are Sayso's. A date is
never the day of publication: of an event whose time is not told it is null.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Any

from sayso.exports.cells import encode_json
from sayso.exports.divisions import DivisionFinder, point_of
from sayso.exports.happenings import Happening, Party, Telling, days_of, find_happenings
from sayso.exports.selection import Selection
from sayso.gazetteer.lookup import load_gazetteer
from sayso.records.claim import Claim
from sayso.records.event import EventFlag, EventType
from sayso.records.point import Point
from sayso.records.quantity import Quantity
from sayso.records.span import Span
from sayso.records.toponym import Toponym

CODEBOOK = "PLOVER 0.8"
QUADS = {
    1: (EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, EventType.CONCEDE),
    2: (EventType.COOPERATE, EventType.AID, EventType.RETREAT),
    3: (EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN),
    4: (EventType.PROTEST, EventType.SANCTION, EventType.MOBILIZE, EventType.COERCE, EventType.ASSAULT),
}
QUAD = {kind: quad for quad, kinds in QUADS.items() for kind in kinds}
# The modes that PLOVER reserves for what is no plain event.
AUXILIARY = {
    EventFlag.HISTORICAL: "historical",
    EventFlag.FUTURE: "future",
    EventFlag.HYPOTHETICAL: "hypothetical",
    EventFlag.NEGATED: "negation",
}
SIZES = ("dead", "injured", "arrested")
# GeoNames' codes by their beginnings: the class, and PLOVER's level of resolution.
FEATURES = (("PPLX", "P", 5), ("PPL", "P", 4), ("ADM2", "A", 3), ("ADM1", "A", 2), ("PCL", "A", 1), ("ADM", "A", None))


def export(selection: Selection) -> Iterator[bytes]:
    """A line an event."""
    finder = DivisionFinder(load_gazetteer())
    for happening in find_happenings(selection):
        yield encode_json(plover_event(happening, finder)) + b"\n"


def plover_event(happening: Happening, finder: DivisionFinder) -> dict[str, Any]:
    """One event as PLOVER has it."""
    event, article, model = happening.event, happening.reading.article, happening.reading.model
    days = days_of(happening.timex)
    last = days.last if days and days.last != days.first else None
    place = happening.toponym
    words = happening.words(event.span)
    return {
        "id": happening.name,
        "date": days.first.isoformat() if days else None,
        "enddate": last.isoformat() if last else None,
        "actor": [_entity(party) for party in happening.actors],
        "recipient": [_entity(party) for party in happening.recipients],
        "event": [event.type.value],
        "mode": [*event.modes, *(AUXILIARY[flag] for flag in event.flags if flag in AUXILIARY)],
        "context": [],
        "event_loc": _location(place, happening.words(place.span), finder) if place else None,
        "event_text": [words] if words is not None else [],
        "quad_code": QUAD[event.type],
        "link": happening.points[0][0] if happening.points else None,
        "text": happening.words(happening.sentence),
        "text_info": {"sequence": happening.sequence, **_span(happening.sentence)},
        "size": _sizes(happening.numbers),
        "cite_info": {
            "citation": article.id,
            "publication": article.outlet,
            "title": article.title,
            "url": article.url,
            "language": article.language,
            "codebook": CODEBOOK,
        },
        "coder": f"Sayso, {model.name} {model.version}",
        "flags": [flag.value for flag in event.flags],
        "score": round(event.score, 3),
        "commitment": happening.commitment.value,
        "claims": [_claim(telling, happening) for telling in happening.tellings],
    }


def _entity(party: Party) -> dict[str, Any]:
    """Country and sectors apart, as PLOVER has them: "RUSGOV" is RUS and GOV."""
    codes = party.actor.codes
    sectors = list(dict.fromkeys(code[3:] for code in codes if code[3:]))
    return {
        "code": codes[0][:3] if codes else party.actor.country,
        "sector": "".join(sectors[:2]) or None,
        "entity_text": party.words or None,
        "identifier_text": party.actor.name,
    }


def _location(place: Toponym, words: str | None, finder: DivisionFinder) -> dict[str, Any]:
    divisions, (lat, lon), feature = finder.find(place), point_of(place), place.feature or ""
    known = next(((kind, level) for begin, kind, level in FEATURES if feature.startswith(begin)), (None, None))
    return {
        "extracted_place": words,
        "resolved_place": place.name if place.geonames_id is not None else None,
        "geonameid": place.geonames_id,
        "lat": lat,
        "lon": lon,
        "city": place.name if known[0] == "P" and place.geonames_id is not None else None,
        "district": divisions.district,
        "province": divisions.province,
        "country": divisions.country,
        "country_code": divisions.alpha3,
        "feature_class": known[0],
        "feature_code": place.feature,
        "resolution": known[1],
    }


def _sizes(numbers: Iterable[Quantity]) -> dict[str, int]:
    """Numbers that are told exactly; "dozens" and "at least 12" stand in the claims alone, as do two that differ."""
    told: dict[str, set[float]] = {}
    for number in numbers:
        exact = number.value is not None and number.bound is None and not number.approximate
        told.setdefault(number.unit, set()).add(number.value if exact and number.value is not None else -1)
    return {
        unit: int(next(iter(told[unit]))) for unit in SIZES if len(told.get(unit, ())) == 1 and -1 not in told[unit]
    }


def _claim(telling: Telling, happening: Happening) -> dict[str, Any]:
    claim = telling.claim
    own = (number for number in happening.numbers if any(span.covers(number.span) for span in claim.content))
    return {
        "id": claim.id,
        "content": [_span(span) for span in claim.content],
        "voice": claim.voice.value,
        "owner": telling.owner,
        "commitment": telling.commitment.value,
        "hedged": claim.hedged,
        "confidence": claim.confidence.value,
        "chain": [
            {"name": one.name, "role": one.role.value, "does": one.does, "factuality": value}
            for one, value in zip_longest(telling.chain, telling.factuality[: len(telling.chain)])
        ],
        "numbers": [_number(number, happening) for number in own],
        "points": [name for name, point in happening.points if _holds(point, happening, claim)],
    }


def _holds(point: Point, happening: Happening, claim: Claim) -> bool:
    key = (happening.reading.article.id, claim.id)
    return any((one.article, one.claim) == key for one in point.claims)


def _number(number: Quantity, happening: Happening) -> dict[str, Any]:
    return {
        "words": happening.words(number.span),
        **_span(number.span),
        "value": number.value,
        "low": number.low,
        "high": number.high,
        "bound": number.bound.value if number.bound else None,
        "approximate": number.approximate,
        "unit": number.unit,
    }


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}
