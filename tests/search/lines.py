"""Readings line by line: each line of an invented article is one claim, of which all that is searched for is given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.exports.reading_json import export_json
from sayso.ledger import Ledger, open_ledger
from sayso.ledger.index import save_indexes
from sayso.ledger.store import ArticleRow
from sayso.records.actor import Actor, ActorKind
from sayso.records.article import Article, Precision, Published
from sayso.records.attribution import Attribution, AttributionKind, Commitment, Said, Stance
from sayso.records.claim import Basis, Claim, Confidence, Evidence, Link, Party, Role, Scope, Voice
from sayso.records.event import About, Event, EventType
from sayso.records.quantity import Quantity
from sayso.records.reading import Model, Reading
from sayso.records.span import Span
from sayso.records.timex import AnchorKind, Grain, Interval, TimeAnchor, Timex, TimexType
from sayso.records.toponym import PlaceRole, PlaceRule, Toponym


@dataclass(frozen=True)
class Line:
    """One claim: its words, and what is to be found of it."""

    words: str
    speaker: str | None = None
    does: Commitment = Commitment.ASSERTS
    via: str | None = None
    kind: AttributionKind = AttributionKind.INDIRECT
    number: tuple[float, str] | None = None
    low_high: tuple[float, float] | None = None
    when: tuple[str, str | None] | None = None
    place: tuple[str, float, float] | None = None
    role: PlaceRole = PlaceRole.EVENT
    hedged: bool = False
    party: bool = False
    event: EventType | None = None
    score: float = 0.9


def read_lines(name: str, *lines: Line, outlet: str = "Kell Post", day: str | None = "2025-05-12") -> Reading:
    """An article of these lines, read as they say."""
    text = "\n".join(line.words for line in lines)
    published = Published(day, Precision.DAY) if day else None
    article = Article(name, text, lines[0].words, outlet, None, published)
    spans, at = [], 0
    for line in lines:
        spans.append(Span(at, at + len(line.words)))
        at += len(line.words) + 1
    pairs = list(zip(lines, spans, strict=True))
    names = dict.fromkeys(one for line in lines for one in (line.speaker, line.via) if one)
    actors = tuple(Actor(one, one, ActorKind.PERSON, True, None, (), (spans[0],)) for one in names)
    return Reading(
        article,
        Model("invented", "0", "0"),
        (),
        actors,
        tuple(_attribution(at, line, span) for at, (line, span) in enumerate(pairs) if line.speaker),
        tuple(_claim(at, line, span) for at, (line, span) in enumerate(pairs)),
        (),
        (),
        tuple(_quantity(line, span) for line, span in pairs if line.number or line.low_high),
        tuple(_timex(line.when, span) for line, span in pairs if line.when),
        tuple(_toponym(line, span) for line, span in pairs if line.place),
        events=tuple(_event(at, line.event, span) for at, (line, span) in enumerate(pairs) if line.event),
    )


def _attribution(at: int, line: Line, span: Span) -> Attribution:
    return Attribution(f"t{at}", (span,), (span,), (span,), line.kind, line.speaker, None, line.does, Stance.REPORTS,
                       line.via, Said(), line.score)  # fmt: skip


def _claim(at: int, line: Line, span: Span) -> Claim:
    shown = Evidence("source", Scope.SENTENCE, span)
    links = [Link(None, Role.OUTLET, Commitment.ASSERTS, shown)]
    links += [Link(line.via, Role.RELAY, Stance.REPORTS, shown)] if line.via else []
    links += [Link(line.speaker, Role.SPEAKER, line.does, shown)] if line.speaker else []
    voice = Voice.ATTRIBUTED if line.speaker else Voice.OWN
    attribution = f"t{at}" if line.speaker else None
    about = (About(f"e{at}", ()),) if line.event else ()
    party = Party("the accused on the accusation", "invented") if line.party else None
    return Claim(f"c{at}", (span,), voice, attribution, Basis.SAID, line.hedged, tuple(links), Confidence.CLEAR,
                 line.score, about, party)  # fmt: skip


def _event(at: int, kind: EventType, span: Span) -> Event:
    return Event(f"e{at}", kind, (), span, (), (), None, None, (), (), 0.9)


def _quantity(line: Line, span: Span) -> Quantity:
    value, unit = line.number or (None, "person")
    low, high = line.low_high or (value, value)
    return Quantity(span, value, low, high, None, value is None, unit, None)


def _timex(when: tuple[str, str | None], span: Span) -> Timex:
    anchor = TimeAnchor(AnchorKind.NONE)
    return Timex(span, TimexType.DATE, when[0], Grain.DAY, Interval(*when), None, None, None, anchor, "invented")


def _toponym(line: Line, span: Span) -> Toponym:
    assert line.place is not None
    name, lat, lon = line.place
    return Toponym(span, name, 1, lat, lon, "XX", "PPL", 1, 1, line.role, PlaceRule.ONLY, 1.0)


def save(ledger: Ledger, readings: Sequence[Reading]) -> int:
    """The number of an import that holds these readings, which are linked with nothing."""
    batch = ledger.begin_batch("invented/")
    with ledger.change() as connection:
        rows = [ArticleRow(one.article.id, batch, None, None, one.article.text, export_json(one)) for one in readings]
        save_indexes(connection, zip(map(ledger.save_article, rows), readings, strict=True))
    return batch


def make_ledger(path: Path, *readings: Reading) -> Path:
    with open_ledger(path, create=True) as ledger:
        save(ledger, readings)
    return path
