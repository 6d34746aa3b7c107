"""Weeks, months and years counted from the anchor or from a time told before: "last week", "the following year"."""

from __future__ import annotations

from dataclasses import replace

from sayso.lists.time_words import UNITS
from sayso.reading.timing.forms.form import EARLIER, Form, absolute, from_anchor, from_mention, make_form
from sayso.reading.timing.setting import Found, Meaning
from sayso.reading.timing.shifting import is_clock_unit, length_value, open_value, unit_of_anchor, unit_of_day
from sayso.records.timex import Mod, TimexType

SHIFTS = {"last": -1, "past": -1, "next": 1, "coming": 1, "upcoming": 1}
STEPS = {"following": 1, "next": 1, "ensuing": 1, "subsequent": 1, "previous": -1, "preceding": -1, "prior": -1}
LENGTHS = frozenset("D T C".split())  # "the past day" and "the past decade" are stretches up to now
CALENDAR = frozenset("D W M Y".split())
PROGRAMMES = frozenset('" “ ``'.split())
NO_DATE_AFTER = frozenset("of - to old when that after before in".split())
BEFORE_WEEK = frozenset("for in during of over on".split())
BEFORE_YEAR = frozenset("for of during through".split())
ENDED = frozenset({"ended", "ending"})


def read_unit(found: Found) -> Meaning | None:
    """Last week, this year, the coming month, late next year."""
    unit, which = UNITS[found.word("unit")], found.word("which")
    title = found.tokens.is_capital(found.last - 1) and found.before() in PROGRAMMES
    the = "the" in {found.before(), found.before(0)}
    of_other = which == "last" and the and (unit == "D" or found.after() == "of")
    if is_clock_unit(unit) or title or of_other:
        return None  # the last day of the session
    if which == "past" and unit in LENGTHS:
        return _length(found, unit)
    value = unit_of_anchor(found.setting.anchor, unit, SHIFTS.get(found.word("past") or which, 0))
    return from_anchor(found, value, open_value(unit), "unit counted from the anchor")


def _length(found: Found, unit: str) -> Meaning:
    return from_anchor(found, length_value(1, unit), "", "length up to the anchor", kind=TimexType.DURATION)


def read_reference(found: Found) -> Meaning | None:
    """The following year, that month, the same week: counted from the last date told, else from the anchor."""
    unit, last = UNITS[found.word("unit")], found.setting.last
    if unit not in CALENDAR:
        return None
    rule, shift = "unit counted from the time told before", STEPS.get(found.word("which"), 0)
    if last is None:
        return from_anchor(found, unit_of_anchor(found.setting.anchor, unit, shift), open_value(unit), rule)
    value = unit_of_day(last.middle(), unit, shift) if last.tells(unit) else None
    return from_mention(found, value, open_value(unit), rule)


def read_bare(found: Found) -> Meaning | None:
    """The end of the month, earlier in the year, for the year: where the words stand for a date."""
    unit = UNITS[found.word("unit")]
    if unit not in CALENDAR or not (found.has("edge") or _is_date(found, unit)):
        return None
    if unit == "Y" and found.after() in ENDED:
        return absolute(found, "P1Y", "length up to a day", kind=TimexType.DURATION)
    told = found.setting.told
    if told is not None:
        value = unit_of_day(told.middle(), unit, 0) if told.tells(unit) else None
        return from_mention(found, value, open_value(unit), "unit of the time told before")
    return from_anchor(found, unit_of_anchor(found.setting.anchor, unit, 0), open_value(unit), "unit of the anchor")


def _is_date(found: Found, unit: str) -> bool:
    before, after = found.before(), found.after()
    if after in NO_DATE_AFTER:
        return False
    if unit == "W":
        return before in BEFORE_WEEK
    return unit == "Y" and (before in BEFORE_YEAR or (before == "in" and after in ENDED))


def read_year_end(found: Found) -> Meaning:
    """Year-end, the year's end."""
    value = unit_of_anchor(found.setting.anchor, "Y", 0)
    return replace(from_anchor(found, value, "XXXX", "end of the year"), mod=Mod.END)


def read_weekend(found: Found) -> Meaning | None:
    """The weekend: the last that began, unless the clause points ahead."""
    day, which = found.setting.anchor.day, found.word("which")
    weekday = day.isoweekday() if day else 1
    shift = 0 if weekday >= 6 else -1
    if which == "this":
        shift = 0 if weekday >= 4 else -1
    elif which in {"last", "past", "previous"}:
        shift = -1
    elif which in SHIFTS or (not which and weekday < 6 and found.direction().value > 0):
        shift += 1
    value = unit_of_anchor(found.setting.anchor, "E", shift)
    return from_anchor(found, value, open_value("E"), "weekend next to the anchor")


WHEN = f"(?: {EARLIER} IN? | THE? (?P<edge> BEGINNING | END | MIDDLE ) OF )"
WHICH = "THE? (?P<which> LAST | PAST | THIS | CURRENT | NEXT | COMING )"
OF_TOLD = "(?: THE (?P<which> FOLLOWING | NEXT | PREVIOUS | SAME ) | THAT SAME? )"
OF_WEEKEND = "(?: THE | THE? (?P<which> LAST | PAST | THIS | NEXT | COMING | PREVIOUS ) (?: PAST | COMING )? )"
UNIT = "(?P<unit> UNIT )"

FORMS: tuple[Form, ...] = (
    make_form(f"{WHEN}? {OF_WEEKEND} WEEKEND", read_weekend),
    make_form(f"{WHEN}? {WHICH} (?P<past> PAST | COMING | CALENDAR )? {UNIT}", read_unit),
    make_form(f"{WHEN}? {OF_TOLD} {UNIT}", read_reference),
    make_form(f"{WHEN} THE {UNIT}", read_bare),
    make_form("(?: THE | THIS )? YEARWORD (?: POSSESSIVE | DASH )? END", read_year_end),
    make_form(f"THE {UNIT}", read_bare),
)
