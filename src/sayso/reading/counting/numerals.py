"""Number words and figures into numbers: "twenty-five", "1.2 million", "a third", "tens of thousands"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sayso.patterns import compile_later
from sayso.reading.counting.number_words import DOZEN, ONES, SCALES, SCORE, TENS, read_spelled
from sayso.reading.counting.tokens import Tokens
from sayso.reading.counting.units import read_unit

FIGURES = compile_later(
    r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3}){1,5}|[1-9][0-9]?(?:,[0-9]{2}){1,4},[0-9]{3}|0|[1-9][0-9]{0,14})(?:\.[0-9]{1,9})?"
)
# "A hundred thousand million" has three of them.
MOST_SCALES = 3
# After a sign of money only: "3m people" and "a wall 3m high" need what follows.
MONEY_SCALES = {"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12}
VULGAR_VALUES = {
    "½": 1 / 2,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "¼": 1 / 4,
    "¾": 3 / 4,
    "⅕": 1 / 5,
    "⅛": 1 / 8,
    "⅜": 3 / 8,
    "⅝": 5 / 8,
    "⅞": 7 / 8,
}
PARTS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
# "A third of" is a part, and "a third man" the last of three.
AFTER_PART = frozenset("of more less fewer as higher lower".split())
AFTER_HALF = frozenset("of the its their his her our all those these that".split())
BEFORE_HALF = frozenset("than about nearly almost over around roughly least under approximately to by only".split())
# What vague words leave open. Small ones end where a writer takes the next word: few, several, a dozen.
VAGUE: dict[tuple[str, ...], tuple[float, float | None]] = {
    ("a", "couple"): (2, 3),
    ("a", "few"): (2, 9),
    ("a", "handful"): (2, 9),
    ("several",): (3, 9),
}
FEW_AFTER = frozenset("last past next first these those another".split())
AFTER_COUPLE = frozenset("of more hundred thousand million dozen days weeks months years hours minutes miles".split())
PLURALS = {
    "dozens": 12.0,
    "hundreds": 1e2,
    "thousands": 1e3,
    "millions": 1e6,
    "billions": 1e9,
    "trillions": 1e12,
    "lakhs": 1e5,
    "crores": 1e7,
}
# "Tens" and "scores" count only before "of": a team scores, too.
PLURALS_OF = {"tens": 10.0, "scores": 20.0}
AFTER_MANY = frozenset("were are have more others dead killed injured wounded hurt arrested missing".split())
BEFORE_MANY = frozenset("and with least leaving killing wounding injuring while".split())
# No number in words begins with any other.
FIRST_WORDS = frozenset({*ONES, *TENS, *PLURALS, *PLURALS_OF, *"a an half few several dozen".split()})
# And none that begins with an article goes on with any other.
AFTER_ARTICLE = frozenset({*SCALES, *DOZEN, *PARTS, *"couple few handful score".split()})


@dataclass(frozen=True, slots=True)
class Numeral:
    """The tokens from ``first`` up to ``last`` name a number, or leave it open between ``low`` and ``high``.

    ``share`` is true of a part ("a third"), ``rough`` of a number that is no exact one by its words alone ("dozens").
    """

    first: int
    last: int
    value: float | None
    low: float | None
    high: float | None
    rough: bool = False
    share: bool = False


def read_numeral(tokens: Tokens, place: int, *, money: bool = False) -> Numeral | None:
    """The number that begins at ``place``, the longest reading of it; ``money`` if a sign of money stands before."""
    if not may_begin(tokens, place):
        return None
    if tokens[place].word not in FIRST_WORDS:
        return _in_figures(tokens, place, money)
    return _half(tokens, place) or _part(tokens, place) or _vague(tokens, place) or _in_words(tokens, place)


def may_begin(tokens: Tokens, place: int) -> bool:
    """False where no number begins; asked first, because most words begin none."""
    token = tokens[place]
    if token.word in FIRST_WORDS:
        return token.word not in {"a", "an"} or tokens[place + 1].word in AFTER_ARTICLE
    return token.figures or token.form in VULGAR_VALUES


def figures_value(form: str) -> float | None:
    """The number of "25", "25,000", "1.2" or "1,00,000"; None where the figures are grouped like no number."""
    return float(form.replace(",", "")) if FIGURES.fullmatch(form) else None


def _exact(first: int, last: int, value: float) -> Numeral:
    return Numeral(first, last, value, value, value)


def _in_figures(tokens: Tokens, place: int, money: bool) -> Numeral | None:
    if tokens[place].form in VULGAR_VALUES:
        return _exact(place, place + 1, VULGAR_VALUES[tokens[place].form])
    value = figures_value(tokens[place].form)
    if value is None:
        return None
    fraction, last = _written_fraction(tokens, place + 1)
    fraction, last = (fraction, last) if fraction else _and_a_half(tokens, last)
    letter = tokens[last].word
    if money and letter in MONEY_SCALES and not (tokens[last + 1].glued and tokens[last + 1].letters):
        return _exact(place, last + 1, (value + fraction) * MONEY_SCALES[letter])
    return _scaled(tokens, _exact(place, last, value + fraction))


def _written_fraction(tokens: Tokens, place: int) -> tuple[float, int]:
    """What "½" or "1/2" at ``place`` adds to the whole number before it, and the place after."""
    if tokens[place].form in VULGAR_VALUES:
        return VULGAR_VALUES[tokens[place].form], place + 1
    over, slash, under = (tokens[place + step] for step in range(3))
    if slash.form == "/" and over.form in "123" and under.form in "23458" and over.form < under.form and not over.glued:
        return int(over.form) / int(under.form), place + 3
    return 0.0, place


def _and_a_half(tokens: Tokens, place: int) -> tuple[float, int]:
    start = place + 1 if tokens[place].form == "-" and tokens[place].glued else place
    for word, value in (("half", 0.5), ("quarter", 0.25)):
        last = tokens.past(start, "and", "a", word)
        if last is not None:
            return value, last
    return 0.0, place


def _scaled(tokens: Tokens, numeral: Numeral) -> Numeral:
    """``numeral`` with the "million", "hundred thousand" or "dozen" that follows it."""
    for _ in range(MOST_SCALES):
        numeral = _scaled_once(tokens, numeral)
    return numeral


def _scaled_once(tokens: Tokens, numeral: Numeral) -> Numeral:
    place = numeral.last
    hyphen = tokens[place].form == "-" and tokens[place].glued and tokens[place + 1].glued
    word = tokens[place + 1 if hyphen else place].word
    scale = SCALES.get(word) or DOZEN.get(word)
    if scale is None:
        return numeral
    value, low, high = (None if n is None else n * scale for n in (numeral.value, numeral.low, numeral.high))
    last = place + 2 if hyphen else place + 1
    return Numeral(numeral.first, last, value, low, high, numeral.rough or word in DOZEN)


def _half(tokens: Tokens, place: int) -> Numeral | None:
    """Half a dozen, half-million, half an hour, and the plain half of something."""
    start = place + 1 if tokens[place].word == "a" and tokens[place + 1].word == "half" else place
    if tokens[start].word != "half":
        return None
    after = start + 2 if tokens[start + 1].form == "-" else start + 1
    of_what = after + 1 if tokens[after].word in {"a", "an"} else after
    scaled = _scaled(tokens, _exact(place, of_what, 0.5))
    if scaled.last > of_what:
        return scaled
    if of_what > start + 1:
        return _exact(place, of_what, 0.5)  # "half an hour", "half-mile": the unit tells whether it is one
    if tokens[after].word in AFTER_HALF or (tokens[place - 1].word in BEFORE_HALF and not tokens[after].glued):
        after_whole = tokens[place - 1].word not in {
            "first",
            "second",
            "last",
            "final",
            "other",
            "latter",
            "top",
            "better",
        }
        return _as_share(place, after, 0.5) if after_whole else None
    return None


def _part(tokens: Tokens, place: int) -> Numeral | None:
    """A third, two-thirds, three quarters of."""
    over = 1.0 if tokens[place].word in {"a", "an"} else ONES.get(tokens[place].word, 0.0)
    hyphen = tokens[place + 1].form == "-" and tokens[place + 1].glued
    last = place + 3 if hyphen else place + 2
    name = tokens[last - 1].word
    under = PARTS.get(name) or PARTS.get(name.removesuffix("s")) or 0
    if not 0 < over < under or name.endswith("s") != (over > 1) or (under == 4 and over == 2):
        return None
    if tokens[last].word == "of" and tokens[last + 1].word == "a" and tokens[last + 2].word in SCALES:
        return _scaled(tokens, _exact(place, last + 2, over / under))
    follows = tokens[last].word in AFTER_PART or (under == 4 and _is_measured(tokens, last))
    if hyphen or follows or name == "thirds":
        return _as_share(place, last, over / under)
    return None


def _is_measured(tokens: Tokens, place: int) -> bool:
    """True of the mile of "a quarter mile" and "a quarter-mile"."""
    unit = read_unit(tokens, place)
    return unit is not None and tokens[place].form != "%"


def _as_share(first: int, last: int, value: float) -> Numeral:
    """A part named in words is seldom counted out: it is rough."""
    return replace(_exact(first, last, value), rough=True, share=True)


def _vague(tokens: Tokens, place: int) -> Numeral | None:
    for words, (low, high) in VAGUE.items():
        if words[0] != tokens[place].word:
            continue
        last = tokens.past(place, *words)
        if last is None or (words[-1] == "couple" and tokens[last].word not in AFTER_COUPLE):
            continue
        return _vague_scaled(tokens, place, last, low, high)
    if tokens[place].word == "few" and tokens[place - 1].word in FEW_AFTER:
        return _vague_scaled(tokens, place, place + 1, 2, 9)
    if tokens[place].word == "dozen" and tokens[place - 1].word == "the":
        return replace(_exact(place, place + 1, DOZEN["dozen"]), rough=True)
    if tokens.words(place, 3) == ("a", "score", "of"):
        return replace(_exact(place, place + 2, SCORE), rough=True)
    return _plural(tokens, place)


def _vague_scaled(tokens: Tokens, first: int, last: int, low: float, high: float | None) -> Numeral:
    """Several hundred, a couple of thousand."""
    of = last + 1 if tokens[last].word == "of" and tokens[last + 1].word in {*SCALES, *DOZEN} else last
    return _scaled(tokens, Numeral(first, of, None, low, high, rough=True))


def _plural(tokens: Tokens, place: int) -> Numeral | None:
    """Dozens: two of them at least, and no end; tens of thousands."""
    word = tokens[place].word
    of = tokens[place + 1].word == "of"
    scale = PLURALS.get(word) or (PLURALS_OF.get(word) if of or _is_many(tokens, place) else None)
    if scale is None:
        return None
    upper = tokens[place + 2].word if of else ""
    if upper in PLURALS and PLURALS[upper] > 12:
        return Numeral(place, place + 3, None, 2 * scale * PLURALS[upper], None, rough=True) if scale != 1e3 else None
    return Numeral(place, place + 1, None, 2 * scale, None, rough=True)


def _is_many(tokens: Tokens, place: int) -> bool:
    """True of "and scores were hurt", not of "test scores were"."""
    before = tokens[place - 1]
    return tokens[place + 1].word in AFTER_MANY and (not before.letters or before.word in BEFORE_MANY)


def _in_words(tokens: Tokens, place: int) -> Numeral | None:
    spelled = read_spelled(tokens, place)
    if spelled is None:
        return None
    value, end = spelled
    fraction, last = _and_a_half(tokens, end)
    of = SCALES.get(tokens[end - 1].word, 1.0)  # "a million and a half"
    return _scaled(tokens, _exact(place, last, value + fraction * of))
