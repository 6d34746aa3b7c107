"""Candidate rows in ACLED's columns, to be coded by a person.

One row for each assault, protest, act of coercion, move of forces or retreat. ``fatalities``, ids, ``notes`` and
``interaction`` stay empty; event and sub-event types are proposed only where the text tells which.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.exports.candidates import ACLED_DAYS, is_offered, names, own_cells, precision_of, write_rows
from sayso.exports.divisions import DivisionFinder, point_of
from sayso.exports.happenings import Happening, Party, days_of, find_happenings
from sayso.exports.selection import Selection
from sayso.gazetteer.lookup import load_gazetteer
from sayso.records.event import EventType

COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type",
    "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction",
    "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude",
    "longitude", "geo_precision", "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
OFFERED = frozenset({EventType.ASSAULT, EventType.PROTEST, EventType.COERCE, EventType.MOBILIZE, EventType.RETREAT})
EXPLOSIONS, AGAINST_CIVILIANS = "Explosions/Remote violence", "Violence against civilians"
STRATEGIC, PROTESTS, RIOTS, BATTLES = "Strategic developments", "Protests", "Riots", "Battles"
# PLOVER's modes that say by themselves what ACLED's types are; others are for the coder.
KINDS = {
    (EventType.ASSAULT, "aerial"): (EXPLOSIONS, "Air/drone strike"),
    (EventType.ASSAULT, "drone"): (EXPLOSIONS, "Air/drone strike"),
    (EventType.ASSAULT, "heavy-weapons"): (EXPLOSIONS, "Shelling/artillery/missile attack"),
    (EventType.ASSAULT, "suicide-attack"): (EXPLOSIONS, "Suicide bomb"),
    (EventType.ASSAULT, "explosives"): (EXPLOSIONS, None),
    (EventType.ASSAULT, "abduct"): (AGAINST_CIVILIANS, "Abduction/forced disappearance"),
    (EventType.ASSAULT, "sexual"): (AGAINST_CIVILIANS, "Sexual violence"),
    (EventType.PROTEST, "demo"): (PROTESTS, None),
    (EventType.PROTEST, "riot"): (RIOTS, None),
    (EventType.COERCE, "arrest"): (STRATEGIC, "Arrests"),
}
STATE, REBELS, MILITIA, RIOTERS, PROTESTERS, CIVILIANS, EXTERNAL = 1, 2, 3, 5, 6, 7, 8
SECTORS = {
    **dict.fromkeys(("GOV", "MIL", "COP", "SPY", "JUD", "LEG"), STATE),
    "REB": REBELS,
    **dict.fromkeys(("PRM", "UAF"), MILITIA),
    **dict.fromkeys(("CVL", "JRN", "MED", "EDU", "LAB", "AGR", "REF", "REL", "BUS", "SOC"), CIVILIANS),
}
MANY_COUNTRIES = frozenset({"IGO", "UNO", "EUR"})
ARMED = frozenset({STATE, REBELS, MILITIA, EXTERNAL})


def export(selection: Selection) -> Iterator[bytes]:
    """The table as CSV."""
    finder = DivisionFinder(load_gazetteer())
    candidates = (one for one in find_happenings(selection) if one.event.type in OFFERED and is_offered(one))
    yield from write_rows(COLUMNS, (acled_row(one, finder) for one in candidates))


def acled_row(happening: Happening, finder: DivisionFinder) -> dict[str, object]:
    """The columns that a text can tell; all others are for the coder."""
    days, place = days_of(happening.timex), happening.toponym
    divisions = finder.find(place) if place else None
    country = divisions.alpha3 if divisions else None
    inter1, inter2 = (_inter(side, happening, country) for side in (happening.actors, happening.recipients))
    event_type, sub_type = _kind(happening, inter1, inter2)
    latitude, longitude = point_of(place)
    on_a_day = days is not None and days.length == 1
    hits_civilians = happening.event.type is EventType.ASSAULT and inter2 == CIVILIANS
    return {
        "event_date": days.first.isoformat() if days and on_a_day else None,
        "year": days.first.year if days else None,
        "time_precision": precision_of(days, ACLED_DAYS, None),
        "event_type": event_type,
        "sub_event_type": sub_type,
        "actor1": names(happening.actors),
        "inter1": inter1,
        "actor2": names(happening.recipients),
        "inter2": inter2,
        "civilian_targeting": "Civilian targeting" if hits_civilians else None,
        "country": divisions.country if divisions else None,
        "admin1": divisions.province if divisions else None,
        "admin2": divisions.district if divisions else None,
        "location": place.name if place and place.geo_precision else None,
        "latitude": latitude,
        "longitude": longitude,
        "geo_precision": place.geo_precision if place else None,
        "source": happening.reading.article.outlet,
        **own_cells(happening),
    }


def _kind(happening: Happening, inter1: int | None, inter2: int | None) -> tuple[str | None, str | None]:
    """Event and sub-event type, as far as modes or the two sides tell."""
    event = happening.event
    told = next((KINDS[event.type, mode] for mode in event.modes if (event.type, mode) in KINDS), None)
    if told is not None:
        return told
    if event.type is EventType.ASSAULT and inter1 in ARMED and inter2 in ARMED:
        return BATTLES, None
    if event.type is EventType.ASSAULT and inter2 == CIVILIANS:
        return AGAINST_CIVILIANS, None
    return None, None


def _inter(parties: Iterable[Party], happening: Happening, country: str | None) -> int | None:
    """ACLED's number for what a side is; None where its codes do not tell, or tell of several."""
    kinds = {_inter_of(code, happening, country) for party in parties for code in party.actor.codes}
    return kinds.pop() if len(kinds) == 1 else None


def _inter_of(code: str, happening: Happening, country: str | None) -> int | None:
    home, sector = code[:3], code[3:]
    if home in MANY_COUNTRIES or (sector == "MIL" and country is not None and home != country):
        return EXTERNAL
    kind = SECTORS.get(sector)
    if kind == CIVILIANS and happening.event.type is EventType.PROTEST:
        return RIOTERS if "riot" in happening.event.modes else PROTESTERS
    return kind
