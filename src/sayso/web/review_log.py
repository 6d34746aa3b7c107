"""The log of decisions as a page shows it."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.ledger.listing import SHORT
from sayso.ledger.review.standing import find_undone
from sayso.records.decision import Decision, Subject
from sayso.records.span import hull
from sayso.web.moment import at_one_moment
from sayso.web.room import Room

LOG_PAGE = 100


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
        words=words_of(room, one.subject),
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


def words_of(room: Room, subject: Subject | None) -> str:
    """The words that were judged, where their text is still here."""
    name = _here(room, subject)
    if name is None or subject is None:
        return ""
    text = room.reading(name).article.text
    return " … ".join(" ".join(span.cut(text).split()) for span in subject.spans)


def _link(room: Room, subject: Subject | None) -> str | None:
    name = _here(room, subject)
    return room.contents().calls.link(name, hull(subject.spans)) if name and subject else None
