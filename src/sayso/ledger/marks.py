"""Marks: what a claim is found by beside its words, each as one made-up word of letters and digits.

Some say all that is asked ("does it deny?"). Of numbers, times and points on the map a mark tells only the stretch in
which they lie, so that few claims are left whose exact values are looked at.
"""

from __future__ import annotations

import calendar
import hashlib
import math
from collections.abc import Iterable

EVERY = "every"  # stands on every page
DIGITS = 16  # hexadecimal, of a name's digest

LEAST_DECADE, MOST_DECADE = -3, 15  # powers of ten that are told apart
ZERO = 200  # the cell of 0; those of numbers above lie above it
NINE, TEN = 9, 10  # cells of a power of ten, fine cells of a cell
MOST = (ZERO + (MOST_DECADE - LEAST_DECADE) * NINE + NINE) * TEN + TEN - 1  # the last fine cell
LEAST = 2 * ZERO * TEN + TEN - 1 - MOST

MOST_MONTHS = 24  # that a stretch of time is told by; a longer one is told by its years
MOST_YEARS = 60
MOST_SQUARES = 40  # by which a circle is told


def mark_of(kind: str, value: str) -> str:
    """The mark of one value of a closed set: "doesdenies"."""
    return kind + "".join(letter for letter in value.casefold() if letter.isascii() and letter.isalnum())


def mark_of_name(kind: str, name: str) -> str:
    """The mark of a name as it is written, letter by letter."""
    return kind + hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:DIGITS]


# numbers


def cell_of(value: float) -> int:
    """The fine cell of a number, by its power of ten and first two digits; of a larger number it is never smaller.

    Ten of them are a cell, that of the power of ten and the first digit.
    """
    size = abs(value)
    if size < 10.0**LEAST_DECADE:
        return ZERO * TEN
    decade = min(math.floor(math.log10(size)), MOST_DECADE) if math.isfinite(size) else MOST_DECADE
    figures = size / 10.0**decade
    digit = NINE if decade == MOST_DECADE else min(NINE, max(1, int(figures)))
    next_digit = TEN - 1 if decade == MOST_DECADE else min(TEN - 1, max(0, int(figures * TEN) - digit * TEN))
    cell = ((decade - LEAST_DECADE) * NINE + digit) * TEN + next_digit
    return ZERO * TEN + cell if value > 0 else 2 * ZERO * TEN + TEN - 1 - (ZERO * TEN + cell)


