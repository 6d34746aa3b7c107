"""Lengths of time, and dates counted with them: "two years", "the next few days", "six weeks ago"."""

from __future__ import annotations

from dataclasses import replace

from sayso.lists.time_words import PLURALS, UNITS
from sayso.reading.timing.forms.form import ABOUT, Form, about_mod, absolute, from_anchor, from_mention, make_form
from sayso.reading.timing.numbers import read_count, read_ordinal
from sayso.reading.timing.setting import Found, Meaning
from sayso.reading.timing.shifting import YEARS, is_clock_unit, length_value, unit_of_anchor, unit_of_day
from sayso.reading.timing.values import PAST
from sayso.records.timex import AnchorKind, Mod, TimexType

DURATION = TimexType.DURATION
OLD = frozenset("old older olds younger age".split())
AROUND = frozenset("before after since of".split())
# Before "a year" these make it a length; after other words it is mostly a rate ("$5 a year") and tells no time.
BEFORE_ONE = frozenset(
    """for within in after of than over took takes take spent spend lasted least him them every once by half only just
    another about to until give last""".split()
)
NO_TIME_BEFORE = frozenset(
    """man school office class business visiting opening rush - working early golden old teen trading glory
    morning evening night""".split()
)
NUMERAL_OF_ARTICLE = frozenset("hundred thousand half couple few".split())
MOST_COUNTED = 5000  # units: beyond, no calendar date is counted
ANNIVERSARY = "ordinal of an anniversary"


def read_length(found: Found) -> Meaning | None:
    """Two years, a few days, at least 72 hours, the past five months; with "ago" and the like a date."""
    unit, words = _unit(found), found.words("count")
    if _is_age(found) or (unit == "Q" and found.after() == "of") or _is_some_day(found):
        return None
    count = None if found.has("range") else read_count(words)
    if found.has("half") and count is not None:
        count += 0.5
    if found.has("tail"):
        return _counted(found, unit, count)
    if words in (["a"], ["an"]) and not found.has("when"):
        return _single(found, unit)
    if found.word("unit") == "second" or _is_programme(found):
        return None
    return replace(_length(found, unit, count), first=_start(found))


def _unit(found: Found) -> str:
    word = found.word("unit")
    return PLURALS.get(word) or UNITS[word]


def _length(found: Found, unit: str, count: float | None) -> Meaning:
    anchor = found.setting.anchor
    kind = anchor.kind if found.has("when") else AnchorKind.NONE
    span = anchor.span if found.has("when") else None
    return Meaning(DURATION, length_value(count, unit), "length", about_mod(found), kind, span)


def _single(found: Found, unit: str) -> Meaning | None:
    """A year: a length after "for", "within" and the like, and before "after" and "before"."""
    told = found.has("about") or found.after() in {"before", "after"} or found.before() in BEFORE_ONE
    return _length(found, unit, 1) if told and unit not in {"TS", "E"} else None


def _start(found: Found) -> int:
    """Where the length begins: in "a two-week visit" and "its 52-week low" the article is the noun's."""
    words, start = found.words("count"), found.place("count")
    adjective = found.word("unit") in UNITS and words not in (["a"], ["an"], ["one"]) and words[:1] != ["half"]
    if not adjective or not words or found.has("when"):
        return found.first
    return start + (words[0] in {"a", "an"} and words[1:2] != [] and words[1] not in NUMERAL_OF_ARTICLE)


def _is_age(found: Found) -> bool:
    """A 25-year-old, six months old, aged two years."""
    after = found.after(1) if found.after() in {"-", "of"} else found.after()
    return after in OLD or found.before() in {"age", "aged"}


def _is_some_day(found: Found) -> bool:
    """He will one day follow: no length."""
    one_day = found.words("count") == ["one"] and found.tokens.word(found.last - 2) == "one"
    length = found.has("about", "when") or found.before() in BEFORE_ONE or found.after() in AROUND
    return one_day and found.word("unit") == "day" and not length


def _is_programme(found: Found) -> bool:
    """60 Minutes, 48 Hours."""
    return found.tokens.is_capital(found.place("unit")) and found.tokens.word(found.place("unit") - 1).isdigit()


