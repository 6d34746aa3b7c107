"""Which words of a statement say something."""

from __future__ import annotations

from sayso.linking.statements import NEGATION, Statement

TELLING = 1.0  # words this rare say something


def telling_words(statement: Statement) -> set[str]:
    """Its rarer words, a "not" aside."""
    pairs = zip(statement.forms, statement.rarity.tolist(), strict=False)
    return {form for form, rarity in pairs if rarity >= TELLING and not NEGATION.fullmatch(form)}
