"""Where claims and articles come from, as PROV-JSON (W3C's provenance model).

Articles, claims and readings are entities; who says something, outlets and the model are agents. A claim is attributed
to its innermost holder and influenced by those who pass it on; what an agency's page-wide credit covers is the article,
never a claim.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from sayso._version import __version__
from sayso.exports.cells import encode_json
from sayso.exports.identifiers import TERM, URN, local_name
from sayso.exports.reading_json import word_does
from sayso.exports.selection import Selection
from sayso.exports.withholding import words_of
from sayso.linking.story import LinkedStory
from sayso.records.actor import Actor, ActorKind
from sayso.records.attribution import AttributionKind
from sayso.records.claim import Claim, Link, Role, Scope, Voice
from sayso.records.credit import CreditKind, CreditScope
from sayso.records.edge import Direction, Edge, EdgeKind
from sayso.records.reading import Reading

KINDS = ("article", "claim", "reading", "read", "actor", "outlet", "agency", "author", "outside", "source", "model")
PREFIXES = {"sayso": TERM} | {kind: f"{URN}:{kind}:" for kind in KINDS}
ORGANISATIONS = frozenset(
    {ActorKind.ORGANISATION, ActorKind.GOVERNMENT_BODY, ActorKind.COUNTRY, ActorKind.MEDIA, ActorKind.GROUP}
)
DERIVED = {EdgeKind.COPIES: "prov:Quotation", EdgeKind.CREDITS: "prov:PrimarySource", EdgeKind.UPDATES: "prov:Revision"}


def export(selection: Selection) -> Iterator[bytes]:
    """One document."""
    document = _Document()
    for reading in selection.readings():
        document.add_reading(reading)
    for story in selection.stories():
        document.add_story(story)
    yield encode_json({"prefix": PREFIXES, **document.parts}) + b"\n"


def _typed(*names: str) -> Any:
    """Types as qualified names."""
    values = [{"$": name, "type": "prov:QUALIFIED_NAME"} for name in names]
    return values[0] if len(values) == 1 else values


def _known(**attributes: Any) -> dict[str, Any]:
    """Attributes under Sayso's prefix, without those that are not known."""
    return {f"sayso:{name}": value for name, value in attributes.items() if value is not None and value != []}


