"""What candidate rows for human coders share: which events are offered, and Sayso's own columns beside a scheme's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sayso.exports.cells import write_csv
from sayso.exports.event_rows import Held
from sayso.exports.happenings import Days, Happening, Party
from sayso.records.event import EventFlag
from sayso.records.quantity import Quantity

# An event that is offered to nobody: it is no news of what has happened.
LEFT_OUT = frozenset(EventFlag)
# UCDP's and ACLED's codes of how precise a date is, by the longest stretch of days that has each.
UCDP_DAYS = ((1, 1), (6, 2), (7, 3), (31, 4))
UCDP_LONGER = 5
ACLED_DAYS = ((1, 1), (7, 2), (31, 3))
OWN_COLUMNS = (
    "sayso_event", "sayso_article", "sayso_start", "sayso_end", "sayso_words", "sayso_sentence", "sayso_type",
    "sayso_modes", "sayso_score", "sayso_commitment", "sayso_claims", "sayso_deaths", "sayso_actor",
    "sayso_actor_codes", "sayso_recipient", "sayso_recipient_codes", "sayso_place", "sayso_place_start",
    "sayso_place_end", "sayso_place_rule", "sayso_points", "sayso_reports_low", "sayso_reports_high",
    "sayso_origins", "sayso_sides", "sayso_model",
)  # fmt: skip


def is_offered(happening: Happening) -> bool:
    """Whether the event has happened as somebody tells it: not past, future, supposed, negated, or denied by all."""
    return not LEFT_OUT.intersection(happening.event.flags) and happening.commitment is not Held.DENIED


def own_cells(happening: Happening) -> dict[str, object]:
    """Sayso's columns: the event's words, who tells it and how firmly, whose numbers, and what stands behind it."""
    event, place = happening.event, happening.toponym
    points = [point for _, point in happening.points]
    origins = list(dict.fromkeys(origin.name for point in points for origin in point.origins))
    sides = list(dict.fromkeys(origin.side for point in points for origin in point.origins if origin.side))
    return {
        "sayso_event": happening.name,
        "sayso_article": happening.reading.article.id,
        "sayso_start": event.span.start,
        "sayso_end": event.span.end,
        "sayso_words": happening.words(event.span),
        "sayso_sentence": happening.words(happening.sentence),
        "sayso_type": event.type.value,
        "sayso_modes": list(event.modes) or None,
        "sayso_score": round(event.score, 3),
        "sayso_commitment": happening.commitment.value,
        "sayso_claims": [claim_cell(happening, number) for number in range(len(happening.tellings))] or None,
        "sayso_deaths": [death_cell(happening, number) for number in happening.deaths] or None,
        "sayso_actor": _words(happening.actors),
        "sayso_actor_codes": _codes(happening.actors),
        "sayso_recipient": _words(happening.recipients),
        "sayso_recipient_codes": _codes(happening.recipients),
        "sayso_place": happening.words(place.span) if place else None,
        "sayso_place_start": place.span.start if place else None,
        "sayso_place_end": place.span.end if place else None,
        "sayso_place_rule": place.rule.value if place else None,
        "sayso_points": [name for name, _ in happening.points] or None,
        "sayso_reports_low": min((point.low for point in points), default=None),
        "sayso_reports_high": max((point.high for point in points), default=None),
        "sayso_origins": origins or None,
        "sayso_sides": sides or None,
        "sayso_model": f"{happening.reading.model.name} {happening.reading.model.version}",
    }


def claim_cell(happening: Happening, number: int) -> dict[str, object]:
    """A claim that tells of the event, whose say-so it is, and how firmly."""
    telling = happening.tellings[number]
    return {
        "claim": telling.claim.id,
        "owner": telling.owner,
        "commitment": telling.commitment.value,
        "voice": telling.claim.voice.value,
        "confidence": telling.claim.confidence.value,
    }


def death_cell(happening: Happening, number: Quantity) -> dict[str, object]:
    """A number of dead with whose it is; what its words leave open stays open."""
    tellings = (one for one in happening.tellings if any(span.covers(number.span) for span in one.claim.content))
    owner = next((one.owner for one in tellings), None)
    return {
        "owner": owner,
        "value": number.value,
        "low": number.low,
        "high": number.high,
        "bound": number.bound.value if number.bound else None,
        "approximate": number.approximate,
        "start": number.span.start,
        "end": number.span.end,
        "words": happening.words(number.span),
    }


def names(parties: Iterable[Party]) -> str | None:
    """Parties by name, a compound one as a list."""
    return "; ".join(party.actor.name for party in parties) or None


def _words(parties: Iterable[Party]) -> str | None:
    return "; ".join(party.words for party in parties if party.words) or None


def _codes(parties: Iterable[Party]) -> list[str] | None:
    return list(dict.fromkeys(code for party in parties for code in party.actor.codes)) or None


def precision_of(days: Days | None, codes: Iterable[tuple[int, int]], longer: int | None) -> int | None:
    """The code of the shortest stretch that holds the days; None where their end is not known."""
    if days is None or days.length is None:
        return None
    return next((code for most, code in codes if days.length <= most), longer)


def write_rows(columns: tuple[str, ...], rows: Iterable[Mapping[str, object]]) -> Iterator[bytes]:
    """A table with these columns and Sayso's own; what a row does not have stays empty."""
    every = (*columns, *OWN_COLUMNS)
    yield write_csv(every, ()).encode()
    for row in rows:
        yield write_csv(every, [[row.get(column) for column in every]], head=False).encode()
