"""Invented stories for benches of large ledgers: what happened, and the articles that tell of it."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import replace

from sayso.records.actor import Actor, ActorKind
from sayso.records.article import Article, Precision, Published
from sayso.records.attribution import Attribution, AttributionKind, Commitment, Said, Stance
from sayso.records.block import Block, BlockKind
from sayso.records.claim import Basis, Claim, Confidence, Evidence, Link, Role, Scope, Voice
from sayso.records.quantity import Quantity
from sayso.records.reading import Model, Reading
from sayso.records.span import Span
from sayso.records.timex import AnchorKind, Grain, Interval, TimeAnchor, Timex, TimexType
from sayso.records.toponym import PlaceRole, PlaceRule, Toponym

LARGEST = 12
SYLLABLES = "ba be da do fe ga ka ko la le ma mi na no or pa ra ri sa so ta ti va ver vol wen yor zan".split()
GIVEN, FAMILY = ("Ada", "Otto", "Marta", "Bram", "Ines", "Lena"), ("Quill", "Varga", "Sy", "Oster", "Varrow", "Ilves")
OUTLETS = [
    f"{place} {kind}" for place in ("Kell", "Velm", "Tamsin", "Orsk", "Marl") for kind in ("Post", "Echo", "Courier")
]
START = dt.date(2024, 1, 1)
DAYS = 700
UNITS = ("person", "dead", "injured", "km", "house")
PLACES = [(f"{random.Random(at).choice('KVTOM')}{at:04}ham", random.Random(at)) for at in range(3000)]


def name_word(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=chance.choice((2, 2, 3))))


class Happening:
    """Something that happened: what every article on it draws its sentences from."""

    def __init__(self, number: int) -> None:
        chance = random.Random(number)
        self.words = [name_word(chance) for _ in range(60)]
        self.speakers = [f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}" for _ in range(3)]
        self.told = [self._sentence(chance) for _ in range(14)]
        self.said = [(self._sentence(chance)[:-1], chance.choice(self.speakers)) for _ in range(6)]
        self.size = chance.choices(range(1, LARGEST + 1), [LARGEST - at for at in range(LARGEST)])[0]
        self.day = START + dt.timedelta(days=chance.randrange(DAYS))

    def _sentence(self, chance: random.Random) -> str:
        words = [chance.choice(self.words) for _ in range(chance.randint(9, 18))]
        return " ".join(words).capitalize() + f" {chance.randint(2, 400)} of the {chance.choice(self.words)}."

    def articles(self, first: int) -> Iterator[Reading]:
        """Its articles: some copy most of the first, some share only what was said."""
        for at in range(self.size):
            chance = random.Random(f"{self.words[0]} {first + at}")
            told = self.told[:8] if at % 3 else chance.sample(self.told, 6)
            yield make_reading(f"a{first + at}", self, told, chance.sample(self.said, 3), chance)


def make_reading(
    name: str, of: Happening, told: list[str], said: list[tuple[str, str]], chance: random.Random
) -> Reading:
    title = f"{of.words[0].title()} {of.words[1]} {chance.choice(of.words)}"
    text, spans, spoken = title + "\n\n", [], []
    for sentence in told:
        spans.append(Span(len(text), len(text) + len(sentence)))
        text += sentence + "\n\n"
    for words, speaker in said:
        start = len(text)
        text += f"“{words},” {speaker} said.\n\n"
        spoken.append(
            (Span(start, start + len(words) + 3), Span(start + len(words) + 4, start + len(words) + 4 + len(speaker)))
        )
    hour = Published(
        f"{of.day.isoformat()}T{chance.randrange(24):02}:{chance.randrange(60):02}", Precision.MINUTE, "+00:00"
    )
    article = Article(
        name, text, title, chance.choice(OUTLETS), None, hour, blocks=(Block(BlockKind.BODY, Span(0, len(text) - 2)),)
    )
    actors = {
        speaker.cut(text): Actor(speaker.cut(text), speaker.cut(text), ActorKind.PERSON, True, None, (), (speaker,))
        for _, speaker in spoken
    }
    attributions = tuple(_attribution(at, text, content, speaker) for at, (content, speaker) in enumerate(spoken))
    claims = [_own(span) for span in spans] + [_said(one, text) for one in attributions]
    return Reading(
        article, Model("invented", "0", "0"), (), tuple(actors.values()), attributions, tuple(claims), (), ()
    )


def _attribution(at: int, text: str, content: Span, speaker: Span) -> Attribution:
    cue = (Span(speaker.end + 1, speaker.end + 5),)
    does = Commitment.DENIES if at == 2 and text[5] in "aeiou" else Commitment.ASSERTS
    return Attribution(f"t{at}", (speaker,), cue, (content,), AttributionKind.DIRECT, speaker.cut(text), None, does,
                       Stance.REPORTS, None, Said(), 0.95)  # fmt: skip


def _own(span: Span) -> Claim:
    link = Link(None, Role.OUTLET, Commitment.ASSERTS, Evidence("page", Scope.SENTENCE, span))
    return Claim(f"c{span.start}", (span,), Voice.OWN, None, Basis.NOT_GIVEN, False, (link,), Confidence.CLEAR, 0.95)


def _said(one: Attribution, text: str) -> Claim:
    outlet = Link(None, Role.OUTLET, Stance.REPORTS, Evidence("cue", Scope.SENTENCE, one.cue[0]))
    speaker = Link(
        one.source[0].cut(text), Role.SPEAKER, one.commitment, Evidence("source", Scope.SENTENCE, one.source[0])
    )
    return Claim(f"c{one.content[0].start}", one.content, Voice.ATTRIBUTED, one.id, Basis.SAID, False,
                 (outlet, speaker), Confidence.CLEAR, 0.95)  # fmt: skip


def furnish(reading: Reading, chance: random.Random) -> Reading:
    """The same with what stands inside its claims."""
    quantities, timexes, toponyms = [], [], []
    for one in reading.claims:
        start = one.content[0].start
        spans = [Span(start + at, start + at + 1) for at in range(3)]
        value = float(chance.randint(1, 400))
        quantities.append(Quantity(spans[0], value, value, value, None, False, chance.choice(UNITS), None))
        timexes.append(_timex(spans[1], f"2024-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"))
        toponyms.append(_toponym(spans[2], *chance.choice(PLACES)))
    return replace(reading, quantities=tuple(quantities), timexes=tuple(timexes), toponyms=tuple(toponyms))


def _timex(span: Span, day: str) -> Timex:
    anchor = TimeAnchor(AnchorKind.NONE)
    return Timex(span, TimexType.DATE, day, Grain.DAY, Interval(day, day), None, None, None, anchor, "full date")


def _toponym(span: Span, name: str, place: random.Random) -> Toponym:
    chance = random.Random(name)
    lat, lon = chance.uniform(-60, 70), chance.uniform(-180, 180)
    return Toponym(span, name, int(name[1:5]) + 1, lat, lon, "XX", "PPL", 1, 1, PlaceRole.EVENT, PlaceRule.ONLY, 1.0)
