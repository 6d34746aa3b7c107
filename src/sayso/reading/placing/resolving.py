"""Which place a name stands for: what the text says, what else the article names, how large the places are."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from sayso.gazetteer.lookup import Place, Sense
from sayso.gazetteer.shape import NameKind
from sayso.reading.placing.homes import Home
from sayso.reading.placing.mentions import Mention, lies_in
from sayso.reading.placing.votes import Votes, count_votes

WEIGHED = frozenset({"PCLI", "PCLS", "ADM1", "ADM2", "PPL", "PPLC"})
ROUNDS = 3  # a fourth changes no pick on LGL
LEAST_SITE = 4  # letters of a name that a site's name may hold by more than chance


def resolve(mentions: Sequence[Mention], weights: Mapping[str, float], home: Home) -> None:
    """Give every mention with senses its ``pick``, and the scores that it was picked by.

    One name has one sense in an article unless what follows it says otherwise. What follows is believed: after "Paris,
    Texas" only a Paris in Texas is left to choose from, there and in the mentions that nothing follows.
    """
    groups = group_mentions(mentions)
    standing = [[_weigh(name_features(group[0], s, home), weights) for s in group[0].senses] for group in groups]
    for _ in range(ROUNDS):
        before = [mention.pick for mention in mentions]
        votes = count_votes(mentions)
        for group, fixed in zip(groups, standing, strict=True):
            first = group[0]
            if first.pick is None or len(fixed) > 1:
                moving = (_weigh(article_features(first, sense, votes), weights) for sense in first.senses)
                _pick(group, [one + other for one, other in zip(fixed, moving, strict=True)])
        if all(mention.pick is pick for mention, pick in zip(mentions, before, strict=True)):
            break  # the same picks vote the same


def _pick(group: Sequence[Mention], scores: list[float]) -> None:
    best = max(range(len(scores)), key=scores.__getitem__)
    for mention in group:
        mention.scores, mention.pick = scores, mention.senses[best]


def group_mentions(mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Mentions that must have one sense together, their senses narrowed to what the text leaves open."""
    stated: dict[str, tuple[Place, ...]] = {}
    for mention in mentions:
        if any(lies_in(sense.place, holder) for sense in mention.senses for holder in mention.holders):
            stated.setdefault(mention.key, mention.holders)
        else:
            mention.holders = ()
    groups: dict[tuple[str, str, tuple[int, ...]], list[Mention]] = defaultdict(list)
    for mention in mentions:
        holders = mention.holders or stated.get(mention.key, ())
        if holders:
            inside = tuple(s for s in mention.senses if any(lies_in(s.place, holder) for holder in holders))
            mention.senses = inside or mention.senses
        # "LA" and "La." are one key, and not the same senses.
        groups[mention.key, mention.counted, tuple(sense.place.row for sense in mention.senses)].append(mention)
    return [group for group in groups.values() if group[0].senses]


def features_of(mention: Mention, sense: Sense, votes: Votes, home: Home) -> dict[str, float]:
    """What speaks for one sense of a name, by the names of the weights."""
    return name_features(mention, sense, home) | article_features(mention, sense, votes)


def name_features(mention: Mention, sense: Sense, home: Home) -> dict[str, float]:
    """What the name, the words beside it and the outlet speak for: the same however other names are settled."""
    place = sense.place
    code = _weighed(place.code)
    people = math.log10(place.population + 100.0) - 2.0
    found = {f"code {code}": 1.0, f"kind {sense.kind.name.lower()}": 1.0, "people": people}
    if code.startswith("PPL"):
        found["people of city"] = people
    if sense.kind is NameKind.OTHER:
        found["people of other"] = people
    if place.row == mention.senses[0].place.row:
        found["largest"] = 1.0
    if mention.counted:
        found[f"{mention.counted} {code}"] = 1.0
    if len(mention.key) >= LEAST_SITE and mention.key.replace(" ", "") in home.site:
        found[f"in site {code}"] = 1.0
    if home.country and place.country == home.country:
        found["home country"] = 1.0
    return found


def article_features(mention: Mention, sense: Sense, votes: Votes) -> dict[str, float]:
    """What the other names of the article speak for."""
    country, state, county = votes.shares(mention.key, sense.place)
    found = {}
    if country:
        found["country named"], found["country named at all"] = country, 1.0
    if state:
        found["state named"], found["state named at all"] = state, 1.0
    if county:
        found["county named"] = 1.0
    if near := votes.nearness(mention.key, sense.place):
        found["near"] = near
    return found


def _weighed(code: str) -> str:
    """The feature code as the weights know it: towns of every rank are PPL, but for capitals of countries."""
    if code in WEIGHED:
        return code
    return "PPL" if code.startswith("PPL") else "other"


def _weigh(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    return sum([weights.get(name, 0.0) * value for name, value in features.items()])
