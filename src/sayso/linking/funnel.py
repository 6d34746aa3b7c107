"""A point's funnel: articles, publishers, reports, origins and sides, each number with what it counts."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.linking.story import LinkedStory
from sayso.lists.agencies import Agencies
from sayso.lists.publishers import family_of, find_publisher
from sayso.records.point import Origin, Point


@dataclass(frozen=True, slots=True)
class Funnel:
    """So many articles hold a point, and this is where they come from.

    ``publishers`` maps each known publisher's family to its articles; ``unknown`` are articles whose publisher is not
    known (which never means independent). ``low`` and ``high`` are the number of reports if every suspected dependence
    holds, and if only the proven ones do. ``sides`` maps each authority that the texts name to its origins.
    """

    articles: tuple[str, ...]
    publishers: tuple[tuple[str, tuple[str, ...]], ...]
    unknown: tuple[str, ...]
    reports: tuple[tuple[str, ...], ...]
    low: int
    high: int
    origins: tuple[Origin, ...]
    sides: tuple[tuple[str, tuple[str, ...]], ...]


def make_funnel(point: Point, story: LinkedStory, agencies: Agencies) -> Funnel:
    """The funnel of one point of a story."""
    families: dict[str, list[str]] = {}
    unknown = []
    for article in point.articles:
        publisher = find_publisher(story.scene.member(article).reading.article, agencies)
        outlet = story.scene.member(article).reading.article.outlet
        if publisher is not None:
            families.setdefault(family_of(publisher), []).append(article)
        elif outlet:
            families.setdefault(outlet, []).append(article)
        else:
            unknown.append(article)
    sides: dict[str, list[str]] = {}
    for origin in point.origins:
        if origin.side is not None:
            sides.setdefault(origin.side, []).append(origin.name)
    return Funnel(
        point.articles,
        tuple((family, tuple(articles)) for family, articles in families.items()),
        tuple(unknown),
        point.reports,
        point.low,
        point.high,
        point.origins,
        tuple((side, tuple(names)) for side, names in sides.items()),
    )
