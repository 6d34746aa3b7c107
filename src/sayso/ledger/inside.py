"""What stands inside a claim's words: numbers, times and places, a row each, and the marks that they leave."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Column, Float, Integer, String, Table

from sayso.gazetteer.folding import fold
from sayso.ledger.marks import mark_of_name, number_marks, on_globe, point_marks, time_marks
from sayso.ledger.schema import DERIVED, Whole, metadata
from sayso.records.quantity import Quantity
from sayso.records.reading import Reading
from sayso.records.span import Span
from sayso.records.timex import Interval, Timex
from sayso.records.toponym import PlaceRole, Toponym

# From ``low`` to ``high``, both the number itself where the words name one; ``unit`` is folded.
quantity = Table(
    "quantity",
    metadata,
    Column("claim", Whole, primary_key=True, autoincrement=False),
    Column("at", Integer, primary_key=True),
    Column("low", Float, nullable=False),
    Column("high", Float, nullable=False),
    Column("unit", String, nullable=False),
    info=DERIVED,
    sqlite_with_rowid=False,
)

# From the day ``first`` to the day ``last``, both included; None where the stretch has no end.
timex = Table(
    "timex",
    metadata,
    Column("claim", Whole, primary_key=True, autoincrement=False),
    Column("at", Integer, primary_key=True),
    Column("first", String, nullable=False),
    Column("last", String),
    info=DERIVED,
    sqlite_with_rowid=False,
)

# A point on the map, as a vector of length FINE: 6 mm of the globe.
toponym = Table(
    "toponym",
    metadata,
    Column("claim", Whole, primary_key=True, autoincrement=False),
    Column("at", Integer, primary_key=True),
    Column("x", Integer, nullable=False),
    Column("y", Integer, nullable=False),
    Column("z", Integer, nullable=False),
    info=DERIVED,
    sqlite_with_rowid=False,
)

_Spanned = TypeVar("_Spanned", Quantity, Timex, Toponym)
INSIDE = (quantity, timex, toponym)
NO_PLACE = frozenset({PlaceRole.METONYM, PlaceRole.ADJECTIVE, PlaceRole.NAME})  # nothing is there: "Moscow denied it"
FINE = 1_000_000_000
DAY = 10  # characters of YYYY-MM-DD


@dataclass(frozen=True, slots=True)
class Inside:
    """Rows of the three tables, without the claim's number; the names of places; and the marks of all of it."""

    rows: tuple[tuple[Table, dict[str, Any]], ...]
    places: tuple[str, ...]
    marks: frozenset[str]


def find_inside(reading: Reading, content: Iterable[Span]) -> Inside:
    """What the words of ``content`` hold."""
    spans = tuple(content)
    rows: list[tuple[Table, dict[str, Any]]] = []
    marks: set[str] = set()
    for low, high, unit in _numbers(_within(reading.quantities, spans)):
        rows.append((quantity, {"at": len(rows), "low": low, "high": high, "unit": unit}))
        marks |= number_marks(low, high) | ({mark_of_name("u", unit)} if unit else set())
    for first, last in _days(one.interval for one in _within(reading.timexes, spans)):
        rows.append((timex, {"at": len(rows), "first": first, "last": last}))
        marks |= time_marks(first, last)
    there = [one for one in _within(reading.toponyms, spans) if one.role not in NO_PLACE]
    for lat, lon in dict.fromkeys((one.lat, one.lon) for one in there):
        if lat is not None and lon is not None:
            x, y, z = (round(along * FINE) for along in on_globe(lat, lon))
            rows.append((toponym, {"at": len(rows), "x": x, "y": y, "z": z}))
            marks |= point_marks(lat, lon)
    text = reading.article.text
    names = dict.fromkeys(fold(name) for one in there for name in (one.span.cut(text), one.name))
    return Inside(tuple(rows), tuple(names), frozenset(marks))


def fold_unit(unit: str) -> str:
    """A unit as it is looked up."""
    return unit.strip().casefold()


def _within(found: Iterable[_Spanned], spans: tuple[Span, ...]) -> list[_Spanned]:
    return [one for one in found if any(span.covers(one.span) for span in spans)]


def _numbers(quantities: Iterable[Quantity]) -> Iterator[tuple[float, float, str]]:
    """The number that is named, or what the words leave open where none is; each once."""
    seen = set()
    for one in quantities:
        low, high = (one.value, one.value) if one.value is not None else (one.low, one.high)
        ends = [end for end in (low, high) if end is not None]
        found = (min(ends), max(ends), fold_unit(one.unit)) if ends else None
        if found and found not in seen:
            seen.add(found)
            yield found


def _days(intervals: Iterable[Interval | None]) -> Iterator[tuple[str, str | None]]:
    """First and last day of each; those that no calendar has are left out."""
    found = dict.fromkeys((one.first, one.past_last) for one in intervals if one is not None)
    for first, past_last in found:
        try:
            start = dt.date.fromisoformat(first[:DAY])
            yield start.isoformat(), _last_day(start, past_last)
        except ValueError:
            continue


def _last_day(start: dt.date, past_last: str | None) -> str | None:
    """The last day of a stretch that ends before ``past_last``, a day or a minute."""
    if past_last is None:
        return None
    end = dt.date.fromisoformat(past_last[:DAY])
    whole = len(past_last) == DAY or past_last[DAY:].strip("T0:Z") == ""
    if whole and end > start:
        end -= dt.timedelta(days=1)
    return end.isoformat()
