"""Claims as they are listed, whole: put together from their page, where all that is said of them is packed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from sayso.ledger.claimpack import APART, unpack_claims
from sayso.ledger.listing import claim, heading, page, speaker
from sayso.ledger.packing import unpack_text
from sayso.ledger.schema import article

AT_ONCE = 500  # rows named in one statement
DAY = 10  # characters of YYYY-MM-DD


# The rows of claims, each with the name of who speaks.
OWN = select(
    claim.c.number, claim.c.article, claim.c.claim, claim.c.voice, claim.c.does, claim.c.score,
    speaker.c.name.label("speaker"),
).outerjoin(speaker, speaker.c.number == claim.c.speaker)  # fmt: skip


@dataclass(frozen=True, slots=True)
class WholeClaim:
    """A claim with what is listed of its article, whose id is ``id``; ``sayso.ledger.claimrows`` makes the rest."""

    number: int
    article: int
    id: str
    title: str
    text_key: str
    published: str | None
    outlet: str | None
    claim: str
    start: int
    end: int
    voice: str
    does: str | None
    hedged: int
    quoted: int
    kind: str | None
    events: str | None
    party: int
    confidence: str
    score: float
    speaker: str | None
    named: int
    via: str | None
    words: str
    places: str
    marks: str

    @property
    def day(self) -> str | None:
        return (self.published or "")[:DAY] or None


def load_claims(connection: Connection, numbers: Sequence[int]) -> list[WholeClaim]:
    """The claims with these numbers, in this order."""
    found: dict[int, WholeClaim] = {}
    for start in range(0, len(numbers), AT_ONCE):
        some = numbers[start : start + AT_ONCE]
        apart = {int(row.number): row for row in connection.execute(OWN.where(claim.c.number.in_(some)))}
        beside = _beside(connection, sorted({int(row.article) for row in apart.values()}))
        for number, row in apart.items():
            first, listed, said = beside[int(row.article)]
            own = {name: getattr(row, name) for name in APART} | {"score": row.score / 1000}
            found[number] = WholeClaim(number=number, article=int(row.article), **listed, **said[number - first], **own)
    return [found[number] for number in numbers]


Beside = tuple[int, dict[str, Any], list[dict[str, Any]]]


def _beside(connection: Connection, articles: Sequence[int]) -> dict[int, Beside]:
    """Of each article the number of its first claim, what is listed of it, what is said of its claims."""
    listed = (heading.c.id, heading.c.title, heading.c.text_key, heading.c.published, heading.c.outlet)
    wanted = (
        select(page.c.number, page.c.article, page.c.said, article.c.text, *listed)
        .join(heading, heading.c.article == page.c.article)
        .join(article, article.c.number == page.c.article)
        .where(page.c.article.in_(articles))
    )
    return {
        int(row.article): (
            int(row.number),
            {column.name: getattr(row, column.name) for column in listed},
            unpack_claims(row.said, unpack_text(row.text)),
        )
        for row in connection.execute(wanted)
    }


def whole_rows(connection: Connection, first: int, said: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """All that is kept of an article's claims, of which this is said; ``first`` is the number of the first."""
    wanted = OWN.where(claim.c.number.between(first, first + len(said) - 1)).order_by(claim.c.number)
    rows = connection.execute(wanted).all()
    return [
        one | {name: getattr(row, name) for name in APART} | {"score": row.score / 1000}
        for one, row in zip(said, rows, strict=True)
    ]
