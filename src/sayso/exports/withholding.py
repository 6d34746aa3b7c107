"""Readings and stories without the articles' words: what is shared where the texts may not be.

What names something stays: an article's title, outlet and address, its authors, people, organisations and places by
name. The text goes, and with it the words of every span, the descriptions of unnamed people and of roles, and what
reasons quote. Offsets stay, and count in the text that is not there.
"""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.linking.story import LinkedStory
from sayso.records.actor import Actor
from sayso.records.attribution import Attribution
from sayso.records.claim import Claim
from sayso.records.edge import Edge
from sayso.records.point import Dispute, Origin, Point
from sayso.records.reading import Reading
from sayso.records.reason import Reason
from sayso.records.span import Span

NOT_SETTLED = "not settled"
UNNAMED = "unnamed"
_QUOTED = re.compile("“.*”|“.*", re.DOTALL)


def withhold_reading(reading: Reading) -> Reading:
    """The reading with an empty text; all its offsets are as they were."""
    return replace(
        reading,
        article=replace(reading.article, text="", page_map=()),
        actors=tuple(withhold_actor(actor) for actor in reading.actors),
        attributions=tuple(_withhold_attribution(attribution) for attribution in reading.attributions),
        claims=tuple(_withhold_claim(claim) for claim in reading.claims),
    )


def withhold_actor(actor: Actor) -> Actor:
    """The actor without what describes them: an unnamed one goes by their kind ("official")."""
    name = actor.name if actor.named else actor.anonymity or actor.kind.value
    return replace(actor, name=name, roles=())


def _withhold_attribution(attribution: Attribution) -> Attribution:
    return replace(attribution, speaker_why=attribution.speaker_why and NOT_SETTLED)


def _withhold_claim(claim: Claim) -> Claim:
    party = claim.party
    return replace(claim, party=replace(party, reason=withhold_quoted(party.reason))) if party else claim


def withhold_story(story: LinkedStory) -> LinkedStory:
    """The story with its articles' texts empty; counts, reasons and offsets are as they were."""
    members = tuple(replace(one, reading=withhold_reading(one.reading)) for one in story.scene.members)
    return replace(
        story,
        scene=replace(story.scene, members=members),
        edges=tuple(_withhold_edge(edge) for edge in story.edges),
        points=tuple(withhold_point(point) for point in story.points),
    )


def _withhold_edge(edge: Edge) -> Edge:
    runner_up = withhold_quoted(edge.runner_up) if edge.runner_up else None
    return replace(edge, reasons=_withhold_reasons(edge.reasons), runner_up=runner_up)


def withhold_point(point: Point) -> Point:
    """The point without what its reasons quote and what describes unnamed origins."""
    return replace(
        point,
        origins=tuple(_withhold_origin(origin) for origin in point.origins),
        disputes=tuple(_withhold_dispute(dispute) for dispute in point.disputes),
        reasons=_withhold_reasons(point.reasons),
    )


def _withhold_origin(origin: Origin) -> Origin:
    return origin if origin.named else replace(origin, name=UNNAMED)


def _withhold_dispute(dispute: Dispute) -> Dispute:
    return replace(dispute, why=withhold_quoted(dispute.why))


def _withhold_reasons(reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    return tuple(replace(reason, words=withhold_quoted(reason.words)) for reason in reasons)


def withhold_quoted(words: str) -> str:
    """``“…” against “…”``: a reason of Sayso's without what it quotes."""
    return _QUOTED.sub("“…”", words)


def words_of(reading: Reading, span: Span) -> str | None:
    """Exactly the words of a span; None where the text is withheld."""
    return span.cut(reading.article.text) or None
