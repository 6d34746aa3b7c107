"""Whether a passage reads like English: the encoder knows no other language."""

from __future__ import annotations

from sayso.patterns import compile_later

WORD = compile_later(r"[^\W\d_]+")
FUNCTION_WORDS = frozenset(
    """the of to and a in that is was for on with as it he his by at be from have has had not are were they their
    this but which or an who its will been would said she her you we i after more than when there about out up
    into over other no if can could what so all one two new also do did him them then some""".split()
)
# English news has 35-50 % of these; the nearest other languages (Dutch, Scots aside) below 8 %.
LEAST_SHARE = 0.12
# Shorter passages (headlines, names, numbers) are not judged, if their letters are Latin ones.
FEWEST_WORDS = 25
LAST_LATIN = "\u024f"


def reads_like_english(passage: str) -> bool:
    """True for English and for what is too short to tell; never for words mostly in another script."""
    words = WORD.findall(passage)
    if not passage.isascii() and 2 * sum(word[0] > LAST_LATIN for word in words) > len(words):
        return False
    if len(words) < FEWEST_WORDS:
        return True
    return sum(word.lower() in FUNCTION_WORDS for word in words) >= LEAST_SHARE * len(words)
