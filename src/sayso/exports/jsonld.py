"""Articles with what is quoted and claimed in them as schema.org's NewsArticle, Quotation and Claim, in JSON-LD.

A Claim has an author only where somebody asserts, confirms or hedges it: who denies a thing, asks for it or intends it
does not claim it, and schema.org has no word for that; of these, direct quotations alone are written. Nothing here
reviews a claim.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sayso.exports.cells import encode_json
from sayso.exports.identifiers import TERM, urn
from sayso.exports.selection import Selection
from sayso.exports.withholding import words_of
from sayso.records.actor import Actor, ActorKind
from sayso.records.article import Article, Precision
from sayso.records.attribution import Attribution, AttributionKind, Commitment
from sayso.records.claim import Claim, Link, Role, Voice
from sayso.records.reading import Reading
from sayso.records.span import Span

CONTEXT = ["https://schema.org", {"sayso": TERM}]
CLAIMED = frozenset({Commitment.ASSERTS, Commitment.CONFIRMS, Commitment.HEDGES})
KINDS = {
    ActorKind.PERSON: "Person",
    ActorKind.ORGANISATION: "Organization",
    ActorKind.GOVERNMENT_BODY: "GovernmentOrganization",
    ActorKind.MEDIA: "NewsMediaOrganization",
    ActorKind.COUNTRY: "Organization",
}
TIMED = frozenset({Precision.MINUTE, Precision.SECOND})


def export(selection: Selection) -> Iterator[bytes]:
    """One document with a graph, a thing a line."""
    yield b'{"@context":' + encode_json(CONTEXT) + b',"@graph":['
    before = b"\n"
    for reading in selection.readings():
        for thing in things_of(reading):
            yield before + encode_json(thing)
            before = b",\n"
    yield b"\n]}\n"


def things_of(reading: Reading) -> Iterator[dict[str, Any]]:
    """The article, then its quotations, then its claims; each refers to the article."""
    yield _article(reading.article)
    actors = {actor.id: actor for actor in reading.actors}
    for attribution in reading.attributions:
        if attribution.kind is AttributionKind.DIRECT:
            yield _quotation(attribution, reading, actors.get(attribution.speaker or ""))
    for claim in reading.claims:
        if claim.chain and claim.voice is not Voice.UNSETTLED and claim.chain[-1].does in CLAIMED:
            yield _claim(claim, reading, actors)


def _without_none(thing: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in thing.items() if value is not None}


def _article(article: Article) -> dict[str, Any]:
    return _without_none(
        {
            "@type": "NewsArticle",
            "@id": urn("article", article.id),
            "identifier": article.id,
            "headline": article.title,
            "url": article.url,
            "datePublished": _when(article),
            "inLanguage": article.language,
            "publisher": _outlet(article),
            "author": [{"@type": "Person", "name": author} for author in article.authors] or None,
            "articleBody": article.text or None,
        }
    )


def _when(article: Article) -> str | None:
    """ISO 8601, no finer than the page tells, with its zone where it gives one."""
    published = article.published
    if published is None:
        return None
    return published.time + (published.zone or "" if published.precision in TIMED else "")


def _refers(article: Article) -> dict[str, str]:
    return {"@id": urn("article", article.id)}


def _place(spans: tuple[Span, ...]) -> list[dict[str, int]]:
    return [{"sayso:start": span.start, "sayso:end": span.end} for span in spans]


def _text(reading: Reading, spans: tuple[Span, ...]) -> str | None:
    return " … ".join(word for span in spans if (word := words_of(reading, span))) or None


def _quotation(attribution: Attribution, reading: Reading, speaker: Actor | None) -> dict[str, Any]:
    return _without_none(
        {
            "@type": "Quotation",
            "@id": urn("quotation", reading.article.id, attribution.id),
            "text": _text(reading, attribution.content),
            **(_holder("spokenByCharacter", speaker, reading.article) if speaker else {}),
            "isPartOf": _refers(reading.article),
            "sayso:spans": _place(attribution.content),
        }
    )


def _claim(claim: Claim, reading: Reading, actors: dict[str, Actor]) -> dict[str, Any]:
    last = claim.chain[-1]
    return _without_none(
        {
            "@type": "Claim",
            "@id": urn("claim", reading.article.id, claim.id),
            "text": _text(reading, claim.content),
            **_author(last, reading.article, actors),
            "appearance": _refers(reading.article),
            "sayso:voice": claim.voice,
            "sayso:does": last.does,
            "sayso:hedged": claim.hedged,
            "sayso:spans": _place(claim.content),
        }
    )


def _author(link: Link, article: Article, actors: dict[str, Actor]) -> dict[str, Any]:
    if link.role is Role.OUTLET:
        return {"author": _outlet(article)}
    actor = actors.get(link.actor or "")
    return _holder("author", actor, article) if actor else {}


def _outlet(article: Article) -> dict[str, Any] | None:
    return {"@type": "NewsMediaOrganization", "name": article.outlet} if article.outlet is not None else None


def _holder(part: str, actor: Actor, article: Article) -> dict[str, Any]:
    """Somebody as the article calls them: who has no name has a description.

    What is neither a person nor an organisation (a group, a document) cannot be what schema.org asks for in ``part``.
    """
    kind = KINDS.get(actor.kind)
    told = {"@id": urn("actor", article.id, actor.id), ("name" if actor.named else "description"): actor.name}
    return {part: {"@type": kind, **told}} if kind else {"sayso:holder": told | {"sayso:kind": actor.kind}}
