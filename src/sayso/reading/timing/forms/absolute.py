"""Dates with a month or a year in them: "March 3, 2004", "3 May", "late 1998", "the 1990s", "the 19th century"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sayso.lists.time_words import DECADES, MONTHS
from sayso.reading.timing.days import make_day, nearest_year
from sayso.reading.timing.direction import Direction
from sayso.reading.timing.forms.form import EDGE, Form, edge_mod, make_form
from sayso.reading.timing.numbers import read_ordinal, read_spelled_year
from sayso.reading.timing.setting import Found, Meaning
from sayso.reading.timing.values import century_value, day_value, decade_value, month_value, week_value, year_value
from sayso.records.timex import AnchorKind, TimexType

DATE = TimexType.DATE
FAR = 60  # days; a nearer day of that name is taken wherever the clause points to
WEEKDAY = "(?: WEEKDAY DOT? COMMA? )?"
# Before these a bare year or month is one; before others it may be a number or a name.
BEFORE_TIME = frozenset(
    """in since until till by from of during for late early mid before after through between and to this last next
    around about throughout beyond end fiscal year years on or spring summer autumn fall winter season circa the -
    ending ended begins beginning""".split()
)
COUNTED = frozenset(
    """people persons men women children soldiers troops police officers workers jobs dead civilians refugees miles
    migrants fighters militants kilometers kilometres meters metres feet homes houses tons tonnes pounds dollars
    euros copies votes members students protesters employees shares percent barrels years days hours minutes times
    acres points megawatts degrees miles gmt utc est hours gallons cars units families victims seats units""".split()
)


def read_full(found: Found) -> Meaning:
    month, day = MONTHS[found.word("month")], _day_number(found.word("day"))
    made = make_day(_year_number(found.word("year")), month, day)
    return Meaning(DATE, day_value(made) if made else None, "day, month and year" if made else "no such day")


def read_iso(found: Found) -> Meaning:
    form = found.tokens.form(found.first)
    made = make_day(int(form[:4]), int(form[5:7]), int(form[8:10]))
    return Meaning(DATE, form if made else None, "day, month and year" if made else "no such day")


def read_slashed(found: Found) -> Meaning | None:
    """7/8/07: clear only where one of the first two cannot be a month, or the anchor is near one reading only."""
    a, b, year = (int(part) for part in found.tokens.form(found.first).split("/"))
    year = year if year > 99 else 2000 + year if year < 50 else 1900 + year
    us, other = make_day(year, a, b), make_day(year, b, a)
    anchor = found.setting.day
    if us and other and us != other and anchor:
        near, far = sorted((us, other), key=lambda one: abs((one - anchor).days))
        if abs((near - anchor).days) <= 31 < abs((far - anchor).days):
            us, other = near, None
    made = us or other
    if made is None:
        return None
    others = (day_value(other),) if us and other and us != other else ()
    return Meaning(DATE, day_value(made), "day, month and year in figures", others=others)


def read_month_day(found: Found) -> Meaning | None:
    month, day = MONTHS[found.word("month")], _day_number(found.word("day"))
    if make_day(2000, month, day) is None:
        return Meaning(DATE, None, "no such day") if day <= 31 else None
    relative = _relative_year(found)
    if relative is not None:
        made = make_day(relative, month, day)
        return (
            Meaning(DATE, day_value(made), "day and month of that year", anchor=found.setting.anchor.kind)
            if made
            else None
        )
    around, kind = _around(found)
    if around is None:
        return Meaning(DATE, f"XXXX-{month:02d}-{day:02d}", "day and month", anchor=AnchorKind.UNKNOWN)
    made = _nearest(found, month, day, around, kind)
    year = made.year if made else None
    other = make_day(year + (1 if made and made <= around else -1), month, day) if year and 1 < year < 9999 else None
    far = made is not None and abs((made - around).days) > 120
    return Meaning(
        DATE,
        day_value(made) if made else f"XXXX-{month:02d}-{day:02d}",
        "nearest day of that name",
        anchor=kind,
        others=(day_value(other),) if other and far else (),
    )


def _nearest(found: Found, month: int, day: int, around: date, kind: AnchorKind) -> date | None:
    """The nearest day of that name; of two far ones the one that the clause points to."""
    year = nearest_year(month, day, around)
    made = make_day(year, month, day) if year else None
    if made is None or kind is AnchorKind.MENTION:
        return made
    direction, distance = found.direction(), (made - around).days
    if found.before() == "ended" and distance > 0:
        direction, distance = Direction.PAST, FAR + 1
    if distance > FAR and direction is not Direction.FUTURE:
        return make_day(made.year - 1, month, day) or made
    if distance < -FAR and direction is Direction.FUTURE:
        return make_day(made.year + 1, month, day) or made
    return made


def _around(found: Found) -> tuple[date | None, AnchorKind]:
    """From where a missing year is reckoned: the anchor, or the last date told in a text that tells of other years."""
    setting = found.setting
    if setting.narrative and setting.last is not None:
        return setting.last.nearest(), AnchorKind.MENTION
    return setting.day, setting.anchor.kind


def _relative_year(found: Found) -> int | None:
    """The year of "January last year" and "last May"."""
    year = found.setting.year
    shift = {"last": -1, "this": 0, "next": 1, "past": -1, "coming": 1}.get(found.word("relative"))
    return None if shift is None or year is None else year + shift


def read_day_of_month(found: Found) -> Meaning | None:
    """On the 22nd: of the month told before, else of the anchor's."""
    word, last = found.word("day"), found.setting.last
    number = read_ordinal(word)
    if number is None or not word[0].isdigit() or found.after()[:1].isalpha():
        return None
    told = (last.year, last.month) if last is not None and last.month is not None else None
    month, kind = (told, AnchorKind.MENTION) if told else (found.setting.month, found.setting.anchor.kind)
    made = make_day(*month, number) if month else None
    if made is None:
        return None
    return Meaning(DATE, day_value(made), "day of that month", anchor=kind, first=found.place("the"))


