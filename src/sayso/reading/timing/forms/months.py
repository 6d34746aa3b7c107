"""Months: "June 2024", "early May", "last November", "January this year", and a month alone."""

from __future__ import annotations

from sayso.lists.time_words import MONTHS
from sayso.reading.timing.days import full_year
from sayso.reading.timing.direction import Direction
from sayso.reading.timing.forms.form import EARLY, EDGE, Form, absolute, from_anchor, from_mention, make_form
from sayso.reading.timing.numbers import read_spelled_year
from sayso.reading.timing.setting import Found, Meaning, Mention
from sayso.reading.timing.values import month_value

SHIFTS = {"last": -1, "past": -1, "next": 1, "coming": 1}
# After one of these a name of a month is a month, and no verb and nobody's name.
BEFORE_MONTH = frozenset(
    """in since until till by from during late early mid before after through between this last next around about
    throughout beyond end""".split()
)
JOINING = frozenset("and or to for on".split())
ALSO_OTHERS = frozenset("may march april june august".split())
FULL_SHORT = frozenset("may june july".split())  # short words that are no abbreviations
AHEAD = frozenset({"by", "through"})
AT_MOST_AHEAD = 9  # months that the clause may point ahead; further on the last one is meant
SOON = 2  # months: so near a month ahead is meant where the clause points nowhere


def read_month_year(found: Found) -> Meaning:
    value = month_value(full_year(found.word("year")), MONTHS[found.word("month")])
    return absolute(found, value, "month and year")


def read_month_in_words(found: Found) -> Meaning | None:
    """January nineteen ninety-seven."""
    year = read_spelled_year(found.words("spelled"))
    return absolute(found, month_value(year, MONTHS[found.word("month")]), "month and year in words") if year else None


def read_month_of_year(found: Found) -> Meaning:
    """January this year, June last year."""
    month, year = MONTHS[found.word("month")], found.setting.anchor.year
    value = None if year is None else month_value(year + SHIFTS.get(found.word("relative"), 0), month)
    return from_anchor(found, value, f"XXXX-{month:02d}", "month of that year")


def read_month(found: Found) -> Meaning | None:
    """A month without a year: the last one that began, unless the words or the clause point ahead."""
    month = MONTHS[found.word("month")]
    if not found.has("relative", "edge") and not _is_month(found):
        return None
    told, unknown = found.setting.told, f"XXXX-{month:02d}"
    if told is not None and not found.has("relative"):
        return from_mention(
            found, month_value(_year_near(told, month), month), unknown, "month of the year told before"
        )
    now = found.setting.anchor.month
    if now is None:
        return from_anchor(found, None, unknown, "month")
    year, rule = _named(found, month, now) if found.has("relative") else _bare(found, month, now)
    other = year + (1 if (year, month) <= now else -1)
    others = [] if found.has("relative") or not 1 <= other <= 9998 else [month_value(other, month)]
    return from_anchor(found, month_value(year, month), unknown, rule, others=others)


def _year_near(told: Mention, month: int) -> int:
    """The year that brings the month within half a year of the month told before."""
    distance = 0 if told.month is None else month - told.month
    return told.year + (1 if distance < -6 else -1 if distance > 6 else 0)


def _named(found: Found, month: int, now: tuple[int, int]) -> tuple[int, str]:
    """The year of "last May", "this May", "next May"."""
    relative = found.word("relative")
    if relative == "this":
        return now[0], "month of this year"
    if relative in {"last", "past"}:
        return now[0] - (month >= now[1]), "last month of that name"
    return now[0] + (month <= now[1]), "next month of that name"


def _bare(found: Found, month: int, now: tuple[int, int]) -> tuple[int, str]:
    ahead = (month - now[1]) % 12
    following, last = now[0] + (month < now[1]), now[0] - (month > now[1])
    direction = Direction.FUTURE if found.before() in AHEAD else found.direction()
    if direction is Direction.FUTURE and ahead <= AT_MOST_AHEAD:
        return following, "month, the clause points ahead"
    if ahead <= 1 or (direction is Direction.UNKNOWN and ahead <= SOON):
        return following, "nearest month of that name"
    return last, "last month that began"


def _is_month(found: Found) -> bool:
    """False of May, March and April as verbs or names, and of Jan and Dec without a stop."""
    word, before, after = found.word("month"), found.before(), found.after()
    capital = found.is_capital_after()
    if (
        len(word) <= 4
        and word not in FULL_SHORT
        and found.tokens.word(found.last - 1) != "."
        and before not in BEFORE_MONTH
    ):
        return False
    if before == "the" and after.isalpha() and not capital:
        return True  # the March accession
    if before in BEFORE_MONTH or before in JOINING:
        return True
    if word not in ALSO_OTHERS:
        return not capital or after in MONTHS or before in {"of", "the", "-"}
    if word in {"may", "march"} or capital:
        return before == "of" and after in {",", ".", "and"}
    return not found.tokens.is_capital(found.first - 1) or before in {"", "."}


MONTH = "(?P<month> MONTH ) DOT?"
RELATIVE = "(?P<relative> LAST | THIS | NEXT | PAST | COMING )"

FORMS: tuple[Form, ...] = (
    make_form(f"{EDGE}? {MONTH} COMMA? OF? (?P<year> YEAR | SHORT_YEAR )", read_month_year),
    make_form(
        f"{EDGE}? {MONTH} (?= (?: DASH | TO | AND | OR | THROUGH ) {EARLY}? MONTH DOT? OF? (?P<year> YEAR ) )",
        read_month_year,
    ),
    make_form(
        "(?P<month> MONTH ) COMMA? (?P<spelled> NUMBER (?: DASH? (?: NUMBER | AND ) ){1,4} )", read_month_in_words
    ),
    make_form(f"{EDGE}? {MONTH} (?: COMMA | OF )? {RELATIVE} YEARWORD", read_month_of_year),
    make_form(f"{EDGE}? {RELATIVE} {MONTH}", read_month),
    make_form(f"{EDGE}? {MONTH}", read_month),
)
