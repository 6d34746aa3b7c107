"""Which words of a statement say something."""

from __future__ import annotations

import re

from sayso.linking.statements import NEGATION, STEM, Statement
from sayso.linking.wording import WORD
from sayso.records.span import Span

TELLING = 1.0  # words this rare say something
NEAR_WORDS = 4  # words of a clause around a particular that tell what it belongs to
# What stands between commas or after these is a clause of its own, and its day is its own.
BREAK = re.compile(r"[,;:()–—]|\b(?:who|which|whose|where|after|before|since|until|while|when|as|because)\b", re.I)


def telling_words(statement: Statement) -> set[str]:
    """Its rarer words, a "not" aside."""
    pairs = zip(statement.forms, statement.rarity.tolist(), strict=False)
    return {form for form, rarity in pairs if rarity >= TELLING and not NEGATION.fullmatch(form)}


def telling_beside(statement: Statement, particular: Span | None) -> set[str]:
    """The beginnings of a statement's rarer words, those of a particular aside."""
    left_out = (
        {word[:STEM] for word in WORD.findall(particular.cut(statement.prepared.text).lower())} if particular else set()
    )
    pairs = zip(statement.forms, statement.rarity.tolist(), strict=False)
    told = {form[:STEM] for form, rarity in pairs if rarity >= TELLING and not NEGATION.fullmatch(form)}
    return told - left_out


def words_near(statement: Statement, particular: Span) -> set[str]:
    """The telling words of the clause around a particular."""
    text, told = statement.prepared.text, telling_beside(statement, particular)
    before = BREAK.split(text[statement.span.start : particular.start])[-1]
    after = BREAK.split(text[particular.end : statement.span.end])[0]
    words = [*WORD.findall(before.lower())[-2 * NEAR_WORDS :], *WORD.findall(after.lower())[:NEAR_WORDS]]
    return {word[:STEM] for word in words} & told
