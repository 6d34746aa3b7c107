"""Quarters and halves of a year: "the third quarter", "this year's first half", "Q4 2014"."""

from __future__ import annotations

from dataclasses import replace

from sayso.reading.timing.days import full_year
from sayso.reading.timing.direction import Direction
from sayso.reading.timing.forms.form import EDGE, Form, absolute, from_anchor, make_form
from sayso.reading.timing.numbers import read_ordinal
from sayso.reading.timing.setting import Found, Meaning

SHIFTS = {"last": -1, "next": 1}
LEAST_AHEAD = 3  # months since its end, before a quarter ahead may mean the next year's
MOST_AHEAD = 6  # months until its start, for a quarter ahead to mean this year's


def read_quarter(found: Found) -> Meaning | None:
    """The third quarter: of the year told with it, else the last that began, unless the clause points ahead."""
    if found.words("quarter")[-1:] == ["quarters"]:
        return None
    meaning = _read(found, "Q", 3)
    return replace(meaning, first=found.first + 1) if meaning and _is_adjective(found) else meaning


def read_half(found: Found) -> Meaning | None:
    if not found.has("year", "which") and found.after() in {"of", "-"}:
        return None  # the first half of the film
    return _read(found, "H", 6)


def _is_adjective(found: Found) -> bool:
    """Its third quarter, the third-quarter results: the article is the noun's."""
    hyphened = found.tokens.word(found.place("ordinal") + 1) == "-"
    return found.has("its") or (found.opens_with("the") and hyphened)


def _read(found: Found, letter: str, months: int) -> Meaning | None:
    word, count = found.word("ordinal"), 12 // months
    number = count if word == "last" else int(word[1]) if word[0] in "qh" else read_ordinal(word)
    if number is None or not 1 <= number <= count:
        return None
    ending, anchor = f"-{letter}{number}", found.setting.anchor
    if found.has("year"):
        return absolute(found, f"{full_year(found.word('year')):04d}{ending}", "quarter and year")
    if found.has("which", "ago"):
        shift = SHIFTS.get(found.word("which"), 0) if found.has("which") else -1
        value = None if anchor.year is None else f"{anchor.year + shift:04d}{ending}"
        return from_anchor(found, value, f"XXXX{ending}", "quarter of that year")
    if anchor.month is None:
        return from_anchor(found, None, f"XXXX{ending}", "quarter")
    shift, rule = _nearest(found, anchor.month[1], months * (number - 1) + 1, months * number)
    return from_anchor(found, f"{anchor.month[0] + shift:04d}{ending}", f"XXXX{ending}", rule)


def _nearest(found: Found, now: int, first: int, last: int) -> tuple[int, str]:
    """How many years from this one the months ``first`` to ``last`` lie, seen from the month ``now``."""
    ahead = found.direction() is Direction.FUTURE
    if first <= now:
        shift, far = 0, now - last > LEAST_AHEAD
        return (1, AHEAD) if ahead and far else (shift, BEGUN)
    return (0, AHEAD) if ahead and first - now <= MOST_AHEAD else (-1, BEGUN)


AHEAD, BEGUN = "quarter, the clause points ahead", "last quarter that began"
YEAR = "(?: (?P<year> YEAR ) | (?P<which> LAST | THIS | NEXT ) YEARWORD )"
BEFORE = f"(?: {YEAR} POSSESSIVE? | (?P<ago> YEARWORD ) DASH? (?: AGO | EARLIER ) )"
OF_YEAR = "(?: (?P<year> YEAR | SHORT_YEAR ) | (?P<which> LAST | THIS | NEXT ) YEARWORD )"
AFTER = f"(?: OF? (?: FISCAL | CALENDAR )? THE? {OF_YEAR} )"
ORDINAL = "(?: FISCAL DASH? )? (?P<ordinal> ORDINAL ) DASH?"
QUARTER = "(?P<quarter> (?: FISCAL | CALENDAR )? QUARTERWORD )"
ARTICLE = "(?: THE | (?P<its> ITS ) )"

FORMS: tuple[Form, ...] = (
    make_form(f"THE? {BEFORE} {ORDINAL} {QUARTER}", read_quarter),
    make_form(f"{EDGE}? {ARTICLE}? {ORDINAL} {QUARTER} {AFTER}?", read_quarter),
    make_form(f"(?P<ordinal> QUARTER_CODE ) {AFTER}?", read_quarter),
    make_form(f"(?P<ordinal> HALF_CODE ) {AFTER}", read_half),
    make_form(f"THE? (?P<ordinal> ORDINAL | LAST ) DASH? HALF {AFTER}", read_half),
    make_form(f"THE? (?: {YEAR} POSSESSIVE? )? (?P<ordinal> ORDINAL ) DASH? HALF", read_half),
)
