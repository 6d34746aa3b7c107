"""Clock times: "2:49 p.m.", "0300 GMT", "nine o'clock", "noon", "midnight"; the day is found around them."""

from __future__ import annotations

from sayso.lists.time_words import INSTANTS, NUMBERS, ZONES
from sayso.reading.timing.forms.form import Form, make_form
from sayso.reading.timing.setting import Found, Meaning
from sayso.records.timex import Mod, TimexType

OPEN_DAY = "XXXX-XX-XX"


def read_clock(found: Found) -> Meaning | None:
    word = found.word("clock")
    fields = [int(field) for field in word.replace(".", ":").split(":")] if word[0].isdigit() else [NUMBERS[word]]
    half = found.word("half").replace(".", "").replace(" ", "") or _part(found)
    hour = fields[0]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    elif found.has("oclock") or len(fields) > 1:
        if hour > 24 or not (found.has("zone") or found.after(1) == "time" or found.has("oclock") or _is_clock(found)):
            return None
    else:
        return None
    minute = f":{fields[1]:02d}" if len(fields) > 1 else ":00"
    return _meaning(found, f"{hour:02d}{minute}")


def _part(found: Found) -> str:
    """4 in the morning, nine at night."""
    part = found.word("part")
    return {"morning": "am", "dawn": "am"}.get(part, "pm") if part else ""


def _is_clock(found: Found) -> bool:
    """A time with a colon and nothing else: after "at", "by", "until" and the like, never a score or a verse."""
    return (
        found.before()
        in {"at", "by", "until", "till", "around", "about", "before", "after", "from", "since", "to", "hour"}
        or found.word("clock").count(":") == 1
        and found.after() in {"hours", "hrs", "local"}
    )


def read_military(found: Found) -> Meaning | None:
    """0300 GMT: four figures before a zone."""
    word = found.word("clock")
    if len(word) != 4 or not word.isdigit() or int(word[:2]) > 24 or int(word[2:]) > 59:
        return None
    return _meaning(found, f"{word[:2]}:{word[2:]}")


def read_instant(found: Found) -> Meaning | None:
    if found.tokens.form(found.place("clock") or 0)[0].isupper() or found.before() == "high":
        return None
    return _meaning(found, INSTANTS[found.word("clock")])


def _meaning(found: Found, clock: str) -> Meaning:
    mod = Mod.APPROX if found.has("about") else None
    zone, last = _zone(found), found.last
    if zone is None and found.after(1) == "time" and found.tokens.form(found.last)[:1].isupper():
        last = found.last + 2  # Moscow time
        zone = found.tokens.span(found.last, last).cut(found.tokens.text)
    return Meaning(TimexType.TIME, f"{OPEN_DAY}T{clock}", "clock time", mod, zone=zone, last=last)


def _zone(found: Found) -> str | None:
    words = found.words("zone")
    if not words:
        return None
    start = found.place("zone") or 0
    end = start + len(words)
    written = found.tokens.text[found.tokens.starts[start] : found.tokens.ends[end - 1]].strip("() ")
    if (
        len(words) > 1
        and any(word in {"gmt", "utc"} for word in words)
        and words[-1 if words[-1] != ")" else -2].isdigit()
    ):
        sign = "-" if any(word in {"-", "–", "−"} for word in words) else "+"
        number = next(int(word) for word in words if word.isdigit())
        return f"{sign}{number:02d}:00" if number <= 14 else written
    plain = [word for word in words if word not in {"(", ")"}]
    return ZONES.get(plain[0], written) if len(plain) == 1 else written


ZONE = "(?P<zone> OPEN ZONE (?: PLUS | DASH )? FIGURE CLOSE | OPEN ZONE CLOSE | OPEN LOCAL TIMEWORD CLOSE | ZONE TIMEWORD | ZONE (?: (?: PLUS | DASH ) FIGURE )? | LOCAL TIMEWORD )"
PART = "(?: IN THE (?P<part> PART ) | AT (?P<part_at> PART ) )"

FORMS: tuple[Form, ...] = (
    make_form(
        "clock",
        f"(?P<about> ABOUT )? (?P<clock> CLOCK | HOUR | NUMBER ) (?: (?P<half> HALFDAY ) | (?P<oclock> OCLOCK ) {PART}? | {PART} ) {ZONE}?",
        read_clock,
    ),
    make_form("clock", f"(?P<about> ABOUT )? (?P<clock> CLOCK ) {ZONE}?", read_clock),
    make_form("military", f"(?P<about> ABOUT )? (?P<clock> YEAR | FIGURE ) {ZONE}", read_military),
    make_form("instant", f"(?P<about> ABOUT )? (?P<clock> INSTANT ) {ZONE}?", read_instant),
)
