"""The log of decisions in a ledger: read, and added to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import Connection, insert, select

from sayso.errors import BadLog
from sayso.ledger.review.chain import NO_ENTRY, Entry, Head, check_chain, open_entry, with_hash
from sayso.ledger.review.tables import decision
from sayso.records.decision import Decision


def read_entries(connection: Connection, after: int = 0) -> Iterator[Entry]:
    """The entries in order, those after the number that is given."""
    wanted = select(decision.c.number, decision.c.entry, decision.c.hash).where(decision.c.number > after)
    for number, text, digest in connection.execute(wanted.order_by(decision.c.number)):
        yield Entry(int(number), str(text), str(digest))


def load_decisions(connection: Connection, after: int = 0) -> list[Decision]:
    """Raises BadLog where an entry is not what its hash is of."""
    return [open_entry(entry) for entry in read_entries(connection, after)]


def find_head(connection: Connection) -> Head:
    wanted = select(decision.c.number, decision.c.hash).order_by(decision.c.number.desc()).limit(1)
    row = connection.execute(wanted).first()
    return Head(int(row.number), str(row.hash)) if row else NO_ENTRY


def append(connection: Connection, made: Decision) -> Decision:
    """The decision with its number, the hash before it and its own. Called inside a change of the ledger."""
    head = find_head(connection)
    numbered, entry = with_hash(replace(made, number=head.number + 1, previous=head.hash))
    connection.execute(
        insert(decision).values(
            number=entry.number,
            coder=numbered.coder,
            text_digest=numbered.subject.text if numbered.subject else None,
            entry=entry.text,
            previous=numbered.previous,
            hash=entry.hash,
        )
    )
    return numbered


def check_log(connection: Connection, held: Head | None = None) -> Head:
    """The log's head, every entry checked. Raises BadLog, as `check_chain`."""
    columns = {row.number: row for row in connection.execute(select(decision))}
    head = check_chain(read_entries(connection), held)
    for told in load_decisions(connection):
        row = columns[told.number]
        text = told.subject.text if told.subject else None
        if (row.coder, row.text_digest, row.previous) != (told.coder, text, told.previous):
            raise BadLog(f"entry {told.number} is looked up by what it does not hold")
    return head
