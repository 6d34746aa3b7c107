"""A reading as JSON, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable

import msgspec

from sayso.errors import MalformedInput
from sayso.exports import wire
from sayso.exports.event_json import about_to_wire, event_to_wire, wire_to_about, wire_to_event
from sayso.exports.timex_json import timex_to_wire, wire_to_timex
from sayso.exports.toponym_json import toponym_to_wire, wire_to_toponym
from sayso.records.actor import Actor
from sayso.records.article import Article, Precision, Published
from sayso.records.attribution import Attribution, Commitment, Said, Stance
from sayso.records.block import Block
from sayso.records.claim import Claim, Evidence, Link, Party, Relation
from sayso.records.credit import Credit
from sayso.records.quantity import Quantity
from sayso.records.reading import Model, Reading, Unread
from sayso.records.span import Span

Pair = tuple[int, int]


def export_json(reading: Reading) -> bytes:
    """One JSON object in UTF-8, on one line without a line end: the same reading gives the same bytes.

    Scores are rounded to three decimals. A lone surrogate in the text is written as a ``\\ud800`` escape.
    """
    shape = _reading_to_wire(reading)
    try:
        return msgspec.json.encode(shape)
    except UnicodeEncodeError:  # a lone surrogate cannot stand in UTF-8; an escape can
        return json.dumps(msgspec.to_builtins(shape), separators=(",", ":")).encode("ascii")


def import_json(data: bytes) -> Reading:
    """The reading that `export_json` wrote, less the article's page map. Raises MalformedInput, with the path."""
    try:
        shape = msgspec.json.decode(data, type=wire.ReadingJson)
    except msgspec.ValidationError as error:
        raise MalformedInput("reading", str(error)) from error
    except (msgspec.DecodeError, UnicodeDecodeError):  # lone surrogates, or no JSON at all
        shape = _decode_slowly(data)
    return _wire_to_reading(shape)


def _decode_slowly(data: bytes) -> wire.ReadingJson:
    try:
        return msgspec.convert(json.loads(data), wire.ReadingJson)
    except (ValueError, RecursionError) as error:  # msgspec.ValidationError is a ValueError
        raise MalformedInput("reading", str(error)) from error


def _pair(span: Span) -> Pair:
    return span.start, span.end


def _pairs(spans: Iterable[Span]) -> tuple[Pair, ...]:
    return tuple(_pair(span) for span in spans)


def _span(pair: Pair) -> Span:
    return Span(*pair)


def _spans(pairs: Iterable[Pair]) -> tuple[Span, ...]:
    return tuple(Span(*pair) for pair in pairs)


def _reading_to_wire(reading: Reading) -> wire.ReadingJson:
    return wire.ReadingJson(
        schema=wire.SCHEMA,
        id=reading.article.id,
        model=wire.ModelJson(reading.model.name, reading.model.version, reading.model.digest),
        article=_article_to_wire(reading.article),
        credits=tuple(wire.CreditJson(c.name, c.kind, c.span.start, c.span.end, c.scope) for c in reading.credits),
        actors=tuple(_actor_to_wire(actor) for actor in reading.actors),
        attributions=tuple(_attribution_to_wire(attribution) for attribution in reading.attributions),
        timexes=tuple(timex_to_wire(timex) for timex in reading.timexes),
        toponyms=tuple(toponym_to_wire(toponym) for toponym in reading.toponyms),
        quantities=tuple(_quantity_to_wire(quantity) for quantity in reading.quantities),
        events=tuple(event_to_wire(event) for event in reading.events),
        claims=tuple(_claim_to_wire(claim) for claim in reading.claims),
        relations=tuple(wire.RelationJson(r.a, r.b, r.kind, _pairs(r.missing)) for r in reading.relations),
        unread=tuple(_unread_to_wire(unread) for unread in reading.unread),
    )


def _article_to_wire(article: Article) -> wire.ArticleJson:
    published, modified = article.published, article.modified
    return wire.ArticleJson(
        text=article.text,
        title=article.title,
        outlet=article.outlet,
        url=article.url,
        published=published.time if published else None,
        published_precision=published.precision if published else None,
        published_zone=published.zone if published else None,
        authors=article.authors,
        language=article.language,
        flags=article.flags,
        blocks=tuple(wire.BlockJson(block.kind, block.span.start, block.span.end) for block in article.blocks),
        modified=modified.time if modified else None,
        modified_precision=modified.precision if modified else None,
        modified_zone=modified.zone if modified else None,
        seen=article.seen,
        raw_digest=article.raw_digest,
    )


def _actor_to_wire(actor: Actor) -> wire.ActorJson:
    return wire.ActorJson(
        id=actor.id,
        name=actor.name,
        kind=actor.kind,
        named=actor.named,
        anonymity=actor.anonymity,
        roles=actor.roles,
        country=actor.country,
        codes=actor.codes,
        mentions=_pairs(actor.mentions),
        side=actor.side,
    )


def _attribution_to_wire(attribution: Attribution) -> wire.AttributionJson:
    said = attribution.said
    return wire.AttributionJson(
        id=attribution.id,
        source=_pairs(attribution.source),
        cue=_pairs(attribution.cue),
        content=_pairs(attribution.content),
        kind=attribution.kind,
        speaker=attribution.speaker,
        nested_in=attribution.nested_in,
        commitment=attribution.commitment,
        stance=attribution.stance,
        relay=attribution.relay,
        said=wire.SaidJson(
            *(_pair(span) if span else None for span in (said.timex, said.place, said.occasion, said.addressee))
        ),
        score=round(attribution.score, 3),
        speaker_why=attribution.speaker_why,
    )


