"""What to look at first: claims that are doubtful, and on which much rests."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, and_, case, func, select

from sayso.ledger.listing import SHORT, claim, heading
from sayso.ledger.review.attaching import ClaimRow
from sayso.ledger.review.tables import fed
from sayso.ledger.wholeclaims import WholeClaim, load_claims
from sayso.records.attribution import Commitment
from sayso.records.claim import Confidence, Voice

UNSETTLED_DOUBT = 0.5  # nobody said whose words these are: as open as can be
DISPUTE_WEIGHS = 2  # articles' worth: a number that is disputed is where a wrong row does most harm
AT_ONCE = 500

# The doubt of a row times what rests upon it: 1 for itself, 1 for each further article of its point, 2 for a dispute.
doubt = case((claim.c.voice == Voice.UNSETTLED.value, UNSETTLED_DOUBT), else_=1 - claim.c.score / 1000.0)
rests = func.coalesce(fed.c.articles - 1 + DISPUTE_WEIGHS * fed.c.disputes, 0) + 1
BESIDE = and_(fed.c.article == claim.c.article, fed.c.claim == claim.c.claim)
worth = (doubt * rests).label("worth")
LISTED = select(claim.c.number).join(heading, heading.c.article == claim.c.article)


@dataclass(frozen=True, slots=True)
class Queued:
    """A claim that waits for a person; ``articles`` make its point, which has so many ``disputes``.

    ``worth`` is its doubt times what rests upon it; zeros where its story is not linked yet, or it makes no point.
    """

    row: ClaimRow
    worth: float
    articles: int
    disputes: int


def row_of(row: WholeClaim) -> ClaimRow:
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


def _rows(connection: Connection, wanted: Select[Any]) -> list[ClaimRow]:
    return [row_of(one) for one in load_claims(connection, list(connection.execute(wanted).scalars()))]


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
        some = numbers[start : start + AT_ONCE]
        wanted = select(claim.c.number, fed.c.articles, fed.c.disputes, worth).outerjoin(fed, BESIDE)
        told = connection.execute(wanted.where(claim.c.number.in_(some))).all()
        rows = map(row_of, load_claims(connection, [one.number for one in told]))
        found += (
            Queued(row, round(float(one.worth), 4), int(one.articles or 0), int(one.disputes or 0))
            for row, one in zip(rows, told, strict=True)
        )
    return sorted(found, key=lambda one: (-one.worth, one.row.number))


def find_rows(connection: Connection, texts: Sequence[str]) -> Iterator[ClaimRow]:
    """The claims of all articles whose texts have these digests."""
    keys = sorted({text[:SHORT] for text in texts})
    for start in range(0, len(keys), AT_ONCE):
        wanted = LISTED.where(heading.c.text_key.in_(keys[start : start + AT_ONCE])).order_by(claim.c.number)
        yield from _rows(connection, wanted)


def find_picked(connection: Connection, pick: str) -> list[ClaimRow]:
    """The claims that ``pick`` may stand for: the beginnings of a text's digest and of a claim's id, with a dot."""
    key, _, name = pick.partition(".")
    if not key or not name or not (key + name).isalnum():
        return []
    found = LISTED.where(heading.c.text_key.startswith(key), claim.c.claim.startswith(name))
    return _rows(connection, found.order_by(claim.c.number).limit(AT_ONCE))
