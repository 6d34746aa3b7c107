"""Now, recently, soon, the future: references that carry no date."""

from __future__ import annotations

from sayso.reading.timing.forms.form import Form, make_form
from sayso.reading.timing.setting import Found, Meaning
from sayso.reading.timing.values import FUTURE, PAST, PRESENT
from sayso.records.timex import AnchorKind, TimexType


def read_now(found: Found) -> Meaning | None:
    return _reference(found, PRESENT)


def read_current(found: Found) -> Meaning | None:
    return _reference(found, PRESENT)


def read_recently(found: Found) -> Meaning | None:
    return _reference(found, PAST)


def read_past(found: Found) -> Meaning | None:
    return (
        _reference(found, PAST)
        if found.before() in {"in", "of", "from", "with"} and found.after() in {",", ".", "and", "but", "that"}
        else None
    )


def read_soon(found: Found) -> Meaning | None:
    return (
        None
        if found.before() in {"as", "too"} or found.after() in {"after", "as", "became", "become"}
        else _reference(found, FUTURE)
    )


def read_future(found: Found) -> Meaning | None:
    return _reference(found, FUTURE)


def _reference(found: Found, value: str) -> Meaning:
    return Meaning(
        TimexType.DATE,
        value,
        "no date",
        anchor=found.setting.anchor.kind if found.setting.anchor.kind else AnchorKind.UNKNOWN,
    )


FORMS: tuple[Form, ...] = (
    make_form("now", "(?: RIGHT )? NOW", read_now),
    make_form("now", "THOSE DAYS", read_now),
    make_form("currently", "VAGUENOW", read_now),
    make_form("current", "CURRENT", read_current),
    make_form("recently", "MORE? RECENTLY | RECENT", read_recently),
    make_form("the past", "THE PAST", read_past),
    make_form("soon", "SOON", read_soon),
    make_form("future", "THE NEAR? FUTURE", read_future),
)
