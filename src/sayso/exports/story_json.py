"""A linked story as one JSON object: the shape that scorers and other programs read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from sayso.linking.story import LinkedStory
from sayso.records.edge import Edge, Shown
from sayso.records.point import Point
from sayso.records.reason import Reason

SCHEMA = "sayso.story/1"


def export_story(story: LinkedStory) -> bytes:
    """One line of JSON, keys in a fixed order, scores rounded to three decimals."""
    return msgspec.json.encode(
        {
            "schema": SCHEMA,
            "story": story.id,
            "articles": list(story.articles),
            "edges": [_edge(edge) for edge in story.edges],
            "points": [_point(point) for point in story.points],
        }
    )


def _edge(edge: Edge) -> dict[str, Any]:
    return {
        "child": edge.child,
        "parent": edge.parent,
        "outside": edge.outside,
        "kind": edge.kind.value,
        "direction": edge.direction.value,
        "score": round(edge.score, 3),
        "reasons": _reasons(edge.reasons),
        "spans": [_shown(shown) for shown in edge.shown],
        "runner_up": edge.runner_up,
    }


def _reasons(reasons: Iterable[Reason]) -> list[dict[str, Any]]:
    return [{"kind": r.kind, "weight": round(r.weight, 3), "words": r.words} for r in reasons]


def _shown(shown: Shown) -> dict[str, Any]:
    return {"article": shown.article, "start": shown.span.start, "end": shown.span.end}


def _point(point: Point) -> dict[str, Any]:
    return {
        "title": _shown(point.title),
        "claims": [
            {
                "article": claim.article,
                "claim": claim.claim,
                "voice": claim.voice.value,
                "stance": None if claim.does is None else claim.does.value,
                "hedged": claim.hedged,
            }
            for claim in point.claims
        ],
        "reports": [list(report) for report in point.reports],
        "reports_interval": [point.low, point.high],
        "origins": [
            {
                "name": origin.name,
                "named": origin.named,
                "party": origin.party,
                "side": origin.side,
                "articles": list(origin.articles),
                "spans": [_shown(shown) for shown in origin.shown],
            }
            for origin in point.origins
        ],
        "disputes": [
            {"about": d.about.value, "a": _shown(d.a), "b": _shown(d.b), "why": d.why} for d in point.disputes
        ],
    }
