"""What the places that are settled in an article speak for: their countries, their divisions, their neighbourhood."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.gazetteer.lookup import Place, Sense
from sayso.gazetteer.shape import NameKind
from sayso.reading.placing.mentions import Mention

DIVISIONS = frozenset({"ADM1", "ADM2"})
MOST_POINTS = 100  # settled places that nearness is measured to: bounds the time of a list of a thousand towns
NEAR_KM = 60.0
FAR_KM = 300.0
MOST_NEAR = 2.0
AGAIN = 0.3  # of a vote, for every further mention of a name
HOLDER = 0.5
LEAST = 1e-6


@dataclass(slots=True)
class Tally:
    """Votes for countries, by code, and for divisions, by row."""

    total: float = 0.0
    countries: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    divisions: dict[int, float] = field(default_factory=lambda: defaultdict(float))

    def add(self, place: Place, weight: float) -> None:
        if place.country:
            self.total += weight
            self.countries[place.country] += weight
        for row in (place.row if place.code in DIVISIONS else None, place.admin1, place.admin2):
            if row is not None:
                self.divisions[row] += weight


@dataclass(slots=True)
class Votes:
    """The votes of all names, and of each for itself: these never count in its own favour."""

    every: Tally = field(default_factory=Tally)
    own: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    points: list[tuple[str, float, float, float]] = field(default_factory=list)

    def add(self, key: str, place: Place, weight: float) -> None:
        self.every.add(place, weight)
        self.own[key].add(place, weight)

    def shares(self, key: str, place: Place) -> tuple[float, float, float]:
        """Shares of other names' votes for a place's country, first-order and second-order division."""
        own = self.own.get(key, NOBODYS)
        total = self.every.total - own.total
        if total <= LEAST:
            return 0.0, 0.0, 0.0
        state = place.row if place.code == "ADM1" else place.admin1
        county = place.row if place.code == "ADM2" else place.admin2
        country = self.every.countries.get(place.country, 0.0) - own.countries.get(place.country, 0.0)
        return _share(country, total), self._share_of(state, own, total), self._share_of(county, own, total)

    def _share_of(self, row: int | None, own: Tally, total: float) -> float:
        votes = self.every.divisions.get(row) if row is not None else None
        return 0.0 if votes is None or row is None else _share(votes - own.divisions.get(row, 0.0), total)

    def nearness(self, key: str, place: Place) -> float:
        """How many other settled places are near, weighed by their distance; at most 2."""
        total = 0.0
        shrink = 111.2 * math.cos(math.radians(place.lat))
        for other, lat, lon, weight in self.points:
            north = (lat - place.lat) * 111.2
            if other != key and -FAR_KM < north < FAR_KM:
                distance = math.hypot(north, (lon - place.lon) * shrink)
                if distance < FAR_KM:
                    total += weight * math.exp(-distance / NEAR_KM)
        return min(total, MOST_NEAR)


NOBODYS = Tally()


def _share(votes: float, total: float) -> float:
    return votes / total if votes > LEAST else 0.0


def count_votes(mentions: Sequence[Mention]) -> Votes:
    """The votes of the picks so far; before the first, of names with one sense and of likely countries and states."""
    votes = Votes()
    for mention in mentions:
        sense, weight = _settled(mention)
        if sense is not None:
            first = mention.key not in votes.own
            votes.add(mention.key, sense.place, weight if first else AGAIN * weight)
            is_point = sense.place.code.startswith(("PPL", "ADM2")) and sense.kind is not NameKind.ADJECTIVE
            if first and is_point and len(votes.points) < MOST_POINTS:
                votes.points.append((mention.key, sense.place.lat, sense.place.lon, weight))
        for holder in mention.holders[:1]:
            votes.add(f", {mention.key}", holder, HOLDER)
    return votes


def _settled(mention: Mention) -> tuple[Sense | None, float]:
    if mention.pick is not None:
        sure = len(mention.senses) == 1 or mention.pick.place.code in {"PCLI", "ADM1"}
        return mention.pick, 1.0 if sure else 0.6
    mains = [sense for sense in mention.senses if sense.kind is not NameKind.OTHER]
    if len(mains) == 1:
        return mains[0], 1.0
    largest = max((sense.place.population for sense in mains), default=0)
    regions = [s for s in mains if s.place.code in {"PCLI", "ADM1"} and s.place.population * 2 >= largest]
    return (regions[0], 0.8) if regions else (None, 0.0)
