"""Days by their names, by their distance from today, and by the feasts that fall on them."""

from __future__ import annotations

from datetime import date, timedelta

from sayso.lists.time_words import EASTERS, HOLIDAYS, PARTS, WEEKDAYS
from sayso.reading.timing.days import easter, make_day, shift_days, weekday_before, weekday_of_month
from sayso.reading.timing.direction import Direction
from sayso.reading.timing.forms.form import Form, edge_mod, make_form
from sayso.reading.timing.setting import Found, Meaning
from sayso.reading.timing.values import day_value, week_value
from sayso.records.timex import AnchorKind, TimexType

DATE, TIME, SET = TimexType.DATE, TimexType.TIME, TimexType.SET
UNKNOWN_DAY = "XXXX-XX-XX"


def read_weekday(found: Found) -> Meaning | None:
    """A weekday alone: the nearest on or before the anchor, unless the clause points ahead."""
    word = found.word("weekday")
    number = WEEKDAYS[word]
    part = PARTS.get(found.word("part"))
    if word.endswith("days") or found.word("part").endswith("s"):
        return Meaning(SET, f"XXXX-WXX-{number}{'T' + part if part else ''}", "every day of that name")
    if _is_name(found):
        return None
    day = found.setting.day
    if day is None:
        value = f"XXXX-WXX-{number}"
        return Meaning(
            TIME if part else DATE, value + ("T" + part if part else ""), "weekday", edge_mod(found), AnchorKind.UNKNOWN
        )
    kind = found.setting.anchor.kind
    chosen, rule = _choose(found, day, number)
    last = found.setting.last
    if found.word("which") == "previous" and last is not None and last.day:
        chosen, kind = weekday_before(last.nearest() - timedelta(1), number), AnchorKind.MENTION
    if found.setting.narrative and found.setting.last is not None and found.setting.last.day and not found.has("which"):
        chosen, rule, kind = (
            _near(found.setting.last.nearest(), number),
            "weekday next to the day told before",
            AnchorKind.MENTION,
        )
    if chosen is None:
        return None
    other = shift_days(chosen, 7 if chosen <= day else -7)
    value = day_value(chosen)
    others = () if found.has("which") or other is None else (day_value(other),)
    mod = edge_mod(found)
    if part:
        return Meaning(TIME, f"{value}T{part}", rule, mod, kind)
    return Meaning(DATE, value, rule, mod, kind, others=others)


def _near(day: date, number: int) -> date | None:
    return shift_days(day, (number - day.isoweekday() + 3) % 7 - 3)


def _choose(found: Found, day: date, number: int) -> tuple[date | None, str]:
    before = weekday_before(day, number)
    which = found.word("which")
    if which in {"last", "past", "previous"}:
        return (shift_days(before, -7) if before == day and before else before), "last day of that name"
    if which in {"next", "coming", "following", "upcoming"}:
        return (shift_days(before, 7) if before else None), "next day of that name"
    if which == "this":
        direction = found.direction()
        ahead = before if before == day or direction is Direction.PAST else shift_days(before, 7) if before else None
        return ahead, "day of that name this week"
    if found.word("edge") in {"earlier"}:
        return before, "nearest day of that name until the anchor"
    if _points_ahead(found, day, number):
        return (
            before if before == day else shift_days(before, 7) if before else None
        ), "day of that name, the clause points ahead"
    return before, "nearest day of that name until the anchor"


def _points_ahead(found: Found, day: date, number: int) -> bool:
    if found.before() in {"by", "until", "till", "through"} or found.before(2) in {"until", "till"}:
        return found.direction() is not Direction.PAST
    return found.direction() is Direction.FUTURE


