"""Whom a name stands for that several in the article may bear: "Varga" of Otto and Ida Varga."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reading.naming.context import Context
from sayso.reading.naming.entity import Entity
from sayso.reading.naming.mention import Mention


def choose_bearer(mention: Mention, whose: Sequence[Entity], context: Context) -> Entity | None:
    """The one who fits alone, or else the most present; None, with ``context.between``, where two may be."""
    fitting = [one for one in whose if not mention.address or one.gender in ("", mention.address)]
    if len(mention.words) == 1:  # whom the article calls by the forename, it does not call by the surname
        fitting = _not_by_forename(mention.words[0], fitting, context)
    sure = [one for one in fitting if mention.address and one.gender == mention.address]
    present = [one for one in fitting if one in context.seen]
    for some in (fitting, sure, present):
        if len(some) == 1:
            return some[0]
    best, _ = context.salience.best(mention.sentence, lambda entity: float(entity in fitting))
    context.between[mention] = tuple(fitting)
    return best


def _not_by_forename(surname: str, fitting: list[Entity], context: Context) -> list[Entity]:
    """Those who go by the surname; if all who have been named go by the forename, those who did not until here."""
    present = [one for one in fitting if one in context.seen]
    others = [one for one in fitting if not one.goes_by_forename(surname)]
    if present and not any(one in present for one in others):
        return [one for one in present if not one.went_by_forename(surname)] or others or fitting
    return others or fitting
