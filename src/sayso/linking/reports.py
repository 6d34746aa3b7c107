"""How many separate pieces of reporting stand behind articles: a partition, with its smallest and largest size."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.linking.components import group_connected
from sayso.linking.overlap import is_copy
from sayso.linking.scene import Scene

# So much shared narrative joins an article with another, also with a piece. Funnel stories, pairs in one report:
# precision .78 with half of it, .85 with this, .87 with half as much again.
CUT_FROM = 0.2
# From so much on an article without any source is taken to come from the likest other. Funnel stories: nothing changes
# between 0 and 0.3; never doing so errs by 0.85 reports a story where this errs by 0.38.
SOME_LIKENESS = 0.1


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
    originals = scene.originals(articles)
    here = tuple(dict.fromkeys(originals.values()))
    proven = [*_first_credits(here, scene), *_copies(here, scene)]
    likely = [*proven, *_orphans(here, scene, proven)]
    every = [*likely, *_later_credits(here, scene)]
    groups = _with_echoes(_groups(here, likely), originals)
    return Reports(groups, len(_groups(here, every)), len(_groups(here, proven)))


def group_proven(articles: Sequence[str], scene: Scene) -> tuple[tuple[str, ...], ...]:
    """The articles in those groups only that are proven to be one piece of reporting."""
    originals = scene.originals(articles)
    here = tuple(dict.fromkeys(originals.values()))
    return _with_echoes(_groups(here, [*_first_credits(here, scene), *_copies(here, scene)]), originals)


def _with_echoes(groups: Sequence[Sequence[str]], originals: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    """The groups with every article beside the one whose text it has, in the order of ``originals``."""
    number = {article: number for number, group in enumerate(groups) for article in group}
    whole: dict[int, list[str]] = {}
    for article, original in originals.items():
        whole.setdefault(number[original], []).append(article)
    return tuple(tuple(group) for group in whole.values())


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
            yield article, _target(article, credits[0].key, scene)


def _target(article: str, key: str, scene: Scene) -> str:
    piece = scene.piece_for(article, key)
    return piece.article if piece else f"outside {key}"


def _copies(articles: Sequence[str], scene: Scene) -> Iterator[tuple[str, str]]:
    inside = set(articles)
    for pair in scene.pairs:
        if pair.share < CUT_FROM or not is_copy(pair) or not inside.issuperset((pair.a, pair.b)):
            continue
        one, other = scene.piece_of(pair.a), scene.piece_of(pair.b)
        # Of two pieces of one medium one takes up the other.
        if one is None or other is None or one.key == other.key:
            yield pair.a, pair.b


def _orphans(articles: Sequence[str], scene: Scene, proven: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """An article that credits nobody and that nobody copies or credits: with the likest one.

    One that is known by its outlet to be a piece that others credit has reported for itself.
    """
    linked = {node for edge in proven for node in edge}
    alike = {frozenset((pair.a, pair.b)): pair.alike for pair in scene.pairs}
    for article in articles:
        piece = scene.piece_of(article)
        if article in linked or scene.credits_of(article) or (piece is not None and piece.certain):
            continue
        others = ((alike.get(frozenset((article, other)), 0.0), other) for other in articles if other != article)
        likeness, likest = max(others, default=(0.0, article))
        if likeness >= SOME_LIKENESS:
            yield article, likest


def _later_credits(articles: Sequence[str], scene: Scene) -> Iterator[tuple[str, str]]:
    for article in articles:
        for naming in scene.credits_of(article):
            yield article, _target(article, naming.key, scene)
    inside = set(articles)
    for pair in scene.pairs:
        if is_copy(pair) and inside.issuperset((pair.a, pair.b)):
            yield pair.a, pair.b
