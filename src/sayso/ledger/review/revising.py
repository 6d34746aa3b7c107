"""A reading as people left it: rejected claims taken out, edited ones as they were set. The reading itself stays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sayso.ledger.review.attaching import same_name
from sayso.ledger.review.judged import Judgements, Values
from sayso.records.actor import Actor, ActorKind
from sayso.records.attribution import Commitment, Stance
from sayso.records.claim import Claim, Evidence, Link, Role, Scope, Voice
from sayso.records.reading import Reading

BY_PERSON = "person"  # kind of the evidence of a link that a person set, who gives no stretch for it
SCOPE = Scope.PASSAGE


def revise(reading: Reading, judgements: Judgements) -> Reading:
    """What counts are made of."""
    name = reading.article.id
    forces = {claim.id: judgements.force(name, claim.id) for claim in reading.claims}
    if not any(verdict is not None and verdict.alters for verdict in forces.values()):
        return reading
    actors = list(reading.actors)
    claims = []
    for claim in reading.claims:
        verdict = forces[claim.id]
        if verdict is None or not verdict.alters:
            claims.append(claim)
        elif verdict.values is not None:
            claims.append(revise_claim(claim, verdict.values, actors, len(reading.article.text)))
    kept = {claim.id for claim in claims}
    relations = tuple(relation for relation in reading.relations if {relation.a, relation.b} <= kept)
    return replace(reading, claims=tuple(claims), actors=tuple(actors), relations=relations)


def revise_claim(claim: Claim, values: Values, actors: list[Actor], length: int) -> Claim:
    """The claim as a person holds it to be; a speaker that the article's actors lack is added to them."""
    spans = values.spans if all(span.end <= length for span in values.spans) else ()
    told = claim.voice is values.voice and _does(claim) is values.does and _is_speaker(claim, values.speaker, actors)
    return replace(
        claim,
        content=spans or claim.content,
        voice=values.voice,
        hedged=values.hedged,
        chain=claim.chain if told else tuple(_chain(claim, values, actors)),
    )


def _does(claim: Claim) -> Commitment | None:
    does = claim.chain[-1].does if claim.chain else None
    return does if isinstance(does, Commitment) else None


def _is_speaker(claim: Claim, name: str | None, actors: list[Actor]) -> bool:
    last = claim.chain[-1] if claim.chain else None
    held = last is not None and last.role is Role.SPEAKER and claim.voice is Voice.ATTRIBUTED
    known = next((one.name for one in actors if last is not None and held and one.id == last.actor), None)
    return same_name(known, name)


def _chain(claim: Claim, values: Values, actors: list[Actor]) -> Iterator[Link]:
    """Its links, the innermost as the person set it."""
    outer = [link for link in claim.chain if link.role is not Role.SPEAKER]
    if values.voice is not Voice.ATTRIBUTED:
        yield from outer[:-1]
        yield from (replace(link, does=values.does or link.does) for link in outer[-1:])
        return
    last = claim.chain[-1] if claim.chain and claim.chain[-1].role is Role.SPEAKER else None
    for link in claim.chain[:-1] if last is not None else outer:
        yield replace(link, does=Stance.REPORTS) if isinstance(link.does, Commitment) else link
    if last is None:
        yield Link(_find_actor(values.speaker, actors), Role.SPEAKER, values.does, Evidence(BY_PERSON, SCOPE, None))
    else:
        same = _is_speaker(claim, values.speaker, actors)
        actor = last.actor if same else _find_actor(values.speaker, actors)
        yield replace(last, does=values.does or last.does, actor=actor)


def _find_actor(name: str | None, actors: list[Actor]) -> str | None:
    """The id of the article's actor of this name; of a new one where it has none."""
    if name is None:
        return None
    for actor in actors:
        if same_name(actor.name, name):
            return actor.id
    made = Actor(f"{BY_PERSON} {len(actors)}", name, ActorKind.UNKNOWN, True, None, (), ())
    actors.append(made)
    return made.id
