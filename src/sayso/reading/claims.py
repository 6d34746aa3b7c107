"""Attributions and stretches into claims with their chains, from the outlet inwards to whose say-so it is."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.records.attribution import Attribution, Commitment
from sayso.records.claim import Basis, Claim, Confidence, Evidence, Link, Role, Scope, Voice
from sayso.records.span import Span, hull

# Scores from which on a row is called clear or likely: see the calibration table in weights/MODEL_CARD.md.
CLEAR_FROM, LIKELY_FROM = 0.90, 0.60
OWN_CLEAR_FROM = 0.97


@dataclass(frozen=True, slots=True)
class OwnWords:
    """A stretch outside all attributions, judged: its spans, voice, basis, hedge and score."""

    content: tuple[Span, ...]
    voice: Voice
    basis: Basis
    hedged: bool
    score: float


def confidence_of(score: float, clear_from: float = CLEAR_FROM) -> Confidence:
    """The three words for people."""
    if score >= clear_from:
        return Confidence.CLEAR
    return Confidence.LIKELY if score >= LIKELY_FROM else Confidence.UNSURE


def make_claims(
    attributions: Sequence[Attribution], stretches: Sequence[OwnWords], documents: frozenset[str]
) -> tuple[Claim, ...]:
    """One claim an attribution (nested ones too) and one a judged stretch, in the order of the text.

    ``documents`` are the ids of attributions whose source is a document, whoever issued it.
    """
    by_id = {attribution.id: attribution for attribution in attributions}
    claims = [_attributed(attribution, by_id, documents) for attribution in attributions]
    claims += [_unattributed(stretch) for stretch in stretches]
    return tuple(sorted(claims, key=lambda claim: (claim.content[0], claim.attribution or "")))


def _attributed(attribution: Attribution, by_id: dict[str, Attribution], documents: frozenset[str]) -> Claim:
    return Claim(
        _id("attributed", attribution.id),
        attribution.content,
        Voice.ATTRIBUTED,
        attribution.id,
        Basis.DOCUMENT if attribution.id in documents else Basis.SAID,
        attribution.commitment is Commitment.HEDGES,
        _chain(attribution, by_id),
        confidence_of(attribution.score),
        attribution.score,
    )


def _unattributed(stretch: OwnWords) -> Claim:
    does = Commitment.HEDGES if stretch.hedged else Commitment.ASSERTS
    whole = hull(stretch.content)
    link = Link(
        None, Role.OUTLET, does if stretch.voice is Voice.OWN else None, Evidence("page", Scope.SENTENCE, whole)
    )
    return Claim(
        _id(stretch.voice, *[(span.start, span.end) for span in stretch.content]),
        stretch.content,
        stretch.voice,
        None,
        stretch.basis,
        stretch.hedged,
        (link,),
        confidence_of(stretch.score, OWN_CLEAR_FROM) if stretch.voice is Voice.OWN else Confidence.UNSURE,
        stretch.score,
    )


def _chain(attribution: Attribution, by_id: dict[str, Attribution]) -> tuple[Link, ...]:
    """Outlet, then every holder inwards; each but the last with the stance that its words show."""
    line = [attribution]
    while line[0].nested_in is not None:
        line.insert(0, by_id[line[0].nested_in])
    links = [Link(None, Role.OUTLET, line[0].stance, _evidence("cue", line[0].cue))]
    for held, inner in zip(line, [*line[1:], None], strict=True):
        if held.relay is not None:
            links.append(Link(held.relay, Role.RELAY, None, _evidence("relay", held.source or held.cue)))
        does = held.commitment if inner is None else inner.stance
        links.append(Link(held.speaker, Role.SPEAKER, does, _evidence("source", held.source or held.cue)))
    return tuple(links)


def _evidence(kind: str, spans: Sequence[Span]) -> Evidence:
    return Evidence(kind, Scope.SENTENCE, hull(spans) if spans else None)


def _id(*parts: object) -> str:
    return "c" + hashlib.sha256(json.dumps(["claim", *parts]).encode()).hexdigest()[:10]
