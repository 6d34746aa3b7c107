"""When, where and how many: the article's times, places and numbers that stand in an event's own clause."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.reading.events.scene import Scene
from sayso.reading.events.vocabulary import BREAKS, CLAUSE
from sayso.reading.tagging import Range
from sayso.records.quantity import Quantity
from sayso.records.span import Span
from sayso.records.timex import Timex, TimexType
from sayso.records.toponym import PlaceRole, Toponym

Located = tuple[Range, Span]
DATED = frozenset({TimexType.DATE, TimexType.TIME})
# Words that begin another clause only before a verb: "after the talks on Monday" dates the talks.
OPENING = CLAUSE - frozenset({"as", "since", "after", "before", "until"})


class Circumstances:
    """The times, places and numbers of one article by the words that they stand in, for all of its events."""

    def __init__(
        self, scene: Scene, timexes: Sequence[Timex], toponyms: Sequence[Toponym], quantities: Sequence[Quantity]
    ) -> None:
        self._scene = scene
        self._dated = {
            timex.span: timex
            for timex in reversed(timexes)
            if timex.type in DATED and timex.value not in ("PRESENT_REF", "PAST_REF", "FUTURE_REF")
        }
        self._times = self._located(reversed(self._dated))
        self._places = self._located(toponym.span for toponym in toponyms if toponym.role is PlaceRole.EVENT)
        self._numbers = self._located(quantity.span for quantity in quantities)

    def time(self, trigger: Range, sentence: Range) -> Timex | None:
        """The time nearest to the event that no other clause parts from it."""
        near = self._nearest(self._times, trigger, sentence)
        return None if near is None else self._dated[near]

    def place(self, trigger: Range, sentence: Range) -> Span | None:
        """The place nearest to the event that something is or happens at."""
        return self._nearest(self._places, trigger, sentence)

    def numbers(self, trigger: Range, sentence: Range) -> tuple[Span, ...]:
        """The numbers of the event's clause."""
        return tuple(span for _, span in self._inside(self._numbers, trigger, sentence))

    def _located(self, spans: Iterable[Span]) -> list[Located]:
        return [(self._scene.range_of(span), span) for span in spans]

    def _nearest(self, located: Sequence[Located], trigger: Range, sentence: Range) -> Span | None:
        near = [(gap(words, trigger), span) for words, span in self._inside(located, trigger, sentence)]
        return min(near, default=(0, None), key=lambda pair: pair[0])[1]

    def _inside(self, located: Sequence[Located], trigger: Range, sentence: Range) -> list[Located]:
        """Those of the same sentence, claim and clause."""
        owner = self._scene.owner
        return [
            (words, span)
            for words, span in located
            if sentence[0] <= words[0] < words[1] <= sentence[1]
            and owner[words[0]] == owner[trigger[0]]
            and not is_parted(words, trigger, self._scene)
        ]


def gap(one: Range, other: Range) -> int:
    """How many words lie between two ranges; what stands before counts a little less near than what stands after."""
    return 2 * (one[0] - other[1]) if one[0] >= other[1] else 2 * (other[0] - one[1]) + 1


def is_parted(one: Range, other: Range, scene: Scene) -> bool:
    """Whether another clause begins or ends between them."""
    between = scene.lower[min(one[1], other[1]) : max(one[0], other[0])]
    return any(form in BREAKS or form in OPENING for form in between)
