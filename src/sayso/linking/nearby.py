"""Where a ledger is looked through for what is worth comparing: by its statements, or among keys held at hand.

A statement is asked where few articles come. Where many come one after another, the keys of the periods they lie in
are loaded once; both find the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection

from sayso.ledger.store import Ledger, save_rows
from sayso.linking.keys import KeyRows, load_sql, periods_near
from sayso.linking.window import UNKNOWN, Columns, Found, Window

MANY = 256  # articles that have asked for a period before it is loaded, which costs about as much as so many asking
ROWS = 100_000  # loaded in one go
MOST = 6_000_000  # rows at hand, some 150 MB; a period with more of them is asked for by statements
PROBES = (
    "probe_print (period BIGINT, hash BIGINT, article BIGINT, day BIGINT, quoted BIGINT)",
    "probe_term (period BIGINT, word BIGINT, article BIGINT, day BIGINT, weight BIGINT)",
    "near (period BIGINT, other BIGINT, PRIMARY KEY (period, other))",
)
COLUMNS = {"fingerprint": ("hash", "quoted"), "term": ("word", "weight")}
EVERY_PERIOD = """
WITH RECURSIVE found (period) AS (
    SELECT MIN(period) FROM term
    UNION ALL
    SELECT (SELECT MIN(period) FROM term WHERE term.period > found.period) FROM found WHERE found.period IS NOT NULL
) SELECT period FROM found WHERE period IS NOT NULL
"""  # from one period to the next: DISTINCT would walk the whole table


@dataclass
class Nearby:
    """What articles of one ledger are found by; ``periods`` are those that hold some.

    A period is loaded once ``many`` articles have asked for it, as long as no more than ``most`` rows are at hand.
    """

    ledger: Ledger
    many: int = MANY
    most: int = MOST
    periods: set[int] = field(default_factory=set)
    window: Window = field(default_factory=Window)
    _asked: Counter[int] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self._sql = [load_sql(name) for name in ("shared_prints", "shared_terms")]
        make_probes(self.ledger)
        self.look_again()

    def look_again(self) -> None:
        """The ledger may be another than before."""
        self.forget()
        self.periods = _periods_of(self.ledger.connection)

    def forget(self) -> None:
        """Nothing is at hand any more."""
        self.window = Window()
        self._asked.clear()

    def begin(self, period: int) -> None:
        """An article lies in this period; where it is the first one, all there is of the period is at hand."""
        if period not in self.periods:
            self.periods.add(period)
            if not any(self._count(table, period, 1) for table in COLUMNS):
                self.window.load(period, Columns.of(()), Columns.of(()))

    def put(self, rows: KeyRows) -> None:
        """Keeps the keys of articles, and their periods."""
        save_rows(self.ledger, "fingerprint", rows.prints)
        save_rows(self.ledger, "term", rows.terms)
        self.window.put(rows)

    def find(self, rows: KeyRows) -> Found:
        """By article those worth comparing with it."""
        wanted = {near for period in rows.periods() for near in periods_near(period, self.periods)}
        articles = len({row[2] for row in rows.prints})
        self._asked.update(dict.fromkeys(wanted, articles))
        if all(self._is_at_hand(period, wanted) for period in sorted(wanted)):
            return self.window.find(rows, self.periods)
        return self._ask(rows)

    def _is_at_hand(self, period: int, wanted: set[int]) -> bool:
        """Whether the period is loaded, or worth it, in which case it is now."""
        if period not in self.window.prints and self._asked[period] >= self.many:
            rows = sum(self._count(table, period, self.most) for table in COLUMNS)
            for other in sorted(set(self.window.prints) - wanted):
                if len(self.window) + rows > self.most:
                    self.window.drop(other)
                    del self._asked[other]
            if len(self.window) + rows <= self.most:
                prints, terms = (self._load(table, period) for table in COLUMNS)
                self.window.load(period, prints, terms)
            else:
                del self._asked[period]  # it may be asked for again when others have gone
        return period in self.window.prints

    def _count(self, table: str, period: int, most: int) -> int:
        """How many rows a table has in a period, counted no further than ``most``."""
        some = f"SELECT 1 FROM {table} WHERE period = {period} LIMIT {most}"
        return int(self.ledger.connection.exec_driver_sql(f"SELECT count(*) FROM ({some}) AS few").scalar_one())

    def _load(self, table: str, period: int) -> Columns:
        key, worth = COLUMNS[table]
        wanted = f"SELECT {key}, article, coalesce(day, {UNKNOWN}), {worth} FROM {table} WHERE period = {period}"
        cursor = self.ledger.connection.connection.cursor()
        cursor.execute(f"{wanted} ORDER BY {key}, article")
        parts = [Columns.of(())]
        while rows := cursor.fetchmany(ROWS):
            parts.append(Columns.of(rows))
        return Columns.joined(parts)

    def _ask(self, rows: KeyRows) -> Found:
        fill_probes(self.ledger, rows, self.periods)
        cursor = self.ledger.connection.connection.cursor()
        found: Found = {}
        for statement in self._sql:
            cursor.execute(statement)
            for number, other, *_ in cursor.fetchall():
                found.setdefault(number, set()).add(other)
        return found


def make_probes(ledger: Ledger) -> None:
    """The tables that hold what is being looked for; they live as long as the connection."""
    for probe in PROBES:
        ledger.connection.exec_driver_sql(f"CREATE TEMPORARY TABLE IF NOT EXISTS {probe}")
    ledger.connection.commit()


def fill_probes(ledger: Ledger, rows: KeyRows, periods: set[int]) -> None:
    """Puts the runs and heavy words of articles where the statements look for them."""
    near: Sequence[tuple[int, int]] = [(one, other) for one in rows.periods() for other in periods_near(one, periods)]
    for table, values in (("probe_print", rows.prints), ("probe_term", rows.terms), ("near", near)):
        ledger.database.empty(ledger.connection, table)
        save_rows(ledger, table, values)


def _periods_of(connection: Connection) -> set[int]:
    return {int(row[0]) for row in connection.exec_driver_sql(EVERY_PERIOD)}
