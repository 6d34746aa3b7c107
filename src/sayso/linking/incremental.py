"""Readings into a ledger one by one, each linked with what is there: the same pairs in whatever order they come."""

from __future__ import annotations

import json
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from sayso.articles.identity import digest_text
from sayso.ledger.index import save_indexes
from sayso.ledger.store import ArticleRow, Ledger, save_rows
from sayso.linking.contextual import Contextual
from sayso.linking.corpus import Corpus, is_kept, time_of
from sayso.linking.keys import KeyRows, load_sql, period_of, periods_near
from sayso.linking.pairs import Pair, compare_pair
from sayso.linking.passages import Passage
from sayso.linking.prepared import LinkLists, Prepared, prepare
from sayso.records.article import Article
from sayso.records.reading import Reading, Unread
from sayso.records.span import Span

REMEMBERED = 4000  # prepared readings kept at hand for comparing
AT_ONCE = 500  # readings asked for in one statement, which can name only so many
BEYOND = 1 << 62  # the number of an article that is not kept: all others came before it
IS_THERE, OTHER_TEXT = "is there already", "another text is there under this id"

Export = Callable[[Reading], bytes]
Import = Callable[[bytes], Reading]


@dataclass
class Linker:
    """Adds readings to one open ledger; ``export_reading`` and ``import_reading`` are how it keeps them.

    ``periods`` are those that hold articles; ``looks`` counts how often the ledger was looked at anew.
    """

    ledger: Ledger
    lists: LinkLists
    export_reading: Export
    import_reading: Import
    periods: set[int] = field(default_factory=set)
    looks: int = 0
    _near: OrderedDict[int, Prepared] = field(default_factory=OrderedDict)
    _sql: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._sql = {name: load_sql(name) for name in ("shared_prints", "shared_terms")}
        make_probes(self.ledger.connection)
        self._look_again()

    def _look_again(self) -> None:
        """What is known of the ledger, once more: somebody else may have added to it, or undone an import."""
        self.looks += 1
        self._near.clear()
        self._digests = self.ledger.digests()
        self.periods = _periods_of(self.ledger.connection)

    def look(self) -> list[int]:
        """The numbers of the articles that wait to be linked, in the order in which they are to be."""
        with self.changing():  # where others have changed the ledger, this takes note of it
            return self.ledger.waiting()

    def _refuse_known(self, article: Article) -> Unread | None:
        known = self._digests.get(article.id)
        if known is None:
            return None
        same = known == digest_text(article.text)
        return Unread(article.id, IS_THERE if same else OTHER_TEXT)

    def add(self, reading: Reading, batch: int) -> tuple[Pair, ...] | Unread:
        """Keeps a reading and its pairs with what is there, in one transaction.

        An article that is there already, with the same text, comes back as an Unread row that says so; so does one
        that has another text under the same id.
        """
        return self.add_together([reading], batch)[0]

    def add_together(
        self, readings: Sequence[Reading], batch: int, *, link: bool = True
    ) -> list[tuple[Pair, ...] | Unread]:
        """The same for some readings in one transaction: what lands is the same, and costs less.

        Without ``link`` they wait: no pair is made before `link_waiting` makes those of all that wait.
        """
        with self.changing() as connection:
            landed = [self._land(reading, batch, waits=not link) for reading in readings]
            new = dict(one for one in landed if not isinstance(one, Unread))
            save_indexes(connection, ((number, prepared.reading) for number, prepared in new.items()))
            rows = KeyRows.of(new)
            save_rows(connection, "fingerprint", rows.prints)
            save_rows(connection, "term", rows.terms)
            found = self._find(connection, rows) if link else {}
            return [
                one if isinstance(one, Unread) else self.save_pairs(connection, *one, found.get(one[0], ()))
                for one in landed
            ]

    @contextmanager
    def changing(self) -> Iterator[Connection]:
        """One transaction, with what others did before it taken note of."""
        try:
            with self.ledger.change() as connection:
                if self.ledger.changed_by_others():
                    self._look_again()
                yield connection
        except BaseException:
            self._look_again()  # nothing of it landed
            raise

    def _land(self, reading: Reading, batch: int, *, waits: bool) -> tuple[int, Prepared] | Unread:
        """The number that a reading is kept under, without what it is found by."""
        article = reading.article
        if (there := self._refuse_known(article)) is not None:
            return there
        prepared = prepare(reading, self.lists)
        data = self.export_reading(reading)
        row = ArticleRow(article.id, batch, prepared.day, time_of(prepared), article.text, data)
        number = self.ledger.save_article(row, waits=waits)
        self._digests[article.id] = digest_text(article.text)
        self.periods.add(period_of(prepared.day))
        self._remember(number, prepared)
        return number, prepared

    def save_pairs(
        self, connection: Connection, number: int, prepared: Prepared, others: Iterable[int]
    ) -> tuple[Pair, ...]:
        """Compares an article with others and keeps what they have in common; a pair that is there stays as it is."""
        found = [(other, compare_pair(prepared, one)) for other, one in self.prepared(sorted(others))]
        pairs = [(other, pair) for other, pair in found if is_kept(pair)]
        save_rows(connection, "pair", [_pair_row(pair, prepared.id, number, other) for other, pair in pairs])
        return tuple(pair for _, pair in pairs)

    def find_near(self, prepared: Prepared) -> Iterator[tuple[int, Prepared]]:
        """Number and reading of every article that is worth comparing with this one, which is not kept itself."""
        with self.ledger.in_words():
            found = self._find(self.ledger.connection, KeyRows.of({BEYOND: prepared}))
        yield from self.prepared(sorted(found[BEYOND]))

    def _find(self, connection: Connection, rows: KeyRows) -> dict[int, set[int]]:
        """By article those worth comparing with it that came before it."""
        fill_probes(connection, rows, self.periods)
        cursor = connection.connection.cursor()
        found: dict[int, set[int]] = defaultdict(set)
        for statement in self._sql.values():
            for number, other, *_ in cursor.execute(statement):
                if other < number:
                    found[number].add(other)
        return found

    def prepared(self, numbers: Sequence[int]) -> Iterator[tuple[int, Prepared]]:
        """Number and prepared reading of each; those used last are at hand."""
        found = {number: self._near[number] for number in numbers if number in self._near}
        found |= self.load([number for number in numbers if number not in found])
        for number in numbers:
            self._remember(number, found[number])
            yield number, found[number]

    def load(self, numbers: Sequence[int]) -> Iterator[tuple[int, Prepared]]:
        """Number and prepared reading of the articles with these numbers, in their order."""
        return load_prepared(self.ledger, numbers, self.import_reading, self.lists)

    def _remember(self, number: int, prepared: Prepared) -> None:
        self._near[number] = prepared
        self._near.move_to_end(number)
        if len(self._near) > REMEMBERED:
            self._near.popitem(last=False)


