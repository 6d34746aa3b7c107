"""The chain of decisions: whatever is altered in it shows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import BadLog
from sayso.ledger.review.chain import (
    NO_ENTRY,
    Entry,
    Head,
    check_chain,
    digest,
    open_entry,
    parse_head,
    read_line,
    with_hash,
    write_line,
)
from sayso.records.attribution import Commitment
from sayso.records.decision import Act, Decision, Edited
from sayso.records.span import Span
from tests.ledger.review.decisions import chained, decision

made = st.builds(
    decision,
    st.sampled_from([Act.ACCEPT, Act.REJECT, Act.EDIT, Act.MERGE, Act.SPLIT]),
    coder=st.text(min_size=1, max_size=8),
    why=st.text(max_size=20),
    settles=st.booleans(),
    undoes=st.none() | st.integers(1, 9),
    edited=st.none()
    | st.builds(
        Edited,
        spans=st.just((Span(3, 9),)),
        does=st.none() | st.sampled_from(Commitment),
        hedged=st.none() | st.booleans(),
        speaker=st.none() | st.text(max_size=6),
    ),
)
logs = st.lists(made, min_size=1, max_size=6).map(lambda listed: chained(*listed))


def head_of(entries: list[Entry]) -> Head:
    return Head(entries[-1].number, entries[-1].hash)


@given(logs)
def test_a_chain_that_nobody_touched_is_whole(entries: list[Entry]) -> None:
    assert check_chain(entries) == check_chain(entries, head_of(entries)) == head_of(entries)


@given(made)
def test_a_decision_comes_out_of_its_entry_as_it_went_in(one: Decision) -> None:
    sealed, entry = with_hash(one)
    assert open_entry(entry) == sealed
    assert read_line(write_line(entry)) == entry


@given(logs, st.data())
def test_a_letter_that_is_altered_shows(entries: list[Entry], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(entries) - 1))
    text = entries[at].text
    place = data.draw(st.integers(0, len(text) - 1))
    letter = data.draw(st.characters(codec="utf-8").filter(lambda one: one != text[place]))
    altered = text[:place] + letter + text[place + 1 :]
    with pytest.raises(BadLog):
        check_chain([*entries[:at], replace(entries[at], text=altered), *entries[at + 1 :]])


@given(logs, st.data())
def test_an_entry_made_anew_with_its_own_hash_shows_in_the_next_or_in_the_head(
    entries: list[Entry], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(entries) - 1))
    other = replace(open_entry(entries[at]), why="something else that nobody wrote")
    forged = with_hash(other)[1]
    with pytest.raises(BadLog):
        check_chain([*entries[:at], forged, *entries[at + 1 :]], head_of(entries))


@given(logs, st.data())
def test_an_entry_taken_away_shows(entries: list[Entry], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(entries) - 1))
    with pytest.raises(BadLog):
        check_chain(entries[:at] + entries[at + 1 :], head_of(entries))


@given(st.lists(made, min_size=2, max_size=6), st.data())
def test_a_chain_made_anew_in_whole_shows_against_a_head_that_was_noted(
    listed: list[Decision], data: st.DataObject
) -> None:
    noted = chained(*listed)
    held = data.draw(st.integers(1, len(noted)))
    forged = chained(replace(listed[0], coder="nobody of these"), *listed[1:])
    assert check_chain(forged) == head_of(forged)
    with pytest.raises(BadLog, match="does not hold"):
        check_chain(forged, head_of(noted[:held]))


@given(logs, st.data())
def test_two_entries_in_another_order_show(entries: list[Entry], data: st.DataObject) -> None:
    order = data.draw(st.permutations(entries))
    if order != entries:
        with pytest.raises(BadLog):
            check_chain(order)


@given(logs, st.integers(0, 6))
def test_a_log_that_has_grown_still_holds_an_earlier_head(entries: list[Entry], at: int) -> None:
    held = head_of(entries[:at]) if entries[:at] else NO_ENTRY
    assert check_chain(entries, held) == head_of(entries)


def test_an_entry_that_is_written_otherwise_is_refused_although_its_hash_fits() -> None:
    (entry,) = chained(decision())
    spaced = entry.text.replace(",", ", ")
    with pytest.raises(BadLog, match="is not written as Sayso writes it"):
        open_entry(Entry(1, spaced, digest(spaced)))


@pytest.mark.parametrize(
    "written", ["", "12", "12:", "x:" + "0" * 64, "1:" + "0" * 63, "1:" + "G" * 64, "-1:" + "0" * 64]
)
def test_what_is_no_head_is_refused(written: str) -> None:
    with pytest.raises(BadLog, match="is no head"):
        parse_head(written)


def test_a_head_is_read_as_it_is_written() -> None:
    head = head_of(chained(decision(), decision()))
    assert parse_head(f" {head}\n") == head
