"""The places of articles as GeoJSON (RFC 7946): one feature a mention, with what it does and which claims it stands in.

A feature has a point only where something is said to be, happen or be filed there: what stands for a government or is a
part of a name, and what no list has, is a feature without a geometry.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sayso.exports.cells import encode_json
from sayso.exports.selection import Selection
from sayso.exports.table_rows import ArticleRow, PlaceRow
from sayso.exports.tables import rows_of
from sayso.records.claim import Claim
from sayso.records.reading import Reading


def export(selection: Selection) -> Iterator[bytes]:
    """A FeatureCollection, a feature a line."""
    yield b'{"type":"FeatureCollection","features":['
    before = b"\n"
    for reading in selection.read():
        for feature in features_of(reading, text=selection.text):
            yield before + encode_json(feature)
            before = b",\n"
    yield b"\n]}\n"


def features_of(reading: Reading, *, text: bool) -> Iterator[dict[str, Any]]:
    """A feature for each place that the article names, in the order of the text."""
    rows = list(rows_of(reading, text=text))
    article = next(row for row in rows if isinstance(row, ArticleRow))
    claims = {claim.id: claim for claim in reading.claims}
    for row in rows:
        if isinstance(row, PlaceRow):
            yield _feature(row, article, [claims[claim] for claim in row.claims])


def _feature(place: PlaceRow, article: ArticleRow, claims: list[Claim]) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": f"{place.article}/{place.number}",
        "geometry": _point(place),
        "properties": {
            "article": place.article,
            "outlet": article.outlet,
            "published": article.published,
            "url": article.url,
            "start": place.start,
            "end": place.end,
            "words": place.words,
            "name": place.name,
            "geonames_id": place.geonames_id,
            "country": place.country,
            "feature": place.feature,
            "where_prec": place.where_prec,
            "geo_precision": place.geo_precision,
            "role": place.role,
            "rule": place.rule,
            "score": place.score,
            "alternatives": place.alternatives,
            "claims": [_claim(claim) for claim in claims],
        },
    }


def _point(place: PlaceRow) -> dict[str, Any] | None:
    if place.lat is None or place.lon is None or place.where_prec is None:
        return None
    return {"type": "Point", "coordinates": [place.lon, place.lat]}


def _claim(claim: Claim) -> dict[str, Any]:
    does = claim.chain[-1].does if claim.chain else None
    return {"claim": claim.id, "voice": claim.voice, "does": does, "hedged": claim.hedged}
