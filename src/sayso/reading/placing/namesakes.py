"""Names that are plainly no place's: Paris in "Paris Hilton", Washington in "The Washington Post"."""

from __future__ import annotations

from sayso.lists.name_words import NameWords
from sayso.reading.placing.candidates import Candidate, after_locative
from sayso.reading.placing.neighbours import AFTER_CAPITAL
from sayso.reading.placing.tokens import Tokens

PAPERS = frozenset("post times herald tribune gazette telegraph observer examiner chronicle dispatch inquirer".split())


def is_namesake(tokens: Tokens, one: Candidate, words: NameWords) -> bool:
    """True of one word that is a given name before a family name, or that a newspaper is called after."""
    if one.last - one.first > 1 or tokens.breaks[one.last] or not tokens.capital[one.last]:
        return False
    following = tokens.keys[one.last]
    if following in PAPERS:
        return tokens.keys[one.first - 1] == "the"
    is_person = tokens.keys[one.first] in words.given and following in words.family and following not in AFTER_CAPITAL
    return is_person and one.group.endswith("city") and not after_locative(tokens, one.first)
