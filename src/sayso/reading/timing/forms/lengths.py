"""Lengths of time and what is counted with them: "two years", "six weeks ago", "the next few days", "every month"."""

from __future__ import annotations

from sayso.lists.time_words import PLURALS, SEASONS, UNITS, WEEKDAYS, MONTHS
from sayso.reading.timing.forms.form import ABOUT, Form, about_mod, make_form
from sayso.reading.timing.forms.relative import length_value, shifted, shifted_from
from sayso.reading.timing.numbers import read_count
from sayso.reading.timing.setting import Found, Meaning
from sayso.records.timex import AnchorKind, Mod, TimexType

DATE, DURATION, SET = TimexType.DATE, TimexType.DURATION, TimexType.SET
# Adjectives and nouns after a unit that make it no time: "a three-day-old baby", "the day care center".
AFTER_BARE = frozenset("old olds".split())
RATES = frozenset({"a", "an", "per"})


def read_length(found: Found) -> Meaning | None:
    """Two years, a few days, at least 72 hours, the past five months; with "ago" and the like a date."""
    unit = PLURALS.get(found.word("unit")) or UNITS.get(found.word("unit")) or ""
    if not unit or _is_age(found):
        return None
    count = read_count(found.words("count")) if found.has("count") else None
    if found.has("half") and count is not None:
        count += 0.5
    mod = about_mod(found)
    tail = found.word("tail")
    if tail:
        return _counted_date(found, unit, count, tail, mod)
    if found.has("count") and found.words("count") in (["a"], ["an"]) and not found.has("when"):
        return _article(found, unit, mod)
    if unit == "TS" and found.word("unit") == "second":
        return None
    kind = found.setting.anchor.kind if found.has("when") else AnchorKind.NONE
    return Meaning(DURATION, length_value(count, unit), "length", mod, kind)


def _is_age(found: Found) -> bool:
    at = found.last
    if found.tokens.word(at) == "-" and found.tokens.word(at + 1) in AFTER_BARE:
        return True
    return found.tokens.word(at) in {"old", "older", "younger"} or found.before() in {"age", "aged"}


def _article(found: Found, unit: str, mod: Mod | None) -> Meaning | None:
    """A year: how often after a number or money ("$5 a year"), else how long after "for", "within" and the like."""
    before = found.before()
    if mod is not None or before in {"for", "within", "in", "after", "of", "than", "over", "took", "takes", "take", "spent", "spend", "lasted", "least", "him", "them", "every", "once", "by", "half", "only", "just", "another", "about", "to", "until", "give", "last"}:
        if unit == "TS":
            return None
        return Meaning(DURATION, length_value(1, unit), "length", mod)
    if _is_rate(found, before):
        return Meaning(SET, length_value(1, unit), "rate")
    return None


def _is_rate(found: Found, before: str) -> bool:
    return before.replace(",", "").replace(".", "").isdigit() or before in {"million", "billion", "times", "twice", "once", "hours", "days", "week", "weeks", "barrels", "tons", "%", "percent", "people", "dollars", "cents", "flights", "cars", "units", "passengers", "shares", "$"} or (before.endswith("s") and len(before) > 3 and before not in {"was", "has", "his", "this", "its", "is", "says", "as"})


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
        return Meaning(DURATION, length_value(count, unit), "distance from the anchor", Mod.BEFORE if not forward else Mod.AFTER, setting.anchor.kind)
    steps = int(count) if forward else -int(count)
    if tail in {"ago", "hence"} or setting.last is None:
        value, kind = shifted(found, "Y" if unit in {"T", "C", "L"} else unit, steps * {"T": 10, "C": 100, "L": 1000}.get(unit, 1)), setting.anchor.kind
    else:
        value, kind = shifted_from(setting.last.nearest(), unit, steps), AnchorKind.MENTION
    if value is None:
        return Meaning(DURATION, length_value(count, unit), "distance from the anchor", Mod.BEFORE if not forward else Mod.AFTER, AnchorKind.UNKNOWN)
    rule = "counted from the anchor" if kind is not AnchorKind.MENTION else "counted from the time told before"
    return Meaning(DATE, value, rule, mod, kind)


def read_bare_plural(found: Found) -> Meaning | None:
    """Years, weeks, recent months: a length that nobody counted."""
    unit = PLURALS[found.word("unit")]
    before = found.before()
    if _is_age(found) or before in {"man", "school", "office", "-", "working", "early", "golden", "old", "teen", "trading", "glory"} or unit in {"TS"}:
        return None
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


def read_adverb(found: Found) -> Meaning | None:
    word = found.word("adverb")
    value = {"daily": "P1D", "weekly": "P1W", "monthly": "P1M", "hourly": "PT1H", "nightly": "P1D", "yearly": "P1Y", "annually": "P1Y", "biweekly": "P2W", "bimonthly": "P2M"}[word]
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
    make_form("every", "EVERY (?P<count> FIGURE | NUMBER | ORDINAL | FEW )? (?P<unit> UNIT | UNITS | WEEKDAY | MONTH | SEASON )", read_every),
    make_form("length", f"{ABOUT}? (?: THE | THOSE | ITS )? {WHEN}? {RANGE} {COUNT} (?: MORE | FULL | ANOTHER )? DASH? {UNIT} (?: OR SO )? (?P<half> AND AN HALF )? {TAIL}?", read_length),
    make_form("another length", f"{ABOUT}? (?: AN | THE )? (?: ANOTHER | FULL ) (?P<count> NUMBER | FIGURE )? {UNIT}", read_length),
    make_form("next length", f"(?: THE | THOSE | ITS )? {WHEN} (?P<count> FEW | COUPLE OF | FIGURE | NUMBER ) (?: MORE )? DASH? (?P<unit> UNITS )", read_length),
    make_form("recent", "(?P<recent> RECENT ) (?P<unit> UNITS )", read_bare_plural),
    make_form("bare plural", f"(?P<unit> UNITS ) {TAIL}?", read_bare_plural),
    make_form("adverb", "(?P<adverb> DAILY | WEEKLY | MONTHLY | HOURLY )", read_adverb),
)
