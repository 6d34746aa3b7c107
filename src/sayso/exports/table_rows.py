"""The tables of a reading: one class a table, one field a column, one instance a row.

Column order is field order. Offsets count Unicode code points of the article's text, half-open. ``number`` counts an
article's rows of a table from 1, in the order of the reading. Columns of words hold None where the text is withheld.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from sayso.exports.wire import Does
from sayso.records.actor import ActorKind
from sayso.records.article import Precision
from sayso.records.attribution import AttributionKind, Commitment, Stance
from sayso.records.block import BlockKind
from sayso.records.claim import Basis, Confidence, RelationKind, Role, Scope, Voice
from sayso.records.credit import CreditKind, CreditScope
from sayso.records.event import EventFlag, EventType, Factuality, Participant
from sayso.records.quantity import Bound
from sayso.records.span import Span
from sayso.records.timex import AnchorKind, Grain, Mod, OtherValue, TimexType
from sayso.records.toponym import PlaceRole, PlaceRule

Offset = Annotated[int, Meta(ge=0)]
PastOffset = Annotated[int, Meta(ge=1)]
Share = Annotated[float, Meta(ge=0, le=1)]
Latitude = Annotated[float, Meta(ge=-90, le=90)]
Longitude = Annotated[float, Meta(ge=-180, le=180)]
WherePrec = Annotated[int, Meta(ge=1, le=7)]
GeoPrecision = Annotated[int, Meta(ge=1, le=3)]
ArticleId = Annotated[str, Meta(description="the article's id")]
Number = Annotated[int, Meta(ge=1, description="counts the article's rows of this table, in the order of the reading")]
Start = Annotated[int, Meta(ge=0, description="offset of the first character")]
End = Annotated[int, Meta(ge=1, description="offset past the last character")]
Spans = tuple[Span, ...]
Words = Annotated[str | None, Meta(description="the words there; several stretches are joined by “ … ”")]
Score = Annotated[float, Meta(ge=0, le=1, description="0 to 1, three decimals")]
ActorId = Annotated[str | None, Meta(description="an actor of the article")]
Claims = Annotated[tuple[str, ...], Meta(description="the claims in whose content it stands")]


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One article as it was received, by what its page says of itself, and the model that read it."""

    article: ArticleId
    title: Annotated[str | None, Meta(description="its title, as the page or the input gives it")]
    outlet: Annotated[str | None, Meta(description="who publishes it, as the page or the input says")]
    url: Annotated[str | None, Meta(description="its address")]
    published: Annotated[str | None, Meta(description="when, by its own word: ISO 8601 local time, no finer than told")]
    published_precision: Annotated[Precision | None, Meta(description="how fine that is")]
    published_zone: Annotated[str | None, Meta(description="offset from UTC; null is unknown, not UTC")]
    modified: Annotated[str | None, Meta(description="when it was changed last, by its own word, as `published`")]
    modified_precision: Annotated[Precision | None, Meta(description="how fine that is")]
    modified_zone: Annotated[str | None, Meta(description="offset from UTC; null is unknown")]
    seen: Annotated[str | None, Meta(description="when the crawl that brought the page fetched it, in UTC")]
    raw_digest: Annotated[str | None, Meta(description="SHA-256 of the bytes that the text was taken from")]
    authors: Annotated[tuple[str, ...], Meta(description="names of its authors")]
    language: Annotated[str | None, Meta(description="the language that the page claims")]
    flags: Annotated[tuple[str, ...], Meta(description="what a desk should know: repeated text, hidden text ...")]
    agencies: Annotated[tuple[str, ...], Meta(description="agencies that the page credits: wire copy, by its own word")]
    length: Annotated[int, Meta(ge=0, description="code points of the text")]
    words: Annotated[int, Meta(ge=0, description="words of the text")]
    model: Annotated[str, Meta(description="name of the model that read it")]
    model_version: Annotated[str, Meta(description="its version")]
    model_digest: Annotated[str, Meta(description="digest of weights and lists")]
    text: Annotated[str | None, Meta(description="the text that all offsets count in")]


@dataclass(frozen=True, slots=True)
class BlockRow:
    """One stretch of the text with one part to play on the page."""

    article: ArticleId
    number: Number
    kind: Annotated[BlockKind, Meta(description="its part")]
    start: Start
    end: End


@dataclass(frozen=True, slots=True)
class CreditRow:
    """One line of the page that names an agency, outlet, author or photographer."""

    article: ArticleId
    number: Number
    name: Annotated[str, Meta(description="who is named")]
    kind: Annotated[CreditKind, Meta(description="as what")]
    scope: Annotated[CreditScope, Meta(description="what is credited: a page-wide credit is nobody's sentence")]
    start: Start
    end: End


