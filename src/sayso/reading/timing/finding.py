"""The loop over forms: from tokens to meanings, in the order of the text."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.lists.time_words import MONTHS, WEEKDAYS
from sayso.reading.timing.forms import absolute, clocks, lengths, periods, relative, vague, weekdays
from sayso.reading.timing.forms.form import Form
from sayso.reading.timing.setting import Found, Meaning, Mention, Setting
from sayso.reading.timing.tokens import OTHER, letters_of
from sayso.reading.timing.values import is_value
from sayso.records.timex import AnchorKind, TimexType

# Every form has one of these in it.
CORE = "".join(
    letters_of(kind)
    for kind in """MONTH WEEKDAY SEASON PART INSTANT UNIT UNITS YEAR SHORTYEAR FIGUREDECADE DECADE ISO SLASHED CLOCK HALFDAY
    OCLOCK ZONE YESTERDAY TODAY TOMORROW TONIGHT NOW VAGUENOW CURRENT RECENT RECENTLY SOON FUTURE PAST DAILY WEEKLY MONTHLY FEAST BC
    PERIOD QUARTERWORD ANNIVERSARY ORDINAL WEEKEND HALF CENTURY NUMBER""".split()
)
STRETCH = re.compile(f"(?:[^{OTHER}{CORE}]{{0,12}}[{CORE}])+[^{OTHER}{CORE}]{{0,12}}")
# The first form that matches and says what it means is taken.
FORMS: tuple[Form, ...] = (
    *clocks.FORMS,
    *absolute.FORMS,
    *periods.FORMS,
    *weekdays.FORMS,
    *lengths.FORMS[:2],
    *relative.FORMS,
    *lengths.FORMS[2:],
    *vague.FORMS,
)
GROUP_NAME = re.compile(r"\?P<\w+>")
ANY = re.compile("|".join(f"({GROUP_NAME.sub('?:', form.pattern.pattern)})" for form in FORMS))
ABBREVIATED = {name for name in (*MONTHS, *WEEKDAYS) if len(name) < 6} - {"march", "april", "may", "june", "july"}
DATED = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?(?:T.*)?")


def find_meanings(setting: Setting) -> list[Meaning]:
    """Every time that a form reads in the text of the setting, with its tokens; none overlaps another."""
    letters = setting.tokens.letters
    found: list[Meaning] = []
    for stretch in STRETCH.finditer(letters):
        place, end = stretch.span()
        while (hit := ANY.search(letters, place, end)) is not None:
            meaning = _read(setting, hit)
            if meaning is not None:
                found.append(meaning)
                _remember(setting, meaning)
            place = hit.start() + 1 if meaning is None else max(meaning.last or 0, hit.start() + 1)
    return found


def _read(setting: Setting, hit: re.Match[str]) -> Meaning | None:
    start = hit.start()
    for form in FORMS[(hit.lastindex or 1) - 1 :]:
        match = form.pattern.match(setting.tokens.letters, start)
        if match is None or match.end() == start:
            continue
        found = Found(match, setting)
        meaning = form.read(found)
        if meaning is not None and (meaning.value is None or is_value(meaning.value)):
            first = match.start() if meaning.first is None else meaning.first
            last = match.end() if meaning.last is None else meaning.last
            return replace(meaning, first=first, last=_without_stop(setting, first, last))
    return None


def _without_stop(setting: Setting, first: int, last: int) -> int:
    """The end without a full stop, unless that belongs to "Sept." or "Mon."."""
    word = setting.tokens.word
    full = last - first > 1 and word(last - 1) == "." and word(last - 2) not in ABBREVIATED
    return last - 1 if full or word(last - 1) in {",", "-"} else last


def _remember(setting: Setting, meaning: Meaning) -> None:
    """Keep what later words may be counted from."""
    value = meaning.value or ""
    span = setting.tokens.span(meaning.first or 0, meaning.last or 1)
    if meaning.type is TimexType.DURATION and value == "P9M":
        setting.period = f"{setting.year:04d}" if setting.year else None
    dated = DATED.fullmatch(value)
    if meaning.type not in {TimexType.DATE, TimexType.TIME}:
        return
    if (
        "-Q" in value
        and "X" not in value
        and meaning.rule not in {"a year before the period told before", "quarter a year before", "period of that year"}
    ):
        setting.period = value
    if dated is None:
        return
    mention = Mention(int(dated[1]), int(dated[2]) if dated[2] else None, int(dated[3]) if dated[3] else None, span)
    if mention.year < 1:
        return
    setting.last = mention
    if meaning.anchor is AnchorKind.NONE:
        setting.last_explicit = mention
