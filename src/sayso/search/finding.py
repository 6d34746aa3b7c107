"""What a ledger holds that answers a search: counted, put in order, and a page of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import itemgetter
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, func, select, union_all

from sayso.ledger.claimrows import whole_words
from sayso.ledger.listing import claim, heading, page, speaker
from sayso.ledger.packing import unpack_text
from sayso.ledger.schema import article
from sayso.ledger.wholeclaims import WholeClaim, load_claims
from sayso.ledger.words import Of, matching
from sayso.search.asking import Question, make_questions
from sayso.search.query import Query

LOOKED_AT = 5_000  # matches that are counted, put in order and listed; where there are more, that is said
ON_PAGE = 25
AT_ONCE = 500  # rows named in one statement
MOST_FACETS = 10
Found: TypeAlias = Row[Any]  # a match's number and rank, then its facets
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
    return _match(connection, query, Of.CLAIM, claim, FACETS, order)


def match_texts(connection: Connection, query: Query, order: Order = Order.NEWEST) -> Matches:
    """The articles whose title or text holds what is asked for. By score is by relevance here. Raises BadQuery."""
    return _match(connection, query, Of.PAGE, page, ("outlet",), order)


def _match(connection: Connection, query: Query, of: Of, rows: Table, facets: Sequence[str], order: Order) -> Matches:
    questions = make_questions(query, connection)
    found: Sequence[Found] = []
    if questions:
        asked = _ask(connection, questions, of, rows, facets, order)
        found = connection.execute(asked).all()  # at once: one by one they take half as long again
    looked_at = found[:LOOKED_AT]
    if order in (Order.RELEVANCE, Order.SCORE):
        looked_at = sorted(looked_at, key=itemgetter(1))  # of those that are as good, the newer still comes first
    numbers = tuple(row[0] for row in looked_at)
    return Matches(numbers, len(found) > LOOKED_AT, count_facets(looked_at, facets))


def _ask(
    connection: Connection, questions: Sequence[Question], of: Of, rows: Table, facets: Sequence[str], order: Order
) -> Select[Any]:
    """For number, rank and facets of the newest answers, one more than are looked at where there are more."""
    by_words = order is Order.RELEVANCE or (order is Order.SCORE and "score" not in rows.c)
    each = [_answers(connection, one, of, order, ranked=by_words) for one in questions]
    found = each[0] if len(each) == 1 else _put_together(each, order)
    number = found.selected_columns.number
    if not by_words:
        found = found.add_columns(-rows.c.score if order is Order.SCORE else number.label("rank"))
    told = {"speaker": speaker.c.name, "outlet": heading.c.outlet}
    found = found.add_columns(*(told[name] if name in told else rows.c[name] for name in facets))
    found = found.join(rows, rows.c.number == number).join(heading, heading.c.article == rows.c.article)
    return found.outerjoin(speaker, speaker.c.number == rows.c.speaker) if "speaker" in facets else found


def _answers(connection: Connection, question: Question, of: Of, order: Order, *, ranked: bool) -> Select[Any]:
    found = matching(connection, of, question.asked, ranked=ranked)
    number = found.selected_columns.number
    return _newest(found.where(*(condition(number) for condition in question.conditions)), number, order)


def _put_together(each: Sequence[Select[Any]], order: Order) -> Select[Any]:
    """The answers to several questions, each row once, at its best. No question gives more than are looked at."""
    every = union_all(*(select(one.subquery()) for one in each)).subquery()
    best = [func.min(every.c.rank).label("rank")] if "rank" in every.c else []
    found = _newest(select(every.c.number, *best).group_by(every.c.number), every.c.number, order).subquery()
    return _newest(select(*found.c), found.c.number, order)


def _newest(found: Select[Any], number: ColumnElement[int], order: Order) -> Select[Any]:
    return found.order_by(number if order is Order.OLDEST else number.desc()).limit(LOOKED_AT + 1)


def count_facets(rows: Sequence[Found], facets: Sequence[str]) -> dict[str, tuple[Facet, ...]]:
    """By column its commonest values, each with how often it is there."""
    columns = list(zip(*rows, strict=True))[2:] or [()] * len(facets)
    counts = {name: Counter(column) for name, column in zip(facets, columns, strict=True)}
    return {name: _commonest(counted) for name, counted in counts.items()}


def _commonest(counted: Counter[Any]) -> tuple[Facet, ...]:
    ordered = sorted((-times, value) for value, times in counted.items() if value)
    return tuple(Facet(value, -times) for times, value in ordered[:MOST_FACETS])


def whole_claims(connection: Connection, numbers: Sequence[int]) -> list[WholeClaim]:
    """The claims with these numbers, each with what is listed of its article, in this order."""
    return load_claims(connection, numbers)


@dataclass(frozen=True, slots=True)
class WholeText:
    """An article that was found, with its text."""

    number: int
    id: str
    text_key: str
    title: str
    outlet: str | None
    published: str | None
    text: str


def whole_texts(connection: Connection, numbers: Sequence[int]) -> list[WholeText]:
    """The articles whose pages have these numbers, with their texts, in this order."""
    listed = (heading.c.id, heading.c.text_key, heading.c.title, heading.c.outlet, heading.c.published)
    wanted = (
        select(page.c.number, *listed, article.c.text)
        .join(heading, heading.c.article == page.c.article)
        .join(article, article.c.number == page.c.article)
    )
    found: dict[int, WholeText] = {}
    for start in range(0, len(numbers), AT_ONCE):
        some = numbers[start : start + AT_ONCE]
        for row in connection.execute(wanted.where(page.c.number.in_(some))):
            told = {column.name: getattr(row, column.name) for column in listed}
            found[row.number] = WholeText(number=row.number, text=whole_words(unpack_text(row.text)), **told)
    return [found[number] for number in numbers]
