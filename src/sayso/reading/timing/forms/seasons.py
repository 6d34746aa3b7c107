"""Seasons: "last summer", "this fall", "the winter of 1994", "that spring"."""

from __future__ import annotations

from datetime import date

from sayso.lists.time_words import SEASONS
from sayso.reading.timing.direction import Direction
from sayso.reading.timing.forms.form import EARLIER, Form, absolute, from_anchor, from_mention, make_form
from sayso.reading.timing.setting import Found, Meaning
from sayso.reading.timing.values import season_of

ORDER = ("SP", "SU", "FA", "WI")
BEFORE_SPRING = frozenset("in since until during by last this next early late".split())
BEFORE_THE_SPRING = frozenset("in during by until since of".split())
NO_SEASON_BEFORE = frozenset("olympics games camp school house palace solstice time".split())
NO_SEASON_AFTER = frozenset("a midsummer indian nuclear".split())


def read_season(found: Found) -> Meaning | None:
    """A season: of the year told with it, else the one nearest to the anchor that the words point to."""
    season, which = SEASONS[found.word("season")], found.word("which")
    if found.has("year"):
        return absolute(found, f"{int(found.word('year')):04d}-{season}", "season and year")
    if not found.has("which", "edge") and not _is_season(found):
        return None
    told, day, unknown = found.setting.told, found.setting.anchor.day, f"XXXX-{season}"
    if told is not None and which not in {"last", "next"}:
        value = f"{told.year + (which == 'following'):04d}-{season}"
        return from_mention(found, value, unknown, "season of the year told before")
    near = f"{_year(found, day, season):04d}-{season}" if day else None
    return from_anchor(found, near, unknown, "season next to the anchor")


def _is_season(found: Found) -> bool:
    """False of "spring" and "fall" as verbs or water, and of summer schools."""
    word, before = found.word("season"), found.before()
    if word in {"spring", "springs", "fall"}:
        article = found.opens_with("the") and word != "fall" and before in BEFORE_THE_SPRING
        return article or before in BEFORE_SPRING
    return found.after() not in NO_SEASON_BEFORE and before not in NO_SEASON_AFTER


def _year(found: Found, day: date, season: str) -> int:
    (year, now), which = season_of(day), found.word("which")
    begun = ORDER.index(season) <= ORDER.index(now)
    if which == "last":
        return year if begun and season != now else year - 1
    if which in {"next", "coming", "upcoming"}:
        return year + 1 if begun else year
    if which == "this":
        return year if season == "WI" else day.year
    if which in {"past", "that"} or found.direction() is not Direction.FUTURE:
        return year if begun else year - 1
    return year + 1 if begun and season != now else year


WHICH = "THE? (?P<which> LAST | PAST | THIS | NEXT | COMING | THAT | FOLLOWING ) (?: PAST | COMING )?"
EDGE = f"(?: {EARLIER} IN? | THE? (?P<edge> BEGINNING | END | MIDDLE ) OF )"

FORMS: tuple[Form, ...] = (
    make_form(f"{EDGE}? (?: {WHICH} )? THE? (?P<season> SEASON ) (?: OF? (?P<year> YEAR ) )?", read_season),
)
