"""The funnel stories with their gold sources in place of what was read: the rules, given perfect readings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from sayso.linking.media import media_key
from sayso.linking.namings import Naming
from sayso.linking.pieces import find_pieces
from sayso.linking.prepared import LinkLists, Prepared
from sayso.linking.scene import Scene
from sayso.linking.story import set_scene
from sayso.records.span import Span

VENUES = {"twitter", "facebook", "instagram", "youtube", "reddit"}


def scene_of_gold(gold: Any, members: Sequence[Prepared], lists: LinkLists) -> Scene:
    """The scene in which each article names the media that its gold sources name, where their words stand."""
    media = {
        source["name"]
        for article in gold["articles"]
        for source in article["sources"]
        if source["type"] == "media" and source["named"]
    }
    texts = {member.id: member.text for member in members}
    namings = {
        article["id"]: tuple(sorted(_namings(article, texts[article["id"]], media, lists), key=lambda n: n.span))
        for article in gold["articles"]
    }
    scene = set_scene(members, lists)
    return replace(scene, namings=namings, pieces=find_pieces(scene.members, namings, scene.outlets, lists.weigher))


def _namings(article: Any, text: str, media: set[str], lists: LinkLists) -> Iterator[Naming]:
    for source in article["sources"]:
        at = text.find(source["words"])
        for name in (source["name"], source["via"]):
            key = media_key(name, lists.agencies) if name in media else None
            if key is not None and key not in VENUES and at >= 0:
                yield Naming(
                    key, name, _name_in(name, text, at, len(source["words"])), "named", lists.agencies.find(name)
                )


def _name_in(name: str, text: str, start: int, length: int) -> Span:
    """The name itself where it stands in the words, else all of them."""
    inside = text.find(name, start, start + length)
    return Span(inside, inside + len(name)) if inside >= 0 else Span(start, start + length)
