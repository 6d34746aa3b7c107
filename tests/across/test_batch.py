"""Many articles of a ledger linked at once: the same pairs as one by one, in whatever order and parts they came."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import BadLedger, SaysoError
from sayso.ledger import Ledger, open_ledger
from sayso.ledger.bulk import open_bulk
from sayso.linking.batch import link_waiting
from sayso.linking.pairs import Pair
from sayso.records.article import Article
from sayso.web.room import Room
from tests.across.test_corpus import add, assert_same, corpus_in, linker_of, night, on_day
from tests.night import AGENCY, HERALD, NIGHT, POST, RADIO, FakeContextual, article, corpus_of, lists, read_simply

# Copies within and across the windows and periods of time, and some without a day.
DAYS = [on_day(f"{text[:4]}-{day}", text, day) for text in (AGENCY, POST, HERALD) for day in (1, 9, 15, 16, 29)]
MANY = (*DAYS, *NIGHT, article("undated", HERALD), article("undated radio", RADIO), article("dots", "… … …"))


def land(ledger: Ledger, articles: Sequence[Article]) -> None:
    """Articles that wait to be linked."""
    readings = [read_simply(one) for one in articles]
    linker_of(ledger).add_together(readings, ledger.begin_batch("night/"), link=False)


def link(ledger: Ledger, folder: Path, together: int = 4) -> list[int]:
    with open_bulk(folder) as bulk:
        return list(link_waiting(linker_of(ledger), bulk, together))


def pairs_of(ledger: Ledger) -> list[Pair]:
    return sorted(corpus_in(ledger).pairs, key=lambda pair: (pair.a, pair.b))


@pytest.fixture(scope="module")
def expected() -> Iterator[list[Pair]]:
    """The pairs of a ledger into which the articles came one by one."""
    with open_ledger(None) as ledger:
        add(ledger, MANY)
        yield pairs_of(ledger)


def test_there_are_pairs_and_articles_that_are_in_none(expected: list[Pair]) -> None:
    assert len(expected) > 50
    assert "dots" not in {name for pair in expected for name in (pair.a, pair.b)}
    assert expected == sorted(corpus_of(*MANY).pairs, key=lambda pair: (pair.a, pair.b))


@settings(max_examples=8)
@given(st.permutations(MANY), st.lists(st.tuples(st.booleans(), st.integers(1, 9)), max_size=4), st.integers(1, 30))
def test_articles_linked_at_once_have_the_same_pairs_as_one_by_one(
    expected: list[Pair],
    tmp_path_factory: pytest.TempPathFactory,
    articles: list[Article],
    parts: list[tuple[bool, int]],
    together: int,
) -> None:
    """Parts of the articles land at once or one by one, some are linked between; the rest lands at once."""
    folder = tmp_path_factory.mktemp("bulk")
    with open_ledger(None) as ledger:
        for at_once, size in parts:
            (land if at_once else add)(ledger, articles[:size])
            articles = articles[size:]
            if size % 3 == 0:
                link(ledger, folder, together)
        land(ledger, articles)
        link(ledger, folder, together)
        assert pairs_of(ledger) == expected


def test_stories_of_articles_linked_at_once_are_the_same(tmp_path: Path) -> None:
    with open_ledger(None) as ledger:
        land(ledger, NIGHT)
        assert link(ledger, tmp_path) == [4, 1]
        assert_same(corpus_in(ledger), night())


def test_a_ledger_with_articles_that_wait_is_not_shown(tmp_path: Path) -> None:
    with open_ledger(None) as ledger:
        land(ledger, NIGHT[:2])
        with pytest.raises(BadLedger, match="2 of its articles wait to be linked; `sayso link` does that"):
            corpus_in(ledger)
        link(ledger, tmp_path)
        assert len(corpus_in(ledger).times) == 2


def test_a_ledger_with_articles_that_wait_is_not_served(tmp_path: Path) -> None:
    path = tmp_path / "night.db"
    with open_ledger(path, create=True) as ledger:
        land(ledger, NIGHT)
        room = Room(path, "night", lists(), FakeContextual())
        with pytest.raises(BadLedger, match="5 of its articles wait"):
            room.contents()
        link(ledger, tmp_path)
        assert len(room.contents().stories) == 2


def test_what_is_linked_stays_so_where_it_is_stopped(tmp_path: Path, expected: list[Pair]) -> None:
    with open_ledger(None) as ledger:
        land(ledger, MANY)
        with open_bulk(tmp_path) as bulk:
            linking = link_waiting(linker_of(ledger), bulk, 5)
            assert next(linking) == 5
            linking.close()
        assert len(ledger.waiting()) == len(MANY) - 5
        assert sum(link(ledger, tmp_path)) == len(MANY) - 5
        assert pairs_of(ledger) == expected


def test_what_others_add_and_take_out_meanwhile_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "night.db"
    with open_ledger(path, create=True) as ledger, open_ledger(path) as theirs, open_bulk(tmp_path) as bulk:
        add(ledger, NIGHT[:1])
        land(ledger, NIGHT[1:4])
        linking = link_waiting(linker_of(ledger), bulk, 2)
        assert next(linking) == 2
        add(theirs, NIGHT[4:])
        theirs.undo(1)
        assert list(linking) == [1]
        assert pairs_of(ledger) == sorted(corpus_of(*NIGHT[1:]).pairs, key=lambda pair: (pair.a, pair.b))


def test_an_undone_import_waits_no_longer() -> None:
    with open_ledger(None) as ledger:
        land(ledger, NIGHT)
        ledger.undo(1)
        assert ledger.waiting() == []


def test_nothing_is_left_of_the_tables_in_bulk(tmp_path: Path) -> None:
    with open_ledger(None) as ledger:
        land(ledger, NIGHT)
        link(ledger, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_without_duckdb_it_is_told_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(SaysoError, match=r"pip install 'sayso\[batch\]'"), open_bulk(tmp_path):
        pass