def _counted(found: Found, unit: str, count: float | None) -> Meaning:
    """Two weeks ago from the anchor; three days later, a month earlier from the last date told."""
    tail, last, mod = found.word("tail"), found.setting.last, about_mod(found)
    if count is None:
        return _vague(found, unit)
    forward = tail in {"later", "hence"}
    distance = Meaning(
        DURATION, length_value(count, unit), "distance", Mod.AFTER if forward else Mod.BEFORE, AnchorKind.UNKNOWN
    )
    if is_clock_unit(unit) or count % 1 or count > MOST_COUNTED:
        return distance
    steps = int(count) * (1 if forward else -1)
    if tail in {"ago", "hence"} or last is None:
        base, steps = ("Y", steps * YEARS[unit]) if unit in YEARS else (unit, steps)
        meaning = from_anchor(found, unit_of_anchor(found.setting.anchor, base, steps), "", "counted from the anchor")
    elif last.tells(unit):
        meaning = from_mention(found, unit_of_day(last.middle(), unit, steps), "", "counted from the time told before")
    else:
        return distance
    return replace(meaning, mod=mod) if meaning.value else distance


def _vague(found: Found, unit: str) -> Meaning:
    """Several years ago, a few days later."""
    if found.word("tail") == "ago":
        return replace(from_anchor(found, PAST, PAST, "vague distance from the anchor"), mod=about_mod(found))
    return Meaning(DURATION, length_value(None, unit), "vague distance", about_mod(found), AnchorKind.MENTION)


def read_uncounted(found: Found) -> Meaning | None:
    """Years, recent months, coming weeks, months ago."""
    unit, before = _unit(found), found.before()
    if unit == "TS" or before in NO_TIME_BEFORE or _is_age(found) or (before.isdigit() and _is_programme(found)):
        return None
    if found.has("tail"):
        return _vague(found, unit)
    if found.has("when"):
        rule = "length up to the anchor" if found.word("when") == "recent" else "length from the anchor"
        return from_anchor(found, length_value(None, unit), "", rule, kind=DURATION)
    return absolute(found, length_value(None, unit), "length", kind=DURATION)


def read_anniversary(found: Found) -> Meaning | None:
    """The 80th anniversary of something: so many years after it, on no day that the words tell."""
    number = read_ordinal(found.word("ordinal"))
    return Meaning(DURATION, f"P{number}Y", ANNIVERSARY, Mod.AFTER, AnchorKind.EVENT) if number else None


NUMERAL = "(?: FIGURE | NUMBER )"
COUNT = (
    f"(?P<count> (?: AN (?: HALF | ONE )? )? {NUMERAL}"
    " (?: DASH? NUMBER | FIGURE SLASH FIGURE | AND AN? (?: HALF | NUMBER ) ){0,4}"
    " | AN? COUPLE OF? | AN? FEW | AN | HALF AN )"
)
RANGE = f"(?P<range> {NUMERAL} (?: TO | OR | DASH ) )?"
WHEN = "(?P<when> LAST | PAST | NEXT | COMING | PREVIOUS | FOLLOWING | FIRST | FINAL | LATEST | RECENT )"
UNIT = "(?P<unit> UNIT | UNITS )"
TAIL = "(?P<tail> AGO | EARLIER | LATER | HENCE )"
ARTICLE = "(?: THE | THOSE | ITS )"

FORMS: tuple[Form, ...] = (
    make_form("(?P<ordinal> ORDINAL ) ANNIVERSARY (?= OF )", read_anniversary),
    make_form(
        f"{ABOUT}? {ARTICLE}? {WHEN}? {RANGE} {COUNT} (?: MORE | FULL | ANOTHER )? DASH? {UNIT} (?: OR SO )?"
        f" (?P<half> AND AN HALF )? {TAIL}?",
        read_length,
    ),
    make_form(f"{ABOUT}? (?: AN | THE )? (?: ANOTHER | FULL ) (?P<count> NUMBER | FIGURE )? {UNIT}", read_length),
    make_form(
        f"{ARTICLE}? {WHEN} (?P<count> FEW | COUPLE OF | FIGURE | NUMBER ) MORE? DASH? (?P<unit> UNITS )", read_length
    ),
    make_form("(?P<when> RECENT | COMING ) (?P<unit> UNITS )", read_uncounted),
    make_form(f"(?P<unit> UNITS ) {TAIL}?", read_uncounted),
)
