"""What a quotation says as far as bare words tell: rare words, names, numbers, and "not"."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.linking.quoted.words import QuotedWord
from sayso.reading.relations import COMMON, stem

NEGATIONS = frozenset("not no nor never none nobody nothing nowhere neither cannot without".split())
# Words that most speakers use whatever they say, and that are no function words.
EVERYDAY = frozenset(
    """people time year new day days two last first state like now even made back many way get got go going went gone
    come came know think thought want wanted need make making take taken took see seen look let put keep give given
    good great big long little much really very well still never always ever again thing things something anything
    nothing everything someone anyone everyone man men woman world country part place number lot kind week month
    today tomorrow yesterday tell told saying talk talking ask asked use used work working help try trying happen
    happened start started believe feel mean right wrong fact able sure another few same 1 i'm i've i'd i'll it's that's
    there's we're we've we'll they're you're he's she's don't didn't doesn't isn't wasn't can't won't wouldn't couldn't
    haven't hasn't down because since yet already though however""".split()
)
EVERYDAY_WEIGHT, NAME_WEIGHT = 0.4, 1.5


@dataclass(frozen=True, slots=True)
class Telling:
    """A quotation tells of these things: stems with their weights, names, numbers, and whether it has a "not"."""

    stems: dict[str, float]
    names: frozenset[str]
    numbers: frozenset[str]
    negated: bool


def find_telling(words: Iterable[QuotedWord]) -> Telling:
    """The telling words of a quotation, brackets aside."""
    spoken = [word for word in words if not word.inserted]
    stems = {stem(word.form): _weight(word) for word in spoken if word.form not in COMMON}
    names = frozenset(stem(word.form) for word in spoken if word.name and word.form not in COMMON | EVERYDAY)
    numbers = frozenset(word.form for word in spoken if _is_number(word))
    return Telling(stems, names, numbers, any(is_negation(word) for word in spoken))


def is_negation(word: QuotedWord) -> bool:
    return word.form in NEGATIONS or word.form.endswith("n't")


def _weight(word: QuotedWord) -> float:
    if word.form in EVERYDAY:
        return EVERYDAY_WEIGHT
    return NAME_WEIGHT if word.name or _is_number(word) else 1.0


def _is_number(word: QuotedWord) -> bool:
    return word.form[0].isdigit() and word.form != "1"  # "one" is seldom a count


def count_shared(a: Telling, b: Telling) -> int:
    """The words of both that few speakers use, names aside: a court and a country are in many utterances."""
    shared = (a.stems.keys() & b.stems.keys()) - a.names - b.names
    return sum(a.stems[stem] > EVERYDAY_WEIGHT for stem in shared)


def share_of_shorter(a: Telling, b: Telling) -> float:
    """How much of what is telling in the quotation that tells less the other has, 0 to 1."""
    least = min(_weigh(a), _weigh(b))
    return min(1.0, _weigh_shared(a, b) / least) if least else 0.0


def share_of_both(a: Telling, b: Telling) -> float:
    """How much of what is telling in the two, on average, both have, 0 to 1."""
    both = _weigh(a) + _weigh(b)
    return min(1.0, 2 * _weigh_shared(a, b) / both) if both else 0.0


def _weigh(telling: Telling) -> float:
    return math.fsum(telling.stems.values())


def _weigh_shared(a: Telling, b: Telling) -> float:
    return math.fsum(min(a.stems[stem], b.stems[stem]) for stem in a.stems.keys() & b.stems.keys())


def contradict(a: Telling, b: Telling) -> bool:
    """Other names, other numbers, or a "not" in one of them only."""
    other_names = bool(a.names and b.names) and not a.names & b.names
    return other_names or a.numbers != b.numbers or a.negated != b.negated
