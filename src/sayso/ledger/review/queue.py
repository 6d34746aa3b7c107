"""What to look at first: claims that are doubtful, and on which much rests."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, case, func, select

from sayso.ledger.index import SHORT, claim, heading
from sayso.ledger.review.attaching import ClaimRow
from sayso.ledger.review.tables import fed
from sayso.records.attribution import Commitment
from sayso.records.claim import Confidence, Voice

UNSETTLED_DOUBT = 0.5  # nobody said whose words these are: as open as can be
DISPUTE_WEIGHS = 2  # articles' worth: a number that is disputed is where a wrong row does most harm
AT_ONCE = 500

# The doubt of a row times what rests upon it: 1 for itself, 1 for each further article of its point, 2 for a dispute.
doubt = case((claim.c.voice == Voice.UNSETTLED.value, UNSETTLED_DOUBT), else_=1 - claim.c.score)
rests = func.coalesce(fed.c.articles - 1 + DISPUTE_WEIGHS * fed.c.disputes, 0) + 1
BESIDE = and_(fed.c.article == claim.c.article, fed.c.claim == claim.c.claim)
worth = (doubt * rests).label("worth")


@dataclass(frozen=True, slots=True)
class Queued:
    """A claim that waits for a person; ``articles`` make its point, which has so many ``disputes``.

    ``worth`` is its doubt times what rests upon it; zeros where its story is not linked yet, or it makes no point.
    """

    row: ClaimRow
    worth: float
    articles: int
    disputes: int


def _claims() -> Select[Any]:
    return (
        select(claim, heading.c.id, heading.c.text_key, heading.c.title, fed.c.articles, fed.c.disputes, worth)
        .join(heading, heading.c.article == claim.c.article)
        .outerjoin(fed, BESIDE)
    )


def row_of(row: Row[Any]) -> ClaimRow:
    return ClaimRow(
        number=row.number,
        article=row.id,
        claim=row.claim,
        key=row.text_key,
        start=row.start,
        end=row.end,
        words=row.words,
        voice=Voice(row.voice),
        does=Commitment(row.does) if row.does else None,
        hedged=bool(row.hedged),
        speaker=row.speaker,
        confidence=Confidence(row.confidence),
        score=row.score,
        via=row.via,
        quoted=bool(row.quoted),
        outlet=row.outlet,
        day=row.day,
        title=row.title,
    )


def _queued(row: Row[Any]) -> Queued:
    return Queued(row_of(row), round(float(row.worth), 4), int(row.articles or 0), int(row.disputes or 0))


def find_queue(connection: Connection, left_out: Collection[int], most: int, first: int = 0) -> list[Queued]:
    """The claims that wait, those that matter most first, without those whose numbers are ``left_out``."""
    listed = select(claim.c.number).outerjoin(fed, BESIDE).order_by(worth.desc(), claim.c.number)
    rows = connection.execute(listed.limit(first + most + len(left_out))).all()
    found = [row.number for row in rows if row.number not in left_out]
    return find_numbered(connection, found[first : first + most])


def find_numbered(connection: Connection, numbers: Sequence[int]) -> list[Queued]:
    """These claims, in the order of the queue."""
    found: list[Queued] = []
    for start in range(0, len(numbers), AT_ONCE):
        wanted = _claims().where(claim.c.number.in_(numbers[start : start + AT_ONCE]))
        found += map(_queued, connection.execute(wanted))
    return sorted(found, key=lambda one: (-one.worth, one.row.number))


def find_rows(connection: Connection, texts: Sequence[str]) -> Iterator[ClaimRow]:
    """The claims of all articles whose texts have these digests."""
    keys = sorted({text[:SHORT] for text in texts})
    for start in range(0, len(keys), AT_ONCE):
        wanted = _claims().where(heading.c.text_key.in_(keys[start : start + AT_ONCE])).order_by(claim.c.number)
        for row in connection.execute(wanted):
            yield row_of(row)


def find_picked(connection: Connection, pick: str) -> list[ClaimRow]:
    """The claims that ``pick`` may stand for: the beginnings of a text's digest and of a claim's id, with a dot."""
    key, _, name = pick.partition(".")
    if not key or not name or not (key + name).isalnum():
        return []
    found = _claims().where(heading.c.text_key.startswith(key), claim.c.claim.startswith(name))
    return [row_of(row) for row in connection.execute(found.order_by(claim.c.number).limit(AT_ONCE))]
