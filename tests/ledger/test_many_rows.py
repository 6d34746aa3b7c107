"""Very many rows at once: what is there already stays, in every kind of database."""

from __future__ import annotations

from sayso.ledger import Where, open_ledger
from sayso.ledger.databases import COPIED
from sayso.ledger.store import save_rows


def test_very_many_rows_land_and_those_that_are_there_stay(where: Where) -> None:
    rows = [(1, hash_, 7, None if hash_ % 2 else 700_000, hash_ % 2) for hash_ in range(COPIED + 10)]
    with open_ledger(where, create=True) as ledger:
        for quoted in (1, 0):
            with ledger.change():
                save_rows(ledger, "fingerprint", [(*row[:4], quoted) for row in rows])
        found = ledger.connection.exec_driver_sql("SELECT count(*), sum(quoted), count(day) FROM fingerprint").one()
    assert tuple(found) == (COPIED + 10, COPIED + 10, (COPIED + 10) // 2)
