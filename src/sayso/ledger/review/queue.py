"""What to look at first: claims that are doubtful, and on which much rests."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, between, case, func, select

from sayso.ledger.index import SHORT, claim, heading
from sayso.ledger.review.attaching import ClaimRow
from sayso.ledger.review.tables import fed
from sayso.records.attribution import Commitment
from sayso.records.claim import Confidence, Voice

UNSETTLED_DOUBT = 0.5  # nobody said whose words these are: as open as can be
DISPUTE_WEIGHS = 2  # articles' worth: a number that is disputed is where a wrong row does most harm
AT_ONCE = 500
HEXADECIMAL = frozenset("0123456789abcdef")
CLOSE = 1e-6  # less is how numbers are rounded

# The doubt of a row times what rests upon it: 1 for itself, 1 for each further article of its point, 2 for a dispute.
doubt = case((claim.c.voice == Voice.UNSETTLED.value, UNSETTLED_DOUBT), else_=1 - claim.c.score)
heavy = fed.c.articles + DISPUTE_WEIGHS * fed.c.disputes
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
    worths = _find_worthiest(connection, first + most + len(left_out))
    ordered = sorted((-value, number) for number, value in worths.items() if number not in left_out)
    return find_numbered(connection, [number for _, number in ordered[first : first + most]])


def _find_worthiest(connection: Connection, most: int) -> dict[int, float]:
    """By number what claims are worth, so many of the worthiest among them, without a look at every claim.

    A claim is worth no less than its doubt: candidates are the most doubtful, and those on which so much rests that
    they may be worth more.
    """
    worths = _find_doubtful(connection, most)
    greatest = max(worths.values(), default=0)
    if greatest:
        worths |= _weigh(connection, select(fed).order_by(heavy.desc()).limit(most))
        least = nlargest(most, worths.values())[-1] if len(worths) >= most else 0
        worths |= _weigh(connection, select(fed).where(heavy >= least / greatest - CLOSE))
    return worths


def _find_doubtful(connection: Connection, most: int) -> dict[int, float]:
    """So many of the most doubtful claims of each voice, each with its doubt, as an index gives them."""
    found: dict[int, float] = {}
    for voice in Voice:
        wanted = select(claim.c.number, doubt.label("doubt")).where(claim.c.voice == voice.value)
        by_score = () if voice is Voice.UNSETTLED else (claim.c.score,)
        rows = connection.execute(wanted.order_by(*by_score, claim.c.number).limit(most))
        found |= {int(number): round(float(value), 4) for number, value in rows}
    return found


def _weigh(connection: Connection, feeding: Select[Any]) -> dict[int, float]:
    """What the claims are worth that feed so much."""
    some = feeding.subquery()
    from_fed = some.c.article + 0  # else SQLite may go through all claims and look up what each feeds
    beside = and_(claim.c.article == from_fed, some.c.claim == claim.c.claim)
    value = doubt * (some.c.articles + DISPUTE_WEIGHS * some.c.disputes)
    return {
        int(number): round(float(one), 4)
        for number, one in connection.execute(select(claim.c.number, value).join(some, beside))
    }


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
    if not key or not name.isalnum() or not HEXADECIMAL.issuperset(key):
        return []
    called = between(heading.c.text_key, key, key + "g")  # which an index finds: "g" comes after all digits
    articles = connection.execute(select(heading.c.article).where(called).limit(AT_ONCE)).scalars().all()
    found = _claims().where(claim.c.article.in_(articles), claim.c.claim.startswith(name))
    return [row_of(row) for row in connection.execute(found.order_by(claim.c.number).limit(AT_ONCE))]
