"""A ledger in any database: what it keeps, and that nothing is ever half there."""

from __future__ import annotations

import pytest

from sayso.errors import BadLedger
from sayso.ledger import Ledger, Where, open_ledger
from sayso.ledger.store import ArticleRow


def row(name: str, batch: int, text: str = "The ferry sails.") -> ArticleRow:
    return ArticleRow(name, batch, None, None, text, b'{"of": "' + name.encode() + b'"}')


def add(ledger: Ledger, *names: str) -> int:
    """A new import batch with these articles."""
    batch = ledger.begin_batch("night/")
    for name in names:
        with ledger.change():
            ledger.save_article(row(name, batch))
    return batch


def test_what_was_kept_is_there_when_it_is_opened_again(where: Where) -> None:
    with open_ledger(where, create=True) as ledger:
        add(ledger, "one", "two")
    with open_ledger(where) as ledger:
        assert list(ledger.readings()) == [b'{"of": "one"}', b'{"of": "two"}']
        assert list(ledger.readings([2])) == [b'{"of": "two"}']
        assert ledger.listed() == [(1, "one", None), (2, "two", None)]
        assert ledger.batches() == [(1, "night/", 2)]


def test_a_change_that_fails_leaves_nothing(where: Where) -> None:
    with open_ledger(where, create=True) as ledger:
        twice = [row("one", ledger.begin_batch("night/"))] * 2
        with pytest.raises(BadLedger), ledger.change():
            list(map(ledger.save_article, twice))
        assert ledger.counts() == {"articles": 0, "pairs": 0}
        assert ledger.batches() == []


def test_one_id_is_kept_once(where: Where) -> None:
    with open_ledger(where, create=True) as ledger:
        add(ledger, "one")
        with pytest.raises(BadLedger):
            add(ledger, "one")
        assert len(ledger.digests()) == 1


def test_an_import_is_taken_out_whole_and_its_number_is_never_given_again(where: Where) -> None:
    with open_ledger(where, create=True) as ledger:
        assert [add(ledger, "one"), add(ledger, "two", "three")] == [1, 2]
        assert ledger.undo(2) == 2
        assert list(ledger.digests()) == ["one"]
        with pytest.raises(BadLedger, match="has no import 2; `sayso status` lists them"):
            ledger.undo(2)
        assert add(ledger, "four") == 3


def test_an_import_that_was_killed_at_once_is_not_listed(where: Where) -> None:
    with open_ledger(where, create=True) as ledger:
        batch = ledger.begin_batch("night/")
        assert ledger.batches() == []
        with pytest.raises(BadLedger, match=f"has no import {batch}"):
            ledger.undo(batch)


def test_others_see_a_change_only_when_it_is_whole(where: Where) -> None:
    with open_ledger(where, create=True) as writer, open_ledger(where) as reader:
        batch = writer.begin_batch("night/")
        with writer.change():
            writer.save_article(row("one", batch))
            assert reader.counts()["articles"] == 0
        assert reader.counts()["articles"] == 1


def test_a_ledger_that_is_held_stays_as_it_was(where: Where) -> None:
    with open_ledger(where, create=True) as writer, open_ledger(where) as reader:
        add(writer, "one")
        reader.hold()
        add(writer, "two")
        writer.undo(1)
        assert list(reader.digests()) == ["one"]
        reader.hold()
        assert list(reader.digests()) == ["two"]


def test_a_writer_hears_of_others_once(where: Where) -> None:
    with open_ledger(where, create=True) as one, open_ledger(where) as other:
        add(one, "one")
        assert not one.changed_by_others()
        assert other.changed_by_others()
        assert not other.changed_by_others()