@dataclass(frozen=True, slots=True)
class ActorRow:
    """One that the article speaks of and that can say or do. Actors of two articles are never the same row."""

    article: ArticleId
    number: Number
    actor: Annotated[str, Meta(description="its id in the article")]
    name: Annotated[str, Meta(description="the fullest name that the article gives, or the words that describe it")]
    kind: Annotated[ActorKind, Meta(description="what it is")]
    named: Annotated[bool, Meta(description="whether the article names it")]
    anonymity: Annotated[str | None, Meta(description="what an unnamed one is called: official, witness ...")]
    roles: Annotated[tuple[str, ...], Meta(description="titles and descriptions, in the article's words")]
    country: Annotated[str | None, Meta(description="ISO 3166 alpha-3, by the lists")]
    codes: Annotated[tuple[str, ...], Meta(description="country and PLOVER sector, by the lists")]
    side: Annotated[str | None, Meta(description="whose party it is, by the lists; null is not known")]
    mentions: Annotated[Spans, Meta(description="where the article speaks of it")]


@dataclass(frozen=True, slots=True)
class AttributionRow:
    """One content that the text puts in the mouth, mind or hand of a source."""

    article: ArticleId
    number: Number
    attribution: Annotated[str, Meta(description="its id in the article")]
    kind: Annotated[AttributionKind, Meta(description="how it is told; unmarked is speech without quotation marks")]
    speaker: ActorId
    speaker_name: Annotated[str | None, Meta(description="the speaker's name")]
    speaker_kind: Annotated[ActorKind | None, Meta(description="what the speaker is")]
    speaker_named: Annotated[bool | None, Meta(description="whether the article names the speaker")]
    speaker_anonymity: Annotated[str | None, Meta(description="what an unnamed speaker is called")]
    speaker_why: Annotated[str | None, Meta(description="why it is not settled who speaks")]
    commitment: Annotated[Commitment, Meta(description="what the source does with the content")]
    stance: Annotated[Stance, Meta(description="what the teller does with it")]
    relay: ActorId
    nested_in: Annotated[str | None, Meta(description="the attribution in whose content this one lies")]
    source: Annotated[Spans, Meta(description="where the source is named")]
    source_words: Words
    cue: Annotated[Spans, Meta(description="where it says that something is said")]
    cue_words: Words
    content: Annotated[Spans, Meta(description="where the content stands")]
    content_words: Words
    words: Annotated[int, Meta(ge=0, description="words of the content")]
    quoted_words: Annotated[int, Meta(ge=0, description="those of them in quotation marks, or all if it is direct")]
    position: Annotated[Share | None, Meta(description="where the content begins: 0 first, 1 last")]
    said_timex: Annotated[Span | None, Meta(description="the words that tell when it was said")]
    said_place: Annotated[Span | None, Meta(description="... where")]
    said_occasion: Annotated[Span | None, Meta(description="... on what occasion")]
    said_addressee: Annotated[Span | None, Meta(description="... to whom")]
    score: Score


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One content that the article holds out, through one chain."""

    article: ArticleId
    number: Number
    claim: Annotated[str, Meta(description="its id in the article")]
    voice: Annotated[Voice, Meta(description="own: the outlet speaks for itself")]
    attribution: Annotated[str | None, Meta(description="the attribution that it comes from")]
    basis: Annotated[Basis, Meta(description="how the holder knows, as the text tells")]
    hedged: Annotated[bool, Meta(description="told with a may, might, perhaps")]
    confidence: Annotated[Confidence, Meta(description="of the reading, in a word")]
    score: Score
    party: Annotated[str | None, Meta(description="the rule by which its innermost holder has a stake in it")]
    party_reason: Annotated[str | None, Meta(description="why, in words")]
    content: Annotated[Spans, Meta(description="where it stands")]
    words: Words


@dataclass(frozen=True, slots=True)
class LinkRow:
    """One holder in the chain of a claim, from the outlet inwards."""

    article: ArticleId
    number: Number
    claim: Annotated[str, Meta(description="the claim")]
    claim_number: Annotated[int, Meta(ge=1, description="the claim's number in its table")]
    position: Annotated[int, Meta(ge=1, description="1 is the outermost")]
    actor: ActorId
    actor_name: Annotated[str | None, Meta(description="the actor's name")]
    role: Annotated[Role, Meta(description="its part in the chain")]
    does: Annotated[Does | None, Meta(description="stance to the next link, or the last's commitment")]
    evidence: Annotated[str, Meta(description="what shows it: source, cue, credit, relay or page")]
    scope: Annotated[Scope, Meta(description="for how much of the page that evidence speaks")]
    start: Annotated[Offset | None, Meta(description="offset of the evidence; null: the page as a whole")]
    end: Annotated[PastOffset | None, Meta(description="its end")]
    words: Words


@dataclass(frozen=True, slots=True)
class RelationRow:
    """One claim that does something to another of the same article."""

    article: ArticleId
    number: Number
    a: Annotated[str, Meta(description="a claim")]
    b: Annotated[str, Meta(description="another")]
    kind: Annotated[RelationKind, Meta(description="what a does to b")]
    missing: Annotated[Spans, Meta(description="stretches of b that a drops")]


@dataclass(frozen=True, slots=True)
class TimeRow:
    """One stretch of the text that tells a time, a length of time or how often."""

    article: ArticleId
    number: Number
    start: Start
    end: End
    words: Words
    type: Annotated[TimexType, Meta(description="TIMEX3's type")]
    value: Annotated[str | None, Meta(description="TIMEX3's value, X for what is left open")]
    grain: Annotated[Grain | None, Meta(description="how fine it is told")]
    first: Annotated[str | None, Meta(description="when it begins: an ISO 8601 day or minute")]
    past_last: Annotated[str | None, Meta(description="up to and without this; null with a first: still open")]
    mod: Annotated[Mod | None, Meta(description="TIMEX3's mod")]
    signal: Annotated[str | None, Meta(description="the word that opens or closes it: since, until ...")]
    zone: Annotated[str | None, Meta(description="an offset, or the text's own words for it")]
    anchor: Annotated[AnchorKind, Meta(description="what it is reckoned from")]
    anchor_span: Annotated[Span | None, Meta(description="the words of that")]
    rule: Annotated[str, Meta(description="the rule that read it")]
    alternatives: Annotated[tuple[OtherValue, ...], Meta(description="what else it may mean")]
    claims: Claims


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One stretch of the text that names a place, or what is called after it."""

    article: ArticleId
    number: Number
    start: Start
    end: End
    words: Words
    name: Annotated[str, Meta(description="the gazetteer's name, or the article's where it has none")]
    geonames_id: Annotated[int | None, Meta(description="GeoNames' id")]
    lat: Annotated[Latitude | None, Meta(description="latitude, WGS 84")]
    lon: Annotated[Longitude | None, Meta(description="longitude, WGS 84")]
    country: Annotated[str | None, Meta(description="ISO 3166 alpha-2")]
    feature: Annotated[str | None, Meta(description="GeoNames' feature code")]
    where_prec: Annotated[WherePrec | None, Meta(description="UCDP's precision; null: no place of anything")]
    geo_precision: Annotated[GeoPrecision | None, Meta(description="ACLED's precision")]
    role: Annotated[PlaceRole, Meta(description="what the name does in its sentence")]
    rule: Annotated[PlaceRule, Meta(description="how it was settled which place is meant")]
    score: Score
    alternatives: Annotated[tuple[int, ...], Meta(description="GeoNames' ids of others that may be meant")]
    claims: Claims


