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

DATED = frozenset({TimexType.DATE, TimexType.TIME})
# Words that begin another clause only before a verb: "after the talks on Monday" dates the talks.
OPENING = CLAUSE - frozenset({"as", "since", "after", "before", "until"})


def find_time(trigger: Range, sentence: Range, scene: Scene, timexes: Sequence[Timex]) -> Timex | None:
    """The time nearest to the event that no other clause parts from it."""
    dated = [
        timex
        for timex in timexes
        if timex.type in DATED and timex.value not in ("PRESENT_REF", "PAST_REF", "FUTURE_REF")
    ]
    near = _nearest([timex.span for timex in dated], trigger, sentence, scene)
    return next((timex for timex in dated if timex.span == near), None)


def find_place(trigger: Range, sentence: Range, scene: Scene, toponyms: Sequence[Toponym]) -> Span | None:
    """The place nearest to the event that something is or happens at."""
    places = [toponym.span for toponym in toponyms if toponym.role is PlaceRole.EVENT]
    return _nearest(places, trigger, sentence, scene)


def find_numbers(trigger: Range, sentence: Range, scene: Scene, quantities: Sequence[Quantity]) -> tuple[Span, ...]:
    """The numbers of the event's clause."""
    inside = _inside([quantity.span for quantity in quantities], trigger, sentence, scene)
    return tuple(span for span in inside if not is_parted(scene.range_of(span), trigger, scene))


def _nearest(spans: Iterable[Span], trigger: Range, sentence: Range, scene: Scene) -> Span | None:
    ranges = [(scene.range_of(span), span) for span in _inside(spans, trigger, sentence, scene)]
    near = [(gap(found, trigger), span) for found, span in ranges if not is_parted(found, trigger, scene)]
    return min(near, default=(0, None), key=lambda pair: pair[0])[1]


def _inside(spans: Iterable[Span], trigger: Range, sentence: Range, scene: Scene) -> list[Span]:
    """Those of the same sentence and the same claim."""
    owner = scene.owner[trigger[0]]
    kept = []
    for span in spans:
        first, last = scene.range_of(span)
        if sentence[0] <= first < last <= sentence[1] and scene.owner[first] == owner:
            kept.append(span)
    return kept


def gap(one: Range, other: Range) -> int:
    """How many words lie between two ranges; what stands before counts a little less near than what stands after."""
    return 2 * (one[0] - other[1]) if one[0] >= other[1] else 2 * (other[0] - one[1]) + 1


def is_parted(one: Range, other: Range, scene: Scene) -> bool:
    """Whether another clause begins or ends between them."""
    between = scene.lower[min(one[1], other[1]) : max(one[0], other[0])]
    return any(form in BREAKS or form in OPENING for form in between)
