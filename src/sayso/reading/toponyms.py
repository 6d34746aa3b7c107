"""Where: every place that a text names, which place it is, how precisely, and what the name does there."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from sayso.gazetteer.lookup import Place, Sense
from sayso.patterns import compile_later
from sayso.reading.credits.datelines import find_dateline
from sayso.reading.placing.groups import main_senses
from sayso.reading.placing.homes import Home
from sayso.reading.placing.mentions import Mention, read_mention, spread_regions
from sayso.reading.placing.naming import find_names
from sayso.reading.placing.precision import GEO_PRECISION, where_prec
from sayso.reading.placing.resolving import resolve
from sayso.reading.placing.roles import role_of
from sayso.reading.placing.tokens import split_tokens
from sayso.reading.placing.weights import PlaceLists
from sayso.records.span import Span
from sayso.records.toponym import PlaceRole, PlaceRule, Toponym

LINE = compile_later(r"[^\n]+")
PLACED = frozenset({PlaceRole.DATELINE, PlaceRole.EVENT, PlaceRole.HOLDER, PlaceRole.MENTION})
MOST_ALTERNATIVES = 3
LEAST_SCORE = 0.3  # below it one pick in six is right (LGL, GeoVirus): better none
CITY_FILLS = 0.8  # of a division's people
LEAST_ALTERNATIVE = 0.1  # of the chance
NOWHERE = Home()


def find_toponyms(text: str, spans: Sequence[Span], lists: PlaceLists, home: Home = NOWHERE) -> tuple[Toponym, ...]:
    """The places named inside ``spans`` of ``text``, in their order, none overlapping another.

    ``home`` says where the outlet is at home, as far as its address tells.
    """
    tokens = split_tokens(text, spans)
    named = [tokens.span(one.first, one.last) for one in find_names(tokens, lists)]
    return _settle(text, named, spans, lists, home)


def resolve_toponyms(text: str, named: Sequence[Span], lists: PlaceLists, home: Home = NOWHERE) -> tuple[Toponym, ...]:
    """The same for spans that are given: one toponym each, in their order. For measuring this step alone."""
    whole = Span.trimmed(text, 0, len(text))
    return _settle(text, named, [whole] if whole else [], lists, home)


def _settle(
    text: str, named: Sequence[Span], spans: Sequence[Span], lists: PlaceLists, home: Home
) -> tuple[Toponym, ...]:
    mentions = [read_mention(text, span, lists.gazetteer) for span in named]
    spread_regions(mentions, lists.gazetteer)
    holders = _find_holders(text, mentions)
    resolve(mentions, lists.senses, home)
    datelines = _find_datelines(text, spans)
    toponyms = []
    for number, mention in enumerate(mentions):
        chances = _chances(mention.scores)
        pick = mention.pick if max(chances, default=0.0) >= LEAST_SCORE else None
        pick = _city_of(pick, mention) if pick else None
        if _lies_in_one(mention.span, datelines):
            role = PlaceRole.DATELINE
        elif number in holders:
            role = PlaceRole.HOLDER
        else:
            role = role_of(text, mention.span, pick)
        toponyms.append(_toponym(text, mention, pick, chances, role))
    return tuple(toponyms)


def _city_of(pick: Sense, mention: Mention) -> Sense:
    """ "Dar es Salaam": the city, where the division of its name holds few others and no word says "region"."""
    if pick.place.code != "ADM1" or mention.counted in ("region", "counties"):
        return pick
    inside = [sense for sense in mention.senses if sense.place.code.startswith("PPL") and _fills(sense, pick)]
    return inside[0] if inside and sum(sense.place.label == pick.place.label for sense in inside) == 1 else pick


def _fills(city: Sense, division: Sense) -> bool:
    within = city.place.admin1 == division.place.row and city.kind is division.kind
    return within and city.place.population >= CITY_FILLS * division.place.population


def _lies_in_one(span: Span, ordered: Sequence[Span]) -> bool:
    place = bisect_right(ordered, span.start, key=lambda other: other.start) - 1
    return place >= 0 and ordered[place].covers(span)


def _find_datelines(text: str, spans: Sequence[Span]) -> list[Span]:
    found = []
    for span in spans:
        for line in LINE.finditer(text, span.start, span.end):
            dateline = find_dateline(text, *line.span())
            if dateline is not None:
                found.append(dateline.span)
    return found


def _find_holders(text: str, mentions: Sequence[Mention]) -> set[int]:
    """Places in the order of ``mentions`` of those that say where the one before them lies."""
    return {
        number + 1
        for number, (mention, following) in enumerate(pairwise(mentions))
        if mention.holders and text[mention.span.end : following.span.start] in {", ", " ("}
    }


def _toponym(text: str, mention: Mention, pick: Sense | None, chances: Sequence[float], role: PlaceRole) -> Toponym:
    span = mention.span
    alternatives = _alternatives(mention, pick, chances)
    if pick is None:
        name = " ".join(span.cut(text).split())
        rule = PlaceRule.AMBIGUOUS if mention.senses else PlaceRule.UNLISTED
        return Toponym(span, name, None, None, None, None, None, None, None, role, rule, 0.0, alternatives)
    place = pick.place
    precision = where_prec(place, text, span) if role in PLACED else None
    return Toponym(
        span=span,
        name=place.label,
        geonames_id=place.geonames_id or None,
        lat=place.lat,
        lon=place.lon,
        country=place.country or None,
        feature=place.code,
        where_prec=precision,
        geo_precision=GEO_PRECISION[precision] if precision else None,
        role=role,
        rule=_rule(mention, place),
        score=chances[mention.senses.index(pick)],
        alternatives=alternatives,
    )


def _chances(scores: Sequence[float]) -> list[float]:
    most = max(scores, default=0.0)
    odds = [math.exp(score - most) for score in scores]
    total = sum(odds)
    return [one / total for one in odds]


def _rule(mention: Mention, place: Place) -> PlaceRule:
    if mention.holders:
        return PlaceRule.STATED
    if len(mention.senses) == 1:
        return PlaceRule.ONLY
    # A district counts all its towns' people: it is no larger place than the town it is called after.
    rivals = (s.place for s in main_senses(mention.senses) if s.place.code == place.code or s.place.code != "ADM2")
    largest = max((rival.population for rival in rivals), default=0)
    return PlaceRule.LARGEST if place.population >= largest else PlaceRule.ARTICLE


def _alternatives(mention: Mention, pick: Sense | None, chances: Sequence[float]) -> tuple[int, ...]:
    ranked = sorted(zip(chances, mention.senses, strict=True), key=lambda one: -one[0])
    ids = [
        sense.place.geonames_id
        for chance, sense in ranked
        if sense is not pick and chance >= LEAST_ALTERNATIVE and sense.place.geonames_id
    ]
    return tuple(ids[:MOST_ALTERNATIVES])
