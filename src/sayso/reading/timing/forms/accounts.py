"""Periods of accounts: "the quarter", "the latest period", "a year earlier", "fiscal 1989"."""

from __future__ import annotations

from dataclasses import replace

from sayso.reading.timing.days import full_year
from sayso.reading.timing.forms.form import EDGE, Form, absolute, from_anchor, make_form
from sayso.reading.timing.setting import Found, Meaning
from sayso.reading.timing.shifting import unit_of_anchor
from sayso.reading.timing.values import year_value
from sayso.records.timex import AnchorKind, TimexType

SHIFTS = {"last": -1, "past": -1, "next": 1, "coming": 1, "upcoming": 1}
NO_PERIOD_AFTER = frozenset("of - century million mile".split())
YEAR_BEFORE = "a year before the period told before"
OF_THAT_YEAR = "period of that year"


def read_period(found: Found) -> Meaning | None:
    """The quarter, the latest period: the one told last, else the last that ended."""
    which, told = found.word("which"), found.setting.period
    quarter = found.word("unit") == "quarter"
    if which in {"current", "this", "next", "coming", "upcoming"} or (which in SHIFTS and told is None):
        value = unit_of_anchor(found.setting.anchor, "Q", SHIFTS.get(which, 0))
        return from_anchor(found, value, "XXXX-QX", "quarter counted from the anchor") if quarter else None
    if not which and found.after() in NO_PERIOD_AFTER:
        return None
    if told is not None:
        return _of_period(found, told.value, "period told before")
    if not quarter and which != "latest":
        return None
    value = unit_of_anchor(found.setting.anchor, "Q", -1)
    return from_anchor(found, value, "XXXX-QX", "last quarter that ended")


def read_year_ago(found: Found) -> Meaning | None:
    """A year ago, the year-earlier quarter: a year before the period that accounts were told for."""
    told, anchor = found.setting.period, found.setting.anchor
    if found.has("months"):
        return absolute(found, "P9M", "length of the period a year before", kind=TimexType.DURATION)
    last_year = unit_of_anchor(anchor, "Y", -1)
    if told is not None and told.value[:4] > "0001":
        meaning = _of_period(found, f"{int(told.value[:4]) - 1:04d}{told.value[4:]}", YEAR_BEFORE)
        return replace(meaning, others=(last_year,)) if last_year and last_year != meaning.value else meaning
    if found.word("unit") == "quarter":
        return from_anchor(found, unit_of_anchor(anchor, "Q", -5), "XXXX-QX", "quarter a year before")
    return from_anchor(found, last_year, "XXXX", "year before")


def read_period_of_year(found: Found) -> Meaning:
    """The 1988 period: the quarter of that year, if one was told before."""
    year, told = int(found.word("year")), found.setting.period
    if told is None:
        return absolute(found, year_value(year), OF_THAT_YEAR)
    return _of_period(found, f"{year:04d}{told.value[4:]}", OF_THAT_YEAR)


def _of_period(found: Found, value: str, rule: str) -> Meaning:
    told = found.setting.period
    return Meaning(TimexType.DATE, value, rule, None, AnchorKind.MENTION, told.span if told else None)


def read_fiscal(found: Found) -> Meaning:
    """Fiscal 1989, the fiscal year, the full year: of the anchor's year unless one is told."""
    if found.has("year"):
        return absolute(found, year_value(full_year(found.word("year"))), "fiscal year")
    value = unit_of_anchor(found.setting.anchor, "Y", SHIFTS.get(found.word("which"), 0))
    return from_anchor(found, value, "XXXX", "fiscal year of the anchor")


AGO = "(?: AGO | EARLIER )"
UNIT = "(?P<unit> QUARTERWORD | PERIOD )"
ARTICLE = "(?: THE | ITS )"
WHICH = "(?P<which> LATEST | CURRENT | NEXT | COMING | LAST | PAST | THIS )"

FORMS: tuple[Form, ...] = (
    make_form(f"THE? SAME? YEARWORD DASH? {AGO} {UNIT}", read_year_ago),
    make_form(f"THE? YEARWORD DASH? {AGO} (?P<months> NUMBER UNITS )", read_year_ago),
    make_form(f"THE {UNIT} (?: AN YEARWORD {AGO} | LAST YEARWORD )", read_year_ago),
    make_form(f"YEARWORD DASH {AGO}", read_year_ago),
    make_form(f"(?: AN | ONE ) YEARWORD {AGO}", read_year_ago),
    make_form("THE (?P<year> YEAR ) (?: QUARTERWORD | PERIOD )", read_period_of_year),
    make_form(f"(?: THE | THAT )? {WHICH} FISCAL? {UNIT}", read_period),
    make_form("(?: THE | THAT ) (?P<unit> QUARTERWORD )", read_period),
    make_form(f"{EDGE}? {ARTICLE}? FISCAL YEARWORD? (?P<year> YEAR | SHORT_YEAR )", read_fiscal),
    make_form(
        f"{EDGE}? {ARTICLE}? (?P<which> CURRENT | LATEST | LAST | THIS | NEXT )? (?: FISCAL | FULL ) YEARWORD",
        read_fiscal,
    ),
)
