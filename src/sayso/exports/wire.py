"""The shape of a reading as JSON: names, nesting and the order of keys.

Key order is field order.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from sayso.records.actor import ActorKind
from sayso.records.article import Precision
from sayso.records.attribution import AttributionKind, Commitment, Stance
from sayso.records.block import BlockKind
from sayso.records.claim import Basis, Confidence, RelationKind, Role, Scope, Voice
from sayso.records.credit import CreditKind, CreditScope
from sayso.records.event import EventFlag, EventType, Factuality
from sayso.records.quantity import Bound
from sayso.records.timex import AnchorKind, Grain, Mod, TimexType
from sayso.records.toponym import PlaceRole, PlaceRule

SCHEMA: Literal["sayso.reading/1"] = "sayso.reading/1"

Id = Annotated[str, Meta(min_length=1)]
Offset = Annotated[int, Meta(ge=0, description="Unicode code points from the start of article.text")]
SpanJson = Annotated[tuple[Offset, Offset], Meta(description="half-open: [first, past-last]")]
IntervalJson = Annotated[
    tuple[str, str | None], Meta(description="half-open, ISO 8601 days or minutes: [first, past-last], null if open")
]
# A teller's stance or an innermost's commitment: spelled out, as msgspec takes no union of two enumerations.
Does = Literal["reports", "endorses", "distances", "asserts", "confirms", "denies", "hedges", "intends", "asks"]
Score = Annotated[float, Meta(ge=0, le=1, description="rounded to three decimals")]


class ModelJson(Struct, frozen=True, forbid_unknown_fields=True):
    """The weights and lists that made the reading."""

    name: str
    version: str
    digest: str


class BlockJson(Struct, frozen=True, forbid_unknown_fields=True):
    """A stretch of the text with one part to play on the page."""

    kind: BlockKind
    start: Offset
    end: Offset


class ArticleJson(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The page as it was received; everything beside `text`, `flags` and `blocks` is the page's own claim."""

    text: str
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    published_precision: Precision | None
    published_zone: str | None
    authors: tuple[str, ...]
    language: str | None
    flags: tuple[str, ...]
    blocks: tuple[BlockJson, ...]
    modified: str | None = None
    modified_precision: Precision | None = None
    modified_zone: str | None = None
    seen: str | None = None
    raw_digest: str | None = None


class CreditJson(Struct, frozen=True, forbid_unknown_fields=True):
    """A line that names an agency, outlet, author or photographer."""

    name: str
    kind: CreditKind
    start: Offset
    end: Offset
    scope: CreditScope


class ActorJson(Struct, frozen=True, forbid_unknown_fields=True):
    """Someone or something that can say or do."""

    id: Id
    name: str
    kind: ActorKind
    named: bool
    anonymity: str | None
    roles: tuple[str, ...]
    country: str | None
    codes: tuple[str, ...]
    mentions: tuple[SpanJson, ...]
    side: str | None = None


class SaidJson(Struct, frozen=True, forbid_unknown_fields=True):
    """When, where, on what occasion and to whom it was said, in the article's words."""

    timex: SpanJson | None
    place: SpanJson | None
    occasion: SpanJson | None
    addressee: SpanJson | None


class AttributionJson(Struct, frozen=True, forbid_unknown_fields=True):
    """A source, a cue and a content; `speaker` and `relay` are actors, `nested_in` is an attribution.

    Where `speaker` is null, `speaker_why` says why.
    """

    id: Id
    source: tuple[SpanJson, ...]
    cue: tuple[SpanJson, ...]
    content: tuple[SpanJson, ...]
    kind: AttributionKind
    speaker: Id | None
    nested_in: Id | None
    commitment: Commitment
    stance: Stance
    relay: Id | None
    said: SaidJson
    score: Score
    speaker_why: str | None = None


class EvidenceJson(Struct, frozen=True, forbid_unknown_fields=True):
    """The words that show a link; no offsets where the whole page is the evidence."""

    kind: str
    scope: Scope
    start: Offset | None
    end: Offset | None


class LinkJson(Struct, frozen=True, forbid_unknown_fields=True):
    """One holder; `stance` is towards the next link, or is the innermost's commitment."""

    actor: Id | None
    role: Role
    stance: Does | None
    evidence: EvidenceJson


class AboutJson(Struct, frozen=True, forbid_unknown_fields=True):
    """An event that the claim tells of; `factuality` has one of FactBank's values a link of the chain."""

    event: Id
    factuality: tuple[Factuality, ...]