def _claim_to_wire(claim: Claim) -> wire.ClaimJson:
    return wire.ClaimJson(
        id=claim.id,
        content=_pairs(claim.content),
        voice=claim.voice,
        attribution=claim.attribution,
        basis=claim.basis,
        hedged=claim.hedged,
        chain=tuple(_link_to_wire(link) for link in claim.chain),
        about=tuple(about_to_wire(about) for about in claim.about),
        party=wire.PartyJson(claim.party.reason, claim.party.rule) if claim.party else None,
        confidence=claim.confidence,
        score=round(claim.score, 3),
    )


def _link_to_wire(link: Link) -> wire.LinkJson:
    span = link.evidence.span
    start, end = _pair(span) if span else (None, None)
    evidence = wire.EvidenceJson(link.evidence.kind, link.evidence.scope, start, end)
    return wire.LinkJson(link.actor, link.role, word_does(link.does), evidence)


def _quantity_to_wire(q: Quantity) -> wire.QuantityJson:
    as_of = _pair(q.as_of) if q.as_of else None
    return wire.QuantityJson(q.span.start, q.span.end, q.value, q.low, q.high, q.bound, q.approximate, q.unit, as_of)


def _wire_to_quantity(q: wire.QuantityJson) -> Quantity:
    as_of = _span(q.as_of) if q.as_of else None
    return Quantity(Span(q.start, q.end), q.value, q.low, q.high, q.bound, q.approximate, q.unit, as_of)


def _unread_to_wire(unread: Unread) -> wire.UnreadJson:
    if unread.span is None:
        return wire.UnreadJson(unread.what, unread.why)
    return wire.UnreadJson(unread.what, unread.why, unread.span.start, unread.span.end)


def _wire_to_reading(shape: wire.ReadingJson) -> Reading:
    return Reading(
        article=_wire_to_article(shape.id, shape.article),
        model=Model(shape.model.name, shape.model.version, shape.model.digest),
        credits=tuple(Credit(c.name, c.kind, Span(c.start, c.end), c.scope) for c in shape.credits),
        actors=tuple(
            Actor(a.id, a.name, a.kind, a.named, a.anonymity, a.roles, _spans(a.mentions), a.country, a.codes, a.side)
            for a in shape.actors
        ),
        attributions=tuple(_wire_to_attribution(attribution) for attribution in shape.attributions),
        claims=tuple(_wire_to_claim(claim) for claim in shape.claims),
        relations=tuple(Relation(r.a, r.b, r.kind, _spans(r.missing)) for r in shape.relations),
        unread=tuple(Unread(u.what, u.why, _between(u.start, u.end)) for u in shape.unread),
        quantities=tuple(_wire_to_quantity(quantity) for quantity in shape.quantities),
        timexes=tuple(wire_to_timex(timex) for timex in shape.timexes),
        toponyms=tuple(wire_to_toponym(toponym) for toponym in shape.toponyms),
        events=tuple(wire_to_event(event) for event in shape.events),
    )


def _between(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span(start, end)


def _wire_to_article(article_id: str, shape: wire.ArticleJson) -> Article:
    return Article(
        id=article_id,
        text=shape.text,
        title=shape.title,
        outlet=shape.outlet,
        url=shape.url,
        published=_wire_to_time(shape.published, shape.published_precision, shape.published_zone),
        authors=shape.authors,
        language=shape.language,
        blocks=tuple(Block(block.kind, Span(block.start, block.end)) for block in shape.blocks),
        flags=shape.flags,
        modified=_wire_to_time(shape.modified, shape.modified_precision, shape.modified_zone),
        seen=shape.seen,
        raw_digest=shape.raw_digest,
    )


def _wire_to_time(time: str | None, precision: Precision | None, zone: str | None) -> Published | None:
    return None if time is None else Published(time, precision or Precision.DAY, zone)


def _wire_to_attribution(shape: wire.AttributionJson) -> Attribution:
    said = (shape.said.timex, shape.said.place, shape.said.occasion, shape.said.addressee)
    return Attribution(
        id=shape.id,
        source=_spans(shape.source),
        cue=_spans(shape.cue),
        content=_spans(shape.content),
        kind=shape.kind,
        speaker=shape.speaker,
        nested_in=shape.nested_in,
        commitment=shape.commitment,
        stance=shape.stance,
        relay=shape.relay,
        said=Said(*(_span(pair) if pair else None for pair in said)),
        score=shape.score,
        speaker_why=shape.speaker_why,
    )


def _wire_to_claim(shape: wire.ClaimJson) -> Claim:
    return Claim(
        id=shape.id,
        content=_spans(shape.content),
        voice=shape.voice,
        attribution=shape.attribution,
        basis=shape.basis,
        hedged=shape.hedged,
        chain=tuple(_wire_to_link(link) for link in shape.chain),
        confidence=shape.confidence,
        score=shape.score,
        about=tuple(wire_to_about(about) for about in shape.about),
        party=Party(shape.party.reason, shape.party.rule) if shape.party else None,
    )


def _wire_to_link(shape: wire.LinkJson) -> Link:
    evidence = shape.evidence
    span = _between(evidence.start, evidence.end)
    return Link(shape.actor, shape.role, does_of(shape.stance), Evidence(evidence.kind, evidence.scope, span))


_DOES: dict[Stance | Commitment, wire.Does] = {does: does.value for does in (*Stance, *Commitment)}
_HOLDER_DOES = {word: does for does, word in _DOES.items()}


def word_does(does: Stance | Commitment | None) -> wire.Does | None:
    """What a holder does, as its word in JSON."""
    return None if does is None else _DOES[does]


def does_of(word: wire.Does | None) -> Stance | Commitment | None:
    """What a holder does, out of its word."""
    return None if word is None else _HOLDER_DOES[word]
