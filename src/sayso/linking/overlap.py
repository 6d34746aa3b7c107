"""How many words in common make one text another's copy, or show that both quote the same."""

from __future__ import annotations

from sayso.linking.pairs import Pair

# Narrative words that agree, and the part of the shorter text that they make, from which on a text is a copy.
COPIED_WORDS, COPIED_SHARE = 14, 0.05  # echoes of make_echoes.py: F1 99.9
# Two texts that share more of their narrative are one another's copy; with less they may both have it from a third.
# Knee on the even half of bench/cases/edges.jsonl, as is SOME_WORDS, from which on they have it from somewhere.
MUCH, SOME_WORDS = 0.2, 8
QUOTED_WORDS = 8  # of a quotation: a shorter shared run need not have a fingerprint in common


def is_copy(pair: Pair) -> bool:
    """Whether so much narrative is shared that one text was written from the other, or both from a third."""
    return pair.narrative >= COPIED_WORDS and pair.share >= COPIED_SHARE


def share_some(pair: Pair) -> bool:
    """Whether enough narrative is shared that both must have it from somewhere."""
    return pair.narrative >= SOME_WORDS and pair.share >= COPIED_SHARE


def quote_same(pair: Pair) -> bool:
    """Whether both hold a good part of one quotation."""
    return pair.quoted >= QUOTED_WORDS
