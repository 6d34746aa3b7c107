"""How often: "every Thursday", "each month", "daily"."""

from __future__ import annotations

from sayso.lists.time_words import MONTHS, PLURALS, SEASONS, UNITS, WEEKDAYS
from sayso.reading.timing.forms.form import Form, absolute, make_form
from sayso.reading.timing.numbers import read_count
from sayso.reading.timing.setting import Found, Meaning
from sayso.reading.timing.shifting import length_value
from sayso.records.timex import TimexType

ADVERBS = {"daily": "P1D", "weekly": "P1W", "monthly": "P1M"}
OPENING = frozenset(["", ".", "``", '"', "“"])


def read_every(found: Found) -> Meaning:
    return absolute(found, _value(found), "how often", kind=TimexType.SET)


def _value(found: Found) -> str:
    word = found.word("unit")
    if word in WEEKDAYS:
        return f"XXXX-WXX-{WEEKDAYS[word]}"
    if word in MONTHS:
        return f"XXXX-{MONTHS[word]:02d}"
    if word in SEASONS:
        return f"XXXX-{SEASONS[word]}"
    count = read_count(found.words("count")) if found.has("count") else 1
    return length_value(count, PLURALS.get(word) or UNITS[word])


def read_adverb(found: Found) -> Meaning | None:
    """Daily; not the Daily Mail."""
    if found.tokens.is_capital(found.first) and found.before() not in OPENING:
        return None
    return absolute(found, ADVERBS[found.word("adverb")], "how often", kind=TimexType.SET)


FORMS: tuple[Form, ...] = (
    make_form(
        "EVERY (?P<count> FIGURE | NUMBER | FEW )? (?P<unit> UNIT | UNITS | WEEKDAY | MONTH | SEASON )", read_every
    ),
    make_form("(?P<adverb> DAILY )", read_adverb),
)
