"""What to look at first: claims that are doubtful, and on which much rests."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from typing import Any

from sqlalchemy import Connection, Select, and_, between, case, func, select

from sayso.ledger.listing import SHORT, claim, heading, page
from sayso.ledger.review.attaching import ClaimRow
from sayso.ledger.review.tables import fed
from sayso.ledger.wholeclaims import WholeClaim, load_claims
from sayso.records.attribution import Commitment
from sayso.records.claim import Confidence, Voice

UNSETTLED_DOUBT = 0.5  # nobody said whose words these are: as open as can be
DISPUTE_WEIGHS = 2  # articles' worth: a number that is disputed is where a wrong row does most harm
AT_ONCE = 500
HEXADECIMAL = frozenset("0123456789abcdef")
CLOSE = 1e-6  # less is how numbers are rounded

# The doubt of a row times what rests upon it: 1 for itself, 1 for each further article of its point, 2 for a dispute.
doubt = case((claim.c.voice == Voice.UNSETTLED.value, UNSETTLED_DOUBT), else_=1 - claim.c.score / 1000.0)
heavy = fed.c.articles + DISPUTE_WEIGHS * fed.c.disputes
rests = func.coalesce(fed.c.articles - 1 + DISPUTE_WEIGHS * fed.c.disputes, 0) + 1
BESIDE = and_(fed.c.article == claim.c.article, fed.c.claim == claim.c.claim)
worth = (doubt * rests).label("worth")
# Claims by their article: its page has the number of the first, its heading how many there are.
many = heading.c.own + heading.c.attributed + heading.c.unsettled
OF_PAGE = claim.c.number.between(page.c.number, page.c.number + many - 1)
LISTED = (
    select(claim.c.number).select_from(heading).join(page, page.c.article == heading.c.article).join(claim, OF_PAGE)
)


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
    named = claim.c.claim + ""  # else SQLite may make an index of all claims for this one question
    value = doubt * (some.c.articles + DISPUTE_WEIGHS * some.c.disputes)
    return {
        int(number): round(float(one), 4)
        for number, one in connection.execute(
            select(claim.c.number, value)
            .select_from(some)
            .join(page, page.c.article == from_fed)
            .join(heading, heading.c.article == from_fed)
            .join(claim, and_(OF_PAGE, named == some.c.claim + ""))
        )
    }


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
    if not key or not name.isalnum() or not HEXADECIMAL.issuperset(key):
        return []
    called = between(heading.c.text_key, key, key + "g")  # which an index finds: "g" comes after all digits
    articles = connection.execute(select(heading.c.article).where(called).limit(AT_ONCE)).scalars().all()
    found = LISTED.where(heading.c.article.in_(articles), claim.c.claim.startswith(name))
    return _rows(connection, found.order_by(claim.c.number).limit(AT_ONCE))
