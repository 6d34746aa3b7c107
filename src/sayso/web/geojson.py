"""Places as GeoJSON (RFC 7946), for maps elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sayso.web import shapes
from sayso.web.placed import word_precision
from sayso.web.setting import ToldPlace


@dataclass(frozen=True, slots=True)
class GeoPoint:
    """Longitude and latitude."""

    type: str
    coordinates: tuple[float, float]


@dataclass(frozen=True, slots=True)
class GeoProperties:
    """What an article says of the place, how precise its point is, and where it says so."""

    name: str
    geonames_id: int | None
    country: str | None
    feature: str | None
    where_prec: int | None
    geo_precision: int | None
    precision: str
    role: str
    rule: str
    words: str
    article: str
    start: int
    end: int
    outlet: str | None
    published: str | None
    holders: str
    how: str
    link: str


@dataclass(frozen=True, slots=True)
class GeoFeature:
    type: str
    geometry: GeoPoint
    properties: GeoProperties


@dataclass(frozen=True, slots=True)
class GeoJson:
    """RFC 7946."""

    type: str
    features: tuple[GeoFeature, ...]


def make_geojson(places: Iterable[ToldPlace], heads: Mapping[str, shapes.Head]) -> GeoJson:
    """A feature for each mention that has a point; how precise the point is, each says."""
    return GeoJson("FeatureCollection", tuple(_features(places, heads)))


def _features(places: Iterable[ToldPlace], heads: Mapping[str, shapes.Head]) -> Iterator[GeoFeature]:
    for place in places:
        if place.lat is None or place.lon is None:
            continue
        for mention in place.mentions:
            head = heads.get(mention.shown.article)
            yield GeoFeature(
                type="Feature",
                geometry=GeoPoint("Point", (place.lon, place.lat)),
                properties=GeoProperties(
                    name=place.name,
                    geonames_id=place.geonames_id,
                    country=place.country,
                    feature=place.feature,
                    where_prec=place.where_prec,
                    geo_precision=place.geo_precision,
                    precision=word_precision(place),
                    role=mention.role,
                    rule=mention.rule,
                    words=mention.shown.words,
                    article=mention.shown.article,
                    start=mention.shown.start,
                    end=mention.shown.end,
                    outlet=head.outlet if head else None,
                    published=head.published if head else None,
                    holders=mention.teller.holders,
                    how=mention.teller.how,
                    link=mention.shown.link,
                ),
            )