def read_month_year(found: Found) -> Meaning:
    month, year = MONTHS[found.word("month")], _year_number(found.word("year"))
    return Meaning(DATE, month_value(year, month), "month and year", edge_mod(found))


def read_month_relative_year(found: Found) -> Meaning | None:
    year = _relative_year(found)
    month = MONTHS[found.word("month")]
    if year is None:
        return Meaning(DATE, f"XXXX-{month:02d}", "month of that year", anchor=AnchorKind.UNKNOWN)
    return Meaning(DATE, month_value(year, month), "month of that year", edge_mod(found), found.setting.anchor.kind)


def read_month(found: Found) -> Meaning | None:
    """A month alone: the last one that began, unless the clause points ahead."""
    month, word = MONTHS[found.word("month")], found.word("month")
    relative = found.word("relative")
    if not relative and not found.has("edge") and not found.has("edge_of") and not _is_month(found, word):
        return None
    kind = found.setting.anchor.kind
    if found.setting.narrative and found.setting.last is not None and not relative:
        around = found.setting.last
        year = around.year
        if around.month is not None:
            year += 1 if month - around.month < -6 else -1 if month - around.month > 6 else 0
        return Meaning(
            DATE, month_value(year, month), "month of the year told before", edge_mod(found), AnchorKind.MENTION
        )
    now = found.setting.month
    if now is None:
        return Meaning(DATE, f"XXXX-{month:02d}", "month", edge_mod(found), AnchorKind.UNKNOWN)
    year, rule = _month_year(found, month, now, relative)
    other = month_value(year + (1 if (year, month) <= now else -1), month) if 1 < year < 9999 else None
    sure = relative or found.has("edge_of")
    return Meaning(
        DATE, month_value(year, month), rule, edge_mod(found), kind, others=() if sure or not other else (other,)
    )


def _month_year(found: Found, month: int, now: tuple[int, int], relative: str) -> tuple[int, str]:
    year, ahead = now[0], (month - now[1]) % 12
    last = year if month <= now[1] else year - 1
    following = year if month >= now[1] else year + 1
    if relative in {"last", "past", "previous"}:
        return (last if month != now[1] else year - 1), "last month of that name"
    if relative in {"next", "coming"}:
        return (following if month != now[1] else year + 1), "next month of that name"
    if relative == "this":
        return year, "month of this year"
    direction = Direction.FUTURE if found.before() in {"by", "through"} else found.direction()
    if direction is Direction.FUTURE and ahead <= 9:
        return following, "month, the clause points ahead"
    if ahead <= 1 or (direction is Direction.UNKNOWN and ahead <= 2):
        return following, "nearest month of that name"
    return last, "last month that began"


