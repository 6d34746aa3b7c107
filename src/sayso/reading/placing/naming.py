"""Which stretches of a text name a place: every candidate weighed, the best kept where they overlap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sayso.reading.placing.candidates import Candidate, find_candidates
from sayso.reading.placing.evidence import gather_evidence, is_placed
from sayso.reading.placing.features import find_features
from sayso.reading.placing.namesakes import find_office_holders, is_holder, is_namesake
from sayso.reading.placing.tokens import Tokens
from sayso.reading.placing.weights import PlaceLists

LEAST = -0.3  # log odds: best F1 on LGL and GeoVirus, cross-fitted; flat from -0.6 to 0


def find_names(tokens: Tokens, lists: PlaceLists) -> list[Candidate]:
    """The candidates that name a place, in the order of the text, none overlapping another."""
    candidates, features = weigh_features(tokens, lists)
    weights = lists.naming
    scores = [sum([weights[feature] for feature in found if feature in weights]) for found in features]
    return choose(candidates, scores)


def weigh_features(tokens: Tokens, lists: PlaceLists) -> tuple[list[Candidate], list[list[str]]]:
    """All candidates with their features, but for those that are plainly somebody's name."""
    every = find_candidates(tokens, lists.gazetteer)
    candidates = [one for one in every if not is_namesake(tokens, one, lists.words)]
    holders = find_office_holders(tokens)
    placed = {one.key for one in candidates if is_placed(tokens, one)}
    candidates = [one for one in candidates if one.key in placed or not is_holder(one, holders)]
    evidence = gather_evidence(tokens, candidates, lists.words)
    starting: dict[int, list[Candidate]] = defaultdict(list)
    for one in candidates:
        starting[one.first].append(one)
    return candidates, [find_features(tokens, one, evidence, lists.words, starting) for one in candidates]


def choose(candidates: Sequence[Candidate], scores: Sequence[float], least: float = LEAST) -> list[Candidate]:
    """The best candidate, then the best of those that do not overlap it, and so on while their score is enough."""
    ranked = sorted(
        (number for number, score in enumerate(scores) if score > least), key=lambda number: (-scores[number], number)
    )
    taken: set[int] = set()
    chosen = []
    for number in ranked:
        one = candidates[number]
        places = range(one.first, one.last)
        if taken.isdisjoint(places):
            taken.update(places)
            chosen.append(one)
    return sorted(chosen, key=lambda one: one.first)