def load_prepared(
    ledger: Ledger, numbers: Sequence[int], import_reading: Import, lists: LinkLists
) -> Iterator[tuple[int, Prepared]]:
    """Number and prepared reading of the articles with these numbers, in their order."""
    ordered = sorted(numbers)
    for start in range(0, len(ordered), AT_ONCE):
        some = ordered[start : start + AT_ONCE]
        for number, data in zip(some, ledger.readings(some), strict=True):
            yield number, prepare(import_reading(data), lists)


PROBES = (
    "probe_print (period INTEGER, hash INTEGER, article INTEGER, day INTEGER, quoted INTEGER)",
    "probe_term (period INTEGER, word INTEGER, article INTEGER, day INTEGER, weight INTEGER)",
    "near (period INTEGER, other INTEGER, PRIMARY KEY (period, other))",
)


def make_probes(connection: Connection) -> None:
    """The tables that hold what is being looked for; they live as long as the connection."""
    for probe in PROBES:
        connection.exec_driver_sql(f"CREATE TEMPORARY TABLE IF NOT EXISTS {probe}")
    connection.commit()


def fill_probes(connection: Connection, rows: KeyRows, periods: set[int]) -> None:
    """Puts the runs and heavy words of articles where the statements look for them."""
    near = [(period, other) for period in rows.periods() for other in periods_near(period, periods)]
    for table, values in (("probe_print", rows.prints), ("probe_term", rows.terms), ("near", near)):
        connection.exec_driver_sql(f"DELETE FROM {table}")
        save_rows(connection, table, values)


