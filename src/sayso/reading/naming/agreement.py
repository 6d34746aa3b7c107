"""The gender that pronouns give a person, where only one person can be meant."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reading.naming.entity import Entity
from sayso.reading.naming.grouping import Names
from sayso.reading.naming.mention import Mention, Shape
from sayso.records.actor import ActorKind

PERSONAL = (ActorKind.PERSON, ActorKind.UNKNOWN)


def learn_genders(mentions: Sequence[Mention], names: Names) -> None:
    """By agreement: the one person of a sentence, and a pronoun after the name in it or at the head of the next."""
    person: Entity | None = None
    before: Entity | None = None
    alone = True
    sentence = -1
    for mention in mentions:
        if mention.sentence != sentence:
            before = person if alone and mention.sentence == sentence + 1 else None
            person, alone, sentence = None, True, mention.sentence
        if mention.shape is Shape.NAME and not mention.modifier:
            whose = names.of(mention)
            if len(whose) == 1 and whose[0].kind in PERSONAL and whose[0].gender != "n" and not mention.governed:
                alone = alone and person in (None, whose[0])
                person = whose[0]
        elif mention.pronoun is not None and mention.pronoun.gender in ("m", "f") and not mention.quoted:
            if person is not None and alone:
                person.genders[mention.pronoun.gender] += 1
            elif person is None and before is not None and mention.pronoun.case != "o":
                before.genders[mention.pronoun.gender] += 1
