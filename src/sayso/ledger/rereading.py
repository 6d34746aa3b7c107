"""An article read again by another model: what is claimed now and was not, and the other way round."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update

from sayso.ledger.listing import heading
from sayso.ledger.packing import pack_reading
from sayso.ledger.schema import article, fingerprint, pair, rereading, term
from sayso.ledger.store import now
from sayso.records.claim import Claim
from sayso.records.reading import Reading
from sayso.records.span import Span

Content = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Rereading:
    """Of the claims of ``article`` these were ``gained`` and ``lost``, by their contents; of those in ``changed``
    the words are the same, and whose they are, or what is done with them, is another.
    """

    article: str
    before: str
    after: str
    gained: tuple[Content, ...]
    lost: tuple[Content, ...]
    changed: tuple[Content, ...]

    @property
    def is_same(self) -> bool:
        return not (self.gained or self.lost or self.changed)


def compare_readings(before: Reading, after: Reading) -> Rereading:
    """What another reading of the same text changes. The order of claims, and their ids, do not count."""
    old, new = _by_content(before), _by_content(after)
    return Rereading(
        after.article.id,
        before.model.digest,
        after.model.digest,
        tuple(content for content in new if content not in old),
        tuple(content for content in old if content not in new),
        tuple(content for content in new if content in old and new[content] != old[content]),
    )


def _by_content(reading: Reading) -> dict[Content, list[tuple[object, ...]]]:
    names = {actor.id: actor.name for actor in reading.actors}
    found: dict[Content, list[tuple[object, ...]]] = {}
    for claim in sorted(reading.claims, key=lambda one: one.content):
        found.setdefault(claim.content, []).append(_told(claim, names))
    return {content: sorted(told, key=repr) for content, told in found.items()}


def _told(claim: Claim, names: dict[str, str]) -> tuple[object, ...]:
    links = tuple((link.role.value, names.get(link.actor or ""), str(link.does)) for link in claim.chain)
    return (claim.voice.value, claim.hedged, claim.basis.value, links)


def replace_reading(connection: Connection, number: int, data: bytes, done: Rereading) -> None:
    """Puts a reading in another's place and takes away what the other was found and linked by; kept in the log of
    rereadings. Called inside a change.
    """
    text, packed = pack_reading(data)
    connection.execute(update(article).where(article.c.number == number).values(text=text, reading=packed))
    for table in (fingerprint, term):
        connection.execute(delete(table).where(table.c.article == number))
    connection.execute(delete(pair).where((pair.c.a == number) | (pair.c.b == number)))
    connection.execute(
        insert(rereading).values(
            article=number,
            at=now(),
            before=done.before,
            after=done.after,
            gained=len(done.gained),
            lost=len(done.lost),
            changed=len(done.changed),
        )
    )


def find_outdated(connection: Connection, model: str) -> list[int]:
    """The numbers of the articles whose readings another model made."""
    wanted = select(heading.c.article).where(heading.c.model != model).order_by(heading.c.article)
    return [int(number) for number in connection.execute(wanted).scalars()]
