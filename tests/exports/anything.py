"""Readings of any shape, sensible or not, for the promises that hold for all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import TypeVar

from hypothesis import strategies as st

from sayso.records.actor import Actor, ActorKind
from sayso.records.article import Article, Precision, Published
from sayso.records.attribution import Attribution, AttributionKind, Commitment, Said, Stance
from sayso.records.block import Block, BlockKind
from sayso.records.claim import (
    Basis,
    Claim,
    Confidence,
    Evidence,
    Link,
    Party,
    Relation,
    RelationKind,
    Role,
    Scope,
    Voice,
)
from sayso.records.credit import Credit, CreditKind, CreditScope
from sayso.records.event import About, Event, EventFlag, EventType, Factuality, Participant
from sayso.records.quantity import Bound, Quantity
from sayso.records.reading import Model, Reading, Unread
from sayso.records.span import Span
from sayso.records.timex import AnchorKind, Grain, Interval, Mod, OtherValue, TimeAnchor, Timex, TimexType
from sayso.records.toponym import PlaceRole, PlaceRule, Toponym

T = TypeVar("T")
ODD = "aZ 0.é“”\"'<&>\n\t\x1b\u202e\u200b⟨*_`[#|\\"
WORDS = st.text(st.sampled_from(ODD) | st.characters(codec="utf-8"), min_size=2, max_size=60)


def readings() -> st.SearchStrategy[Reading]:
    """Readings whose spans lie inside their text; ids may be dangling, doubled or in circles."""
    return st.builds(lambda text, seed: _Maker(text, Random(seed)).reading(), WORDS, st.integers(0, 2**32))


class _Maker:
    """Makes up the parts of one reading of ``text``."""

    def __init__(self, text: str, random: Random) -> None:
        self.text = text
        self.random = random

    def one(self, values: Sequence[T]) -> T:
        return self.random.choice(values)

    def maybe(self, make: Callable[[], T]) -> T | None:
        return make() if self.random.random() < 0.6 else None

    def some(self, make: Callable[[], T]) -> tuple[T, ...]:
        return tuple(make() for _ in range(self.random.randrange(4)))

    def span(self) -> Span:
        start = self.random.randrange(len(self.text))
        return Span(start, self.random.randint(start + 1, len(self.text)))

    def words(self) -> str:
        return self.span().cut(self.text)

    def name(self) -> str:
        return self.one("abcd")

    def score(self) -> float:
        return self.random.randrange(1001) / 1000

    def reading(self) -> Reading:
        return Reading(
            self.article(),
            Model(self.words(), self.words(), self.words()),
            self.some(
                lambda: Credit(self.words(), self.one(list(CreditKind)), self.span(), self.one(list(CreditScope)))
            ),
            self.some(self.actor),
            self.some(self.attribution),
            self.some(self.claim),
            self.some(lambda: Relation(self.name(), self.name(), self.one(list(RelationKind)), self.some(self.span))),
            self.some(lambda: Unread(self.words(), self.words(), self.maybe(self.span))),
            quantities=self.some(self.quantity),
            timexes=self.some(self.timex),
            toponyms=self.some(self.toponym),
            events=self.some(self.event),
        )

    def event(self) -> Event:
        return Event(
            id=self.name(),
            type=self.one(list(EventType)),
            modes=self.some(self.words),
            span=self.span(),
            actors=self.some(lambda: Participant(self.name(), self.span())),
            recipients=self.some(lambda: Participant(self.name(), self.span())),
            timex=self.maybe(self.span),
            toponym=self.maybe(self.span),
            quantities=self.some(self.span),
            flags=self.some(lambda: self.one(list(EventFlag))),
            score=self.score(),
            runner_up=self.maybe(lambda: self.one(list(EventType))),
        )

    def quantity(self) -> Quantity:
        number = self.maybe(lambda: self.random.uniform(-1e12, 1e12))
        open_, bound = self.one([None, number]), self.one([None, *Bound])
        approximate = self.one([True, False])
        return Quantity(self.span(), number, open_, number, bound, approximate, self.words(), self.maybe(self.span))

    def toponym(self) -> Toponym:
        return Toponym(
            span=self.span(),
            name=self.words(),
            geonames_id=self.maybe(lambda: self.random.randrange(10**7)),
            lat=self.maybe(lambda: self.random.uniform(-90, 90)),
            lon=self.maybe(lambda: self.random.uniform(-180, 180)),
            country=self.maybe(self.words),
            feature=self.maybe(self.words),
            where_prec=self.maybe(lambda: self.random.randint(1, 7)),
            geo_precision=self.maybe(lambda: self.random.randint(1, 3)),
            role=self.one(list(PlaceRole)),
            rule=self.one(list(PlaceRule)),
            score=self.score(),
            alternatives=self.some(lambda: self.random.randrange(10**7)),
        )

    def timex(self) -> Timex:
        return Timex(
            span=self.span(),
            type=self.one(list(TimexType)),
            value=self.maybe(self.words),
            grain=self.maybe(lambda: self.one(list(Grain))),
            interval=self.maybe(self.interval),
            mod=self.maybe(lambda: self.one(list(Mod))),
            signal=self.maybe(self.words),
            zone=self.maybe(self.words),
            anchor=TimeAnchor(self.one(list(AnchorKind)), self.maybe(self.span)),
            rule=self.words(),
            alternatives=self.some(lambda: OtherValue(self.words(), self.maybe(self.interval))),
        )

    def interval(self) -> Interval:
        return Interval(self.words(), self.maybe(self.words))

    def article(self) -> Article:
        return Article(
            id=self.name(),
            text=self.text,
            title=self.maybe(self.words),
            outlet=self.maybe(self.words),
            url=self.maybe(self.words),
            published=self.maybe(self.published),
            modified=self.maybe(self.published),
            seen=self.maybe(lambda: "2025-04-28T14:49:00Z"),
            raw_digest=self.maybe(lambda: "f" * 64),
            authors=self.some(self.words),
            language=self.maybe(self.words),
            blocks=self.some(lambda: Block(self.one(list(BlockKind)), self.span())),
            flags=self.some(self.words),
        )

    def published(self) -> Published:
        zone = self.one([None, "+02:00"])
        return Published(self.one(["2025", "2025-04-28T14:49"]), self.one(list(Precision)), zone)

    def actor(self) -> Actor:
        kind, named = self.one(list(ActorKind)), self.one([True, False])
        anonymity = self.maybe(self.words)
        return Actor(
            id=self.name(),
            name=self.words(),
            kind=kind,
            named=named,
            anonymity=anonymity,
            roles=self.some(self.words),
            mentions=self.some(self.span),
            country=self.maybe(self.words),
            codes=self.some(self.words),
            side=self.maybe(self.words),
        )

    def attribution(self) -> Attribution:
        return Attribution(
            id=self.name(),
            source=self.some(self.span),
            cue=self.some(self.span),
            content=self.some(self.span),
            kind=self.one(list(AttributionKind)),
            speaker=self.maybe(self.name),
            nested_in=self.maybe(self.name),
            commitment=self.one(list(Commitment)),
            stance=self.one(list(Stance)),
            relay=self.maybe(self.name),
            said=Said(*(self.maybe(self.span) for _ in range(4))),
            score=self.score(),
            speaker_why=self.maybe(self.words),
        )

    def link(self) -> Link:
        evidence = Evidence(self.words(), self.one(list(Scope)), self.maybe(self.span))
        return Link(self.maybe(self.name), self.one(list(Role)), self.one([None, *Stance, *Commitment]), evidence)

    def claim(self) -> Claim:
        return Claim(
            self.name(),
            self.some(self.span),
            self.one(list(Voice)),
            self.maybe(self.name),
            self.one(list(Basis)),
            self.one([True, False]),
            self.some(self.link),
            self.one(list(Confidence)),
            self.score(),
            about=self.some(lambda: About(self.name(), self.some(lambda: self.one(list(Factuality))))),
            party=self.maybe(lambda: Party(self.words(), self.words())),
        )
