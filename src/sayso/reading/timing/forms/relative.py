"""Units counted from the anchor or from a time told before: "last week", "early this year", "the following month"."""

from __future__ import annotations

from datetime import date

from sayso.lists.time_words import SEASONS, UNITS
from sayso.reading.timing.days import shift_days, shift_months
from sayso.reading.timing.forms.form import EDGE, Form, edge_mod, make_form
from sayso.reading.timing.setting import Found, Meaning
from sayso.reading.timing.values import (
    century_value,
    day_value,
    decade_value,
    month_value,
    quarter_value,
    season_of,
    week_value,
    year_value,
)
from sayso.records.timex import AnchorKind, Mod, TimexType

DATE = TimexType.DATE
SHIFTS = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "upcoming": 1}
HALVES = {"Y": "6M", "TM": "30S", "TH": "30M"}  # half a year is six months
OPEN = {"W": "XXXX-WXX", "E": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX", "D": "XXXX-XX-XX"}


def read_unit(found: Found) -> Meaning | None:
    """Last week, this year, the coming month, late next year."""
    unit, which = UNITS.get(found.word("unit"), "E"), found.word("which")
    if found.tokens.form(found.last - 1)[0].isupper() and found.before() in {'"', "“", "``", "nbc", "abc"}:
        return None  # the title of a programme
    if unit.startswith("T") and len(unit) == 2:
        return None
    if which in {"past", "last"} and _is_length(found, unit):
        return Meaning(
            TimexType.DURATION, length_value(1, unit), "length up to the anchor", anchor=found.setting.anchor.kind
        )
    value = shifted(found, unit, SHIFTS.get(which, 0))
    kind = found.setting.anchor.kind
    if value is None:
        return Meaning(
            DATE, OPEN.get(unit, "XXXX"), "unit counted from the anchor", edge_mod(found), AnchorKind.UNKNOWN
        )
    return Meaning(DATE, value, "unit counted from the anchor", edge_mod(found), kind)


def _is_length(found: Found, unit: str) -> bool:
    """The past decade, the past 24 hours: a stretch up to now, and no calendar unit."""
    return unit in {"T", "C", "D"} and found.word("which") == "past"


def length_value(count: float | None, unit: str) -> str:
    """P2Y, PT3H, PXD, P20Y for two decades."""
    scale = {"T": 10, "C": 100, "L": 1000, "F": 2}.get(unit, 1)
    letter = {"T": "Y", "C": "Y", "L": "Y", "F": "W", "E": "WE", "TS": "S", "TM": "M", "TH": "H"}.get(unit, unit)
    time = "T" if len(unit) == 2 else ""
    if count is not None and count * scale % 1 == 0.5 and unit in HALVES:
        whole, smaller = int(count * scale), HALVES[unit]
        return f"P{time}{f'{whole}{letter}' if whole else ''}{smaller}"
    number = "X" if count is None else f"{count * scale:.12g}"
    return f"P{time}{number}{letter}"


def shifted(found: Found, unit: str, shift: int) -> str | None:
    """The calendar unit so many units from the one that the anchor lies in; None if the anchor does not tell it."""
    setting = found.setting
    if unit == "Y":
        return year_value(setting.year + shift) if setting.year and 1 <= setting.year + shift <= 9998 else None
    if unit in {"T", "C", "L"}:
        return _shifted_years(setting.year, unit, shift)
    if unit in {"M", "Q"}:
        return _shifted_months(setting.month, unit, shift)
    return None if setting.day is None else shifted_from(setting.day, unit, shift)


def _shifted_years(year: int | None, unit: str, shift: int) -> str | None:
    if year is None or unit == "L":
        return None
    return decade_value(year + 10 * shift) if unit == "T" else century_value((year - 1) // 100 + 1 + shift)


def _shifted_months(month: tuple[int, int] | None, unit: str, shift: int) -> str | None:
    moved = shift_months(*month, shift if unit == "M" else 3 * shift) if month else None
    if moved is None:
        return None
    return month_value(*moved) if unit == "M" else quarter_value(moved[0], (moved[1] + 2) // 3)


def shifted_from(day: date, unit: str, shift: int) -> str | None:
    """The day, week, weekend, month or year so many units from the one of ``day``."""
    if unit in {"M", "Q"}:
        return _shifted_months((day.year, day.month), unit, shift)
    if unit == "Y":
        return year_value(day.year + shift) if 1 <= day.year + shift <= 9998 else None
    if unit == "T":
        return year_value(day.year + 10 * shift) if 1 <= day.year + 10 * shift <= 9998 else None
    if unit == "C":
        return year_value(day.year + 100 * shift) if 1 <= day.year + 100 * shift <= 9998 else None
    step = {"D": 1, "W": 7, "E": 7, "F": 14}.get(unit)
    moved = shift_days(day, step * shift) if step else None
    if moved is None:
        return None
    if unit == "D":
        return day_value(moved)
    return week_value(moved, weekend=unit == "E")


def read_weekend(found: Found) -> Meaning | None:
    """The weekend: the last that began, seen from the anchor."""
    if found.before() in {"every", "each"}:
        return None
    day, which = found.setting.day, found.word("which")
    if day is None:
        return Meaning(DATE, OPEN["E"], "weekend", edge_mod(found), AnchorKind.UNKNOWN)
    weekday = day.isoweekday()
    shift = 0 if weekday >= 6 else -1
    if which in {"next", "coming"} or (not which and found.direction().value > 0 and weekday < 6):
        shift += 1
    if which == "this":
        shift = 0 if weekday >= 4 else -1
    if which in {"last", "past", "previous"}:
        shift = -1
    value = shifted(found, "E", shift)
    return (
        None
        if value is None
        else Meaning(DATE, value, "weekend next to the anchor", edge_mod(found), found.setting.anchor.kind)
    )


def read_season(found: Found) -> Meaning | None:
    """Last summer, this fall, the winter of 1994, summer 1998."""
    season, which = SEASONS[found.word("season")], found.word("which")
    if found.has("year"):
        return Meaning(DATE, f"{int(found.word('year')):04d}-{season}", "season and year", edge_mod(found))
    if not which and not found.has("edge") and not found.has("edge_of") and not _is_season(found):
        return None
    day, last = found.setting.day, found.setting.last
    if found.setting.narrative and last is not None and which not in {"last", "next"}:
        return Meaning(
            DATE,
            f"{last.year + (which == 'following'):04d}-{season}",
            "season of the year told before",
            edge_mod(found),
            AnchorKind.MENTION,
        )
    if day is None:
        return Meaning(DATE, f"XXXX-{season}", "season", edge_mod(found), AnchorKind.UNKNOWN)
    return Meaning(
        DATE,
        f"{_season_year(found, day, season, which):04d}-{season}",
        "season next to the anchor",
        edge_mod(found),
        found.setting.anchor.kind,
    )


def _is_season(found: Found) -> bool:
    """False of "spring" and "fall" as verbs or water; winter and summer as adjectives are seasons all the same."""
    word, before = found.word("season"), found.before()
    if word in {"spring", "fall", "springs"}:
        return before in {"in", "since", "until", "during", "by", "last", "this", "next", "early", "late"} or (
            found.tokens.word(found.first) == "the"
            and before in {"in", "during", "by", "until", "since", "of"}
            and word != "fall"
        )
    if found.after() in {"olympics", "games", "camp", "school", "house", "palace", "solstice", "time"}:
        return False
    return before not in {"a", "midsummer", "indian", "nuclear"}


def _season_year(found: Found, day: date, season: str, which: str) -> int:
    year, now = season_of(day)
    order = ("SP", "SU", "FA", "WI")
    gone = order.index(season) <= order.index(now)  # the season of this year has begun
    if which in {"last", "previous"}:
        return year if gone and season != now else year - 1
    if which in {"next", "coming"}:
        return year + 1 if gone else year
    if which in {"past", "that"} or (not which and found.direction().value <= 0):
        return year if gone else year - 1
    if which == "this":
        return year if day.month > 2 or season == "WI" else day.year
    return year if season == now or not gone else year + 1


def read_reference(found: Found) -> Meaning | None:
    """The following year, that month, the same week, the previous Friday: counted from the last date told."""
    unit = UNITS.get(found.word("unit"), "")
    last = found.setting.last
    shift = {
        "following": 1,
        "next": 1,
        "ensuing": 1,
        "subsequent": 1,
        "previous": -1,
        "preceding": -1,
        "prior": -1,
    }.get(found.word("which"), 0)
    if unit in {"Q", "E", "T", "C", "L"} or len(unit) == 2:
        return None
    if last is None:
        value = shifted(found, unit, shift)
        kind = found.setting.anchor.kind
    else:
        value, kind = shifted_from(last.nearest(), unit, shift), AnchorKind.MENTION
    if value is None:
        return Meaning(
            DATE, OPEN.get(unit, "XXXX"), "unit counted from the time told before", edge_mod(found), AnchorKind.UNKNOWN
        )
    return Meaning(DATE, value, "unit counted from the time told before", edge_mod(found), kind)


def read_bare(found: Found) -> Meaning | None:
    """The end of the month, earlier in the year, the week: of the anchor, where the words stand for a date."""
    unit = UNITS[found.word("unit")]
    if len(unit) == 2 or unit in {"Q", "T", "C", "L", "E"}:
        return None
    if not found.has("edge") and not found.has("edge_of") and not _is_bare_date(found, unit):
        return None
    if found.after() in {"ended", "ending"} and unit == "Y":
        return Meaning(TimexType.DURATION, "P1Y", "length up to a day")
    last = found.setting.last
    if found.setting.narrative and last is not None:
        return Meaning(
            DATE,
            shifted_from(last.nearest(), unit, 0),
            "unit of the time told before",
            edge_mod(found),
            AnchorKind.MENTION,
        )
    value = shifted(found, unit, 0)
    if value is None:
        return Meaning(DATE, OPEN.get(unit, "XXXX"), "unit of the anchor", edge_mod(found), AnchorKind.UNKNOWN)
    return Meaning(DATE, value, "unit of the anchor", edge_mod(found), found.setting.anchor.kind)


def _is_bare_date(found: Found, unit: str) -> bool:
    before, after = found.before(), found.after()
    if after in {"of", "-", "to", "old", "when", "that", "after", "before", "in"}:
        return False
    if unit == "W":
        return before in {"for", "in", "during", "of", "over", "on"}
    return (
        unit == "Y"
        and before in {"in"}
        and after in {"ended", "ending"}
        or unit == "Y"
        and before in {"for", "of", "during", "through"}
    )


def read_year_end(found: Found) -> Meaning | None:
    """Year-end, the year's end: of the anchor's year."""
    value = shifted(found, "Y", 0)
    if value is None:
        return Meaning(DATE, "XXXX", "end of the year", Mod.END, AnchorKind.UNKNOWN)
    return Meaning(DATE, value, "end of the year", Mod.END, found.setting.anchor.kind)


WHEN = (
    "(?: (?P<edge> EARLY | LATE | EARLIER | LATER | MID ) DASH? IN? | THE? (?P<edge_of> BEGINNING | END | MIDDLE ) OF )"
)
WHICH = "THE? (?P<which> LAST | PAST | THIS | CURRENT | NEXT | COMING )"
UNIT = "(?P<unit> UNIT | WEEKEND )"

FORMS: tuple[Form, ...] = (
    make_form(
        "season",
        f"(?: {WHEN} | {EDGE.replace('edge', 'part')} )? (?: THE? (?P<which> LAST | PAST | THIS | NEXT | COMING | THAT | FOLLOWING ) (?: PAST | COMING )? )? (?: THE )? (?P<season> SEASON ) (?: OF? (?P<year> YEAR ) )?",
        read_season,
    ),
    make_form(
        "weekend",
        f"{WHEN}? (?: THE | (?: THE? (?P<which> LAST | PAST | THIS | NEXT | COMING | PREVIOUS ) (?: PAST | COMING )? ) ) WEEKEND",
        read_weekend,
    ),
    make_form("unit", f"{WHEN}? {WHICH} (?: PAST | COMING | CALENDAR )? {UNIT}", read_unit),
    make_form(
        "reference",
        f"{WHEN}? (?: THE (?P<which> FOLLOWING | NEXT | PREVIOUS | SAME ) | THAT (?: SAME )? ) {UNIT}",
        read_reference,
    ),
    make_form("edge of unit", f"{WHEN} THE {UNIT}", read_bare),
    make_form("year-end", "(?: THE | THIS )? YEARWORD (?: POSSESSIVE | DASH )? END", read_year_end),
    make_form("bare unit", f"THE {UNIT}", read_bare),
)
