"""How sure an attribution is: the chance that a careful reader would mark it so. Which are too doubtful to stand."""

from __future__ import annotations

import math
from collections.abc import Sequence

from sayso.reading.found import Found, without
from sayso.reading.naming.vocabulary import PRONOUNS
from sayso.reading.words import QUOTE_OUTSIDE, Words
from sayso.records.span import Span

# Logistic regression of "right by attr.main", by training/calibrate.py on PolNeAR dev and fold 0 of the world
# set; weights/MODEL_CARD.md has the table of what each score was worth.
INTERCEPT = 1.782
WEIGHTS = (0.188, 0.073, 2.632, 0.262, -1.186, -1.372, 0.135, 0.221, -0.301)
LONG = 40  # words; longer contents count as this long
# An outermost attribution stands from here on: where F1 is greatest on PolNeAR dev and fold 0 of the world set together
# (.40 to .55 tried). Nested ones stand with the one that holds them: leaving out doubtful ones cost as much as it gave.
STANDS_FROM = 0.45


def without_doubtful(found: Sequence[Found], words: Words, headings: Sequence[Span] = ()) -> tuple[Found, ...]:
    """The attributions that are likely enough to stand, without what is nested in one that is not.

    Nor does a nested one that holds a pronoun only: "he could not say that he fully believed him". In headings all
    stand: their short forms ("Mayor denies plan") score low, and no set measures them.
    """
    dropped = {number for number, one in enumerate(found) if one.parent is not None and _holds_pronoun(one, words)}
    dropped |= {
        number
        for number, one in enumerate(found)
        if one.parent is None
        and score_of(one, words) < STANDS_FROM
        and not any(heading.start <= words.starts[one.cue[0]] < heading.end for heading in headings)
    }
    return tuple(without(found, dropped)) if dropped else tuple(found)


def _holds_pronoun(found: Found, words: Words) -> bool:
    """Whether all that is said is a personal pronoun."""
    held = [words.forms[place].lower() for first, last in found.contents for place in range(first, last)]
    return len(held) == 1 and held[0] in PRONOUNS


def score_of(found: Found, words: Words) -> float:
    """Between 0 and 1, three decimals."""
    value = INTERCEPT + sum(weight * sign for weight, sign in zip(WEIGHTS, signs_of(found, words), strict=True))
    return round(1 / (1 + math.exp(-value)), 3)


def signs_of(found: Found, words: Words) -> tuple[float, ...]:
    """What tells a right attribution from a wrong one.

    Log odds of the source link, the content links, the tags and the edges of the contents; then: no source,
    nested, some of it in quotation marks, words of content in tens, interrupted.
    """
    length = sum(last - first for first, last in found.contents)
    quoted = any((words.quote[first:last] != QUOTE_OUTSIDE).any() for first, last in found.contents)
    return (
        _log_odds(found.source_score),
        _log_odds(found.content_score),
        _log_odds(found.tag_score),
        _log_odds(found.edge_score),
        float(found.source is None),
        float(found.parent is not None),
        float(quoted),
        min(length, LONG) / 10,
        float(len(found.contents) > 1),
    )


def _log_odds(chance: float) -> float:
    chance = min(max(chance, 0.001), 0.999)
    return math.log(chance / (1 - chance))
