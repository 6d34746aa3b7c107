"""Claims as they are listed, whole: put together from their page, where all that is said of them is packed."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from sayso.ledger.claimpack import unpack_claims
from sayso.ledger.listing import claim, heading, page
from sayso.ledger.packing import unpack_text
from sayso.ledger.schema import article

AT_ONCE = 500  # rows named in one statement
DAY = 10  # characters of YYYY-MM-DD


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
        wanted = select(claim.c.number, claim.c.article).where(claim.c.number.in_(some))
        articles = {int(number): int(article) for number, article in connection.execute(wanted)}
        found |= _claims_of(connection, sorted(set(articles.values())), articles.keys())
    return [found[number] for number in numbers]


def _claims_of(connection: Connection, articles: Sequence[int], numbers: Container[int]) -> dict[int, WholeClaim]:
    beside = (heading.c.id, heading.c.title, heading.c.text_key, heading.c.published, heading.c.outlet)
    wanted = (
        select(page.c.number, page.c.article, page.c.said, article.c.text, *beside)
        .join(heading, heading.c.article == page.c.article)
        .join(article, article.c.number == page.c.article)
        .where(page.c.article.in_(articles))
    )
    found: dict[int, WholeClaim] = {}
    for row in connection.execute(wanted):
        listed = {column.name: getattr(row, column.name) for column in beside}
        for at, said in enumerate(unpack_claims(row.said, unpack_text(row.text))):
            if (number := int(row.number) + at) in numbers:
                found[number] = WholeClaim(number, int(row.article), **listed, **said)
    return found
