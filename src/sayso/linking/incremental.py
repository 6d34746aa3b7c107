"""Readings into a ledger one by one, each linked with what is there: the same pairs in whatever order they come."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy import Connection

from sayso.articles.identity import digest_text
from sayso.errors import BadLedger
from sayso.ledger.index import drop_index, save_indexes
from sayso.ledger.removing import find_forgotten, forgotten_digests
from sayso.ledger.rereading import Rereading, compare_readings, replace_reading
from sayso.ledger.review.judged import NOTHING, Judgements
from sayso.ledger.review.revising import revise
from sayso.ledger.store import ArticleRow, Ledger, save_rows
from sayso.linking.corpus import is_kept, time_of
from sayso.linking.keys import KeyRows, period_of
from sayso.linking.nearby import Nearby
from sayso.linking.pairrows import pair_row
from sayso.linking.pairs import Pair, compare_pair
from sayso.linking.prepared import LinkLists, Prepared, prepare
from sayso.records.article import Article
from sayso.records.reading import Reading, Unread

REMEMBERED = 4000  # prepared readings kept at hand for comparing
AT_ONCE = 500  # readings asked for in one statement, which can name only so many
BEYOND = 1 << 62  # the number of an article that is not kept: all others came before it
IS_THERE, OTHER_TEXT = "is there already", "another text is there under this id"

Export = Callable[[Reading], bytes]
Import = Callable[[bytes], Reading]


@dataclass
class Texts:
    """Which texts are there: by article its digest, and by digest the first article that has it."""

    digests: dict[str, str]
    first: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, digest in self.digests.items():
            self.first.setdefault(digest, name)

    def put(self, name: str, digest: str) -> None:
        self.digests[name] = digest
        self.first.setdefault(digest, name)


@dataclass
class Linker:
    """Adds readings to one open ledger; ``export_reading`` and ``import_reading`` are how it keeps them.

    ``nearby`` finds what is worth comparing; ``looks`` counts how often the ledger was looked at anew.
    """

    ledger: Ledger
    lists: LinkLists
    export_reading: Export
    import_reading: Import
    nearby: Nearby = field(init=False)
    looks: int = 0
    _near: OrderedDict[int, Prepared] = field(default_factory=OrderedDict)
    _texts: Texts | None = None

    def __post_init__(self) -> None:
        self.nearby = Nearby(self.ledger)
        self._look_again()

    def _look_again(self) -> None:
        """What is known of the ledger, once more: somebody else may have added to it, or undone an import."""
        self.looks += 1
        self._near.clear()
        self._texts = None
        self._forgotten = forgotten_digests(self.ledger.connection)
        self.nearby.look_again()

    def _known(self) -> Texts:
        """The texts that are there, looked at when the first is asked for: to trace an article none is."""
        if self._texts is None:
            self._texts = Texts(self.ledger.digests())
        return self._texts

    def twin_of(self, article: Article) -> str | None:
        """The id of the first article with the same text under another id; None where there is none."""
        first = self._known().first.get(digest_text(article.text))
        return None if first == article.id else first

    def look(self) -> list[int]:
        """The numbers of the articles that wait to be linked, in the order in which they are to be."""
        with self.changing():  # where others have changed the ledger, this takes note of it
            return self.ledger.waiting()

    def _refuse_known(self, article: Article) -> Unread | None:
        known = self._known().digests.get(article.id)
        if known is None:
            why = find_forgotten(self._forgotten, article)
            return None if why is None else Unread(article.id, why)
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
            self.nearby.put(rows)
            found = self._find(rows) if link else {}
            return [one if isinstance(one, Unread) else self.save_pairs(*one, found.get(one[0], ())) for one in landed]

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
        row = ArticleRow(
            article.id, batch, prepared.day, time_of(prepared), article.text, data, article.raw_digest, article.seen
        )
        number = self.ledger.save_article(row, waits=waits)
        self._known().put(article.id, digest_text(article.text))
        self.nearby.begin(period_of(prepared.day))
        self._remember(number, prepared)
        return number, prepared

    def read_again(self, readings: Mapping[int, Reading]) -> list[Rereading]:
        """Puts other readings of the same articles in place of those that are there, in one transaction, and links
        them anew; what that changed. By the numbers of the articles. What people decided stands apart and stays.

        Raises BadLedger where one is of another text.
        """
        with self.changing() as connection:
            done = [self._replace(connection, number, reading) for number, reading in readings.items()]
            new = {number: prepare(reading, self.lists) for number, reading in readings.items()}
            for number, prepared in new.items():
                self._remember(number, prepared)
            rows = KeyRows.of(new)
            self.nearby.put(rows)
            waits = set(self.ledger.waiting())
            for number, others in self._find(rows, before_only=False).items():
                if number not in waits:
                    self.save_pairs(number, new[number], others - waits)
            return done

    def _replace(self, connection: Connection, number: int, reading: Reading) -> Rereading:
        before = self.import_reading(next(self.ledger.readings([number])))
        if before.article.text != reading.article.text or before.article.id != reading.article.id:
            raise BadLedger(self.ledger.name, f"{before.article.id}: {OTHER_TEXT}")
        done = compare_readings(before, reading)
        drop_index(connection, number)
        replace_reading(connection, number, self.export_reading(reading), done)
        save_indexes(connection, [(number, reading)])
        self._near.pop(number, None)
        self.nearby.forget()
        return done

    def save_pairs(self, number: int, prepared: Prepared, others: Iterable[int]) -> tuple[Pair, ...]:
        """Compares an article with others and keeps what they have in common; a pair that is there stays as it is."""
        found = [(other, compare_pair(prepared, one)) for other, one in self.prepared(sorted(others))]
        pairs = [(other, pair) for other, pair in found if is_kept(pair)]
        save_rows(self.ledger, "pair", [pair_row(pair, prepared.id, number, other) for other, pair in pairs])
        return tuple(pair for _, pair in pairs)

    def find_near(self, prepared: Prepared) -> Iterator[tuple[int, Prepared]]:
        """Number and reading of every article that is worth comparing with this one, which is not kept itself."""
        with self.ledger.in_words():
            found = self._find(KeyRows.of({BEYOND: prepared}))
        yield from self.prepared(sorted(found.get(BEYOND, ())))

    def _find(self, rows: KeyRows, *, before_only: bool = True) -> dict[int, set[int]]:
        """By article those worth comparing with it, of all or of those that came before it."""
        found = self.nearby.find(rows)
        return {number: {one for one in others if one < number or not before_only} for number, others in found.items()}

    def prepared(self, numbers: Sequence[int]) -> Iterator[tuple[int, Prepared]]:
        """Number and prepared reading of each; those used last are at hand."""
        found = {number: self._near[number] for number in numbers if number in self._near}
        found |= self.load([number for number in numbers if number not in found])
        for number in numbers:
            self._remember(number, found[number])
            yield number, found[number]

    def load(self, numbers: Sequence[int], judgements: Judgements = NOTHING) -> Iterator[tuple[int, Prepared]]:
        """Number and prepared reading of the articles with these numbers, in their order, as people left them."""
        return load_prepared(self.ledger, numbers, self.import_reading, self.lists, judgements)

    def _remember(self, number: int, prepared: Prepared) -> None:
        self._near[number] = prepared
        self._near.move_to_end(number)
        if len(self._near) > REMEMBERED:
            self._near.popitem(last=False)


def load_prepared(
    ledger: Ledger, numbers: Sequence[int], import_reading: Import, lists: LinkLists, judgements: Judgements = NOTHING
) -> Iterator[tuple[int, Prepared]]:
    """Number and prepared reading of the articles with these numbers, in their order, as people left them."""
    ordered = sorted(numbers)
    for start in range(0, len(ordered), AT_ONCE):
        some = ordered[start : start + AT_ONCE]
        for number, data in zip(some, ledger.readings(some), strict=True):
            yield number, prepare(revise(import_reading(data), judgements), lists)
