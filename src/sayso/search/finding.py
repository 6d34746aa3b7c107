"""What a ledger holds that answers a search: counted, put in order, and a page of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, Table, select

from sayso.ledger.fulltext import CLAIMS, PAGES, Indexed, full_text
from sayso.ledger.index import claim, heading, page
from sayso.search.asking import Question, make_questions
from sayso.search.query import Query

LOOKED_AT = 10_000  # matches that are counted, put in order and listed; where there are more, that is said
ON_PAGE = 25
AT_ONCE = 500  # rows named in one statement
MOST_FACETS = 10
FACETS = ("voice", "does", "speaker", "outlet")


class Order(StrEnum):
    """Which match comes first."""

    NEWEST = "newest"
    OLDEST = "oldest"
    RELEVANCE = "relevance"  # how often the words stand there, the rarer the more, in how few others
    SCORE = "score"  # how sure the claim's reading is


@dataclass(frozen=True, slots=True)
class Facet:
    """Of the matches, so many have ``value``."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Matches:
    """What was found: ``numbers`` in their order; ``more`` if there are others that were not looked at.

    Then those that were looked at are the newest, or in the order "oldest" the oldest.
    """

    numbers: tuple[int, ...]
    more: bool
    facets: dict[str, tuple[Facet, ...]]

    @property
    def total(self) -> int:
        return len(self.numbers)

    def pages(self, size: int) -> int:
        return max(1, -(-len(self.numbers) // size))

    def of_page(self, number: int, size: int) -> tuple[int, ...]:
        """The numbers that stand on a page, counted from 1."""
        return self.numbers[(number - 1) * size : number * size]


def match_claims(connection: Connection, query: Query, order: Order = Order.NEWEST) -> Matches:
    """The claims that are asked for. Raises BadQuery."""
    return _match(connection, query, CLAIMS, claim, FACETS, order)


def match_texts(connection: Connection, query: Query, order: Order = Order.NEWEST) -> Matches:
    """The articles whose title or text holds what is asked for. Raises BadQuery."""
    return _match(connection, query, PAGES, page, ("outlet",), order)


def _match(
    connection: Connection, query: Query, indexed: Indexed, rows: Table, facets: Sequence[str], order: Order
) -> Matches:
    found: dict[int, Any] = {}
    more = False
    for question in make_questions(query, connection, indexed):
        some = _ask(connection, question, indexed, rows, facets, order)
        more = more or len(some) > LOOKED_AT
        for row in some:
            if row.number not in found or row.rank < found[row.number].rank:
                found[row.number] = row
    oldest_first = order is Order.OLDEST
    by_day = sorted(found.values(), key=lambda row: row.number, reverse=not oldest_first)
    looked_at = by_day[:LOOKED_AT]
    if order in (Order.RELEVANCE, Order.SCORE):
        looked_at.sort(key=lambda row: row.rank)  # where they are as good, the newer comes first still
    numbers = tuple(int(row.number) for row in looked_at)
    return Matches(numbers, more or len(by_day) > LOOKED_AT, count_facets(looked_at, facets))


def _ask(
    connection: Connection, question: Question, indexed: Indexed, rows: Table, facets: Sequence[str], order: Order
) -> Sequence[Row[Any]]:
    """The newest answers to one question, one more than are looked at where there are more."""
    matching = full_text(connection).matching(indexed, question.asked)
    ranks = {Order.RELEVANCE: matching.rank, Order.SCORE: -rows.c.score if "score" in rows.c else matching.rank}
    rank = ranks.get(order, matching.number)
    wanted = (
        select(matching.number.label("number"), rank.label("rank"), *(rows.c[name] for name in facets))
        .select_from(matching.source)
        .join(rows, rows.c.number == matching.number)
        .where(matching.condition, *(condition(matching.number) for condition in question.conditions))
        .order_by(matching.number if order is Order.OLDEST else matching.number.desc())
        .limit(LOOKED_AT + 1)
    )
    return connection.execute(wanted).all()


def count_facets(rows: Sequence[Any], facets: Sequence[str]) -> dict[str, tuple[Facet, ...]]:
    """By column its commonest values, each with how often it is there."""
    counts = {name: Counter(value for row in rows if (value := getattr(row, name))) for name in facets}
    return {
        name: tuple(Facet(value, times) for value, times in sorted(counted.items(), key=lambda i: (-i[1], i[0]))[:10])
        for name, counted in counts.items()
    }


def whole_claims(connection: Connection, numbers: Sequence[int]) -> list[Row[Any]]:
    """The claims with these numbers, each with what is listed of its article, in this order."""
    wanted = select(claim, heading.c.id, heading.c.title, heading.c.text_key, heading.c.published)
    joined = wanted.join(heading, heading.c.article == claim.c.article)
    return list(_by_number(connection, joined, claim, numbers))


def whole_texts(connection: Connection, numbers: Sequence[int]) -> list[Row[Any]]:
    """The articles whose pages have these numbers, with their texts, in this order."""
    wanted = select(heading, page.c.number, page.c.text).join(heading, heading.c.article == page.c.article)
    return list(_by_number(connection, wanted, page, numbers))


def _by_number(connection: Connection, wanted: Any, rows: Table, numbers: Sequence[int]) -> Iterator[Row[Any]]:
    for start in range(0, len(numbers), AT_ONCE):
        some = numbers[start : start + AT_ONCE]
        found = {row.number: row for row in connection.execute(wanted.where(rows.c.number.in_(some)))}
        yield from (found[number] for number in some)
