"""The pages of review as data: the queue, the log, and where coders agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from sayso.errors import BadDecision
from sayso.exports.review_words import word_values
from sayso.ledger.index import SHORT, claim
from sayso.ledger.review import On, Queued
from sayso.ledger.review.agreement import Agreement
from sayso.ledger.review.attaching import ClaimRow
from sayso.ledger.review.queue import find_numbered
from sayso.ledger.review.standing import find_last, find_undone
from sayso.records.decision import Decision, Subject
from sayso.records.reading import Reading
from sayso.records.span import Span, hull
from sayso.web import finding, shapes
from sayso.web.links import claim_pick
from sayso.web.page import Page
from sayso.web.room import Room
from sayso.web.stamping import Stamp, stamp_of
from sayso.web.telling import show_claims, show_head
from sayso.web.views import at_one_moment

ON_PAGE = 12
LOG_PAGE = 100
MOST_OTHERS = 40  # claims of a point from which one is split
MOST_CONTESTED = 100


@dataclass(frozen=True, slots=True)
class Item:
    """A claim to be judged, in its paragraph: every second of ``parts`` is what it holds.

    ``others`` are the claims with which it makes a point, by their picks.
    """

    pick: str
    claim: shapes.ToldClaim
    head: shapes.Head
    parts: tuple[str, ...]
    worth: float
    articles: int
    disputes: int
    point: str | None
    others: tuple[str, ...]
    stamp: Stamp | None
    model: str


@dataclass(frozen=True, slots=True)
class Done:
    """A decision that can be taken back."""

    number: int
    act: str
    words: str


@dataclass(frozen=True, slots=True)
class QueueView:
    """What waits for the coder, doubtful and weighty claims first, or what was looked for by its words."""

    coder: str
    blind: bool
    items: tuple[Item, ...]
    waiting: int
    judged: int
    after: str
    words: str
    last: Done | None
    adrift: int
    unlinked: int
    page: int
    pages: int


@at_one_moment
def view_queue(room: Room, page: int = 1, after: str = "", words: str = "") -> QueueView:
    judgements, review = room.judgements(), room.review
    first = (page - 1) * ON_PAGE
    everything = int(room.connection.execute(select(func.count()).select_from(claim)).scalar_one())
    waiting = everything - len(judgements.numbers)
    if words.strip():
        queued, waiting_here = _found(room, words, page)
    elif after:
        listed = review.queue(most=everything, after=after)
        queued, waiting_here = listed[first : first + ON_PAGE], len(listed)
    else:
        queued, waiting_here = review.queue(ON_PAGE, first), waiting
    return QueueView(
        coder=room.coder,
        blind=room.blind,
        items=tuple(make_items(room, queued)),
        waiting=waiting,
        judged=len(judgements.numbers),
        after=after,
        words=words,
        last=_last(room),
        adrift=len(judgements.adrift),
        unlinked=room.unlinked(),
        page=page,
        pages=max(1, -(-waiting_here // ON_PAGE)),
    )


def _found(room: Room, words: str, page: int) -> tuple[list[Queued], int]:
    found = finding.find_claims(room.connection, finding.Asked(words=words, page=page), room.contents().calls)
    rows = [room.review.find(hit.pick) for hit in found.hits if hit.pick]
    return find_numbered(room.connection, [row.number for row in rows])[:ON_PAGE], found.total


def _last(room: Room) -> Done | None:
    decision = find_last(room.review.decisions(), room.coder)
    return None if decision is None else Done(decision.number, decision.act.value, _words(room, decision.subject))


@at_one_moment
def view_item(room: Room, pick: str) -> Item:
    """One claim, as it stands after a decision. Raises BadDecision."""
    row = room.review.find(pick)
    return next(iter(make_items(room, find_numbered(room.connection, [row.number]))))


def make_items(room: Room, queued: Iterable[Queued]) -> Iterator[Item]:
    readings: dict[str, Reading] = {}
    for one in queued:
        row = one.row
        reading = readings.get(row.article) or readings.setdefault(row.article, room.reading(row.article))
        item = _item(room, one, reading)
        if item is not None:
            yield item


def _item(room: Room, queued: Queued, reading: Reading) -> Item | None:
    row, calls = queued.row, room.contents().calls
    held = show_claims(Page(reading, calls), [row.claim]).get(row.claim)
    if held is None:
        return None
    point, others = _point_of(room, row)
    model = reading.model
    return Item(
        pick=row.pick,
        claim=held,
        head=show_head(reading, room.lists, calls),
        parts=tuple(cut_paragraph(reading.article.text, [Span(*pair) for pair in held.spans])),
        worth=queued.worth,
        articles=queued.articles,
        disputes=queued.disputes,
        point=point,
        others=others,
        stamp=stamp_of(room.judgements(), row.article, row.claim, reading.article.text, room.coder),
        model=f"{model.name} {model.version} ({model.digest[:12]})",
    )


def cut_paragraph(text: str, spans: Sequence[Span]) -> Iterator[str]:
    """The paragraph, or paragraphs, of these stretches, cut up so that every second part is one of them."""
    whole = hull(spans)
    at = text.rfind("\n", 0, whole.start) + 1
    end = text.find("\n", whole.end)
    for span in sorted(spans):
        if span.start < at:
            continue  # stretches that overlap are marked once
        yield text[at : span.start]
        yield span.cut(text)
        at = span.end
    yield text[at : len(text) if end < 0 else end]


def _point_of(room: Room, row: ClaimRow) -> tuple[str | None, tuple[str, ...]]:
    """The address of the point that a claim makes, and the claims with which it makes it."""
    story = room.known(room.story(row.article))
    keys = room.contents().keys
    for point in story.points if story else ():
        if any((one.article, one.claim) == row.id for one in point.claims):
            rest = (one for one in point.claims if (one.article, one.claim) != row.id)
            picks = dict.fromkeys(claim_pick(keys[one.article], one.claim) for one in rest)
            return point.link, tuple(picks)[:MOST_OTHERS]
    return None, ()


@dataclass(frozen=True, slots=True)
class LogLine:
    """An entry of the log; ``words`` are the claim's, where its text is still here."""

    number: int
    at: str
    coder: str
    act: str
    blind: bool
    settles: bool
    words: str
    link: str | None
    why: str
    undoes: int | None
    undone: bool
    adrift: str
    hash: str


