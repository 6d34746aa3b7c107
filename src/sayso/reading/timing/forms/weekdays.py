"""Days of the week: "Friday", "earlier on Friday", "last Monday", "Saturday night", "Tuesdays"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from sayso.lists.time_words import ORDINALS, PARTS, WEEKDAYS
from sayso.reading.timing.days import shift_days, weekday_before
from sayso.reading.timing.direction import Direction
from sayso.reading.timing.forms.form import Form, absolute, from_anchor, from_mention, make_form
from sayso.reading.timing.setting import Found, Meaning
from sayso.reading.timing.values import day_value, value_of_day
from sayso.records.timex import TimexType

BEFORE_SHORT = frozenset("on ( until by from through since -".split())
PAPERS = frozenset("Times Telegraph Mirror Herald Mail Express Tribune Post Press".split())
NAMED = frozenset("Black Bloody Good Ash Palm Super Ruby Joe Cyber".split())
JOINTS = frozenset("to through until till - –".split())
BOUNDS = frozenset("by until till through".split())
LAST, NEXT = frozenset({"last", "past", "previous"}), frozenset({"next", "coming", "upcoming", "following"})


def read_weekday(found: Found) -> Meaning | None:
    """A weekday: the nearest on or before the anchor, unless the words or the clause point ahead."""
    word = found.word("weekday")
    number, part = WEEKDAYS[word], _part(found)
    if word.endswith("days") or found.word("part").endswith("s"):
        return absolute(found, f"XXXX-WXX-{number}{part}", "every day of that name", kind=TimexType.SET)
    if _is_name(found) or found.before() in ORDINALS:
        return None  # Black Friday, the second Tuesday in May
    meaning = _dated(found, number)
    if meaning is None or not part:
        return meaning
    return replace(meaning, type=TimexType.TIME, value=f"{meaning.value}{part}", others=())


def _part(found: Found) -> str:
    return f"T{PARTS[found.word('part')]}" if found.has("part") else ""


def _dated(found: Found, number: int) -> Meaning | None:
    unknown, last = f"XXXX-WXX-{number}", found.setting.last
    if found.word("which") == "previous" and last is not None and last.day:
        before = weekday_before(last.middle() - timedelta(1), number)
        return from_mention(found, value_of_day(before), unknown, "day of that name before the one told before")
    told, day = found.setting.told, found.setting.anchor.day
    if day is None and told is not None and told.day and not found.has("which"):
        near = shift_days(told.middle(), (number - told.middle().isoweekday() + 3) % 7 - 3)
        return from_mention(found, value_of_day(near), unknown, "day of that name next to the one told before")
    chosen, rule = _choose(found, day, number) if day else (None, "weekday")
    if chosen is not None and last is not None and _ends_range(found) and abs((chosen - last.middle()).days) > 6:
        following = weekday_before(last.middle() + timedelta(7), number)
        return from_mention(found, value_of_day(following), unknown, "day of that name after the one told before")
    others = [] if found.has("which") or day is None or chosen is None else [_other(chosen, day)]
    return from_anchor(found, value_of_day(chosen), unknown, rule, others=others)


def _ends_range(found: Found) -> bool:
    """Monday to Wednesday, Monday-Wednesday: the second of two."""
    last = found.setting.last
    joined = found.before() in JOINTS and found.before(2) in WEEKDAYS
    return joined and last is not None and last.day is not None and last.span.end == found.tokens.ends[found.first - 2]


def _other(chosen: date, day: date) -> str | None:
    """The day of that name on the other side of the anchor."""
    other = shift_days(chosen, 7 if chosen <= day else -7)
    return day_value(other) if other else None


def _choose(found: Found, day: date, number: int) -> tuple[date | None, str]:
    before, which = weekday_before(day, number), found.word("which")
    if before is None:
        return None, "weekday"
    today = before == day
    if which in LAST:
        return (shift_days(before, -7) if today else before), "last day of that name"
    if which in NEXT:
        return shift_days(before, 7), "next day of that name"
    ahead = before if today else shift_days(before, 7)
    if which == "this":
        return (before if found.direction() is Direction.PAST else ahead), "day of that name this week"
    if found.word("edge") != "earlier" and _points_ahead(found):
        return ahead, "day of that name, the clause points ahead"
    return before, "nearest day of that name until the anchor"


def _points_ahead(found: Found) -> bool:
    direction = found.direction()
    return direction is Direction.FUTURE or (found.before() in BOUNDS and direction is not Direction.PAST)


def _is_name(found: Found) -> bool:
    """Sun Microsystems, Sunday Times, Black Friday."""
    short = len(found.word("weekday")) <= 4 and found.tokens.word(found.last - 1) != "."
    if short and not found.has("which"):
        return found.before() not in BEFORE_SHORT
    return found.tokens.form(found.last) in PAPERS or found.tokens.form(found.first - 1) in NAMED


NAMED_DAY = "THE? (?P<which> LAST | PAST | NEXT | THIS | PREVIOUS | COMING ) (?: PAST | COMING )?"
WHICH = f"(?: {NAMED_DAY} | THE (?P<which> FOLLOWING ) )"
WHEN = "(?: (?P<edge> EARLY | LATE | EARLIER | LATER | MID ) DASH? ON? )"

FORMS: tuple[Form, ...] = (
    make_form(f"{WHEN}? {WHICH}? (?P<weekday> WEEKDAY ) DOT? (?: COMMA? (?P<part> PART ) )?", read_weekday),
)