class PartyJson(Struct, frozen=True, forbid_unknown_fields=True):
    """Why the innermost holder has a stake in the claim, and the name of the rule that says so."""

    reason: str
    rule: str


class ClaimJson(Struct, frozen=True, forbid_unknown_fields=True):
    """One chain, from the outlet inwards, doing one thing with one content."""

    id: Id
    content: tuple[SpanJson, ...]
    voice: Voice
    attribution: Id | None
    basis: Basis
    hedged: bool
    chain: tuple[LinkJson, ...]
    about: tuple[AboutJson, ...]
    party: PartyJson | None
    confidence: Confidence
    score: Score


class QuantityJson(Struct, frozen=True, forbid_unknown_fields=True):
    """How many or how much of `unit` the words say there are; `low` and `high` are what they leave open."""

    start: Offset
    end: Offset
    value: float | None
    low: float | None
    high: float | None
    bound: Bound | None
    approximate: bool
    unit: str
    as_of: SpanJson | None


class TimeAnchorJson(Struct, frozen=True, forbid_unknown_fields=True):
    """What a time is reckoned from; no offsets where the text has no words for it."""

    kind: AnchorKind
    start: Offset | None
    end: Offset | None


class OtherValueJson(Struct, frozen=True, forbid_unknown_fields=True):
    """What the words may mean as well."""

    value: str
    interval: IntervalJson | None


class TimexJson(Struct, frozen=True, forbid_unknown_fields=True):
    """A time, a length of time or how often; `value` is TIMEX3, with X for what the text leaves open."""

    start: Offset
    end: Offset
    type: TimexType
    value: str | None
    grain: Grain | None
    interval: IntervalJson | None
    mod: Mod | None
    signal: str | None
    zone: str | None
    anchor: TimeAnchorJson
    rule: str
    alternatives: tuple[OtherValueJson, ...]


class ToponymJson(Struct, frozen=True, forbid_unknown_fields=True):
    """The words name a place; `geonames_id`, `lat` and `lon` are null where no list has it."""

    start: Offset
    end: Offset
    name: str
    geonames_id: int | None
    lat: Annotated[float, Meta(ge=-90, le=90)] | None
    lon: Annotated[float, Meta(ge=-180, le=180)] | None
    where_prec: Annotated[int, Meta(ge=1, le=7, description="UCDP's code")] | None
    geo_precision: Annotated[int, Meta(ge=1, le=3, description="ACLED's code")] | None
    role: PlaceRole
    rule: PlaceRule
    country: str | None
    feature: str | None
    score: Score
    alternatives: tuple[int, ...]


class EventJson(Struct, frozen=True, forbid_unknown_fields=True):
    """A happening as one claim tells it; `actors` and `recipients` are ids, and `*_spans` their words.

    `timex`, `toponym` and `quantities` are the offsets of rows of the tables of these names.
    """

    id: Id
    type: EventType
    modes: tuple[str, ...]
    start: Offset
    end: Offset
    actors: tuple[Id, ...]
    recipients: tuple[Id, ...]
    timex: SpanJson | None
    toponym: SpanJson | None
    quantities: tuple[SpanJson, ...]
    flags: tuple[EventFlag, ...]
    actor_spans: tuple[SpanJson, ...]
    recipient_spans: tuple[SpanJson, ...]
    score: Score
    runner_up: EventType | None = None


class RelationJson(Struct, frozen=True, forbid_unknown_fields=True):
    """Claim `a` does `kind` to claim `b`; `missing` are stretches of b that a drops."""

    a: Id
    b: Id
    kind: RelationKind
    missing: tuple[SpanJson, ...]


class UnreadJson(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What was left unread and why; `start` and `end` are absent where it is no stretch of the text."""

    what: str
    why: str
    start: Offset | None = None
    end: Offset | None = None


class ReadingJson(Struct, frozen=True, forbid_unknown_fields=True):
    """All that was read in one article."""

    schema: Literal["sayso.reading/1"]
    id: Id
    model: ModelJson
    article: ArticleJson
    credits: tuple[CreditJson, ...]
    actors: tuple[ActorJson, ...]
    attributions: tuple[AttributionJson, ...]
    timexes: tuple[TimexJson, ...]
    toponyms: tuple[ToponymJson, ...]
    quantities: tuple[QuantityJson, ...]
    events: tuple[EventJson, ...]
    claims: tuple[ClaimJson, ...]
    relations: tuple[RelationJson, ...]
    unread: tuple[UnreadJson, ...]
