"""What rests upon each claim of a linked story."""

from __future__ import annotations

from sayso.linking.story import LinkedStory

Fed = dict[str, dict[str, tuple[int, int]]]


def find_fed(story: LinkedStory) -> Fed:
    """By article and claim: how many articles make its point, and how many disputes that has.

    Every article of the story is there, also where none of its claims makes a point.
    """
    found: Fed = {article: {} for article in story.articles}
    for point in story.points:
        for claim in point.claims:
            found[claim.article][claim.claim] = (len(point.articles), len(point.disputes))
    return found