EVERY_PERIOD = """
WITH RECURSIVE found (period) AS (
    SELECT MIN(period) FROM term
    UNION ALL
    SELECT (SELECT MIN(period) FROM term WHERE term.period > found.period) FROM found WHERE found.period IS NOT NULL
) SELECT period FROM found WHERE period IS NOT NULL
"""  # from one period to the next: DISTINCT would walk the whole table


def _periods_of(connection: Connection) -> set[int]:
    return {int(row[0]) for row in connection.exec_driver_sql(EVERY_PERIOD)}


def _pair_row(pair: Pair, article: str, number: int, other: int) -> tuple[Any, ...]:
    """A row in the order of the pair: first the article whose id comes first."""
    first, second = (number, other) if pair.a == article else (other, number)
    passages = [[p.a.start, p.a.end, p.b.start, p.b.end, p.words, p.quoted] for p in pair.passages]
    return (first, second, pair.alike, pair.share, int(pair.one_story), json.dumps(passages))


def load_pairs(ledger: Ledger, names: Mapping[int, str]) -> Iterator[Pair]:
    """All pairs that a ledger holds."""
    return (_pair_of(row, names) for row in ledger.pairs())


def pairs_among(ledger: Ledger, names: Mapping[int, str]) -> Iterator[Pair]:
    """The pairs of these articles with each other; ``names`` gives each number its id."""
    for row in ledger.pairs_of(sorted(names)):
        if row.b in names:
            yield _pair_of(row, names)


def _pair_of(row: Any, names: Mapping[int, str]) -> Pair:
    passages = tuple(Passage(Span(*p[0:2]), Span(*p[2:4]), p[4], p[5]) for p in json.loads(row.passages))
    return Pair(names[row.a], names[row.b], row.alike, row.share, passages, bool(row.one_story))


@dataclass
class Kept(Mapping[str, Prepared]):
    """The prepared readings of a ledger by id, each loaded when it is first asked for."""

    linker: Linker
    numbers: dict[str, int]
    _loaded: dict[str, Prepared] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Prepared:
        if name not in self._loaded:
            (_, self._loaded[name]) = next(self.linker.load([self.numbers[name]]))
        return self._loaded[name]

    def __iter__(self) -> Iterator[str]:
        return iter({**self.numbers, **self._loaded})

    def __len__(self) -> int:
        return len({**self.numbers, **self._loaded})

    def put(self, prepared: Prepared) -> None:
        """A reading that is looked at beside the ledger's, and not kept in it."""
        self._loaded[prepared.id] = prepared


def load_corpus(linker: Linker, more: Sequence[Reading], contextual: Contextual) -> Corpus:
    """A ledger as a corpus, with ``more`` readings beside it that are not kept; seen as it is now.

    Raises BadLedger where articles wait to be linked.
    """
    linker.ledger.hold()
    linker.ledger.refuse_waiting()
    listed = linker.ledger.listed()
    names = {number: name for number, name, _ in listed}
    kept = Kept(linker, {name: number for number, name in names.items()})
    times = {name: time for _, name, time in listed}
    pairs = list(load_pairs(linker.ledger, names))
    for reading in more:
        prepared = prepare(reading, linker.lists)
        if prepared.id in times:
            continue
        others = [one for _, one in linker.find_near(prepared)]
        pairs += [pair for one in others if is_kept(pair := compare_pair(prepared, one))]
        kept.put(prepared)
        times[prepared.id] = time_of(prepared)
    return Corpus(kept, times, tuple(pairs), linker.lists, contextual)
