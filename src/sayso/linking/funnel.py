"""A point's funnel: articles, publishers, reports, origins and sides, each number with what it counts."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.linking.media import media_key
from sayso.linking.story import LinkedStory
from sayso.lists.agencies import Agencies
from sayso.lists.publishers import family_of, find_publisher
from sayso.records.article import Article
from sayso.records.point import Origin, Point


@dataclass(frozen=True, slots=True)
class Funnel:
    """So many articles hold a point, and this is where they come from.

    ``publishers`` maps each publisher's family, or an outlet that the list does not have, to its articles; ``unknown``
    are articles that name no outlet (which never means independent). ``low`` and ``high`` are the number of reports
    if every suspected dependence holds, and if only the proven ones do. ``sides`` maps each authority that the texts
    name to its origins; ``no_side`` are origins of which they do not tell.
    """

    articles: tuple[str, ...]
    publishers: tuple[tuple[str, tuple[str, ...]], ...]
    unknown: tuple[str, ...]
    reports: tuple[tuple[str, ...], ...]
    low: int
    high: int
    origins: tuple[Origin, ...]
    sides: tuple[tuple[str, tuple[str, ...]], ...]
    no_side: tuple[str, ...]


def make_funnel(point: Point, story: LinkedStory, agencies: Agencies) -> Funnel:
    """The funnel of one point of a story."""
    names: dict[str, str] = {}
    families: dict[str, list[str]] = {}
    unknown = []
    for article in point.articles:
        name = publisher_of(story.scene.member(article).reading.article, agencies)
        if name is None:
            unknown.append(article)
        else:
            key = media_key(name, agencies)
            families.setdefault(names.setdefault(key, name), []).append(article)
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
        tuple((side, tuple(origins)) for side, origins in sides.items()),
        tuple(origin.name for origin in point.origins if origin.side is None),
    )


def publisher_of(article: Article, agencies: Agencies) -> str | None:
    """The family of the article's publisher by the list, else its outlet as the page names it, else None."""
    publisher = find_publisher(article, agencies)
    return family_of(publisher) if publisher is not None else article.outlet