def _is_name(found: Found) -> bool:
    """Sunday Times, Black Friday, Sun Microsystems."""
    if len(found.word("weekday")) <= 4 and found.tokens.word(found.last - 1) != "." and not found.has("which"):
        return found.before() not in {"on", "(", "until", "by", "from", "through", "since", "-"}
    before, after = found.tokens.form(found.first - 1), found.tokens.form(found.last)
    if after in {
        "Times",
        "Telegraph",
        "Mirror",
        "Herald",
        "Mail",
        "Express",
        "Tribune",
        "Post",
        "Agreement",
        "Press",
        "Bloody",
    }:
        return True
    return before in {"Black", "Bloody", "Good", "Ash", "Palm", "Super", "Ruby", "Joe", "Casual", "Freaky", "Cyber"}


def read_deictic(found: Found) -> Meaning | None:
    """Yesterday, today, tomorrow, tonight, last night, with the part of the day where one is told."""
    word = found.word("word")
    if word == "today" and found.tokens.form(found.first - 1) == "USA":
        return None
    shift = {"yesterday": -1, "last": -1, "tomorrow": 1}.get(word, 0)
    if found.has("beyond"):
        shift *= 2
    part = PARTS.get(found.word("part")) or ("NI" if word == "tonight" else None)
    day = shift_days(found.setting.day, shift) if found.setting.day else None
    value = day_value(day) if day else UNKNOWN_DAY
    kind = found.setting.anchor.kind
    if part:
        return Meaning(TIME, f"{value}T{part}", "day counted from the anchor", edge_mod(found), kind)
    return Meaning(DATE, value, "day counted from the anchor", edge_mod(found), kind)


def read_part(found: Found) -> Meaning | None:
    """This morning, the morning, overnight: of the day told in the sentence, else of the anchor's."""
    word = found.word("part")
    part = PARTS[word]
    at = found.before()
    if (
        (at in {"in", "during", "over"} and found.tokens.word(found.first) == "the")
        or found.word("det") == "this"
        or word == "overnight"
        or found.has("edge")
    ):
        day = found.setting.day
        return Meaning(
            TIME,
            f"{day_value(day) if day else UNKNOWN_DAY}T{part}",
            "part of the anchor's day",
            edge_mod(found),
            found.setting.anchor.kind,
        )
    return None


def read_part_of(found: Found) -> Meaning | None:
    """The night of 3 May: the day follows."""
    return Meaning(TIME, f"{UNKNOWN_DAY}T{PARTS[found.word('part')]}", "part of a day", last=found.last - 1)


def read_day_before(found: Found) -> Meaning | None:
    """The day before yesterday; the day after tomorrow; a day before last Tuesday."""
    return read_deictic(found)


def read_same_day(found: Found) -> Meaning | None:
    """That day, the same day, the next day, the day before: counted from the last date told."""
    last = found.setting.last
    word = found.word("which") or found.word("tail")
    shift = {"next": 1, "following": 1, "after": 1, "later": 1, "previous": -1, "before": -1, "earlier": -1}.get(
        word, 0
    )
    kind = AnchorKind.MENTION
    if last is None or last.day is None:
        start = found.setting.day if word in {"that", "same"} or last is None else None
        kind = found.setting.anchor.kind
    else:
        start = last.nearest()
    day = shift_days(start, shift) if start else None
    part = PARTS.get(found.word("part"))
    value = day_value(day) if day else UNKNOWN_DAY
    return Meaning(
        TIME if part else DATE,
        f"{value}T{part}" if part else value,
        "day counted from the one told before",
        edge_mod(found),
        kind,
    )


def read_feast(found: Found) -> Meaning | None:
    """The feast nearest to the anchor, or of the year told with it."""
    place = found.place("feast") or 0
    words = _feast_words(found, place)
    if words is None:
        return None
    last = place + len(words)
    year, last = _year_after(found, last)
    near = found.setting.day
    years = [year] if year else [near.year + step for step in (-1, 0, 1)] if near else []
    days = [day for one in years if (day := _feast(one, words))]
    if not days:
        return Meaning(DATE, UNKNOWN_DAY, "feast", anchor=AnchorKind.UNKNOWN, last=last) if near is None else None
    day = _nearest_feast(days, near, found.word("which"))
    kind = AnchorKind.NONE if year else found.setting.anchor.kind
    if found.tokens.word(last) == "week":
        return Meaning(DATE, week_value(day), "week of the feast nearest to the anchor", anchor=kind, last=last + 1)
    return Meaning(DATE, day_value(day), "feast nearest to the anchor", anchor=kind, last=last)


