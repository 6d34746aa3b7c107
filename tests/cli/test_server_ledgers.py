"""`sayso review` and `sayso verify` on a ledger of either kind of database."""

from __future__ import annotations

from sayso.ledger import Where, open_ledger
from tests.cli.across import sayso
from tests.ledger.ledgers import put
from tests.ledger.places import where
from tests.night import NIGHT, read_simply

__all__ = ["where"]


def test_a_claim_is_judged_by_command_in_either_database(where: Where) -> None:
    with open_ledger(where, create=True) as opened:
        put(opened, *(read_simply(one) for one in NIGHT))
        pick = opened.review("ada").queue()[0].row.pick
    done = sayso("review", "reject", where, pick, "--why", "not hers")
    assert done.exit_code == 0, done.output
    told = sayso("review", "log", where, "--format", "json")
    assert (told.exit_code, "not hers" in told.stdout) == (0, True)
    assert sayso("verify", where).exit_code == 0
