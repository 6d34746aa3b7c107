"""Nouns that a number has without a plural: "a seven-member panel", "an eleven man team", "18 777s"."""

from __future__ import annotations

from sayso.reading.counting.counted import STOPS, Counted, is_hyphen, singular
from sayso.reading.counting.tokens import Tokens

# Bound to a number by a hyphen, they count nothing: "two-way", "a five-star inn", "the two-time winner".
BOUND = frozenset(
    """way ways star letter figure digit time times hand d dimensional odd some something plus strong year old half
    third thirds quarter quarters fifth fifths tenths pack speed seater wheeler footer shooter size ply""".split()
)
BOUND_ENDINGS = ("ed", "ing", "fold", "ish", "ly", "al", "ic")


def find_member(tokens: Tokens, place: int) -> Counted | None:
    """The noun that a hyphen at ``place`` binds to the number before: "a seven-member panel" has seven members."""
    noun = tokens[place + 1]
    if not is_hyphen(tokens, place) or not noun.letters or noun.capital or is_hyphen(tokens, place + 2):
        return None
    if noun.word in BOUND or noun.word in STOPS or noun.word.endswith(BOUND_ENDINGS):
        return None
    return Counted(singular(noun.word), place + 2, place + 1)


def find_attribute(tokens: Tokens, place: int) -> Counted | None:
    """The man of "an eleven man team": a noun that the next one follows."""
    noun, after = tokens[place], tokens[place + 1]
    if not noun.letters or noun.capital or noun.word in STOPS | BOUND or noun.word.endswith(BOUND_ENDINGS):
        return None
    return Counted(noun.word, place + 1, place) if after.letters and after.word not in STOPS else None


def find_model(tokens: Tokens, place: int) -> Counted | None:
    """The model that is counted where its name is figures: "18 777s"."""
    place += tokens[place].capital and tokens[place + 1].figures  # "five Kell 737s"
    model = tokens[place]
    if model.figures and not model.glued and tokens[place + 1].word == "s" and tokens[place + 1].glued:
        return Counted(model.form, place + 2, place)
    return None
