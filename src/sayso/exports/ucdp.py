"""Candidate rows in the columns of UCDP's Georeferenced Event Dataset, to be coded by a person.

One row for each assault that an article tells of with somebody killed. Counts are a coder's: ``number_of_sources``,
``best``, ``low``, ``high`` and ``deaths_*`` stay empty, as do ids, conflicts and ``event_clarity``; Sayso's numbers,
with whose they are, stand in ``sayso_*``.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.exports.candidates import UCDP_DAYS, UCDP_LONGER, is_offered, names, own_cells, precision_of, write_rows
from sayso.exports.divisions import DivisionFinder, point_of
from sayso.exports.happenings import Happening, days_of, find_happenings
from sayso.exports.selection import Selection
from sayso.gazetteer.lookup import load_gazetteer
from sayso.records.event import EventType

COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id",
    "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id",
    "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources",
    "source_article", "source_office", "source_date", "source_headline", "source_original", "where_prec",
    "where_coordinates", "where_description", "adm_1", "adm_2", "latitude", "longitude", "geom_wkt",
    "priogrid_gid", "country", "country_id", "region", "event_clarity", "date_prec", "date_start", "date_end",
    "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
)  # fmt: skip


def export(selection: Selection) -> Iterator[bytes]:
    """The table as CSV."""
    finder = DivisionFinder(load_gazetteer())
    candidates = (one for one in find_happenings(selection) if is_candidate(one))
    yield from write_rows(COLUMNS, (ucdp_row(one, finder) for one in candidates))


def is_candidate(happening: Happening) -> bool:
    """An assault that somebody tells as done, and in which somebody died as they tell it."""
    return happening.event.type is EventType.ASSAULT and is_offered(happening) and happening.is_deadly()


def ucdp_row(happening: Happening, finder: DivisionFinder) -> dict[str, object]:
    """The columns that a text can tell; all others are for the coder."""
    article, days, place = happening.reading.article, days_of(happening.timex), happening.toponym
    divisions = finder.find(place) if place else None
    side_a, side_b = names(happening.actors), names(happening.recipients)
    latitude, longitude = point_of(place)
    day = article.published.time[:10] if article.published else None
    source = ", ".join(f'"{part}"' for part in (article.outlet, day, article.title) if part)
    return {
        "year": days.first.year if days else None,
        "dyad_name": f"{side_a} - {side_b}" if side_a and side_b else None,
        "side_a": side_a,
        "side_b": side_b,
        "source_article": source or None,
        "source_office": article.outlet,
        "source_date": day,
        "source_headline": article.title,
        "source_original": "; ".join(dict.fromkeys(one.owner for one in happening.tellings)) or None,
        "where_prec": place.where_prec if place else None,
        "where_coordinates": place.name if place and place.where_prec else None,
        "where_description": happening.words(place.span) if place else None,
        "adm_1": divisions.province if divisions else None,
        "adm_2": divisions.district if divisions else None,
        "latitude": latitude,
        "longitude": longitude,
        "country": divisions.country if divisions else None,
        "date_prec": precision_of(days, UCDP_DAYS, UCDP_LONGER),
        "date_start": days.first.isoformat() if days else None,
        "date_end": days.last.isoformat() if days and days.last else None,
        **own_cells(happening),
    }
