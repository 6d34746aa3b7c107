"""The places that articles tell of, each once, with every mention."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sayso.records.toponym import PlaceRole, Toponym
from sayso.web import shapes
from sayso.web.mentions import Around, teller_of
from sayso.web.page import Page
from sayso.web.setting import PlaceMention, ToldPlace

SHOWN = (PlaceRole.EVENT, PlaceRole.MENTION, PlaceRole.DATELINE)  # the others are no places of anything
COUNTRY, PRECISE, NEAR = 6, 1, 2  # of UCDP's precisions
PRECISIONS = {
    1: "the place itself",
    2: "near it",
    3: "in a district, somewhere",
    4: "in a state or province, somewhere",
    5: "along or in a region without borders",
    6: "in a country, somewhere",
    7: "in waters of no country",
}
NOT_PLACED = "no point: which place is meant is not told"


def find_places(pages: Iterable[tuple[Page, Around]]) -> tuple[ToldPlace, ...]:
    """The places of several articles, that of most mentions first; those without a point are last."""
    found: dict[tuple[object, ...], ToldPlace] = {}
    mentions: dict[tuple[object, ...], list[PlaceMention]] = {}
    for page, around in pages:
        for toponym in page.reading.toponyms:
            if toponym.role in SHOWN:
                key = _key(toponym)
                found.setdefault(key, _bare(toponym))
                mentions.setdefault(key, []).append(_mention(page, around, toponym))
    return in_order(replace(place, mentions=tuple(mentions[key])) for key, place in found.items())


def in_order(places: Iterable[ToldPlace]) -> tuple[ToldPlace, ...]:
    ordered = sorted(
        places, key=lambda place: (place.lat is None, -len(place.mentions), place.name, place.where_prec or 0)
    )
    return tuple(replace(place, number=number) for number, place in enumerate(ordered, 1))


def _key(toponym: Toponym) -> tuple[object, ...]:
    if toponym.lat is None:  # two of one name may be two places: they are together by their name only
        return ("", toponym.name)
    return (toponym.geonames_id or toponym.name, toponym.lat, toponym.lon, toponym.where_prec)


def _bare(toponym: Toponym) -> ToldPlace:
    return ToldPlace(
        number=0,
        name=toponym.name,
        geonames_id=toponym.geonames_id,
        lat=toponym.lat,
        lon=toponym.lon,
        country=toponym.country,
        feature=toponym.feature,
        where_prec=toponym.where_prec,
        geo_precision=toponym.geo_precision,
        mentions=(),
    )


def _mention(page: Page, around: Around, toponym: Toponym) -> PlaceMention:
    return PlaceMention(
        shown=page.words(toponym.span),
        teller=teller_of(around, toponym.span),
        role=toponym.role.value,
        rule=toponym.rule.value,
        score=round(toponym.score, 3),
    )


def places_of(point: shapes.ToldPoint, places: Iterable[ToldPlace]) -> tuple[ToldPlace, ...]:
    """Those of a story's places that the claims of one of its points name."""
    made = {(claim.article, claim.claim) for claim in point.claims}

    def is_named(mention: PlaceMention) -> bool:
        return any((mention.shown.article, claim) in made for claim in mention.teller.claims)

    held = (replace(place, mentions=tuple(filter(is_named, place.mentions))) for place in places)
    return in_order(place for place in held if place.mentions)


def word_precision(place: ToldPlace) -> str:
    return NOT_PLACED if place.lat is None else PRECISIONS.get(place.where_prec or 0, "how precisely is not told")
