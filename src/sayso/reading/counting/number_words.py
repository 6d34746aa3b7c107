"""Numbers spelled in words, from "zero" to "two hundred and five thousand three hundred"."""

from __future__ import annotations

from math import inf

from sayso.reading.counting.tokens import Tokens

ONES = {
    word: float(number)
    for number, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen""".split()
    )
}
TENS = {
    word: 10.0 * number
    for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "mn": 1e6,
    "mln": 1e6,
    "bn": 1e9,
    "tn": 1e12,
    "lakh": 1e5,
    "lakhs": 1e5,
    "crore": 1e7,
    "crores": 1e7,
}
# "Score" only after an article: a team scores, too.
DOZEN = {"dozen": 12.0}
SCORE = 20.0
# A number and the place after its last word.
Spelled = tuple[float, int]


def read_spelled(tokens: Tokens, place: int) -> Spelled | None:
    """The number spelled from ``place`` on: thousands before hundreds, hundreds before tens, tens before ones."""
    part = _below_thousand(tokens, place)
    if part is None:
        return None
    total, last, below = 0.0, place, inf
    while part is not None:
        value, last_of_part = part
        scale = SCALES.get(tokens[last_of_part].word, 1.0)
        if scale >= below:
            break
        total, last, below = total + value * scale, last_of_part + (scale > 1), scale
        part = _below_thousand(tokens, last + (tokens[last].word == "and")) if scale > 1 else None
    return total, last


def _below_thousand(tokens: Tokens, place: int) -> Spelled | None:
    """Twenty-five, a hundred, three hundred and five; "a" alone only before a scale or a dozen."""
    article = tokens[place].word in {"a", "an"}
    start = (1.0, place + 1) if article else _below_hundred(tokens, place)
    if start is None or (article and tokens[place + 1].word not in {**SCALES, **DOZEN}):
        return None
    value, after = start
    if tokens[after].word != "hundred":
        return start
    rest = _below_hundred(tokens, after + 2 if tokens[after + 1].word == "and" else after + 1)
    return (100 * value + rest[0], rest[1]) if rest else (100 * value, after + 1)


def _below_hundred(tokens: Tokens, place: int) -> Spelled | None:
    ten = TENS.get(tokens[place].word)
    if ten is None:
        one = ONES.get(tokens[place].word)
        return None if one is None else (one, place + 1)
    after = place + 2 if tokens[place + 1].form == "-" else place + 1
    one = ONES.get(tokens[after].word, 0.0)
    return (ten + one, after + 1) if 0 < one < 10 else (ten, place + 1)
