"""Feasts and days of commemoration that the calendar fixes: "Thanksgiving", "last Christmas", "Easter 2014"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sayso.lists.time_words import EASTERS, HOLIDAYS
from sayso.reading.timing.days import easter, make_day, shift_days, weekday_of_month
from sayso.reading.timing.forms.form import Form, absolute, from_anchor, make_form
from sayso.reading.timing.setting import Found, Meaning
from sayso.reading.timing.values import OPEN_DAY, day_value, week_value

WISHED = frozenset({"merry", "happy"})
LONGEST = 4  # words in the name of a feast


def read_feast(found: Found) -> Meaning | None:
    """The feast of the year told with it, else the one nearest to the anchor."""
    place = found.place("feast")
    words = _words(found, place)
    if words is None or found.before() in WISHED:
        return None
    last = place + len(words)
    year, last = _year_after(found, last)
    day = _feast(year, words) if year else _nearest(found, words)
    week = found.tokens.word(last) == "week"
    value = None if day is None else week_value(day) if week else day_value(day)
    if year:
        return replace(absolute(found, value, "feast and year"), last=last) if value else None
    unknown = "XXXX-WXX" if week else _unknown(words)
    meaning = from_anchor(found, value, unknown, "feast nearest to the anchor")
    return replace(meaning, last=last + week)


def _unknown(words: tuple[str, ...]) -> str:
    """XXXX-12-25 for a feast of one date, an open day for one that moves."""
    rule = HOLIDAYS.get(words, ())
    return f"XXXX-{rule[0]:02d}-{rule[1]:02d}" if len(rule) == 2 else OPEN_DAY


def _words(found: Found, place: int) -> tuple[str, ...] | None:
    """The longest feast whose words stand at ``place``, with a capital."""
    if not found.tokens.is_capital(place):
        return None
    names = (tuple(found.tokens.word(place + at) for at in range(length)) for length in range(LONGEST, 0, -1))
    return next((words for words in names if words in HOLIDAYS or words in EASTERS), None)


def _year_after(found: Found, last: int) -> tuple[int | None, int]:
    """The year right after the feast, and where the words then end."""
    at = last + (found.tokens.word(last) in {",", "of"})
    word = found.tokens.word(at)
    is_year = len(word) == 4 and word.isdigit() and "1500" <= word <= "2199"
    return (int(word), at + 1) if is_year else (None, last)


def _nearest(found: Found, words: tuple[str, ...]) -> date | None:
    near, which = found.setting.anchor.day, found.word("which")
    if near is None:
        return None
    days = [day for step in (-1, 0, 1) if (day := _feast(near.year + step, words))]
    if which in {"last", "past"}:
        days = [day for day in days if day < near][-1:]
    if which in {"next", "coming", "this"}:
        days = [day for day in days if day >= near][:1]
    return _closest(days, near)


def _closest(days: Sequence[date], near: date) -> date | None:
    return min(days, key=lambda day: abs((day - near).days), default=None)


def _feast(year: int, words: tuple[str, ...]) -> date | None:
    if not 1 <= year <= 9999:
        return None
    rule = HOLIDAYS.get(words)
    if rule is not None:
        return make_day(year, *rule) if len(rule) == 2 else weekday_of_month(year, *rule)
    sunday = easter(year)
    return shift_days(sunday, EASTERS[words]) if sunday else None


FORMS: tuple[Form, ...] = (
    make_form(
        "(?: (?P<which> LAST | PAST | NEXT | THIS | COMING ) (?: PAST | COMING )? )? (?P<feast> FEAST )", read_feast
    ),
)
