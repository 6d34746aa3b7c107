"""How many separate pieces of reporting stand behind articles: a partition, with its smallest and largest size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.linking.dependence import COPIED_SHARE, Scene, is_copy
from sayso.linking.stories import group_connected

CUT_FROM = 0.2  # so much shared narrative joins an article with a piece even if both report of their own
SOME_LIKENESS = 0.1  # from so much on an article without any source is taken to come from the likest other


@dataclass(frozen=True, slots=True)
class Reports:
    """Articles in separate pieces of reporting; ``low`` if every suspicion holds, ``high`` if only what is proven."""

    groups: tuple[tuple[str, ...], ...]
    low: int
    high: int


def group_reports(articles: Sequence[str], scene: Scene) -> Reports:
    """The reports behind ``articles`` of the scene, in their order.

    Proven: an article's first credit, and copied narrative. Suspected: what credits nothing and shares its matter with
    another, and what a piece itself credits later on.
    """
    here = tuple(articles)
    proven = [*_first_credits(here, scene), *_copies(here, scene)]
    likely = [*proven, *_orphans(here, scene, proven)]
    every = [*likely, *_later_credits(here, scene)]
    return Reports(_groups(here, likely), len(_groups(here, every)), len(_groups(here, proven)))


def _groups(articles: Sequence[str], edges: Sequence[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    nodes = list(articles) + sorted({node for edge in edges for node in edge} - set(articles))
    inside = set(articles)
    groups = (tuple(node for node in group if node in inside) for group in group_connected(nodes, edges))
    return tuple(group for group in groups if group)


def _first_credits(articles: Sequence[str], scene: Scene) -> Iterator[tuple[str, str]]:
    """What an article names first is whose reporting it passes on, unless it is an original piece itself."""
    for article in articles:
        credits = scene.credits_of(article)
        if credits and scene.piece_of(article) is None:
            yield article, _target(credits[0].key, scene)


def _target(key: str, scene: Scene) -> str:
    piece = scene.pieces.get(key)
    return piece.article if piece else f"outside {key}"


def _copies(articles: Sequence[str], scene: Scene) -> Iterator[tuple[str, str]]:
    inside = set(articles)
    for pair in scene.pairs:
        if pair.a in inside and pair.b in inside and is_copy(pair) and pair.share >= CUT_FROM:
            if scene.piece_of(pair.a) is None or scene.piece_of(pair.b) is None:
                yield pair.a, pair.b


def _orphans(articles: Sequence[str], scene: Scene, proven: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """An article that credits nobody and that nobody copies or credits: with the likest one."""
    linked = {node for edge in proven for node in edge}
    for article in articles:
        others = [(_likeness(article, other, scene), other) for other in articles if other != article]
        if article in linked or scene.credits_of(article) or not others:
            continue
        likeness, other = max(others)
        if likeness >= SOME_LIKENESS:
            yield article, other


def _likeness(a: str, b: str, scene: Scene) -> float:
    wanted = tuple(sorted((a, b)))
    return next((pair.alike for pair in scene.pairs if (pair.a, pair.b) == wanted), 0.0)


def _later_credits(articles: Sequence[str], scene: Scene) -> Iterator[tuple[str, str]]:
    for article in articles:
        for naming in scene.credits_of(article):
            yield article, _target(naming.key, scene)
    inside = set(articles)
    for pair in scene.pairs:
        if pair.a in inside and pair.b in inside and pair.share >= COPIED_SHARE and is_copy(pair):
            yield pair.a, pair.b
