"""What was put into a ledger stays sound: verified, forgotten for good, read again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from sqlalchemy import select, update

from sayso.errors import BadLedger
from sayso.exports.reading_json import export_json, import_json
from sayso.ledger import Ledger, Where, open_ledger
from sayso.ledger.packing import pack_reading
from sayso.ledger.removing import forget
from sayso.ledger.schema import article
from sayso.linking.incremental import Linker
from sayso.linking.verifying import verify
from sayso.records.reading import Unread
from sayso.run.imported import import_sound
from tests.ledger.ledgers import put
from tests.night import NIGHT, lists, read_simply

READINGS = [read_simply(one) for one in NIGHT]


@pytest.fixture
def ledger(where: Where) -> Iterator[Ledger]:
    with open_ledger(where, create=True) as opened:
        put(opened, *READINGS)
        yield opened


def linker_of(ledger: Ledger) -> Linker:
    return Linker(ledger, lists(), export_json, import_json)


def wrong(ledger: Ledger) -> list[str]:
    return [f"{found.what}: {found.why}" for found in verify(ledger, import_sound, lists())]


def test_nothing_is_wrong_with_what_was_just_put_in(ledger: Ledger) -> None:
    assert wrong(ledger) == []


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("UPDATE claim SET score = 7 WHERE number = (SELECT MIN(number) FROM claim)", "the table 'claim'"),
        ("UPDATE heading SET outlet = 'other' WHERE article = 1", "the table 'heading'"),
        ("UPDATE article SET text_digest = '0' WHERE number = 3", "its text is not the one"),
        ("DELETE FROM fingerprint WHERE article = 1", "the table 'fingerprint'"),
        ("DELETE FROM claim WHERE number = (SELECT MAX(number) FROM claim)", "the table 'claim'"),
        ("DELETE FROM page WHERE article = 2", "the table 'page'"),
        ("DELETE FROM article WHERE number = 2", "one of them is not there"),
    ],
)
def test_what_was_tampered_with_is_found(ledger: Ledger, change: str, says: str) -> None:
    with ledger.change() as connection:
        connection.exec_driver_sql(change)
    assert any(says in line for line in wrong(ledger))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda told: told.replace(b"sandbank", b"sandbamk"), "its text is not the one"),
        (lambda told: told.replace(b'"end":', b'"end":9', 1), "its reading cannot be read"),
    ],
)
def test_a_reading_with_a_byte_or_a_span_that_changed_is_found(
    ledger: Ledger, change: Callable[[bytes], bytes], says: str
) -> None:
    with ledger.change() as connection:
        told = next(ledger.readings([1]))
        assert change(told) != told
        text, altered = pack_reading(change(told))
        connection.execute(update(article).where(article.c.number == 1).values(text=text, reading=altered))
    assert any(says in line for line in wrong(ledger))


@pytest.mark.parametrize("column", ["text", "reading"])
def test_a_text_or_reading_of_which_the_end_is_missing_is_found(ledger: Ledger, column: str) -> None:
    with ledger.change() as connection:
        kept = connection.execute(select(article.c[column]).where(article.c.number == 1)).scalar_one()
        connection.execute(update(article).where(article.c.number == 1).values({column: kept[:-9]}))
    assert any("its reading cannot be read" in line for line in wrong(ledger))


def test_a_decision_altered_past_the_triggers_is_found(ledger: Ledger) -> None:
    review = ledger.review("ada")
    review.reject(review.queue()[0].row.pick, why="not hers")
    assert wrong(ledger) == []
    on_table = " ON decision" if ledger.connection.dialect.name == "postgresql" else ""
    with ledger.change() as connection:
        connection.exec_driver_sql(f"DROP TRIGGER decision_stays{on_table}")
        connection.exec_driver_sql("UPDATE decision SET entry = replace(entry, 'not hers', 'not his')")
    assert wrong(ledger) == ["the log of decisions: entry 1 was altered: it is not what its hash is of"]


def test_what_was_forgotten_leaves_a_tombstone_and_is_not_added_again(ledger: Ledger) -> None:
    stone = forget(ledger, NIGHT[1].id, "asked for")
    assert stone.reason == "asked for"
    assert wrong(ledger) == []
    refused = linker_of(ledger).add(READINGS[1], ledger.begin_batch("again/"))
    assert isinstance(refused, Unread)
    assert "was forgotten on" in refused.why
    with pytest.raises(BadLedger, match="has no article"):
        forget(ledger, NIGHT[1].id, "twice")


def test_a_reading_by_another_model_takes_the_place_of_the_first_and_what_it_changed_is_told(ledger: Ledger) -> None:
    pairs = [tuple(row) for row in ledger.pairs()]
    first = READINGS[0]
    other = replace(first, claims=first.claims[1:], model=replace(first.model, digest="other"))
    (done,) = linker_of(ledger).read_again({1: other})
    assert (done.gained, done.lost, done.changed) == ((), (first.claims[0].content,), ())
    assert [tuple(row) for row in ledger.pairs()] == pairs
    assert wrong(ledger) == []


def test_another_text_is_no_reading_of_the_same_article(ledger: Ledger) -> None:
    with pytest.raises(BadLedger, match="another text"):
        linker_of(ledger).read_again({1: READINGS[1]})
    assert wrong(ledger) == []
