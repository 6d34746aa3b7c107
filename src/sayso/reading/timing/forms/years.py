"""Years and more: "1998", "late 1998", "1941-42", "'97", "nineteen ninety-one", "the 1990s", "the 19th century"."""

from __future__ import annotations

from dataclasses import replace

from sayso.lists.time_words import DECADES, MONTHS
from sayso.reading.counting.labels import NAMED_BY_NUMBER
from sayso.reading.timing.forms.form import EARLY, EDGE, Form, absolute, edge_mod, from_anchor, make_form
from sayso.reading.timing.numbers import read_ordinal, read_spelled_year
from sayso.reading.timing.setting import Found, Meaning
from sayso.reading.timing.values import century_value, decade_value, year_value

# Four figures are mostly a year inside the first range; inside the second they are one after such a word or a bracket.
USUAL, POSSIBLE = range(1900, 2051), range(1500, 2101)
BEFORE_YEAR = frozenset(
    """in since until till during late early mid through between throughout beyond end fiscal year years spring summer
    autumn fall winter season circa ending ended begins beginning""".split()
)
BEFORE_SHORT_YEAR = BEFORE_YEAR | frozenset("of from to by before after and or the last".split())
# Four figures after one of these are a price, a number in a row, a name.
NO_YEAR_AFTER = frozenset("$ # £ € at than nearly almost some : /".split()) | (NAMED_BY_NUMBER - BEFORE_YEAR)
NO_YEAR_BEFORE = frozenset("% / :".split())
# What is counted, when it follows: "2000 people".
COUNTED = frozenset(
    """people persons men women children soldiers troops police officers workers jobs dead civilians refugees miles
    migrants fighters militants kilometers kilometres meters metres feet homes houses tons tonnes pounds dollars
    euros copies votes members students protesters employees shares percent barrels years days hours minutes times
    acres points megawatts degrees gallons cars units families victims seats gmt utc est""".split()
)
MEASURES = frozenset("mile member page word foot meter year pound strong".split())
PREFIXES = frozenset("mid post pre early late".split())
GLUE = frozenset("( [ - – — “ \" ' /".split())


def read_year(found: Found) -> Meaning | None:
    year = int(found.word("year"))
    if edge_mod(found) is None and not _is_year(found, year):
        return None
    return absolute(found, year_value(year), "year")


def _is_year(found: Found, year: int) -> bool:
    """False of prices, counts, names and numbers of things."""
    before, tokens = found.before(), found.tokens
    if before in NO_YEAR_AFTER or _counts(found) or _is_in_row(found):
        return False
    if tokens.is_glued(found.first) and before not in GLUE:
        return False
    joined = found.before(2)
    if before == "-" and not joined.isdigit() and joined not in PREFIXES:
        return False
    return year in USUAL or (year in POSSIBLE and before in {"(", "-"}) or before in BEFORE_YEAR


def _is_in_row(found: Found) -> bool:
    """One of several bare numbers, as in a table."""
    return found.before()[:1].isdigit() or found.after()[:1].isdigit()


def _counts(found: Found) -> bool:
    after, tokens = found.after(), found.tokens
    hyphened = after == "-" and tokens.is_glued(found.last) and found.after(1) in MEASURES
    return hyphened or after in COUNTED or after in NO_YEAR_BEFORE


def read_years(found: Found) -> Meaning | None:
    """1941-42: the value is the first year, the interval runs to the last."""
    year, until = int(found.word("year")), found.word("until")
    if len(until) != 2 or year not in POSSIBLE or found.tokens.is_glued(found.first):
        return None
    last = year // 100 * 100 + int(until)
    return replace(absolute(found, year_value(year), "years"), until=year_value(last)) if last > year else None


def read_short_year(found: Found) -> Meaning | None:
    """'97: of the century that brings it nearest to the anchor."""
    if found.before() not in BEFORE_SHORT_YEAR and found.before() not in MONTHS:
        return None
    number, near = int(found.tokens.form(found.last - 1)[1:]), found.setting.anchor.year or 2000
    year = min((near // 100 * 100 + number + shift for shift in (-100, 0, 100)), key=lambda one: abs(one - near))
    return from_anchor(found, year_value(year), "XXXX", "year in two figures")


def read_spelled(found: Found) -> Meaning | None:
    year = read_spelled_year(found.words("spelled"))
    if year is None or (year == 2000 and not found.opens_with("the") and found.before() not in BEFORE_YEAR):
        return None  # two thousand people
    return absolute(found, year_value(year), "year in words")


def read_decade(found: Found) -> Meaning | None:
    """The 1990s; the '80s and the nineties of the anchor's century or the one before."""
    word = found.word("decade")
    figures = "".join(letter for letter in word if letter.isdigit())
    if len(figures) == 4:
        century = figures.endswith("00") and figures < "2000"  # the 1800s
        return absolute(
            found, figures[:2] if century else decade_value(int(figures)), "century" if century else "decade"
        )
    if found.first == found.place("decade") and not (word.startswith("'") and found.before() != "in"):
        return None  # in his eighties, 90s without "the"
    number, near = int(figures) if figures else DECADES[word], found.setting.anchor.year or 2000
    year = near // 100 * 100 + number
    return from_anchor(found, decade_value(year if year <= near else year - 100), "XXXX", "decade in two figures")


def read_century(found: Found) -> Meaning | None:
    number = read_ordinal(found.word("ordinal"))
    return absolute(found, century_value(number), "century") if number is not None and 1 <= number <= 30 else None


def read_bc(found: Found) -> Meaning | None:
    word = found.word("year")
    return absolute(found, f"BC{int(word):04d}", "year before Christ") if word.isdigit() and len(word) <= 4 else None


FORMS: tuple[Form, ...] = (
    make_form("(?P<year> FIGURE ) BC", read_bc),
    make_form(f"THE? {EARLY}? (?P<ordinal> ORDINAL ) DASH? CENTURY", read_century),
    make_form(f"THE? {EARLY}? (?P<decade> DECADE_FIGURES | DECADE )", read_decade),
    make_form("(?: THE YEARWORD )? (?P<spelled> NUMBER (?: DASH? (?: NUMBER | AND ) ){1,4} )", read_spelled),
    make_form("(?P<year> YEAR ) (?: DASH | SLASH ) (?P<until> FIGURE )", read_years),
    make_form(f"(?: {EDGE} | THE YEARWORD )? (?P<year> YEAR )", read_year),
    make_form("SHORT_YEAR", read_short_year),
)
