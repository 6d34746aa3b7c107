"""Quarters, halves and the periods of accounts: "the third quarter", "fiscal 1989", "the year-ago period"."""

from __future__ import annotations

from sayso.reading.timing.direction import Direction
from sayso.reading.timing.forms.form import EDGE, Form, edge_mod, make_form
from sayso.reading.timing.forms.relative import length_value, shifted
from sayso.reading.timing.numbers import read_ordinal
from sayso.reading.timing.setting import Found, Meaning
from sayso.reading.timing.values import quarter_value, year_value
from sayso.records.timex import AnchorKind, Mod, TimexType

DATE = TimexType.DATE
SHIFT = {"last": -1, "this": 0, "next": 1, "current": 0, "previous": -1, "coming": 1, "past": -1}


def read_quarter(found: Found) -> Meaning | None:
    """The third quarter: of the year told with it, else the last that began, unless the clause points ahead."""
    number = _which(found.word("ordinal"), 4)
    if number is None or found.words("quarter")[-1:] == ["quarters"]:
        return None
    year, kind, rule = _year(found, number, 3)
    if year is None:
        return Meaning(DATE, f"XXXX-Q{number}", "quarter", anchor=AnchorKind.UNKNOWN)
    narrow = (
        found.first + 1 if found.before(0) in {"its", "his", "her", "their", "our"} or _is_adjective(found) else None
    )
    return Meaning(DATE, quarter_value(year, number), rule, anchor=kind, first=narrow)


def _is_adjective(found: Found) -> bool:
    """The third-quarter results: the article is the noun's."""
    return found.before(0) == "the" and found.tokens.word((found.place("ordinal") or 0) + 1) == "-"


def read_half(found: Found) -> Meaning | None:
    number = _which(found.word("ordinal"), 2)
    if number is None:
        return None
    if not found.has("year") and not found.has("which") and found.after() in {"of", "-"}:
        return None
    year, kind, rule = _year(found, number, 6)
    return Meaning(DATE, f"XXXX-H{number}" if year is None else f"{year:04d}-H{number}", rule, anchor=kind)


def _which(word: str, count: int) -> int | None:
    number = count if word in {"last", "final"} else read_ordinal(word)
    return number if number is not None and 1 <= number <= count else None


def _year(found: Found, number: int, months: int) -> tuple[int | None, AnchorKind, str]:
    """The year of a quarter or half, what it is reckoned from, and by which rule."""
    kind, now = found.setting.anchor.kind, found.setting.year
    if found.has("year"):
        return int(found.word("year").lstrip("'")), AnchorKind.NONE, "quarter and year"
    which = found.word("which")
    if which and now is not None:
        return now + SHIFT[which], kind, "quarter of that year"
    if found.has("ago") and now is not None:
        return now - 1, kind, "quarter a year before"
    month = found.setting.month
    if month is None:
        return None, AnchorKind.UNKNOWN, "quarter"
    begun = months * (number - 1) < month[1]
    over = months * number < month[1]
    if begun:
        ahead = over and found.direction() is Direction.FUTURE and month[1] - months * number > 3
        return month[0] + ahead, kind, "quarter, the clause points ahead" if ahead else "last quarter that began"
    soon = found.direction() is Direction.FUTURE and months * (number - 1) + 1 - month[1] <= 6
    return month[0] - (not soon), kind, "quarter, the clause points ahead" if soon else "last quarter that began"


def read_the_quarter(found: Found) -> Meaning | None:
    """The quarter, the latest quarter, the period: the one told last, else the last that ended."""
    which, word = found.word("which"), found.word("unit")
    if which in {"current", "this"}:
        value = shifted(found, "Q", 0) if word == "quarter" else None
        return Meaning(DATE, value, "quarter of the anchor", anchor=found.setting.anchor.kind) if value else None
    if which in {"next", "coming"} or (which in {"last", "past", "previous"} and found.setting.period is None):
        value = shifted(found, "Q", SHIFT[which]) if word == "quarter" else None
        return (
            Meaning(DATE, value, "quarter counted from the anchor", anchor=found.setting.anchor.kind) if value else None
        )
    if word == "period" and found.setting.period is None and which != "latest":
        return None
    if not which and found.after() in {"of", "-", "century", "million", "mile"}:
        return None
    if found.setting.period is not None:
        return Meaning(DATE, found.setting.period, "period told before", anchor=AnchorKind.MENTION)
    value = shifted(found, "Q", -1)
    return Meaning(DATE, value or "XXXX-QX", "last quarter that ended", anchor=found.setting.anchor.kind)