@dataclass(frozen=True, slots=True)
class QuantityRow:
    """One stretch of the text that says how many or how much there is of something."""

    article: ArticleId
    number: Number
    start: Start
    end: End
    words: Words
    value: Annotated[float | None, Meta(description="the number named; null where none is (“dozens”)")]
    low: Annotated[float | None, Meta(description="the least that the words leave open")]
    high: Annotated[float | None, Meta(description="the most")]
    bound: Annotated[Bound | None, Meta(description="on which side the words leave it open")]
    approximate: Annotated[bool, Meta(description="“about 12”, “dozens”")]
    unit: Annotated[
        str, Meta(description="of what: dead, injured, arrested, percent, EUR, km, a noun; empty: not told")
    ]
    as_of: Annotated[Span | None, Meta(description="the words that date or sum up the count")]
    claims: Claims


@dataclass(frozen=True, slots=True)
class EventRow:
    """One happening as one claim tells it."""

    article: ArticleId
    number: Number
    event: Annotated[str, Meta(description="its id in the article")]
    type: Annotated[EventType, Meta(description="PLOVER's type")]
    modes: Annotated[tuple[str, ...], Meta(description="PLOVER's modes")]
    start: Start
    end: End
    words: Words
    actors: Annotated[tuple[Participant, ...], Meta(description="who does it, and the words for them")]
    recipients: Annotated[tuple[Participant, ...], Meta(description="to or with whom, and the words for them")]
    timex: Annotated[Span | None, Meta(description="the words that tell when; a row of times")]
    toponym: Annotated[Span | None, Meta(description="the words that tell where; a row of places")]
    quantities: Annotated[Spans, Meta(description="the words that tell how many; rows of quantities")]
    flags: Annotated[tuple[EventFlag, ...], Meta(description="why it is no news of what has just happened")]
    score: Score
    runner_up: Annotated[EventType | None, Meta(description="the next likely type")]


@dataclass(frozen=True, slots=True)
class ToldRow:
    """One claim that tells of an event."""

    article: ArticleId
    number: Number
    claim: Annotated[str, Meta(description="the claim")]
    claim_number: Annotated[int, Meta(ge=1, description="the claim's number in its table")]
    event: Annotated[str, Meta(description="the event")]
    factuality: Annotated[tuple[Factuality, ...], Meta(description="FactBank's value for each link of the chain")]


@dataclass(frozen=True, slots=True)
class UnreadRow:
    """One stretch or input that was left unread."""

    article: ArticleId
    number: Number
    what: Annotated[str, Meta(description="what it is")]
    why: Annotated[str, Meta(description="the reason, in words")]
    start: Annotated[Offset | None, Meta(description="its offset, if it is a stretch")]
    end: Annotated[PastOffset | None, Meta(description="its end")]
