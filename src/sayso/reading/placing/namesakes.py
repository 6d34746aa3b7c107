"""Names that are plainly no place's: Paris in "Paris Hilton", Washington in "The Washington Post", NATO."""

from __future__ import annotations

from collections.abc import Set

from sayso.lists.name_words import NameWords
from sayso.reading.placing.candidates import Candidate, after_locative, is_short_region
from sayso.reading.placing.neighbours import AFTER_CAPITAL
from sayso.reading.placing.tokens import Tokens

PAPERS = frozenset("post times herald tribune gazette telegraph observer examiner chronicle dispatch inquirer".split())
OFFICES = frozenset("secretary minister president governor senator chancellor chairman commissioner".split())
# Months, bodies and planets of which small towns bear the names.
NEVER = frozenset("january february march april may june july august congress parliament senate earth mars".split())
LARGE = 100_000  # people
LONGEST_ACRONYM = 6
DASHES = frozenset("- – — _ (".split())  # after these follows what a dateline heads


def is_namesake(tokens: Tokens, one: Candidate, words: NameWords) -> bool:
    """True of one word that is a given name before a family name, that a newspaper is called after, or an acronym."""
    if one.last - one.first > 1:
        return False
    if is_acronym(tokens, one) or is_office(tokens, one) or is_half(tokens, one):
        return True
    if tokens.keys[one.first] in NEVER:
        return not (tokens.forms[one.last] == "," and is_short_region(tokens, one.last + 1))  # "March, Calif."
    if tokens.breaks[one.last] or not tokens.capital[one.last]:
        return False
    following = tokens.keys[one.last]
    if following in PAPERS:
        return tokens.keys[one.first - 1] == "the"
    is_person = tokens.keys[one.first] in words.given and following in words.family and following not in AFTER_CAPITAL
    return is_person and one.group.endswith("city") and not after_locative(tokens, one.first)


def is_half(tokens: Tokens, one: Candidate) -> bool:
    """ "Hewlett" of "Hewlett-Packard": a small town's name and a hyphen, with another capital behind it."""
    after = one.last
    joined = (
        tokens.forms[after] == "-" and tokens.glued[after] and tokens.glued[after + 1] and tokens.capital[after + 1]
    )
    largest = max((sense.place.population for sense in one.senses), default=0)
    return joined and one.group.endswith("city") and largest < LARGE  # "Dallas-Fort Worth"


def find_office_holders(tokens: Tokens) -> frozenset[str]:
    """Keys that stand right behind an office: "President Lund"."""
    return frozenset(
        tokens.keys[place]
        for place in range(1, len(tokens))
        if tokens.capital[place] and tokens.capital[place - 1] and not tokens.breaks[place]
        if tokens.keys[place - 1] in OFFICES
    )


def is_holder(one: Candidate, holders: Set[str]) -> bool:
    """ "Lund" as one word, a small town's, where the article tells of "President Lund"."""
    if one.key not in holders or not one.group.endswith("city"):
        return False
    return max((sense.place.population for sense in one.senses), default=0) < LARGE


def is_office(tokens: Tokens, one: Candidate) -> bool:
    """ "Secretary" of "the Harbour Secretary of Kell", "Secretary Ida Lund" or "the Secretary"."""
    goes_on = tokens.keys[one.last] == "of" or (tokens.capital[one.last] and not tokens.breaks[one.last])
    goes_on = goes_on or tokens.keys[one.first - 1] == "the"
    return tokens.keys[one.first] in OFFICES and goes_on and not after_locative(tokens, one.first)


def is_acronym(tokens: Tokens, one: Candidate) -> bool:
    """ "NATO" in running text: capitals alone, and no listed abbreviation, no dateline, no line in capitals."""
    form = tokens.forms[one.first]
    if one.build or not form.isupper() or not form.isalpha() or not 2 < len(form) <= LONGEST_ACRONYM:
        return False
    before, after = tokens.forms[one.first - 1], tokens.forms[one.last]
    beside = any(len(other) > 1 and other.isupper() for other in (before, after))
    return not (beside or tokens.breaks[one.first] or after in DASHES)
