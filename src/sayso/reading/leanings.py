"""What a cue and a content tell together of what a source does: "said he would go", "ruled that it is"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from sayso.patterns import compile_later
from sayso.records.attribution import Commitment


@dataclass(frozen=True, slots=True)
class Leaning:
    """Where both patterns are found, the commitment gains ``by``; patterns see small letters, a blank between words."""

    commitment: Commitment
    by: float
    cue: re.Pattern[str]
    content: re.Pattern[str]


ANY = compile_later("")
SAID = compile_later(
    r"\b(?:said|says?|saying|tells?|told|adds?|added|announce[sd]?|stated?|declared?|insist(?:s|ed)?)\b"
)
MUST = r"\b(?:must|should|shall|be \w+ed|be \w+ (?:over|back))\b"
# The source itself, at the head of what it says; then what it is about to do.
SELF = r"^(?:[“\"'‘] )?(?:that )?(?:once [^,]{1,60}?(?: ,)? )?(?:he|she|it|they|we|i)(?: also| now| still)? "
WILL = (
    r"(?:will|would(?! (?:like|expect|need|hope|love|be a|have))|[’'] ll"
    r"|(?:are|is|am|was|were|[’'] re|[’'] m) (?:going|willing|ready|prepared|determined) to|plan(?:s|ned)? to"
    r"|intend(?:s|ed)? to)\b"
)
AIM = r"^(?:[“\"'‘] )?(?:that )?(?:our|my|his|her|its|their) (?:goal|aim|plan|intention) (?:is|was) to\b"
PERHAPS = (
    r"^(?:[^\s]+ ){0,7}(?:may|might|could(?! only| not)|possible|possibly|apparently|appears?|appeared|seems?|seemingly"
    r"|likely|perhaps|probably) "
)
NOTHING = (
    r"^(?:[“\"'‘] )?(?:that )?there (?:is|was|were|are|ha[sd] been) no "
    r"(?:evidence|reason|truth|indication|sign|proof)\b"
)

# For a cue of whose words the list says nothing. The sizes were chosen on folds 0 to 2 of the world set; between
# 3 and 5 they change little.
OF_THE_CONTENT = (
    Leaning(Commitment.INTENDS, 4.0, SAID, compile_later(SELF + WILL + "|" + AIM)),
    Leaning(Commitment.HEDGES, 4.0, SAID, compile_later(PERHAPS)),
    Leaning(Commitment.DENIES, 4.0, SAID, compile_later(NOTHING)),
    Leaning(Commitment.ASKS, 3.0, ANY, compile_later(r"^(?:asking|urging|calling (?:for|on|upon)) |\bplease\b")),
    Leaning(Commitment.ASKS, 3.0, compile_later(r"\bt(?:ells?|old|elling)\b"), compile_later(r"^(?:not )?to \w")),
    # What is announced is a fact, unless the words tell of something to come.
    Leaning(
        Commitment.INTENDS, -1.0, compile_later(r"\bannounc"), compile_later(r"^(?!.*\b(?:will|would|plans?|cuts?)\b)")
    ),
    Leaning(Commitment.INTENDS, 2.5, compile_later(r"\binsist"), compile_later(MUST)),
)
# For a cue whose word in the list is not meant as it usually is.
OF_THE_CUE = (
    # "Called the strike a mistake", but "called for a strike".
    Leaning(Commitment.ASKS, -3.5, compile_later(r"\bcall(?:s|ed|ing)?\b(?!.*\b(?:for|on|upon|to)\b)"),
            compile_later(r"^(?!(?:for|on|upon|to) )")),
    # A ruling on how things are, but "ruled that he must leave".
    Leaning(Commitment.INTENDS, -5.0, compile_later(r"\brul(?:es?|ed|ing)$"),
            compile_later(rf"^(?!(?:to|in|against) )(?!.*{MUST})")),
    Leaning(Commitment.DENIES, -2.5, compile_later(r"\bmove[sd]? to dismiss\b"), ANY),
    Leaning(Commitment.ASKS, 3.0, compile_later(r"\bmove[sd]? to (?:dismiss|reject|block|strike)\b"
                                                r"|\bwarn(?:s|ed|ing)?(?: \w+)? against\b|\badvocat"), ANY),
    Leaning(Commitment.ASKS, -2.5, compile_later(r"\bple(?:ad|ads|aded|ading|d) (?:innocent|not guilty)\b"), ANY),
    Leaning(Commitment.DENIES, 3.0, compile_later(r"\bple(?:ad|ads|aded|ading|d) (?:innocent|not guilty)\b"), ANY),
)  # fmt: skip


def find_leanings(cue: str, content: str, *, listed: bool) -> Iterator[Leaning]:
    """The leanings of a cue and a content; ``listed``: the list of cues tells what a word of the cue does."""
    for leaning in _leanings_of(cue, listed):
        if leaning.content.search(content):
            yield leaning


@lru_cache(maxsize=5_000)  # "said", again and again
def _leanings_of(cue: str, listed: bool) -> tuple[Leaning, ...]:
    known = OF_THE_CUE if listed else (*OF_THE_CUE, *OF_THE_CONTENT)
    return tuple(leaning for leaning in known if leaning.cue.search(cue))
