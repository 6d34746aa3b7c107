"""Why an event is no news of what has just happened."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sayso.reading.events.vocabulary import CONDITIONS, DUTIES, FUTURE, PLANS
from sayso.reading.tagging import Range
from sayso.records.claim import Basis
from sayso.records.event import EventFlag, Factuality
from sayso.records.timex import Timex

NEAR = 5  # words before an event in which "will" and "plans to" tell of it
# An event this many days before the article's day explains the news; a year before, it is history.
BACKGROUND_AFTER, HISTORY_AFTER = 31, 366
NEGATIVE = frozenset({Factuality.POSSIBLY_NOT, Factuality.PROBABLY_NOT, Factuality.CERTAINLY_NOT})


def find_flags(
    trigger: Range,
    least: int,
    lower: Sequence[str],
    *,
    basis: Basis,
    value: Factuality,
    future: bool,
    time: Timex | None,
    day: date | None,
) -> tuple[EventFlag, ...]:
    """The flags in their order; ``least`` is the first word of the event's clause, ``day`` the article's."""
    before = lower[max(least, trigger[0] - NEAR) : trigger[0]]
    age = age_of(time, day)
    coming = age is not None and age < 0
    told = {
        EventFlag.BACKGROUND: (basis is Basis.BACKGROUND or (age or 0) > BACKGROUND_AFTER)
        and (age or 0) <= HISTORY_AFTER,
        EventFlag.HISTORICAL: (age or 0) > HISTORY_AFTER,
        EventFlag.FUTURE: coming
        or any(form in FUTURE for form in before)
        or _is_planned(before)
        or (future and age is None),
        EventFlag.HYPOTHETICAL: any(form in CONDITIONS for form in before)
        or lower[max(least - 1, 0)] in ("if", "unless"),
        EventFlag.NEGATED: value in NEGATIVE,
        EventFlag.OPINION: any(form in DUTIES for form in before),
    }
    return tuple(flag for flag in EventFlag if told[flag])


def _is_planned(before: Sequence[str]) -> bool:
    """ "plans to", "agreed to": an infinitive after a word of plans."""
    return before[-1:] == ("to",) and any(form in PLANS for form in before[:-1])


def age_of(time: Timex | None, day: date | None) -> int | None:
    """How many days before ``day`` a time was over; below 0 where it begins after that day. None if not known."""
    if time is None or day is None or time.interval is None:
        return None
    try:
        first = date.fromisoformat(time.interval.first[:10])
        past_last = date.fromisoformat(time.interval.past_last[:10]) if time.interval.past_last else first
    except ValueError:  # years before 1 or after 9999
        return None
    if first > day:
        return -(first - day).days
    return max(0, (day - past_last).days)
