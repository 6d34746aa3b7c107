"""Where and when: places and times that claims tell of, as pages show them and as JSON."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """These words of an article are evidence."""

    article: str
    start: int
    end: int
    words: str
    link: str


@dataclass(frozen=True, slots=True)
class Teller:
    """Whose word the innermost claim around a stretch is; ``claims`` are all around it, the innermost first."""

    claims: tuple[str, ...]
    how: str
    holders: str


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """An article names a place; outside all claims (a dateline) it is nobody's word."""

    shown: Words
    teller: Teller
    role: str
    rule: str
    score: float


@dataclass(frozen=True, slots=True)
class ToldPlace:
    """A place that articles name, as precisely as they tell it (UCDP's and ACLED's numbers).

    Without ``lat`` and ``lon``, which place is meant is not known: mentions are together by their name only.
    """

    number: int
    name: str
    geonames_id: int | None
    lat: float | None
    lon: float | None
    country: str | None
    feature: str | None
    where_prec: int | None
    geo_precision: int | None
    mentions: tuple[PlaceMention, ...]


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A claim places something at a time; ``anchor`` is what it is reckoned from, ``rule`` how."""

    shown: Words
    teller: Teller
    value: str | None
    mod: str | None
    signal: str | None
    zone: str | None
    anchor: str
    anchor_shown: Words | None
    rule: str


@dataclass(frozen=True, slots=True)
class ToldTime:
    """A time at which claims place what they tell, up to and without ``past_last``; that is None where it goes on."""

    number: int
    says: str
    first: str
    past_last: str | None
    grain: str | None
    mentions: tuple[TimeMention, ...]
