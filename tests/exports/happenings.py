"""An invented article with events, made by hand: a strike with its dead, a denial, a march, and what is no news."""

from __future__ import annotations

from sayso.records.actor import Actor, ActorKind
from sayso.records.article import Article, Precision, Published
from sayso.records.attribution import Commitment, Stance
from sayso.records.claim import Basis, Claim, Confidence, Evidence, Link, Role, Scope, Voice
from sayso.records.event import About, Event, EventFlag, EventType, Factuality, Participant
from sayso.records.quantity import Bound, Quantity
from sayso.records.reading import Model, Reading
from sayso.records.span import Span
from sayso.records.timex import AnchorKind, Grain, Interval, TimeAnchor, Timex, TimexType
from sayso.records.toponym import PlaceRole, PlaceRule, Toponym

TEXT = """\
Strike on Lund depot

The Norlund army shelled a depot in Lund on 3 May 2025, killing 12 workers, the mayor said.

The army denied that it had shelled the depot.

Dozens of people marched through Skåne in protest.

In 1994 rebels killed 40 soldiers there.
"""


def find(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


ARMY = Actor(
    "army", "Norlund army", ActorKind.GOVERNMENT_BODY, True, None, (), (find("The Norlund army"),), "NOR", ("NORMIL",)
)
WORKERS = Actor("workers", "workers", ActorKind.GROUP, False, "worker", (), (find("12 workers"),), None, ("SWECVL",))
MAYOR = Actor("mayor", "the mayor", ActorKind.PERSON, False, "official", (), (find("the mayor"),), "SWE", ("SWEGOV",))
CROWD = Actor("crowd", "people", ActorKind.GROUP, False, None, (), (find("people"),), None, ("SWECVL",))
REBELS = Actor("rebels", "rebels", ActorKind.GROUP, False, None, (), (find("rebels"),), None, ("SWEREB",))

ON_THE_DAY = Timex(
    find("3 May 2025"), TimexType.DATE, "2025-05-03", Grain.DAY, Interval("2025-05-03", "2025-05-04"), None, None, None,
    TimeAnchor(AnchorKind.NONE), "day",
)  # fmt: skip
LONG_AGO = Timex(
    find("1994"), TimexType.DATE, "1994", Grain.YEAR, Interval("1994-01-01", "1995-01-01"), None, None, None,
    TimeAnchor(AnchorKind.NONE), "year",
)  # fmt: skip
LUND = Toponym(
    Span(find("in Lund").start + 3, find("in Lund").end), "Lund", 2693678, 55.70584,
    13.19321, "SE", "PPL", 1, 1, PlaceRole.EVENT, PlaceRule.ARTICLE, 0.9,
)  # fmt: skip
SKANE = Toponym(
    find("Skåne"), "Skåne län", 3337385, 55.9, 13.4, "SE", "ADM1", 4, 3, PlaceRole.EVENT, PlaceRule.ONLY, 1.0
)
TWELVE = Quantity(find("12 workers"), 12.0, 12.0, 12.0, None, False, "dead", None)
DOZENS = Quantity(find("Dozens of people"), None, 24.0, None, Bound.AT_LEAST, True, "people", None)
FORTY = Quantity(find("40 soldiers"), 40.0, 40.0, 40.0, None, False, "dead", None)


def event(
    name: str,
    kind: EventType,
    words: str,
    actor: Actor | None = None,
    recipient: Actor | None = None,
    *,
    modes: tuple[str, ...] = (),
    timex: Timex | None = None,
    toponym: Toponym | None = None,
    quantities: tuple[Quantity, ...] = (),
    flags: tuple[EventFlag, ...] = (),
) -> Event:
    def participants(one: Actor | None) -> tuple[Participant, ...]:
        return (Participant(one.id, one.mentions[0]),) if one else ()

    return Event(
        name, kind, modes, find(words), participants(actor), participants(recipient),
        timex.span if timex else None, toponym.span if toponym else None, tuple(q.span for q in quantities), flags, 0.9,
    )  # fmt: skip


SHELLING = event(
    "e1", EventType.ASSAULT, "shelled", ARMY, WORKERS,
    modes=("heavy-weapons",), timex=ON_THE_DAY, toponym=LUND, quantities=(TWELVE,),
)  # fmt: skip
DENIED = event("e2", EventType.ASSAULT, "had shelled", ARMY)
MARCH = event("e3", EventType.PROTEST, "marched", CROWD, modes=("demo",), toponym=SKANE, quantities=(DOZENS,))
KILLING = event(
    "e4", EventType.ASSAULT, "killed", REBELS, timex=LONG_AGO, quantities=(FORTY,), flags=(EventFlag.HISTORICAL,)
)


def claim(
    name: str, content: str, told: Event, innermost: Factuality, speaker: Actor | None, does: Commitment | None = None
) -> Claim:
    outlet = Link(
        None, Role.OUTLET, Stance.REPORTS if speaker else Commitment.ASSERTS, Evidence("page", Scope.PAGE, None)
    )
    inner = (
        [Link(speaker.id, Role.SPEAKER, does, Evidence("source", Scope.SENTENCE, speaker.mentions[0]))]
        if speaker
        else []
    )
    values = (Factuality.UNCOMMITTED, innermost) if speaker else (innermost,)
    return Claim(
        name, (find(content),), Voice.ATTRIBUTED if speaker else Voice.OWN, None, Basis.SAID, False, (outlet, *inner),
        Confidence.CLEAR, 0.9, (About(told.id, values),),
    )  # fmt: skip


SAID = claim(
    "c1", "The Norlund army shelled a depot in Lund on 3 May 2025, killing 12 workers", SHELLING, Factuality.CERTAIN,
    MAYOR, Commitment.ASSERTS,
)  # fmt: skip
DENIAL = claim("c2", "that it had shelled the depot", DENIED, Factuality.CERTAINLY_NOT, ARMY, Commitment.DENIES)
MARCHED = claim("c3", "Dozens of people marched through Skåne in protest", MARCH, Factuality.CERTAIN, None)
KILLED = claim("c4", "In 1994 rebels killed 40 soldiers there", KILLING, Factuality.CERTAIN, None)


def strike_reading() -> Reading:
    """A strike on Lund: 12 dead as the mayor says, the army's denial, a march, and a killing of long ago."""
    article = Article(
        "strike", TEXT, "Strike on Lund depot", "The Skerry Post", "https://skerry-post.example/strike",
        Published("2025-05-04T09:00", Precision.MINUTE), language="en",
    )  # fmt: skip
    return Reading(
        article,
        Model("sayso-small", "1", "0123456789abcdef"),
        (),
        (ARMY, WORKERS, MAYOR, CROWD, REBELS),
        (),
        (SAID, DENIAL, MARCHED, KILLED),
        (),
        (),
        quantities=(TWELVE, DOZENS, FORTY),
        timexes=(ON_THE_DAY, LONG_AGO),
        toponyms=(LUND, SKANE),
        events=(SHELLING, DENIED, MARCH, KILLING),
    )