def read_year_ago(found: Found) -> Meaning | None:
    """A year ago, the year-earlier quarter: a year before the period that accounts were told for."""
    setting = found.setting
    period = _current_period(found)
    if found.has("months"):
        return Meaning(TimexType.DURATION, "P9M", "length of the period a year before")
    if period is not None:
        value = f"{int(period[:4]) - 1:04d}{period[4:]}" if int(period[:4]) > 1 else None
        if value:
            other = (year_value(setting.year - 1),) if setting.year and len(period) > 4 and setting.year > 1 else ()
            return Meaning(DATE, value, "a year before the period told before", anchor=AnchorKind.MENTION, others=other)
    if found.has("unit") and found.word("unit") != "period":
        value = shifted(found, "Q", -5)
        return Meaning(DATE, value or "XXXX-QX", "quarter a year before", anchor=setting.anchor.kind)
    value = shifted(found, "Y", -1)
    return Meaning(DATE, value or "XXXX", "year before", anchor=setting.anchor.kind if value else AnchorKind.UNKNOWN)


def _current_period(found: Found) -> str | None:
    return found.setting.period


def read_year_period(found: Found) -> Meaning | None:
    """The 1988 period: the quarter of that year, if one was told before."""
    year, period = int(found.word("year")), found.setting.period
    tail = period[4:] if period is not None else ""
    return Meaning(
        DATE, f"{year:04d}{tail}", "period of that year", anchor=AnchorKind.MENTION if tail else AnchorKind.NONE
    )


def read_fiscal(found: Found) -> Meaning | None:
    if found.has("year"):
        word = found.word("year").lstrip("'")
        number = int(word)
        return Meaning(
            DATE,
            year_value(number if number > 99 else 1900 + number if number > 50 else 2000 + number),
            "fiscal year",
            edge_mod(found),
        )
    value = shifted(found, "Y", SHIFT.get(found.word("which"), 0))
    return Meaning(DATE, value or "XXXX", "fiscal year of the anchor", edge_mod(found), found.setting.anchor.kind)


YEAR = "(?: (?P<year> YEAR ) | (?P<which> LAST | THIS | NEXT ) YEARWORD )"
BEFORE = f"(?: {YEAR} POSSESSIVE? | (?P<ago> YEARWORD DASH? (?: AGO | EARLIER ) ) )"
AFTER = "(?: OF? (?: FISCAL | CALENDAR )? (?: THE )? (?: (?P<year> YEAR | SHORTYEAR ) | (?P<which> LAST | THIS | NEXT ) YEARWORD ) )"
ORDINAL = "(?: FISCAL DASH? )? (?P<ordinal> ORDINAL ) DASH?"
QUARTER = "(?P<quarter> (?: FISCAL | CALENDAR )? QUARTERWORD )"

FORMS: tuple[Form, ...] = (
    make_form("year-ago quarter", f"THE? {BEFORE} {ORDINAL} {QUARTER}", read_quarter),
    make_form("quarter of a year", f"{EDGE}? (?: THE | ITS )? {ORDINAL} {QUARTER} {AFTER}", read_quarter),
    make_form("quarter", f"{EDGE}? (?: THE | ITS )? {ORDINAL} {QUARTER}", read_quarter),
    make_form("half of a year", f"THE? (?P<ordinal> ORDINAL | LAST ) DASH? HALF {AFTER}", read_half),
    make_form("half", f"THE? (?: {YEAR} POSSESSIVE? )? (?P<ordinal> FIRST | ORDINAL ) DASH? HALF", read_half),
    make_form(
        "year-earlier period",
        "THE? (?: SAME )? YEARWORD DASH? (?: AGO | EARLIER ) (?P<unit> QUARTERWORD | PERIOD )",
        read_year_ago,
    ),
    make_form(
        "year-earlier months", "THE? YEARWORD DASH? (?: AGO | EARLIER ) (?P<months> NUMBER UNITS )", read_year_ago
    ),
    make_form(
        "period a year ago",
        "THE (?P<unit> QUARTERWORD | PERIOD ) (?: AN YEARWORD (?: AGO | EARLIER ) | LAST YEARWORD )",
        read_year_ago,
    ),
    make_form("year-earlier", "YEARWORD DASH (?: AGO | EARLIER )", read_year_ago),
    make_form("a year ago", "(?: AN | ONE ) YEARWORD (?: AGO | EARLIER )", read_year_ago),
    make_form("period of a year", "THE (?P<year> YEAR ) (?: QUARTERWORD | PERIOD )", read_year_period),
    make_form(
        "the quarter",
        "(?: THE | THAT )? (?P<which> LATEST | CURRENT | NEXT | COMING | LAST | PAST | THIS ) (?: FISCAL )? (?P<unit> QUARTERWORD | PERIOD )",
        read_the_quarter,
    ),
    make_form("the quarter", "(?: THE | THAT ) (?P<unit> QUARTERWORD )", read_the_quarter),
    make_form(
        "fiscal year", f"{EDGE}? (?: THE | ITS )? FISCAL (?: YEARWORD )? (?P<year> YEAR | SHORTYEAR )", read_fiscal
    ),
    make_form(
        "fiscal year",
        f"{EDGE}? (?: THE | ITS )? (?P<which> CURRENT | LATEST | LAST | THIS | NEXT )? (?: FISCAL | FULL ) YEARWORD",
        read_fiscal,
    ),
)
__all__ = ["FORMS", "Mod", "length_value"]
