"""What is worth comparing is the same, asked of the ledger's tables or found among keys at hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.ledger import Ledger, open_ledger
from sayso.linking.keys import PERIOD, KeyRows, Row, period_of
from sayso.linking.nearby import Nearby
from sayso.linking.window import Columns, Window

NEVER = 1_000_000  # articles that have to ask before a period is loaded
DAYS = st.none() | st.integers(PERIOD, 4 * PERIOD)


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with open_ledger(None) as opened:
        yield opened


def keys(articles: Sequence[tuple[int | None, set[int], set[int]]]) -> dict[int, KeyRows]:
    """Articles of a day, some runs of words (odd ones are quoted) and heavy words, numbered from 1."""
    return {number: _rows(number, day, runs, words) for number, (day, runs, words) in enumerate(articles, 1)}


def _rows(number: int, day: int | None, runs: set[int], words: set[int]) -> KeyRows:
    period = period_of(day)
    prints: list[Row] = [(period, run, number, day, run % 2) for run in sorted(runs)]
    return KeyRows(tuple(prints), tuple((period, word, number, day, 150_000) for word in sorted(words)))


def find_all(nearby: Nearby, articles: dict[int, KeyRows]) -> dict[int, set[int]]:
    """Puts one article after another, and what is found for each."""
    found = {}
    for number, rows in articles.items():
        nearby.begin(rows.terms[0][0])
        nearby.put(rows)
        found[number] = nearby.find(rows).get(number, set())
    return found


SOME = st.lists(st.tuples(DAYS, st.sets(st.integers(1, 12)), st.sets(st.integers(1, 9), min_size=1)), max_size=12)


@given(SOME)
@settings(max_examples=40)
def test_tables_and_keys_at_hand_find_the_same(articles: list[tuple[int | None, set[int], set[int]]]) -> None:
    rows = keys(articles)
    with open_ledger(None) as one, open_ledger(None) as other, open_ledger(None) as third:
        asked = Nearby(one, many=NEVER)
        asked.begin = asked.periods.add  # type: ignore[method-assign, assignment]  # nothing is ever at hand
        at_hand = Nearby(other, many=0)
        assert find_all(asked, rows) == find_all(at_hand, rows)
        assert not len(asked.window)
        loaded = Nearby(third, many=NEVER)
        find_all(loaded, rows)
        loaded.forget()
        loaded.many = 0
        assert {n: loaded.find(one_) for n, one_ in rows.items()} == {n: asked.find(one_) for n, one_ in rows.items()}


def test_a_period_of_too_many_rows_is_asked_for_by_statements(ledger: Ledger) -> None:
    rows = keys([(PERIOD, {2, 4, 6}, {1}), (PERIOD, {2, 4, 6}, {1})])
    nearby = Nearby(ledger, many=0, most=3)
    find_all(nearby, rows)
    nearby.forget()
    assert nearby.find(rows[2]) == {2: {1}}
    assert not len(nearby.window)


def test_rows_that_came_last_are_put_among_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.linking.window.RECENT", 4)
    window = Window()
    window.load(1, Columns.of(()), Columns.of(()))
    rows = keys([(PERIOD, {2, 4, 6}, {1, 2}), (PERIOD, {2, 4, 8}, {1, 2}), (PERIOD, {2, 4, 10}, {1, 2})])
    for one in rows.values():
        window.put(one)
    assert len(window) == 15
    assert window.find(rows[3], {1}) == {3: {1, 2}}
