"""Numbers as a search gives them: ">20", "20..30km", "$1.5 million", "<=20 %"."""

from __future__ import annotations

import re

from sayso.reading.counting.counted import singular
from sayso.reading.counting.outcome_words import PLAIN
from sayso.reading.counting.units import CODES, COINS, MEASURES, SIGNS
from sayso.search.query import Number, Stretch

FIGURES = r"-?(?:\d{1,3}(?:,\d{3})+|\d{1,18})(?:\.\d{1,9})?"
TIMES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
UNIT = r"\s*(?P<unit>\S.{0,40})?"


def _one(at: int) -> str:
    """The pattern of one number; ``at`` tells it from another."""
    times = "|".join(TIMES)
    return rf"(?P<sign{at}>[$£€₹¥₽₩₪₺])?\s*(?P<number{at}>{FIGURES})\s*(?P<times{at}>{times})?"


COMPARED = re.compile(rf"(?P<compared>>=|<=|>|<|=|≥|≤)?\s*{_one(1)}{UNIT}", re.IGNORECASE)
RANGE = re.compile(rf"(?:{_one(1)})?\s*\.\.\s*(?:{_one(2)})?{UNIT}", re.IGNORECASE)
TRY = 'write number:20, number:>20, number:20..30 or number:">20 km"'


class Unclear(ValueError):
    """A value cannot be meant, for a reason in words; ``hint`` is what to try."""

    def __init__(self, reason: str, hint: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.hint = hint


def read_number(written: str) -> Number:
    """The stretch and unit that are asked for. Raises Unclear."""
    value = written.strip()
    ranged, compared = RANGE.fullmatch(value), COMPARED.fullmatch(value)
    if ranged is not None and (ranged["number1"] or ranged["number2"]):
        low, high = (_figure(ranged, at) for at in "12")
        if low is not None and high is not None and low > high:
            raise Unclear(f"{low:g} to {high:g} runs backwards", f"write {high:g}..{low:g}")
        return Number(Stretch(low, high), _unit(ranged, ranged["sign1"] or ranged["sign2"]))
    if compared is None:
        raise Unclear(f"“{value}” is no number" if value else "a number is missing", TRY)
    figure = _figure(compared, "1")
    assert figure is not None
    sign = compared["compared"] or "="
    return Number(_stretch(sign, figure), _unit(compared, compared["sign1"]))


def _stretch(sign: str, figure: float) -> Stretch:
    if sign in (">", ">=", "≥"):
        return Stretch(figure, None, open=sign == ">")
    if sign in ("<", "<=", "≤"):
        return Stretch(None, figure, open=sign == "<")
    return Stretch(figure, figure)


def _figure(found: re.Match[str], at: str) -> float | None:
    if not found[f"number{at}"]:
        return None
    times = TIMES[found[f"times{at}"].lower()] if found[f"times{at}"] else 1.0
    return float(found[f"number{at}"].replace(",", "")) * times


def _unit(found: re.Match[str], sign: str | None) -> str | None:
    written = " ".join((found["unit"] or "").split())
    if not written:
        return SIGNS[sign].casefold() if sign else None
    if not any(letter.isalpha() or letter in "%°$£€₹¥₽₩₪₺" for letter in written):
        raise Unclear(f"“{written}” is no unit", TRY)
    return name_unit(written)


def name_unit(written: str) -> str:
    """A unit as quantities have it, folded: "killed" counts the dead, "kilometres" are km, "troops" is "troop"."""
    word = written.casefold()
    if word in PLAIN:
        return PLAIN[word].casefold()
    if word in MEASURES:
        return MEASURES[word][0].casefold()
    if written in SIGNS or word in CODES:
        return SIGNS.get(written, word).casefold()
    one = singular(word)
    return COINS.get(one, one).casefold()
