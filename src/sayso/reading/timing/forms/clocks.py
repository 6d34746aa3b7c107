"""Clock times: "2:49 p.m.", "0300 GMT", "nine o'clock", "noon", "4 in the morning"; their day is found around them."""

from __future__ import annotations

from sayso.lists.time_words import INSTANTS, NUMBERS, ZONES
from sayso.reading.timing.forms.form import Form, make_form
from sayso.reading.timing.setting import Found, Meaning
from sayso.reading.timing.values import OPEN_DAY
from sayso.records.timex import Mod, TimexType

# A time with a colon and nothing else after one of these is a clock time, and no score or verse.
BEFORE_CLOCK = frozenset("at by until till around about before after from since to hour".split())
AFTER_CLOCK = frozenset("hours hrs local".split())
FURTHEST_ZONE = 14  # hours from Greenwich


def read_clock(found: Found) -> Meaning | None:
    """Hours and minutes with "p.m.", "o'clock", a zone, or after "at" and the like."""
    word = found.word("clock")
    hour, *rest = [int(part) for part in word.replace(".", ":").split(":")] if word[0].isdigit() else [NUMBERS[word]]
    half = found.word("half")[:1] or _half_of_part(found)
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    elif hour > 24 or not (found.has("oclock") or (rest and _is_clock(found))):
        return None
    return _meaning(found, f"{hour:02d}:{rest[0] if rest else 0:02d}")


def _half_of_part(found: Found) -> str:
    """4 in the morning, nine at night."""
    part = found.word("part")
    return "a" if part in {"morning", "dawn"} else "p" if part else ""


def _is_clock(found: Found) -> bool:
    told = found.has("zone") or found.after(1) == "time" or found.after() in AFTER_CLOCK
    return told or found.before() in BEFORE_CLOCK


def read_figures(found: Found) -> Meaning | None:
    """0300 GMT: four figures before a zone."""
    word = found.word("clock")
    if len(word) != 4 or not word.isdigit() or int(word[:2]) > 24 or int(word[2:]) > 59:
        return None
    return _meaning(found, f"{word[:2]}:{word[2:]}")


def read_hours(found: Found) -> Meaning | None:
    """At 1400 hours, at 0530."""
    told = found.word("hours") in AFTER_CLOCK or (found.before() == "at" and found.word("clock")[0] == "0")
    return read_figures(found) if told and found.before() in BEFORE_CLOCK else None


def read_instant(found: Found) -> Meaning | None:
    """Noon and midnight; not High Noon."""
    if found.tokens.is_capital(found.place("clock")) or found.before() == "high":
        return None
    return _meaning(found, INSTANTS[found.word("clock")])


def _meaning(found: Found, clock: str) -> Meaning:
    mod = Mod.APPROX if found.has("about") else None
    zone, last = _zone(found), found.last
    if zone is None and found.after(1) == "time" and found.is_capital_after():
        last = found.last + 2  # Moscow time
        zone = found.tokens.span(found.last, last).cut(found.tokens.text)
    return Meaning(TimexType.TIME, f"{OPEN_DAY}T{clock}", "clock time", mod, zone=zone, last=last)


def _zone(found: Found) -> str | None:
    """The offset that the words tell, else the words themselves."""
    words = [word for word in found.words("zone") if word not in "()[]"]
    if not words:
        return None
    if words[0] in {"gmt", "utc"} and words[-1].isdigit() and int(words[-1]) <= FURTHEST_ZONE:
        return f"{'+' if '+' in words or len(words) == 2 else '-'}{int(words[-1]):02d}:00"
    start = found.place("zone")
    written = found.tokens.span(start, start + len(found.words("zone"))).cut(found.tokens.text).strip("()[] ")
    return ZONES.get(words[0], written) if len(words) == 1 else written


SHIFTED = "ZONE (?: PLUS | DASH )? FIGURE"
ZONE = (
    f"(?P<zone> OPEN (?: {SHIFTED} | ZONE | LOCAL TIMEWORD ) CLOSE"
    " | ZONE (?: PLUS | DASH ) FIGURE | ZONE TIMEWORD? | LOCAL TIMEWORD )"
)
PART = "(?: (?: IN THE | AT ) (?P<part> PART ) )"
HALF = f"(?: (?P<half> HALFDAY ) | (?P<oclock> CLOCKWORD ) {PART}? | {PART} )"

FORMS: tuple[Form, ...] = (
    make_form(f"(?P<about> ABOUT )? (?P<clock> CLOCK | HOUR | NUMBER ) {HALF} {ZONE}?", read_clock),
    make_form(f"(?P<about> ABOUT )? (?P<clock> CLOCK ) {ZONE}?", read_clock),
    make_form(f"(?P<about> ABOUT )? (?P<clock> YEAR | FIGURE ) {ZONE}", read_figures),
    make_form("(?P<clock> YEAR | FIGURE ) (?P<hours> UNITS )?", read_hours),
    make_form(f"(?P<about> ABOUT )? (?P<clock> INSTANT ) {ZONE}?", read_instant),
)