def _feast_words(found: Found, place: int) -> tuple[str, ...] | None:
    """The longest feast whose words stand at ``place``, with a capital."""
    if not found.tokens.form(place)[:1].isupper():
        return None
    for length in (4, 3, 2, 1):
        words = tuple(found.tokens.word(at) for at in range(place, place + length))
        if words in HOLIDAYS or words in EASTERS:
            return words
    return None


def _year_after(found: Found, last: int) -> tuple[int | None, int]:
    at = last + (found.tokens.word(last) in {",", "of"})
    word = found.tokens.word(at)
    return (int(word), at + 1) if len(word) == 4 and word.isdigit() and "1500" <= word <= "2199" else (None, last)


def _nearest_feast(days: list[date], near: date | None, which: str) -> date:
    if near is None:
        return days[0]
    if which in {"last", "past", "previous"}:
        return max((day for day in days if day < near), default=days[0])
    if which in {"next", "this", "coming", "following"}:
        return min((day for day in days if day >= near), default=days[-1])
    return min(days, key=lambda day: abs((day - near).days))


def _feast(year: int, words: tuple[str, ...]) -> date | None:
    rule = HOLIDAYS.get(words)
    if rule is not None:
        return make_day(year, *rule) if len(rule) == 2 else weekday_of_month(year, *rule)
    sunday = easter(year)
    return shift_days(sunday, EASTERS[words]) if sunday else None


WHICH = "(?: THE? (?P<which> LAST | PAST | NEXT | THIS | PREVIOUS | COMING | FOLLOWING ) (?: PAST | COMING )? )"
WHEN = "(?: (?P<edge> EARLY | LATE | EARLIER | LATER | MID ) DASH? (?: ON )? )"
PART = "(?P<part> PART )"

FORMS: tuple[Form, ...] = (
    make_form("feast", f"{WHICH}? (?P<feast> FEAST )", read_feast),
    make_form(
        "day before yesterday",
        "THE DAYWORD (?P<beyond> BEFORE | AFTER ) (?P<word> YESTERDAY | TOMORROW )",
        read_day_before,
    ),
    make_form("night of", f"THE {PART} OF (?= THE? (?: DAY | MONTH | WEEKDAY ) )", read_part_of),
    make_form("weekday", f"{WHEN}? {WHICH}? (?P<weekday> WEEKDAY ) DOT? (?: COMMA? {PART} )?", read_weekday),
    make_form(
        "deictic",
        f"(?: {WHEN} | (?: MID DASH? )? {PART} )? (?P<word> YESTERDAY | TODAY | TOMORROW | TONIGHT ) {PART}?",
        read_deictic,
    ),
    make_form("last night", f"{WHEN}? (?P<word> LAST ) {PART}", read_deictic),
    make_form("this morning", f"{WHEN}? (?P<det> THIS ) (?: SAME )? {PART}", read_part),
    make_form("part", f"(?: {WHEN} | THE ) {PART}", read_part),
    make_form("overnight", f"{PART}", read_part),
    make_form(
        "same day",
        f"{WHEN}? (?: THE | THAT ) (?P<which> SAME | NEXT | FOLLOWING | PREVIOUS ) (?: DAYWORD {PART}? | {PART} )",
        read_same_day,
    ),
    make_form("that day", f"{WHEN}? (?P<which> THAT ) (?: DAYWORD | {PART} )", read_same_day),
    make_form("the day before", "THE DAYWORD (?P<tail> BEFORE | AFTER | EARLIER ) (?= COMMA | DOT )", read_same_day),
)
