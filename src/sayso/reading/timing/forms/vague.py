"""Now, recently, soon, the future: references that carry no date."""

from __future__ import annotations

from sayso.reading.timing.forms.form import Form, from_anchor, make_form
from sayso.reading.timing.setting import Found, Meaning
from sayso.reading.timing.values import FUTURE, PAST, PRESENT

IN_THE_PAST = frozenset("in of from with".split())
AFTER_THE_PAST = frozenset(", . and but that".split())
NOT_BEFORE_SOON, NOT_AFTER_SOON = frozenset({"as", "too"}), frozenset("after as became become".split())


def read_present(found: Found) -> Meaning:
    return _reference(found, PRESENT)


def read_recently(found: Found) -> Meaning:
    return _reference(found, PAST)


def read_past(found: Found) -> Meaning | None:
    """In the past; not the past week."""
    alone = found.before() in IN_THE_PAST and found.after() in AFTER_THE_PAST
    return _reference(found, PAST) if alone else None


def read_soon(found: Found) -> Meaning | None:
    if found.before() in NOT_BEFORE_SOON or found.after() in NOT_AFTER_SOON:
        return None
    return _reference(found, FUTURE)


def read_future(found: Found) -> Meaning:
    return _reference(found, FUTURE)


def _reference(found: Found, value: str) -> Meaning:
    return from_anchor(found, value, value, "no date")


FORMS: tuple[Form, ...] = (
    make_form("NOW | CURRENTLY | CURRENT | THOSE DAYSWORD", read_present),
    make_form("MORE? RECENTLY | RECENT", read_recently),
    make_form("THE PAST", read_past),
    make_form("SOON", read_soon),
    make_form("THE NEAR? FUTURE", read_future),
)