def number_marks(low: float, high: float) -> set[str]:
    """The finest marks of a number that lies between two others, both included: see `with_coarser`."""
    first, last = cell_of(low), cell_of(high)
    found: set[str] = set()
    for cell in range(first // TEN, last // TEN + 1):
        fine = range(max(first, cell * TEN), min(last, cell * TEN + TEN - 1) + 1)
        found |= {f"w{cell}"} if len(fine) == TEN else {f"f{one}" for one in fine}
    return found


def with_coarser(marks: Iterable[str]) -> set[str]:
    """These marks, and of those of numbers the coarser ones: of the cell, and of the nine cells of a power of ten."""
    found = set(marks)
    for mark in marks:
        if mark[0] in "fw":
            cell = int(mark[1:]) // (TEN if mark[0] == "f" else 1)
            found |= {f"n{cell}", f"nn{cell // NINE}"}
    return found


def number_sieve(low: float | None, high: float | None) -> list[str]:
    """Marks of which every number between ``low`` and ``high`` has one; None is no end."""
    return _marks_of_cells(LEAST if low is None else cell_of(low), MOST if high is None else cell_of(high))


def number_core(low: float | None, high: float | None) -> list[str]:
    """Marks that only numbers between the two have, ends left out; not every one of these has one."""
    return _marks_of_cells(LEAST if low is None else cell_of(low) + 1, MOST if high is None else cell_of(high) - 1)


def _marks_of_cells(first: int, last: int) -> list[str]:
    """Of these fine cells, both included: what is told by one mark for ten or ninety of them has just this."""
    found: list[str] = []
    fine = first
    while fine <= last:
        cell, whole = fine // TEN, fine % TEN == 0
        if whole and cell % NINE == 0 and fine + NINE * TEN - 1 <= last:
            found.append(f"nn{cell // NINE}")
            fine += NINE * TEN
        elif whole and fine + TEN - 1 <= last:
            found.append(f"n{cell}")
            fine += TEN
        else:
            end = min(last, cell * TEN + TEN - 1)
            found += [f"w{cell}", *(f"f{one}" for one in range(fine, end + 1))]
            fine = end + 1
    return found


# times

AGES = "ages"  # of a stretch of sixty years and more, and of one without an end


def time_marks(first: str, last: str | None) -> set[str]:
    """The marks of the stretch from one day (YYYY-MM-DD) to another, both included, or to no end."""
    if last is None or not (years := _years(first, last)):
        return {AGES}
    months = _months(first, last)
    finer = {f"m{month}" for month in months} or {f"yy{year:04}" for year in years}
    return finer | {f"y{year:04}" for year in years}


def time_sieve(first: str, last: str) -> list[str] | None:
    """Marks of which every stretch that overlaps this one has one; None where that would be too many."""
    if not (years := _years(first, last)):
        return None
    months = [f"m{month}" for month in _months(first, last)]
    return [*(months or ()), *(f"{'yy' if months else 'y'}{year:04}" for year in years), AGES]


def time_core(first: str, last: str) -> list[str]:
    """Marks that only stretches which overlap this one have; not every one of these has one."""
    years = [
        f"y{year:04}" for year in _years(first, last) if first <= f"{year:04}-01-01" and f"{year:04}-12-31" <= last
    ]
    months = [month for month in _months(first, last) if _days_of(month)[0] >= first and _days_of(month)[1] <= last]
    return [*years, *(f"m{month}" for month in months)]


def _days_of(month: str) -> tuple[str, str]:
    year, number = int(month[:4]), int(month[4:])
    days = calendar.monthrange(year, number)[1]
    return f"{year:04}-{number:02}-01", f"{year:04}-{number:02}-{days:02}"


def _years(first: str, last: str) -> range:
    start, end = int(first[:4]), int(last[:4])
    return range(start, end + 1) if end - start < MOST_YEARS else range(0)


def _months(first: str, last: str) -> list[str]:
    start, end = (int(day[:4]) * 12 + int(day[5:7]) - 1 for day in (first, last))
    if end - start >= MOST_MONTHS:
        return []
    return [f"{month // 12:04}{month % 12 + 1:02}" for month in range(start, end + 1)]


# points on the map

EARTH = 6371.0  # km, its mean radius
DEGREE = math.pi * EARTH / 180  # km of latitude
SQUARES = (("g", 1), ("gg", 10))  # what they are called, and their width in degrees


def point_marks(lat: float, lon: float) -> set[str]:
    """The marks of a point: the squares in which it lies."""
    return {_square(kind, math.floor(lat / width), math.floor(lon / width)) for kind, width in SQUARES}


def circle_sieve(lat: float, lon: float, km: float) -> list[str] | None:
    """Marks of which every point within ``km`` of this one has one; None where that would be too many."""
    south, north = lat - km / DEGREE, lat + km / DEGREE
    widest = max(abs(south), abs(north))
    if widest >= 89:
        return None  # round a pole every longitude is near
    aside = math.degrees(math.asin(min(1.0, math.sin(min(km / EARTH, math.pi / 2)) / math.cos(math.radians(lat)))))
    for kind, width in SQUARES:
        rows = range(math.floor(south / width), math.floor(north / width) + 1)
        columns = range(math.floor((lon - aside) / width), math.floor((lon + aside) / width) + 1)
        if len(rows) * len(columns) <= MOST_SQUARES:
            return [_square(kind, row, column) for row in rows for column in columns]
    return None


def _square(kind: str, row: int, column: int) -> str:
    """The mark of a square; longitude goes round."""
    around = 360 if kind == "g" else 36
    return f"{kind}{row + 100}x{(column + around // 2) % around}"


def on_globe(lat: float, lon: float) -> tuple[float, float, float]:
    """A point of the globe as a vector of length 1: the nearer two points, the larger the product of theirs."""
    north, east = math.radians(lat), math.radians(lon)
    return math.cos(north) * math.cos(east), math.cos(north) * math.sin(east), math.sin(north)


def least_product(km: float) -> float:
    """What the product of the vectors of two points is at least if they lie within ``km`` of one another."""
    return math.cos(min(km / EARTH, math.pi))
