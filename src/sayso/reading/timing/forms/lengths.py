"""Lengths of time and what is counted with them: "two years", "six weeks ago", "the next few days", "every month"."""

from __future__ import annotations

from sayso.lists.time_words import PLURALS, SEASONS, UNITS, WEEKDAYS, MONTHS
from sayso.reading.timing.forms.form import ABOUT, Form, about_mod, make_form
from sayso.reading.timing.forms.relative import length_value, shifted, shifted_from
from sayso.reading.timing.numbers import read_count, read_ordinal
from sayso.reading.timing.setting import Found, Meaning
from sayso.records.timex import AnchorKind, Mod, TimexType

DATE, DURATION, SET = TimexType.DATE, TimexType.DURATION, TimexType.SET
# Adjectives and nouns after a unit that make it no time: "a three-day-old baby", "the day care center".
AFTER_BARE = frozenset("old olds".split())
ANNIVERSARY = "ordinal of an anniversary"
MODALS = frozenset("will would might may could can hopes he she they it i we and but".split())


def read_length(found: Found) -> Meaning | None:
    """Two years, a few days, at least 72 hours, the past five months; with "ago" and the like a date."""
    unit = PLURALS.get(found.word("unit")) or UNITS.get(found.word("unit")) or ""
    if not unit or _is_age(found) or _is_part(found, unit):
        return None
    count = read_count(found.words("count")) if found.has("count") else None
    if found.has("half") and count is not None:
        count += 0.5
    if (
        found.words("count") == ["one"]
        and found.word("unit") == "day"
        and (found.before() in MODALS or found.after() in MODALS)
    ):
        return None
    mod = about_mod(found)
    first = _without_article(found)
    tail = found.word("tail")
    if tail:
        return _counted_date(found, unit, count, tail, mod)
    if found.has("count") and found.words("count") in (["a"], ["an"]) and not found.has("when"):
        return _article(found, unit, mod)
    if unit == "TS" and found.word("unit") == "second":
        return None
    if (
        found.tokens.form(found.place("unit") or 0)[0].isupper()
        and found.words("count")[-1:][0:1]
        and found.words("count")[-1].isdigit()
    ):
        return None  # 60 Minutes, 48 Hours: programmes
    kind = found.setting.anchor.kind if found.has("when") else AnchorKind.NONE
    return Meaning(DURATION, length_value(count, unit), "length", mod, kind, first=first)


def _without_article(found: Found) -> int | None:
    """Where the length begins in "a two-week visit", "its 52-week low": the article is the noun's."""
    words, start = found.words("count"), found.place("count") or found.first
    adjective = found.word("unit") in UNITS and words not in (["a"], ["an"], ["one"]) and words[:1] != ["half"]
    if not adjective or found.has("when"):
        return None
    return (
        start + 1
        if words[:1] in (["a"], ["an"]) and words[1:2] not in (["hundred"], ["thousand"], ["half"], ["couple"], ["few"])
        else start
    )


def _is_age(found: Found) -> bool:
    at = found.last
    if found.tokens.word(at) == "-" and found.tokens.word(at + 1) in AFTER_BARE:
        return True
    return found.tokens.word(at) in {"old", "older", "younger"} or found.before() in {"age", "aged"}


def _is_part(found: Found, unit: str) -> bool:
    """Three-quarters of its food, a quarter of them: fractions."""
    return unit == "Q" and found.after() == "of" and not found.has("when")


def _article(found: Found, unit: str, mod: Mod | None) -> Meaning | None:
    """A year: how long after "for", "within" and the like; a rate ("$5 a year") tells no time."""
    before = found.before()
    if (
        mod is not None
        or found.after() in {"before", "after"}
        or before
        in {
            "for",
            "within",
            "in",
            "after",
            "of",
            "than",
            "over",
            "took",
            "takes",
            "take",
            "spent",
            "spend",
            "lasted",
            "least",
            "him",
            "them",
            "every",
            "once",
            "by",
            "half",
            "only",
            "just",
            "another",
            "about",
            "to",
            "until",
            "give",
            "last",
        }
    ):
        return None if unit in {"TS", "E"} else Meaning(DURATION, length_value(1, unit), "length", mod)
    return None


def _counted_date(found: Found, unit: str, count: float | None, tail: str, mod: Mod | None) -> Meaning | None:
    """Two weeks ago, three days later, a year earlier."""
    forward = tail in {"later", "hence", "after"}
    setting = found.setting
    if count is None:
        value = length_value(None, unit)
        if tail == "ago":
            return Meaning(DATE, "PAST_REF", "vague distance from the anchor", mod, setting.anchor.kind)
        return Meaning(DURATION, value, "vague distance", mod, AnchorKind.MENTION)
    if len(unit) == 2 or count != int(count) or count > 5000:
        return Meaning(
            DURATION,
            length_value(count, unit),
            "distance from the anchor",
            Mod.BEFORE if not forward else Mod.AFTER,
            setting.anchor.kind,
        )
    steps = int(count) if forward else -int(count)
    if tail in {"ago", "hence"} or setting.last is None:
        value, kind = (
            shifted(
                found, "Y" if unit in {"T", "C", "L"} else unit, steps * {"T": 10, "C": 100, "L": 1000}.get(unit, 1)
            ),
            setting.anchor.kind,
        )
    else:
        value, kind = shifted_from(setting.last.nearest(), unit, steps), AnchorKind.MENTION
    if value is None:
        return Meaning(
            DURATION,
            length_value(count, unit),
            "distance from the anchor",
            Mod.BEFORE if not forward else Mod.AFTER,
            AnchorKind.UNKNOWN,
        )
    rule = "counted from the anchor" if kind is not AnchorKind.MENTION else "counted from the time told before"
    return Meaning(DATE, value, rule, mod, kind)


