"""Many articles of a ledger linked at once: the same statements, run by DuckDB, make the same pairs as one by one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Generator, Mapping, Sequence
from typing import TYPE_CHECKING

from sayso.ledger.bulk import copy_keys, fill_probes
from sayso.linking.incremental import Linker
from sayso.linking.keys import load_sql, periods_near

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

TOGETHER = 2000  # articles linked in one transaction
EITHER = "SELECT probed, found FROM ({}) UNION SELECT probed, found FROM ({}) ORDER BY probed, found"


def link_waiting(linker: Linker, bulk: DuckDBPyConnection, together: int = TOGETHER) -> Generator[int, None, None]:
    """Links the articles that wait, so many in one transaction; after each, how many that were.

    What was linked stays so where it is stopped. Where somebody else writes meanwhile, the ledger is looked at anew.
    """
    while waiting := linker.look():
        looks = linker.looks
        copy_keys(linker.ledger, bulk)
        ranks = {number: rank for rank, number in enumerate(waiting)}
        for start in range(0, len(waiting), together):
            some = waiting[start : start + together]
            found = _find(bulk, some, ranks, linker.nearby.periods)
            with linker.changing():
                if linker.looks != looks:
                    break
                for number, prepared in linker.prepared(some):
                    linker.save_pairs(number, prepared, found[number])
                linker.ledger.end_waiting(some)
            yield len(some)


def _find(
    bulk: DuckDBPyConnection, some: Sequence[int], ranks: Mapping[int, int], periods: set[int]
) -> dict[int, list[int]]:
    """By article those worth comparing with it that are linked already or are linked before it."""
    fill_probes(bulk, some, [(period, near) for period in periods for near in periods_near(period, periods)])
    found: dict[int, list[int]] = defaultdict(list)
    columns = bulk.execute(EITHER.format(load_sql("shared_prints"), load_sql("shared_terms"))).fetchnumpy()
    for number, other in zip(columns["probed"].tolist(), columns["found"].tolist(), strict=True):
        if ranks.get(other, -1) < ranks[number]:
            found[number].append(other)
    return found
