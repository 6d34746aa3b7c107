"""A toponym as JSON, and back."""

from __future__ import annotations

from sayso.exports.wire import ToponymJson
from sayso.records.span import Span
from sayso.records.toponym import Toponym


def toponym_to_wire(toponym: Toponym) -> ToponymJson:
    return ToponymJson(
        start=toponym.span.start,
        end=toponym.span.end,
        name=toponym.name,
        geonames_id=toponym.geonames_id,
        lat=toponym.lat,
        lon=toponym.lon,
        where_prec=toponym.where_prec,
        geo_precision=toponym.geo_precision,
        role=toponym.role,
        rule=toponym.rule,
        country=toponym.country,
        feature=toponym.feature,
        score=round(toponym.score, 3),
        alternatives=toponym.alternatives,
    )


def wire_to_toponym(shape: ToponymJson) -> Toponym:
    return Toponym(
        span=Span(shape.start, shape.end),
        name=shape.name,
        geonames_id=shape.geonames_id,
        lat=shape.lat,
        lon=shape.lon,
        country=shape.country,
        feature=shape.feature,
        where_prec=shape.where_prec,
        geo_precision=shape.geo_precision,
        role=shape.role,
        rule=shape.rule,
        score=shape.score,
        alternatives=shape.alternatives,
    )
