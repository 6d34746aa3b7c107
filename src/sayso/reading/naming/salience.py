"""Who is in the reader's mind: every mention lifts its entity, every sentence lets it sink."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sayso.reading.naming.entity import Entity
from sayso.reading.naming.mention import Mention, Shape

# Weights and fall settled on the world set's articles with gold sources; halving or doubling one of them moves
# the share of right speakers by less than a point.
SOURCE, SUBJECT, OBJECT, GOVERNED, MODIFIER = 1.3, 1.0, 0.6, 0.5, 0.15
QUOTED = 0.3
FALL = 0.55
LEAST = 0.03  # below, nobody remembers
MOST_HELD = 100  # entities in mind at once: in a text without full stops nobody sinks
CLEARLY = 1.12


class Salience:
    """How present each entity is at a place of the text, by the mentions before it."""

    def __init__(self) -> None:
        self._held: dict[Entity, tuple[float, int]] = {}

    def lift(self, entity: Entity, mention: Mention, *, source: bool) -> None:
        """``mention`` speaks of ``entity``; ``source``: as the one who says something."""
        value = self.of(entity, mention.sentence) + weigh(mention, source=source)
        self._held.pop(entity, None)
        self._held[entity] = (value, mention.sentence)
        if len(self._held) > MOST_HELD:
            self._held.pop(next(iter(self._held)))

    def of(self, entity: Entity, sentence: int) -> float:
        value, at = self._held.get(entity, (0.0, sentence))
        return float(value * FALL ** (sentence - at))

    def sink(self, sentence: int) -> None:
        """Forget who is not remembered any more."""
        self._held = {
            entity: (value, at) for entity, (value, at) in self._held.items() if value * FALL ** (sentence - at) > LEAST
        }

    def present(self) -> Iterator[Entity]:
        yield from self._held

    def best(
        self,
        sentence: int,
        fits: Callable[[Entity], float],
        clearly: Callable[[Entity], float] = lambda entity: CLEARLY,
    ) -> tuple[Entity | None, tuple[Entity, ...]]:
        """The one most present among those that fit, or None and the two that come too near each other.

        ``fits`` gives a factor for the salience, 0 for who cannot be meant; ``clearly`` how many times the runner-up's
        the best one's has to be.
        """
        scored = sorted(
            (
                (value * FALL ** (sentence - at) * factor, -entity.number, entity)
                for entity, (value, at) in self._held.items()
                if (factor := fits(entity)) > 0
            ),
            key=lambda one: one[:2],
            reverse=True,
        )
        scored = [one for one in scored if one[0] > LEAST]
        if not scored:
            return None, ()
        if len(scored) > 1 and scored[0][0] < clearly(scored[0][2]) * scored[1][0]:
            return None, (scored[0][2], scored[1][2])
        return scored[0][2], ()


def weigh(mention: Mention, *, source: bool) -> float:
    if source:
        return SOURCE
    if mention.modifier:
        return MODIFIER
    weight = SUBJECT
    if mention.governed or mention.owning or (mention.pronoun is not None and mention.pronoun.case == "p"):
        weight = GOVERNED
    elif mention.object or (mention.pronoun is not None and mention.pronoun.case == "o"):
        weight = OBJECT
    if mention.shape is Shape.NOMINAL:
        weight *= 0.9
    return weight * QUOTED if mention.quoted else weight
