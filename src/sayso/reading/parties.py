"""Who has a stake in what is said: claims whose holder a rule calls an interested party, never a judgement on them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.lists.parties import About, PartyRule
from sayso.patterns import compile_later
from sayso.reading.quotations import Quotation
from sayso.records.actor import Actor
from sayso.records.attribution import Commitment
from sayso.records.claim import Claim, Party, Role, Voice
from sayso.records.span import Span
from sayso.records.toponym import PlaceRole, Toponym

WE = compile_later(r"\b(?:we|our|ours|ourselves)\b", re.I)
NOT_SAYING = frozenset({Commitment.ASKS, Commitment.INTENDS})  # who asks or plans holds nothing out as so
ARMED = frozenset("MIL REB PRM UAF SPY".split())
STATE = frozenset("GOV MIL SPY COP".split())
TROOPS = compile_later(
    r"\W*(?:\w+\s+)?(?:troops|forces|soldiers|army|military|navy|drones?|missiles?|tanks?|jets?|warplanes?|militants?|"
    r"fighters|servicemen|units?|paratroopers|mercenaries|commandos?|artillery|positions)\b",
    re.I,
)
REBELS = compile_later(r"\b(?:militants?|rebels?|insurgents?|terrorists?|separatists?|gunmen|guerrillas?)\b", re.I)
ENEMY = compile_later(r"\b(?:the enemy|enemy[’']s)\b", re.I)
SHORTEST = 4  # letters of a body's name that is looked for in a description
WORD = compile_later(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class Page:
    """What the rules look at: the text, who is in it, where, what is quoted; ``alpha3`` gives ISO's three letters."""

    text: str
    actors: Sequence[Actor]
    toponyms: Sequence[Toponym]
    quotations: Sequence[Quotation]
    alpha3: Mapping[str, str]


def mark_parties(claims: Sequence[Claim], page: Page, rules: Sequence[PartyRule]) -> tuple[Claim, ...]:
    """The claims, each with the first rule that makes its innermost holder a party; None where none does."""
    actors = {actor.id: actor for actor in page.actors}
    parties = (_party(claim, actors, page, rules) for claim in claims)
    return tuple(
        claim if party is None else replace(claim, party=party) for claim, party in zip(claims, parties, strict=True)
    )


def _party(claim: Claim, actors: Mapping[str, Actor], page: Page, rules: Sequence[PartyRule]) -> Party | None:
    if claim.voice is not Voice.ATTRIBUTED or not claim.chain or claim.chain[-1].role is not Role.SPEAKER:
        return None
    holder = actors.get(claim.chain[-1].actor or "")
    does = claim.chain[-1].does
    if holder is None or does in NOT_SAYING:
        return None
    for rule in rules:
        if (rule.does and does not in rule.does) or not _is_holder(holder, rule):
            continue
        word = _word(claim, rule, page.text)
        if word is not None and _is_about(claim, holder, rule.about, page):
            return Party(f"{rule.reason}: “{word}”" if word else rule.reason, rule.name)
    return None


def _word(claim: Claim, rule: PartyRule, text: str) -> str | None:
    """The first word of the rule in what is said; empty where the rule wants none, None where it has none of them."""
    if rule.words is None:
        return ""
    found = (rule.words.search(span.cut(text)) for span in claim.content)
    return next((match.group() for match in found if match), None)


def _is_holder(actor: Actor, rule: PartyRule) -> bool:
    if not rule.sectors and not rule.roles:
        return True
    if rule.sectors and _sectors(actor) & rule.sectors:
        return True
    called = (*actor.roles, actor.name) if rule.roles else ()
    return any(word in rule.roles for role in called for word in WORD.findall(role.lower()))


def _sectors(actor: Actor) -> set[str]:
    return {code[3:] for code in actor.codes if len(code) > 3}


def _is_about(claim: Claim, holder: Actor, about: About, page: Page) -> bool:
    match about:
        case About.ITSELF:
            return _names_itself(claim, holder, page)
        case About.OTHER_SIDE:
            return _names_other_side(claim, holder, page)
        case About.ACCUSATION:
            return not any(_is_named_in(claim, actor) for actor in page.actors if actor.named and actor != holder)
    return True


def _names_itself(claim: Claim, holder: Actor, page: Page) -> bool:
    """What is said names the holder, or the body that the holder speaks for; or it says "we" in quotation marks."""
    selves = [holder, *_bodies_of(holder, page.actors)]
    if any(_is_named_in(claim, actor) for actor in selves):
        return True
    quoted = (q.span for q in page.quotations if any(span.overlaps(q.span) for span in claim.content))
    return any(WE.search(span.cut(page.text)) for span in quoted)


def _bodies_of(holder: Actor, actors: Sequence[Actor]) -> Iterator[Actor]:
    """The bodies whose name stands in what the holder is called: "a spokesman for Norda", "Norda's director"."""
    called = " ".join((*holder.roles, holder.name))
    for actor in actors:
        named = actor.named and actor is not holder and len(actor.name) >= SHORTEST
        if named and re.search(rf"\b{re.escape(actor.name)}\b", called):
            yield actor


def _is_named_in(claim: Claim, actor: Actor) -> bool:
    return any(span.covers(mention) for span in claim.content for mention in actor.mentions)


def _names_other_side(claim: Claim, holder: Actor, page: Page) -> bool:
    """It names the armed of another country than the holder's, or an enemy; or rebels, where the state speaks.

    An official who is no soldier is a side only where it tells of its own in the same words: others tell of
    wars as well.
    """
    words = " ".join(span.cut(page.text) for span in claim.content)
    if ENEMY.search(words):
        return True
    state = _sectors(holder) & STATE
    armed = bool(_sectors(holder) & ARMED)
    if not (armed or _names_own(claim, holder, page)):
        return False
    if state and REBELS.search(words):
        return True
    return holder.country is not None and any(_foreign_arms(claim, holder.country, page))


def _names_own(claim: Claim, holder: Actor, page: Page) -> bool:
    """Its own people, by the adjective of its country or by itself."""
    own = any(
        page.alpha3.get(place.country or "") == holder.country and place.role is PlaceRole.ADJECTIVE
        for place in page.toponyms
        if holder.country is not None and _holds(claim, place.span)
    )
    return own or _names_itself(claim, holder, page)


def _foreign_arms(claim: Claim, country: str, page: Page) -> Iterator[bool]:
    for actor in page.actors:
        if actor.country not in (None, country) and _sectors(actor) & ARMED and _is_named_in(claim, actor):
            yield True
    for place in page.toponyms:
        if place.role is PlaceRole.ADJECTIVE and _holds(claim, place.span):
            foreign = page.alpha3.get(place.country or "", country) != country
            yield foreign and TROOPS.match(page.text, place.span.end) is not None


def _holds(claim: Claim, span: Span) -> bool:
    return any(part.covers(span) for part in claim.content)