@dataclass(frozen=True, slots=True)
class LogView:
    """The log, the latest entry first; ``head`` is what others may note."""

    head: str
    entries: tuple[LogLine, ...]
    total: int
    adrift: int
    blind: bool
    page: int
    pages: int


@at_one_moment
def view_log(room: Room, page: int = 1, *, adrift: bool = False) -> LogView:
    """Raises BadLog where an entry was altered."""
    decisions = room.review.decisions()
    undone = find_undone(decisions)
    lost = {one.decision.number: one.why for one in room.judgements().adrift}
    listed = [one for one in decisions[::-1] if not adrift or one.number in lost]
    shown = listed[(page - 1) * LOG_PAGE : page * LOG_PAGE]
    return LogView(
        head=str(room.review.head()),
        entries=tuple(_line(room, one, one.number in undone, lost.get(one.number, "")) for one in shown),
        total=len(decisions),
        adrift=len(lost),
        blind=room.blind,
        page=page,
        pages=max(1, -(-len(listed) // LOG_PAGE)),
    )


def _line(room: Room, one: Decision, undone: bool, adrift: str) -> LogLine:
    return LogLine(
        number=one.number,
        at=one.at,
        coder=one.coder,
        act=one.act.value,
        blind=one.blind,
        settles=one.settles,
        words=_words(room, one.subject),
        link=_link(room, one.subject),
        why=one.why,
        undoes=one.undoes,
        undone=undone,
        adrift=adrift,
        hash=one.hash,
    )


def _here(room: Room, subject: Subject | None) -> str | None:
    """The id of an article with the text that was judged, if there is one."""
    if subject is None:
        return None
    names = room.contents().names.get(subject.text[:SHORT], ())
    return subject.article if subject.article in names else next(iter(names), None)


def _words(room: Room, subject: Subject | None) -> str:
    name = _here(room, subject)
    if name is None or subject is None:
        return ""
    text = room.reading(name).article.text
    return " … ".join(" ".join(span.cut(text).split()) for span in subject.spans)


def _link(room: Room, subject: Subject | None) -> str | None:
    name = _here(room, subject)
    return room.contents().calls.link(name, hull(subject.spans)) if name and subject else None


@dataclass(frozen=True, slots=True)
class Says:
    """What one coder holds a contested claim to be."""

    coder: str
    word: str
    holds: str
    why: str
    number: int


@dataclass(frozen=True, slots=True)
class Contested:
    """A claim on which coders differ, and what each says."""

    item: Item
    says: tuple[Says, ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """How far coders agree on one thing."""

    on: str
    coders: tuple[str, ...]
    units: int
    same: int
    alpha: float | None


@dataclass(frozen=True, slots=True)
class AgreementView:
    """Coders against each other."""

    measured: tuple[Measured, ...]
    contested: tuple[Contested, ...]
    contested_in_all: int


@at_one_moment
def view_agreement(room: Room) -> AgreementView:
    """Raises BadDecision for a blind coder."""
    if room.blind:
        raise BadDecision("A blind coder is not shown how others judged. Serve without --blind once all is coded.")
    judgements = room.judgements()
    contested = [key for key, judged in judgements.claims.items() if judged.contested]
    numbers = [judgements.numbers[key] for key in contested]
    items = make_items(room, find_numbered(room.connection, numbers)[:MOST_CONTESTED])
    measured = tuple(_measured(on, room.review.agreement(on)) for on in On)
    return AgreementView(measured, tuple(_contested(room, item) for item in items), len(contested))


def _measured(on: On, found: Agreement) -> Measured:
    return Measured(on.value, found.coders, found.units, found.same, None if found.alpha is None else found.alpha)


def _contested(room: Room, item: Item) -> Contested:
    judged = room.judgements().claims[item.claim.article, item.claim.claim]
    says = (
        Says(one.decision.coder, one.word, word_values(one.values), one.decision.why, one.decision.number)
        for one in judged.verdicts
    )
    return Contested(item, tuple(says))
