"""Units of time counted from a day, and lengths in them; a unit is a letter of ``sayso.lists.time_words.UNITS``."""

from __future__ import annotations

from datetime import date

from sayso.reading.timing.anchors import Anchor
from sayso.reading.timing.days import shift_days, shift_months
from sayso.reading.timing.values import (
    century_value,
    day_value,
    decade_value,
    month_value,
    quarter_value,
    week_value,
    year_value,
)

# The value of a unit that nobody knows which.
OPEN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "E": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "T": "XXX", "C": "XX"}
YEARS = {"Y": 1, "T": 10, "C": 100, "L": 1000}
DAYS = {"D": 1, "W": 7, "E": 7, "F": 14}
LETTERS = {"T": "Y", "C": "Y", "L": "Y", "F": "W", "E": "WE", "TS": "S", "TM": "M", "TH": "H"}
HALVES = {"Y": "6M", "TM": "30S", "TH": "30M"}  # half a year is six months


def open_value(unit: str) -> str:
    return OPEN.get(unit, "XXXX")


def is_clock_unit(unit: str) -> bool:
    """True of seconds, minutes and hours."""
    return len(unit) == 2


def length_value(count: float | None, unit: str) -> str:
    """P2Y, PT3H, PXD where nobody counted, P20Y for two decades, P2Y6M for two and a half years."""
    scale = 2 if unit == "F" else YEARS.get(unit, 1)
    letter, time = LETTERS.get(unit, unit), "T" if is_clock_unit(unit) else ""
    if count is None:
        return f"P{time}X{letter}"
    if count * scale % 1 == 0.5 and unit in HALVES:
        whole = int(count * scale)
        return f"P{time}{f'{whole}{letter}' if whole else ''}{HALVES[unit]}"
    return f"P{time}{count * scale:.12g}{letter}"


def unit_of_anchor(anchor: Anchor, unit: str, shift: int) -> str | None:
    """The calendar unit so many units from the one that the anchor lies in; None if the anchor does not tell it."""
    if unit in {"T", "C"} and anchor.year is not None:
        year = anchor.year + shift * YEARS[unit]
        return decade_value(year) if unit == "T" else century_value((year - 1) // 100 + 1)
    if unit == "Y":
        return _year(anchor.year, shift)
    if unit in {"M", "Q"}:
        return _month(anchor.month, unit, shift)
    return None if anchor.day is None or unit not in DAYS else unit_of_day(anchor.day, unit, shift)


def unit_of_day(day: date, unit: str, shift: int) -> str | None:
    """The day, week, weekend, month, quarter or year so many units from the one of ``day``."""
    if unit in {"M", "Q"}:
        return _month((day.year, day.month), unit, shift)
    if unit in YEARS:
        return _year(day.year, shift * YEARS[unit])
    moved = shift_days(day, DAYS[unit] * shift) if unit in DAYS else None
    if moved is None:
        return None
    return day_value(moved) if unit == "D" else week_value(moved, weekend=unit == "E")


def _year(year: int | None, shift: int) -> str | None:
    return year_value(year + shift) if year is not None and 1 <= year + shift <= 9998 else None


def _month(month: tuple[int, int] | None, unit: str, shift: int) -> str | None:
    moved = shift_months(*month, shift if unit == "M" else 3 * shift) if month else None
    if moved is None:
        return None
    return month_value(*moved) if unit == "M" else quarter_value(moved[0], (moved[1] + 2) // 3)
