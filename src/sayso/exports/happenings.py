"""Events with all that belongs to them looked up: what files of event data are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.exports.chains import NOT_GIVEN, Holder, name_holders
from sayso.exports.event_rows import Held, held_as
from sayso.exports.selection import Selection
from sayso.exports.withholding import withhold_actor
from sayso.linking.story import LinkedStory
from sayso.reading.sentences import find_sentences
from sayso.records.actor import Actor
from sayso.records.claim import Claim
from sayso.records.event import Event, Factuality, Participant
from sayso.records.point import Point
from sayso.records.quantity import Quantity
from sayso.records.reading import Reading
from sayso.records.span import Span
from sayso.records.timex import Timex
from sayso.records.toponym import Toponym

DEAD = "dead"  # the unit of numbers of people who died
# Words of a claim that somebody died, and of one that nobody did.
DEATHS = re.compile(
    r"\b(?:kill(?:s|ed|ing|ings)?|dead(?:ly|liest)?|die[sd]?|deaths?|fatal(?:ly|ity|ities)?|slain|massacred?|"
    r"perished|(?:lost|lose|losing) (?:his|her|their) li(?:fe|ves)|bodies)\b",
    re.IGNORECASE,
)
NO_DEATHS = re.compile(
    r"\b(?:no|zero|without(?: any)?|not any)\s+(?:\w+\s+){0,3}(?:deaths?|dead|fatalit(?:y|ies)|killed)\b"
    r"|\b(?:nobody|no one|none)\b[^.;]{0,40}\b(?:killed|died|dead)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Telling:
    """``claim`` tells of an event: its chain from the outlet inwards, and how far each holder is committed to it."""

    claim: Claim
    chain: tuple[Holder, ...]
    factuality: tuple[Factuality, ...]

    @property
    def owner(self) -> str:
        """Whose say-so it is."""
        return self.chain[-1].name if self.chain else NOT_GIVEN

    @property
    def commitment(self) -> Held:
        """What the innermost holder does; without a value, what nobody denies is unspecified."""
        return held_as(self.factuality[-1]) if self.factuality else Held.UNSPECIFIED


@dataclass(frozen=True, slots=True)
class Party:
    """An actor of an event under its name, and its words in the article (empty where they are withheld)."""

    actor: Actor
    words: str


@dataclass(frozen=True, slots=True)
class Days:
    """From the first day to the last, both included; ``last`` is None where it has no end yet."""

    first: date
    last: date | None

    @property
    def length(self) -> int | None:
        return None if self.last is None else (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class Happening:
    """An event of a reading with its parties, time, place and numbers, and with the claims that tell of it.

    ``sentence`` is where it stands, ``sequence`` the number of that sentence from 1. ``numbers`` are its own and those
    of its claims. ``points`` are what its claims make with those of other articles, as "story#number".
    """

    reading: Reading
    event: Event
    tellings: tuple[Telling, ...]
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    timex: Timex | None
    toponym: Toponym | None
    numbers: tuple[Quantity, ...]
    sentence: Span
    sequence: int
    points: tuple[tuple[str, Point], ...]
    text: bool = True

    @property
    def name(self) -> str:
        """What it goes by among those of many articles."""
        return f"{self.reading.article.id}#{self.event.id}"

    @property
    def deaths(self) -> tuple[Quantity, ...]:
        return tuple(number for number in self.numbers if number.unit == DEAD)

    @property
    def commitment(self) -> Held:
        """The firmest of those that tell of it: asserted before hedged, unspecified and denied."""
        return min((one.commitment for one in self.tellings), key=list(Held).index, default=Held.UNSPECIFIED)

    def words(self, span: Span | None) -> str | None:
        """The words of a span of the article; None where they are withheld."""
        return span.cut(self.reading.article.text) if span is not None and self.text else None

    def is_deadly(self) -> bool:
        """Whether a claim of it says that somebody died, with a number or without."""
        whole = self.reading.article.text
        told = [" ".join(span.cut(whole) for span in one.claim.content) for one in self.tellings]
        return bool(self.deaths) or any(DEATHS.search(words) for words in told if not NO_DEATHS.search(words))


def find_happenings(selection: Selection) -> Iterator[Happening]:
    """The events of all readings, in their order."""
    points = _points_of(selection.stories())
    for reading in selection.read():
        yield from _Finder(reading, points, text=selection.text).happenings()


def _points_of(stories: Iterable[LinkedStory]) -> dict[tuple[str, str], list[tuple[str, Point]]]:
    """By article and claim, the points that it makes."""
    points: dict[tuple[str, str], list[tuple[str, Point]]] = {}
    for story in stories:
        for number, point in enumerate(story.points, 1):
            for claim in point.claims:
                points.setdefault((claim.article, claim.claim), []).append((f"{story.id}#{number}", point))
    return points


class _Finder:
    """Looks up what belongs to the events of one reading."""

    def __init__(self, reading: Reading, points: dict[tuple[str, str], list[tuple[str, Point]]], *, text: bool) -> None:
        self.reading = reading
        self.points = points
        self.text = text
        self.actors = {actor.id: actor if text else withhold_actor(actor) for actor in reading.actors}
        self.sentences = find_sentences(reading.article.text) if reading.events else ()

    def happenings(self) -> Iterator[Happening]:
        for event in self.reading.events:
            tellings = tuple(self._tellings(event))
            spans = [*event.quantities, *(span for one in tellings for span in one.claim.content)]
            sequence, sentence = self._sentence(event.span)
            made = [pair for one in tellings for pair in self.points.get((self.reading.article.id, one.claim.id), ())]
            yield Happening(
                reading=self.reading,
                event=event,
                tellings=tellings,
                actors=self._parties(event.actors),
                recipients=self._parties(event.recipients),
                timex=next((one for one in self.reading.timexes if one.span == event.timex), None),
                toponym=next((one for one in self.reading.toponyms if one.span == event.toponym), None),
                numbers=tuple(one for one in self.reading.quantities if any(span.covers(one.span) for span in spans)),
                sentence=sentence,
                sequence=sequence,
                points=tuple(dict(made).items()),
                text=self.text,
            )

    def _sentence(self, span: Span) -> tuple[int, Span]:
        found = ((number, one) for number, one in enumerate(self.sentences, 1) if one.overlaps(span))
        return next(found, (0, span))

    def _parties(self, participants: Iterable[Participant]) -> tuple[Party, ...]:
        """Each actor once, by the first words that stand for it."""
        parties: dict[str, Party] = {}
        for one in participants:
            actor = self.actors.get(one.actor)
            if actor is not None:
                words = one.span.cut(self.reading.article.text) if self.text else ""
                parties.setdefault(actor.id, Party(actor, words))
        return tuple(parties.values())

    def _tellings(self, event: Event) -> Iterator[Telling]:
        for claim in self.reading.claims:
            values = next((about.factuality for about in claim.about if about.event == event.id), None)
            if values is not None:
                chain = name_holders(claim, self.actors, self.reading.article.outlet)
                yield Telling(claim, chain, values)


def days_of(timex: Timex | None) -> Days | None:
    """The days of a time's interval; None where its words leave them open."""
    if timex is None or timex.interval is None:
        return None
    try:
        first = date.fromisoformat(timex.interval.first[:10])
        past_last = timex.interval.past_last
        if past_last is None:
            return Days(first, None)
        last = date.fromisoformat(past_last[:10])
        if past_last[10:] in ("", "T00:00", "T00:00:00"):
            last -= timedelta(days=1)
    except (ValueError, OverflowError):  # a reading that came in as JSON may hold anything
        return None
    return Days(first, max(first, last))