def read_bare_plural(found: Found) -> Meaning | None:
    """Years, weeks, recent months: a length that nobody counted."""
    unit = PLURALS[found.word("unit")]
    before = found.before()
    if (
        _is_age(found)
        or before in {"man", "school", "office", "-", "working", "early", "golden", "old", "teen", "trading", "glory"}
        or unit in {"TS"}
    ):
        return None
    if found.word("recent") in {"coming", "upcoming"}:
        return Meaning(DURATION, length_value(None, unit), "length from the anchor", anchor=found.setting.anchor.kind)
    if found.has("recent"):
        return Meaning(DURATION, length_value(None, unit), "length up to the anchor", anchor=found.setting.anchor.kind)
    if found.has("tail") and found.word("tail") == "ago":
        return Meaning(DATE, "PAST_REF", "vague distance from the anchor", anchor=found.setting.anchor.kind)
    return Meaning(DURATION, length_value(None, unit), "length", about_mod(found))


def read_every(found: Found) -> Meaning | None:
    word = found.word("unit")
    if word in WEEKDAYS:
        return Meaning(SET, f"XXXX-WXX-{WEEKDAYS[word]}", "every day of that name")
    if word in MONTHS:
        return Meaning(SET, f"XXXX-{MONTHS[word]:02d}", "every month of that name")
    if word in SEASONS:
        return Meaning(SET, f"XXXX-{SEASONS[word]}", "every season of that name")
    unit = UNITS.get(word) or PLURALS.get(word) or ""
    count = read_count(found.words("count")) if found.has("count") else 1
    return Meaning(SET, length_value(count, unit), "how often") if unit else None


def read_anniversary(found: Found) -> Meaning | None:
    """The 80th anniversary of something: so many years after it, on no day that the words tell."""
    number = read_ordinal(found.word("ordinal"))
    return Meaning(DURATION, f"P{number}Y", ANNIVERSARY, Mod.AFTER, AnchorKind.EVENT) if number else None


def read_adverb(found: Found) -> Meaning | None:
    word = found.word("adverb")
    value = {
        "daily": "P1D",
        "weekly": "P1W",
        "monthly": "P1M",
        "hourly": "PT1H",
        "nightly": "P1D",
        "yearly": "P1Y",
        "annually": "P1Y",
        "biweekly": "P2W",
        "bimonthly": "P2M",
    }[word]
    if found.tokens.form(found.first)[:1].isupper() and found.before() not in {"", ".", "``", '"'}:
        return None
    return Meaning(SET, value, "how often")


COUNT = (
    "(?P<count> (?: AN (?: HALF | ONE )? )? (?: FIGURE | NUMBER | YEAR ) (?: DASH? NUMBER | FIGURE SLASH FIGURE | AND AN? (?: HALF | NUMBER ) ){0,4} "
    "| AN? COUPLE OF? | AN? FEW | AN | HALF AN )"
)
RANGE = "(?: (?: FIGURE | NUMBER ) (?: TO | OR | DASH ) )?"
WHEN = "(?P<when> LAST | PAST | NEXT | COMING | PREVIOUS | FOLLOWING | FIRST | FINAL | LATEST | RECENT )"
UNIT = "(?P<unit> UNIT | UNITS )"
TAIL = "(?P<tail> AGO | EARLIER | LATER | HENCE )"

FORMS: tuple[Form, ...] = (
    make_form("anniversary", "(?P<ordinal> ORDINAL ) ANNIVERSARY", read_anniversary),
    make_form(
        "every",
        "EVERY (?P<count> FIGURE | NUMBER | ORDINAL | FEW )? (?P<unit> UNIT | UNITS | WEEKDAY | MONTH | SEASON )",
        read_every,
    ),
    make_form(
        "length",
        f"{ABOUT}? (?: THE | THOSE | ITS )? {WHEN}? {RANGE} {COUNT} (?: MORE | FULL | ANOTHER )? DASH? {UNIT} (?: OR SO )? (?P<half> AND AN HALF )? {TAIL}?",
        read_length,
    ),
    make_form(
        "another length",
        f"{ABOUT}? (?: AN | THE )? (?: ANOTHER | FULL ) (?P<count> NUMBER | FIGURE )? {UNIT}",
        read_length,
    ),
    make_form(
        "next length",
        f"(?: THE | THOSE | ITS )? {WHEN} (?P<count> FEW | COUPLE OF | FIGURE | NUMBER ) (?: MORE )? DASH? (?P<unit> UNITS )",
        read_length,
    ),
    make_form("recent", "(?P<recent> RECENT | COMING ) (?P<unit> UNITS )", read_bare_plural),
    make_form("bare plural", f"(?P<unit> UNITS ) {TAIL}?", read_bare_plural),
    make_form("adverb", "(?P<adverb> DAILY | WEEKLY | MONTHLY )", read_adverb),
)