def _is_month(found: Found, word: str) -> bool:
    """False of May, March, April, June and August as verbs or names."""
    before, after = found.before(), found.after()
    if (
        len(word) <= 4
        and word not in {"may", "june", "july"}
        and found.tokens.word(found.last - 1) != "."
        and before not in BEFORE_TIME - {"and", "or", "to", "the", "for", "of"}
    ):
        return False
    if before == "the" and after.isalpha() and found.tokens.form(found.last).islower():
        return True
    if word not in {"may", "march", "april", "june", "august", "mar", "jan", "dec", "sun"}:
        return not (found.tokens.form(found.last)[:1].isupper() and before not in BEFORE_TIME and after not in MONTHS)
    if before in BEFORE_TIME - {"the", "-", "year", "years", "of"}:
        return True
    if word in {"may", "march"} or found.tokens.form(found.last)[:1].isupper():
        return before == "of" and after in {",", ".", "and"}
    return not found.tokens.form(found.first - 1)[:1].isupper() or before in {"", "."}


def read_day_range(found: Found) -> Meaning | None:
    """May 7-8: one stretch; its value is the first day, its interval runs to the last."""
    first = read_month_day(found) if not found.has("year") else read_full(found)
    if first is None or first.value is None:
        return first
    until = _day_number(found.word("until"))
    return replace(first, until=f"{first.value[:8]}{until:02d}") if until > int(first.value[8:]) else first


def read_year_range(found: Found) -> Meaning | None:
    """1941-42."""
    year, until = int(found.word("year")), found.word("until")
    last = year // 100 * 100 + int(until)
    if len(until) != 2 or not year < last or not 1500 <= year <= 2100 or found.tokens.is_glued(found.first):
        return None
    return Meaning(DATE, year_value(year), "year", until=year_value(last))


def read_week_of(found: Found) -> Meaning | None:
    """The week of March 6."""
    day = read_month_day(found) if not found.has("year") else read_full(found)
    if day is None or day.value is None or "X" in day.value:
        return None
    return Meaning(DATE, week_value(date.fromisoformat(day.value)), f"week; {day.rule}", anchor=day.anchor)


def read_year(found: Found) -> Meaning | None:
    word, before, after = found.word("year"), found.before(), found.after()
    year = int(word)
    tokens = found.tokens
    mod = edge_mod(found)
    if mod is None:
        if before in {
            "$",
            "#",
            "£",
            "€",
            "no",
            "at",
            "flight",
            "route",
            "room",
            "page",
            "than",
            "nearly",
            "almost",
            "some",
            ":",
            "/",
            "section",
        }:
            return None
        if (
            after in COUNTED
            or after in {"%", "/", ":"}
            or (
                tokens.is_glued(found.last)
                and after in {"-"}
                and tokens.word(found.last + 1)
                in {"mile", "member", "page", "word", "foot", "meter", "year", "pound", "strong"}
            )
        ):
            return None
        if tokens.is_glued(found.first) and before not in {"(", "-", "–", "—", "“", '"', "'", "/", "["}:
            return None
        if (
            before == "-"
            and not tokens.word(found.first - 2).isdigit()
            and tokens.word(found.first - 2) not in {"mid", "post", "pre", "early", "late"}
        ):
            return None
        usual = 1900 <= year <= 2050
        if not usual and not (
            before
            in BEFORE_TIME
            - {"the", "for", "to", "of", "and", "or", "on", "about", "around", "-", "by", "after", "before", "from"}
            or (before in {"(", "-"} and 1500 <= year <= 2100)
        ):
            return None
    return Meaning(DATE, year_value(year), "year", mod)


def read_short_year(found: Found) -> Meaning | None:
    """'97: of this century or the last, whichever is nearer to the anchor."""
    number = int(found.tokens.form(found.first)[1:])
    if found.before() not in BEFORE_TIME and found.before() not in MONTHS:
        return None
    near = found.setting.year or 2000
    year = min((1800 + number, 1900 + number, 2000 + number), key=lambda one: abs(one - near))
    return Meaning(DATE, year_value(year), "year in two figures", edge_mod(found))


def read_words(found: Found) -> Meaning | None:
    year = read_spelled_year(found.words("spelled"))
    if year is None or not 1100 <= year <= 2099:
        return None
    if found.has("month"):
        return Meaning(DATE, month_value(year, MONTHS[found.word("month")]), "month and year in words")
    return Meaning(DATE, year_value(year), "year in words", edge_mod(found))


def read_decade(found: Found) -> Meaning | None:
    figures = "".join(letter for letter in found.word("decade") if letter.isdigit())
    if len(figures) == 4:
        return Meaning(DATE, decade_value(int(figures)), "decade", edge_mod(found))
    if not figures and (
        found.before() in {"his", "her", "their", "my"}
        or found.tokens.word(found.first) not in {"the", "early", "late", "mid"}
    ):
        return None
    if (
        figures
        and found.tokens.word(found.first) not in {"the", "early", "late", "mid"}
        and not found.word("decade").startswith("'")
    ):
        return None
    if found.before() in {"in", "his", "her"} and found.first == found.place("decade"):
        return None
    number = int(figures) if figures else DECADES[found.word("decade")]
    near = found.setting.year or 2000
    century = near // 100 * 100
    year = century + number if century + number <= near else century - 100 + number
    return Meaning(
        DATE, decade_value(year), "decade of this century or the last", edge_mod(found), found.setting.anchor.kind
    )


