"""Days counted from today or from the day told before, and their parts: "yesterday", "this morning", "that day"."""

from __future__ import annotations

from sayso.lists.time_words import PARTS
from sayso.reading.timing.days import shift_days
from sayso.reading.timing.forms.form import EARLIER, Form, absolute, from_anchor, from_mention, make_form
from sayso.reading.timing.setting import Found, Meaning
from sayso.reading.timing.values import OPEN_DAY, PART_OF_DAY, day_value
from sayso.records.timex import TimexType

SHIFTS = {"yesterday": -1, "last": -1, "tomorrow": 1}
STEPS = {"next": 1, "following": 1, "ensuing": 1, "subsequent": 1, "after": 1} | dict.fromkeys(
    ("previous", "preceding", "prior", "before", "earlier"), -1
)
DURING = frozenset("in during over".split())


def read_near_day(found: Found) -> Meaning | None:
    """Yesterday, today, tomorrow, tonight, last night, the day before yesterday."""
    word = found.word("word")
    if word == "today" and found.tokens.form(found.first - 1) == "USA":
        return None
    shift = SHIFTS.get(word, 0) * (2 if found.has("beyond") else 1)
    part = PARTS.get(found.word("part"), "NI" if word == "tonight" else "")
    return _from_anchor(found, shift, part, "day counted from the anchor")


def read_part(found: Found) -> Meaning | None:
    """This morning, in the morning, overnight: of the anchor's day."""
    word = found.word("part")
    during = found.before() in DURING and found.opens_with("the")
    hyphened = found.tokens.word(found.first + 1) == "-"  # early-morning raids
    if during or found.has("this") or (found.has("edge") and not hyphened) or word == "overnight":
        return _from_anchor(found, 0, PARTS[word], "part of the anchor's day")
    return None


def _from_anchor(found: Found, shift: int, part: str, rule: str) -> Meaning:
    day = found.setting.anchor.day
    moved = shift_days(day, shift) if day else None
    ending = f"T{part}" if part else ""
    value = f"{day_value(moved)}{ending}" if moved else None
    return from_anchor(found, value, f"{OPEN_DAY}{ending}", rule, kind=TimexType.TIME if part else TimexType.DATE)


def read_part_of(found: Found) -> Meaning:
    """The night of 3 May: no time without the day that follows."""
    return absolute(found, f"{OPEN_DAY}T{PARTS[found.word('part')]}", PART_OF_DAY, kind=TimexType.TIME)


def read_same_day(found: Found) -> Meaning:
    """That day, the same night, the next day, the day before: counted from the last day told, else from the anchor."""
    rule, last = "day counted from the one told before", found.setting.last
    shift, part = STEPS.get(found.word("which"), 0), PARTS.get(found.word("part"), "")
    if last is None or last.day is None:
        return _from_anchor(found, shift, part, rule)
    moved = shift_days(last.middle(), shift)
    ending = f"T{part}" if part else ""
    value = f"{day_value(moved)}{ending}" if moved else None
    return from_mention(found, value, f"{OPEN_DAY}{ending}", rule, kind=TimexType.TIME if part else TimexType.DATE)


PART = "(?P<part> PART )"
WORD = "(?P<word> YESTERDAY | TODAY | TOMORROW | TONIGHT )"
ON_THE = "THE (?P<which> SAME | NEXT | FOLLOWING | PREVIOUS )"

FORMS: tuple[Form, ...] = (
    make_form("THE DAYWORD (?P<beyond> BEFORE | AFTER ) (?P<word> YESTERDAY | TOMORROW )", read_near_day),
    make_form(f"(?: {EARLIER} | (?: MID DASH? )? {PART} )? {WORD} {PART}?", read_near_day),
    make_form(f"{EARLIER}? (?P<word> LAST ) {PART}", read_near_day),
    make_form(f"{EARLIER}? (?P<this> THIS ) SAME? {PART}", read_part),
    make_form(f"(?: {EARLIER} | THE ) {PART}", read_part),
    make_form(PART, read_part),
    make_form(f"{EARLIER}? (?: {ON_THE} | (?P<which> THAT ) SAME? ) (?: DAYWORD {PART}? | {PART} )", read_same_day),
    make_form("THE DAYWORD (?P<which> BEFORE | AFTER | EARLIER ) (?= COMMA | DOT )", read_same_day),
)
# Before the days themselves, so that "the night of Monday" is one time.
PART_OF = make_form(f"THE {PART} (?= OF THE? (?: DAY | MONTH | WEEKDAY ) )", read_part_of)
