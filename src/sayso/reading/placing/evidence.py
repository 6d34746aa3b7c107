"""What an article tells about its names as a whole: who is a person, what stands after "in", which regions it names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.gazetteer.lookup import Sense
from sayso.lists.name_words import NameWords
from sayso.reading.placing.candidates import Candidate, after_locative
from sayso.reading.placing.groups import main_senses
from sayso.reading.placing.tokens import Tokens

TITLES = frozenset(
    "mr mrs ms miss dr prof sir lord lady sen rep gov gen col lt sgt capt rev adm maj cpl pfc det judge justice "
    "coach king queen prince princess pope".split()
)
REGIONS = frozenset({"ADM1", "PCLI", "PCLS"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """Of one article: family names of persons, names that stand as places, and the regions that it names."""

    families: frozenset[str]
    placed: frozenset[str]
    counties: frozenset[str]
    counts: Counter[str]
    countries: frozenset[str]
    divisions: frozenset[int]


def gather_evidence(tokens: Tokens, candidates: Sequence[Candidate], words: NameWords) -> Evidence:
    """The evidence of a whole article."""
    regions = [region.place for one in candidates if (region := likely_region(one.senses))]
    return Evidence(
        families=frozenset(_families(tokens, words)),
        placed=frozenset(one.key for one in candidates if is_placed(tokens, one)),
        counties=frozenset(one.key.rsplit(" ", 1)[0] for one in candidates if one.build == "county"),
        counts=Counter(one.key for one in candidates),
        countries=frozenset(region.country for region in regions),
        divisions=frozenset(region.row for region in regions if region.code == "ADM1"),
    )


def _families(tokens: Tokens, words: NameWords) -> set[str]:
    """Keys that stand after a given name, "Mr." or "John F."."""
    families: set[str] = set()
    for place in range(1, len(tokens)):
        if not tokens.capital[place] or tokens.breaks[place]:
            continue
        pointed = tokens.forms[place - 1] == "."
        before = max(place - 2, 0) if pointed else place - 1
        if pointed and len(tokens.forms[before]) == 1 and tokens.capital[before]:
            if before and tokens.capital[before - 1] and tokens.keys[before - 1] in words.given:
                families.add(tokens.keys[place])
        elif tokens.capital[before] and (tokens.keys[before] in words.given or tokens.keys[before] in TITLES):
            families.add(tokens.keys[place])
    return families


def is_placed(tokens: Tokens, one: Candidate) -> bool:
    """True of the whole of "in Lund"; not of "Lund" in "in Lund Hall"."""
    return after_locative(tokens, one.first) and not tokens.capital[one.last]


def likely_region(senses: Sequence[Sense]) -> Sense | None:
    """The country or state that a name most likely is, before any context; None for what is likelier a city."""
    mains = main_senses(senses)
    largest = max((sense.place.population for sense in mains), default=0)
    regions = (s for s in mains if s.place.code in REGIONS and s.place.population * 2 >= largest)
    return next(regions, None)