def read_century(found: Found) -> Meaning | None:
    number = read_ordinal(found.word("ordinal"))
    return (
        None
        if number is None or not 1 <= number <= 30
        else Meaning(DATE, century_value(number), "century", edge_mod(found))
    )


def read_bc(found: Found) -> Meaning | None:
    number = int(found.word("year"))
    return Meaning(DATE, f"BC{number:04d}", "year before Christ") if number < 10000 else None


def _day_number(word: str) -> int:
    number = read_ordinal(word)
    return int(word) if number is None else number


def _year_number(word: str) -> int:
    number = int(word.lstrip("'"))
    return number if number > 99 else 2000 + number if number < 50 else 1900 + number


MONTH = "(?P<month> MONTH ) DOT?"
DAY = "(?P<day> DAY | ORDINAL )"
YEAR = "(?P<year> YEAR )"
RELATIVE = "(?P<relative> LAST | THIS | NEXT | PAST | COMING )"
SPELLED = "(?P<spelled> NUMBER (?: DASH? (?: NUMBER | AND ) ){1,4} )"

FORMS: tuple[Form, ...] = (
    make_form("iso", "ISO", read_iso),
    make_form("slashed", "SLASHED", read_slashed),
    make_form("week of", f"THE? WEEKWORD OF {MONTH} {DAY} (?: COMMA? {YEAR} )?", read_week_of),
    make_form(
        "day range", f"{MONTH} {DAY} (?: DASH | TO ) (?P<until> DAY ) (?! DASH ) (?: COMMA? {YEAR} )?", read_day_range
    ),
    make_form(
        "range of days", f"{DAY} (?: DASH | TO ) (?P<until> DAY ) OF? {MONTH} (?: COMMA? {YEAR} )?", read_day_range
    ),
    make_form("full", f"{WEEKDAY} THE? {MONTH} THE? {DAY} COMMA? (?: IN )? {YEAR}", read_full),
    make_form("full", f"{WEEKDAY} THE? {DAY} (?: DAY )? OF? {MONTH} COMMA? {YEAR}", read_full),
    make_form("full", f"{YEAR} COMMA? {MONTH} {DAY} (?! COMMA? YEAR )", read_full),
    make_form(
        "month day",
        f"(?: THIS COMING )? {WEEKDAY} {MONTH} THE? {DAY} (?: COMMA? {RELATIVE} YEARWORD )?",
        read_month_day,
    ),
    make_form("day month", f"{WEEKDAY} THE? {DAY} OF? {MONTH} (?: OF? {RELATIVE} YEARWORD )?", read_month_day),
    make_form("month year", f"{EDGE}? {MONTH} COMMA? OF? (?P<year> YEAR | SHORTYEAR )", read_month_year),
    make_form("month in words", f"(?P<month> MONTH ) COMMA? {SPELLED}", read_words),
    make_form(
        "month relative year", f"{EDGE}? {MONTH} (?: COMMA | OF )? {RELATIVE} YEARWORD", read_month_relative_year
    ),
    make_form("relative month", f"{EDGE}? {RELATIVE} {MONTH}", read_month),
    make_form("month", f"{EDGE} {MONTH}", read_month),
    make_form("month", MONTH, read_month),
    make_form("bc", "(?P<year> FIGURE ) BC", read_bc),
    make_form(
        "century", "THE? (?: (?P<edge> EARLY | LATE | MID ) DASH? )? (?P<ordinal> ORDINAL ) DASH? CENTURY", read_century
    ),
    make_form(
        "decade", "THE? (?: (?P<edge> EARLY | LATE | MID ) DASH? )? (?P<decade> FIGUREDECADE | DECADE )", read_decade
    ),
    make_form("spelled year", f"(?: THE YEARWORD )? {SPELLED}", read_words),
    make_form("years", f"{YEAR} DASH (?P<until> FIGURE )", read_year_range),
    make_form("day of the month", "(?: ON | BY | SINCE ) (?P<the> THE ) (?P<day> DAY )", read_day_of_month),
    make_form("year", f"(?: {EDGE} | THE YEARWORD )? {YEAR}", read_year),
    make_form("short year", "(?P<year> SHORTYEAR )", read_short_year),
)
