"""The loop over forms: from tokens to meanings, in the order of the text."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.lists.time_words import MONTHS, WEEKDAYS
from sayso.patterns import compile_later
from sayso.reading.timing.forms import (
    accounts,
    calendar_days,
    clocks,
    feasts,
    lengths,
    months,
    near_days,
    quarters,
    repeated,
    seasons,
    units,
    vague,
    weekdays,
    years,
)
from sayso.reading.timing.forms.accounts import OF_THAT_YEAR, YEAR_BEFORE
from sayso.reading.timing.forms.form import Form
from sayso.reading.timing.kinds import OTHER, letters_of
from sayso.reading.timing.setting import Found, Meaning, Mention, Period, Setting
from sayso.reading.timing.values import is_value, year_value
from sayso.records.timex import TimexType

# Of those that match at one place, the first form that says what it means is taken.
FORMS: tuple[Form, ...] = (
    *clocks.FORMS,
    *calendar_days.FORMS,
    *months.FORMS,
    *years.FORMS,
    *quarters.FORMS,
    *accounts.FORMS,
    *feasts.FORMS,
    near_days.PART_OF,
    *weekdays.FORMS,
    *near_days.FORMS,
    *repeated.FORMS,
    *seasons.FORMS,
    *units.FORMS,
    *lengths.FORMS,
    *vague.FORMS,
)
# Every form has one of these in it: what stands far from any is never looked at.
CORE = "".join(
    letters_of(kind)
    for kind in """MONTH WEEKDAY SEASON PART INSTANT UNIT UNITS NUMBER DECADE FEAST ORDINAL ZONE
    YEAR SHORT_YEAR DECADE_FIGURES ISO SLASHED CLOCK HALFDAY CLOCKWORD BC
    YESTERDAY TODAY TOMORROW TONIGHT NOW CURRENT CURRENTLY RECENT RECENTLY SOON FUTURE PAST DAILY
    PERIOD QUARTERWORD QUARTER_CODE HALF_CODE HALF CENTURY WEEKEND ANNIVERSARY""".split()
)
LONGEST_GAP = 12  # tokens without a core inside one form
STRETCH = compile_later(f"(?:[^{OTHER}{CORE}]{{0,{LONGEST_GAP}}}[{CORE}])+[^{OTHER}{CORE}]{{0,{LONGEST_GAP}}}")
GROUP_NAME = compile_later(r"\?P<\w+>")
ANY = compile_later("|".join(f"({GROUP_NAME.sub('?:', form.pattern.pattern)})" for form in FORMS))
ABBREVIATED = {name for name in (*MONTHS, *WEEKDAYS) if len(name) < 6} - {"march", "april", "may", "june", "july"}
DATED = compile_later(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?(?:T.*)?")
# Periods that are compared with the one told before, and do not take its place.
COMPARED = frozenset({YEAR_BEFORE, OF_THAT_YEAR, "quarter a year before"})


def find_meanings(setting: Setting) -> list[Meaning]:
    """Every time that a form reads in the text of the setting, with its tokens; none overlaps another."""
    found: list[Meaning] = []
    for stretch in STRETCH.finditer(setting.tokens.letters):
        place, end = stretch.span()
        while (hit := ANY.search(setting.tokens.letters, place, end)) is not None:
            meaning = _read(setting, hit)
            if meaning is not None:
                found.append(meaning)
                _remember(setting, meaning)
            place = hit.start() + 1 if meaning is None else max(meaning.last, hit.start() + 1)
    return found


def _read(setting: Setting, hit: re.Match[str]) -> Meaning | None:
    """What the first form that can read the place says, from the one that was hit on."""
    start = hit.start()
    for form in FORMS[(hit.lastindex or 1) - 1 :]:
        match = form.pattern.match(setting.tokens.letters, start)
        meaning = form.read(Found(match, setting)) if match is not None else None
        if match is not None and meaning is not None and (meaning.value is None or is_value(meaning.value)):
            first = meaning.first if meaning.first >= 0 else start
            last = meaning.last if meaning.last >= 0 else match.end()
            return replace(meaning, first=first, last=_without_mark(setting, first, last))
    return None


def _without_mark(setting: Setting, first: int, last: int) -> int:
    """The end without a comma, a hyphen or a full stop, unless that belongs to "Sept." or "Mon."."""
    word = setting.tokens.word
    stop = last - first > 1 and word(last - 1) == "." and word(last - 2) not in ABBREVIATED
    return last - 1 if stop or word(last - 1) in {",", "-"} else last


def _remember(setting: Setting, meaning: Meaning) -> None:
    """Keep what later words may be counted from."""
    value, span = meaning.value or "", setting.tokens.span(meaning.first, meaning.last)
    if value == "P9M" and setting.anchor.year is not None:  # accounts of nine months are compared with nine months
        setting.period = Period(year_value(setting.anchor.year), span)
    if meaning.type not in {TimexType.DATE, TimexType.TIME}:
        return
    if "-Q" in value and "X" not in value and meaning.rule not in COMPARED:
        setting.period = Period(value, span)
    dated = DATED.fullmatch(value)
    if "X" in value:
        setting.last = None  # nobody knows from when
    if dated is not None and dated[1] != "0000":
        month, day = (int(part) if part else None for part in dated.group(2, 3))
        setting.last = Mention(int(dated[1]), month, day, span)
