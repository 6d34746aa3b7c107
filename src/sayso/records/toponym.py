"""Names of places."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.records.span import Span


class PlaceRole(StrEnum):
    """What a place's name does in its sentence."""

    DATELINE = "dateline"  # where the story was filed: "MOSCOW, April 3 -"
    EVENT = "event"  # something is, happens or is said there: "in Lund", "near Lund"
    HOLDER = "holder"  # says where another place lies: Texas in "Paris, Texas"
    METONYM = "metonym"  # stands for a government or its people: "Moscow denied it"
    ADJECTIVE = "adjective"  # "Russian troops", "Texans"
    NAME = "name"  # a part of a longer name: Boston in "Boston Police Department"
    MENTION = "mention"  # named; the text does not say that anything is there


class PlaceRule(StrEnum):
    """How it was settled which place is meant."""

    STATED = "stated"  # the text says in which region it lies
    ONLY = "only"  # the gazetteer has one place of that name
    ARTICLE = "article"  # a smaller one than the largest, by the other places of the article
    LARGEST = "largest"  # the largest of that name
    AMBIGUOUS = "ambiguous"  # of several, none is likely enough: no point is given
    UNLISTED = "unlisted"  # the gazetteer has none: no point is given


@dataclass(frozen=True, slots=True)
class Toponym:
    """The words of ``span`` name a place, or what is called after it.

    "Lund" in "in Lund" is ``Toponym(span, "Lund", 2693678, 55.70584, 13.19321, "SE", "PPL", 1, 1, EVENT, ONLY,
    1.0)``. ``name`` is the gazetteer's, or the article's words where it has none; then ``geonames_id``, ``lat`` and
    ``lon`` are None. A region that was listed by hand has a point and may have no id. ``feature`` is GeoNames' code
    (PPL a town, ADM1 a state, PCLI a country), ``country`` ISO 3166's. ``where_prec`` is UCDP's (1 the place itself,
    2 near it, 3 and 4 a second- and first-order division, 5 a river, a mountain range or a region without borders, 6
    a country, 7 waters of no country), ``geo_precision`` ACLED's (1 the town, 2 near it or a part of a region, 3 a
    region); both are None for what is no place of anything: metonyms, adjectives, parts of names, and places without
    a point. ``score`` is the chance, 0 to 1, of this place among those of the name, and ``alternatives`` are the ids
    of the others that a reader might mean, likeliest first.
    """

    span: Span
    name: str
    geonames_id: int | None
    lat: float | None
    lon: float | None
    country: str | None
    feature: str | None
    where_prec: int | None
    geo_precision: int | None
    role: PlaceRole
    rule: PlaceRule
    score: float
    alternatives: tuple[int, ...] = ()