class _Document:
    """Collects statements by their kind; relations are numbered."""

    def __init__(self) -> None:
        self.parts: dict[str, dict[str, Any]] = defaultdict(dict)
        self.relations = 0

    def relate(self, relation: str, ends: dict[str, str], /, **attributes: Any) -> None:
        self.relations += 1
        named = {f"prov:{end}": name for end, name in ends.items()}
        types = attributes.pop("types", None)
        typed = {"prov:type": _typed(types)} if types else {}
        self.parts[relation][f"_:r{self.relations}"] = named | typed | _known(**attributes)

    def agent(self, name: str, label: str, /, *types: str, **attributes: Any) -> str:
        typed = {"prov:type": _typed(*types)} if types else {}
        self.parts["agent"].setdefault(name, {"prov:label": label} | typed | _known(**attributes))
        return name

    def add_reading(self, reading: Reading) -> None:
        article = self._add_article(reading)
        read, made = f"read:{local_name(reading.article.id)}", f"reading:{local_name(reading.article.id)}"
        self.parts["entity"][made] = {"prov:type": _typed("prov:Collection", "sayso:Reading")}
        self.parts["activity"][read] = {"prov:type": _typed("sayso:Read")}
        model = self._add_model(reading)
        self.relate("used", {"activity": read, "entity": article})
        self.relate("wasAssociatedWith", {"activity": read, "agent": model})
        self.relate("wasGeneratedBy", {"entity": made, "activity": read})
        actors = {actor.id: actor for actor in reading.actors}
        quoted = {one.id for one in reading.attributions if one.kind is AttributionKind.DIRECT}
        for claim in reading.claims:
            name = self._add_claim(claim, reading, actors, article, quoted=claim.attribution in quoted)
            self.relate("hadMember", {"collection": made, "entity": name})

    def _add_model(self, reading: Reading) -> str:
        model = reading.model
        name = f"model:{local_name(model.name, model.version, model.digest)}"
        label = f"{model.name} {model.version}"
        return self.agent(name, label, "prov:SoftwareAgent", digest=model.digest, sayso=__version__)

    def _add_article(self, reading: Reading) -> str:
        article, published = reading.article, reading.article.published
        name = f"article:{local_name(article.id)}"
        self.parts["entity"][name] = (
            {"prov:type": _typed("sayso:Article")}
            | ({"prov:label": article.title} if article.title is not None else {})
            | _known(
                id=article.id,
                url=article.url,
                published=published.time if published else None,
                published_zone=published.zone if published else None,
            )
        )
        if article.outlet is not None:
            self.relate("wasAttributedTo", {"entity": name, "agent": self._outlet(article.outlet)}, role="outlet")
        for author in article.authors:
            agent = self.agent(f"author:{local_name(article.id, author)}", author, "prov:Person")
            self.relate("wasAttributedTo", {"entity": name, "agent": agent}, role="author")
        for credit in reading.credits:
            if credit.kind is CreditKind.AGENCY and credit.scope is CreditScope.PAGE:
                agent = self.agent(f"agency:{local_name(credit.name)}", credit.name, "prov:Organization")
                self.relate("wasAttributedTo", {"entity": name, "agent": agent}, role="agency",
                            start=credit.span.start, end=credit.span.end)  # fmt: skip
        return name

    def _outlet(self, outlet: str) -> str:
        return self.agent(f"outlet:{local_name(outlet)}", outlet, "prov:Organization")

    def _add_claim(
        self, claim: Claim, reading: Reading, actors: dict[str, Actor], article: str, *, quoted: bool
    ) -> str:
        name = f"claim:{local_name(reading.article.id, claim.id)}"
        words = [words_of(reading, span) for span in claim.content]
        self.parts["entity"][name] = (
            {"prov:type": _typed("sayso:Claim")}
            | ({"prov:value": " … ".join(word for word in words if word)} if any(words) else {})
            | _known(
                voice=claim.voice,
                basis=claim.basis,
                hedged=claim.hedged,
                confidence=claim.confidence,
                start=[span.start for span in claim.content],
                end=[span.end for span in claim.content],
            )
        )
        ends = {"generatedEntity": name, "usedEntity": article}
        self.relate("wasDerivedFrom", ends, types="prov:Quotation" if quoted else None)
        self._add_chain(claim, name, reading, actors)
        return name

    def _add_chain(self, claim: Claim, name: str, reading: Reading, actors: dict[str, Actor]) -> None:
        if claim.voice is Voice.UNSETTLED:  # nobody's, as long as it is not settled whose it is
            return
        for position, link in enumerate(claim.chain, 1):
            holder = self._holder(link, reading, actors)
            if holder is None:
                continue
            told = {"role": link.role, "does": word_does(link.does), "position": position}
            if link is claim.chain[-1]:
                self.relate("wasAttributedTo", {"entity": name, "agent": holder}, **told)
            else:
                self.relate("wasInfluencedBy", {"influencee": name, "influencer": holder}, **told)

    def _holder(self, link: Link, reading: Reading, actors: dict[str, Actor]) -> str | None:
        if link.role is Role.AGENCY and link.evidence.scope is Scope.PAGE:
            return None
        if link.role is Role.OUTLET:
            outlet = reading.article.outlet
            return self._outlet(outlet) if outlet is not None else None
        actor = actors.get(link.actor or "")
        return self._add_actor(actor, reading.article.id) if actor else None

    def _add_actor(self, actor: Actor, article: str) -> str:
        types = ["prov:Person"] if actor.kind is ActorKind.PERSON else []
        types += ["prov:Organization"] if actor.kind in ORGANISATIONS else []
        told = {"kind": actor.kind, "named": actor.named, "anonymity": actor.anonymity, "country": actor.country}
        return self.agent(f"actor:{local_name(article, actor.id)}", actor.name, *types, **told)

    def add_story(self, story: LinkedStory) -> None:
        for number, edge in enumerate(story.edges, 1):
            self._add_edge(edge, local_name(story.id, str(number)))

    def _add_edge(self, edge: Edge, number: str) -> None:
        child = f"article:{local_name(edge.child)}"
        reasons = [reason.words for reason in edge.reasons]
        told = {"kind": edge.kind, "direction": edge.direction, "score": round(edge.score, 3), "reason": reasons}
        if edge.parent is None:
            parent = f"outside:{local_name(edge.outside or '')}"
            label = {"prov:label": edge.outside, "prov:type": _typed("sayso:Outside")}
            self.parts["entity"].setdefault(parent, label)
        else:
            parent = f"article:{local_name(edge.parent)}"
        if edge.kind in DERIVED and edge.direction is Direction.KNOWN:
            ends = {"generatedEntity": child, "usedEntity": parent}
            self.relate("wasDerivedFrom", ends, types=DERIVED[edge.kind], **told)
        elif edge.kind in DERIVED:
            self.relate("alternateOf", {"alternate1": child, "alternate2": parent})  # takes no attributes
        else:  # both from something that is not here
            source = f"source:{number}"
            self.parts["entity"][source] = {"prov:type": _typed("sayso:CommonSource")}
            for one in (child, parent):
                self.relate("wasDerivedFrom", {"generatedEntity": one, "usedEntity": source}, **told)
