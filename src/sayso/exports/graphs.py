"""Two graphs as GraphML: who is quoted by whom, and which article depends on which."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from sayso.exports.graphml import Arc, Node, Value, render_graph
from sayso.exports.registry import OpenFile
from sayso.exports.selection import Selection
from sayso.linking.story import LinkedStory
from sayso.records.actor import Actor
from sayso.records.attribution import AttributionKind, Commitment
from sayso.records.claim import Claim, Link, Role, Scope, Voice
from sayso.records.edge import Edge
from sayso.records.reading import Reading

QUOTED = (
    "Who is quoted by whom: from each holder of a claim to the next, from the outlet inwards to whose say-so it is."
)
DEPENDS = "Which article depends on which: from the one that copies, credits or updates to the one that it depends on."
QUOTED_TYPES: dict[str, dict[str, type]] = {
    "node": {"name": str, "kind": str, "named": bool, "anonymity": str, "article": str},
    "edge": {"claims": int, "articles": int, "direct": int, **{commitment.value: int for commitment in Commitment}},
}
DEPENDS_TYPES: dict[str, dict[str, type]] = {
    "node": {"kind": str, "title": str, "outlet": str, "published": str, "url": str},
    "edge": {"story": str, "kind": str, "direction": str, "score": float, "reasons": str},
}


def export(selection: Selection, open_file: OpenFile) -> None:
    """``quoted.graphml`` and ``articles.graphml``."""
    quoted = _Quoted()
    articles: dict[str, Node] = {}
    for reading in selection.readings():
        quoted.add(reading)
        articles[reading.article.id] = _article_node(reading)
    _write(open_file("quoted.graphml"), quoted.render())
    arcs = []
    for story in selection.stories():
        for edge in story.edges:
            arcs.append(_depends(edge, story))
            if edge.outside is not None:
                outside = _outside(edge.outside)
                articles.setdefault(outside, Node(outside, {"kind": "outside", "outlet": edge.outside}))
    _write(open_file("articles.graphml"), render_graph("articles", DEPENDS, articles.values(), arcs, DEPENDS_TYPES))


def _write(file: BinaryIO, parts: Iterator[bytes]) -> None:
    file.writelines(parts)


def _outside(name: str) -> str:
    return f"outside/{name}"


def _article_node(reading: Reading) -> Node:
    article = reading.article
    return Node(
        article.id,
        {
            "kind": "article",
            "title": article.title,
            "outlet": article.outlet,
            "published": article.published.time if article.published else None,
            "url": article.url,
        },
    )


def _depends(edge: Edge, story: LinkedStory) -> Arc:
    return Arc(
        edge.child,
        edge.parent if edge.parent is not None else _outside(edge.outside or ""),
        {
            "story": story.id,
            "kind": edge.kind.value,
            "direction": edge.direction.value,
            "score": round(edge.score, 3),
            "reasons": "; ".join(reason.words for reason in edge.reasons),
        },
    )


@dataclass(slots=True)
class _Count:
    """What one holder has of another."""

    claims: int = 0
    direct: int = 0
    articles: set[str] = field(default_factory=set)
    does: dict[str, int] = field(default_factory=dict)

    def holds(self) -> dict[str, Value | None]:
        return {"claims": self.claims, "articles": len(self.articles), "direct": self.direct, **self.does}


class _Quoted:
    """Counts who is quoted by whom. One name is one node; an unnamed actor is a node of their article alone."""

    def __init__(self) -> None:
        self.nodes: dict[str, Node] = {}
        self.counts: dict[tuple[str, str], _Count] = {}

    def add(self, reading: Reading) -> None:
        actors = {actor.id: actor for actor in reading.actors}
        direct = {one.id for one in reading.attributions if one.kind is AttributionKind.DIRECT}
        for claim in reading.claims:
            if claim.voice is Voice.ATTRIBUTED:
                self._add_claim(claim, reading, actors, direct=claim.attribution in direct)

    def _add_claim(self, claim: Claim, reading: Reading, actors: dict[str, Actor], *, direct: bool) -> None:
        chain = [link for link in claim.chain if not (link.role is Role.AGENCY and link.evidence.scope is Scope.PAGE)]
        holders = [self._holder(link, reading, actors) for link in chain]
        for outer, inner, link in zip(holders, holders[1:], chain[1:], strict=False):
            if outer is None or inner is None:  # a source that the text does not name: nobody to lead to
                continue
            count = self.counts.setdefault((outer, inner), _Count())
            count.claims += 1
            count.direct += direct and link is chain[-1]
            count.articles.add(reading.article.id)
            if isinstance(link.does, Commitment):
                count.does[link.does.value] = count.does.get(link.does.value, 0) + 1

    def _holder(self, link: Link, reading: Reading, actors: dict[str, Actor]) -> str | None:
        """The node of a link's holder, made if it is not there."""
        if link.role is Role.OUTLET:
            node = _outlet_node(reading)
        elif (actor := actors.get(link.actor or "")) is not None:
            node = _actor_node(actor, reading.article.id)
        else:
            return None
        return self.nodes.setdefault(node.id, node).id

    def render(self) -> Iterator[bytes]:
        arcs = (Arc(outer, inner, count.holds()) for (outer, inner), count in self.counts.items())
        yield from render_graph("quoted", QUOTED, self.nodes.values(), arcs, QUOTED_TYPES)


def _outlet_node(reading: Reading) -> Node:
    outlet, article = reading.article.outlet, reading.article.id
    if outlet is None:
        return Node(f"article/{article}", {"kind": "outlet", "named": False, "article": article})
    return Node(f"outlet/{outlet}", {"name": outlet, "kind": "outlet", "named": True})


def _actor_node(actor: Actor, article: str) -> Node:
    if actor.named:
        return Node(f"name/{actor.name}", {"name": actor.name, "kind": actor.kind.value, "named": True})
    holds: dict[str, Value | None] = {
        "name": actor.name,
        "kind": actor.kind.value,
        "named": False,
        "anonymity": actor.anonymity,
        "article": article,
    }
    return Node(f"actor/{article}/{actor.id}", holds)
