"""A reading laid out in rows."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from sayso.exports.rows import Row, lay_out
from sayso.records.attribution import Commitment
from sayso.records.claim import Confidence
from sayso.records.reading import Reading
from tests.exports.anything import readings
from tests.exports.readings import TEXT, WARNED, dam_reading, find


def row_with(words: str) -> Row:
    span = find(words)
    return next(row for row in lay_out(dam_reading()).rows if span in row.content)


def test_rows_are_numbered_in_the_order_of_the_text() -> None:
    rows = lay_out(dam_reading()).rows
    assert [row.number for row in rows] == list(range(1, 15))
    assert [row.content[0].cut(TEXT)[:7] for row in rows[:4]] == ["Valley ", "We did ", "On Mond", "the dam"]


def test_what_is_told_as_fact_and_attributed_elsewhere_comes_first() -> None:
    first, *others = lay_out(dam_reading()).own
    assert first.content[0].cut(TEXT) == "the dam's gates were opened on Sunday night"
    assert [note.says for note in first.notes] == ["told as fact here; further on, row 7 gives it to the opposition"]
    assert not any(row.must_be_seen_first for row in others)


def test_a_hedged_sentence_is_not_told_as_fact() -> None:
    reading = dam_reading()
    claims = tuple(replace(claim, hedged=True) if claim.id == "c-opened" else claim for claim in reading.claims)
    assert not any(row.must_be_seen_first for row in lay_out(replace(reading, claims=claims)).own)


def test_a_quotation_knows_what_the_deck_drops_of_it() -> None:
    (note,) = row_with("“We did not open, and nobody ordered us to open, a single gate that night,”").notes
    assert note.says == "the deck (row 2) shortens this quotation; it drops:"
    assert [span.cut(TEXT) for span in note.words] == ["and nobody ordered us to open,"]


def test_a_nested_row_follows_the_one_it_lies_in() -> None:
    row = row_with("about the gates")
    assert (row.number, row.depth) == (9, 1)
    assert row.through == ("as told by residents",)
    assert row.stance == "reported by residents"


def test_a_page_wide_credit_is_nobody_through_whom_words_came() -> None:
    assert row_with("that any warning had arrived").through == ()
    assert row_with("that an engineer had warned the mayor about the gates in March").through == (
        "through Velm Herald",
    )


def test_a_name_is_added_where_the_source_does_not_say_it() -> None:
    deck = row_with("We did not open a single gate that night")
    assert (deck.name, deck.where) == ("Carla Ruiz", "deck")
    assert row_with("that she would resign if an inquiry found otherwise").name is None


def test_an_attribution_without_a_claim_is_a_row_all_the_same() -> None:
    reading = dam_reading()
    claims = tuple(claim for claim in reading.claims if claim.attribution != WARNED.id)
    row = next(row for row in lay_out(replace(reading, claims=claims)).rows if row.content == WARNED.content)
    assert (row.commitment, row.confidence) == (Commitment.ASSERTS, None)
    assert row_with("about the gates").confidence is Confidence.UNSURE


@given(readings())
def test_every_claim_has_a_row_whatever_the_reading(reading: Reading) -> None:
    rows = lay_out(reading).rows
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))
    assert len(rows) >= len(reading.claims)


def test_a_pronoun_is_shown_as_written_and_not_as_unnamed() -> None:
    reading = dam_reading()
    actors = tuple(replace(actor, name="he", named=False, anonymity=None) for actor in reading.actors)
    rows = [row for row in lay_out(replace(reading, actors=actors)).rows if row.speaker]
    assert rows
    assert {row.unnamed for row in rows} == {"who that is, is not resolved"}
    assert any("as told by “he”" in row.through for row in rows)


def test_an_unsettled_row_is_not_called_clear() -> None:
    assert {row.confidence for row in lay_out(dam_reading()).unsettled} == {None}
