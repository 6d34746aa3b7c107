"""The measure of numbers: parts by id, what is right, and that a vague number gets no value."""

from __future__ import annotations

from bench.quantities import Labelled, Score, Stretch, add_stretch, load_stretches
from sayso.reading.quantities import find_quantities
from sayso.records.quantity import Bound, Quantity
from sayso.records.span import Span

TEXT = "At least 12 ferries sank on Monday, and dozens of sailors swam."
FERRIES = Labelled(0, 19, 12.0, 12.0, None, Bound.AT_LEAST, False, ["ferry"], [(25, 34)])
SAILORS = Labelled(40, 57, None, 24.0, None, None, True, ["sailor"], [(25, 34)])


def scored(*labels: Labelled, found: tuple[Quantity, ...] | None = None) -> Score:
    score = Score()
    read = find_quantities(TEXT, [Span(0, len(TEXT))]) if found is None else found
    add_stretch(score, Stretch("a", 0, len(TEXT), list(labels)), read)
    return score


def test_value_bound_unit_and_time_count() -> None:
    figures = scored(FERRIES, SAILORS).figures()
    assert (figures["P"], figures["R"], figures["as_of.P"], figures["as_of.R"]) == (100, 100, 100, 100)


def test_another_unit_is_found_but_not_right() -> None:
    other = Quantity(Span(0, 19), 12.0, 12.0, None, FERRIES.bound, False, "boat", None)
    figures = scored(FERRIES, found=(other,)).figures()
    assert (figures["P"], figures["overlap.P"]) == (0, 100)


def test_a_vague_number_with_a_value_shows() -> None:
    silent = Quantity(Span(40, 57), 24.0, 24.0, 24.0, None, False, "sailor", None)
    assert scored(SAILORS, found=(silent,)).figures()["vague_without_value"] == 0


def test_what_is_missed_and_what_is_too_much_are_both_errors() -> None:
    assert len(scored(FERRIES, found=()).errors) == 1
    assert len(scored(SAILORS).errors) == 1


def test_the_labels_can_be_read_and_lie_in_their_stretches() -> None:
    stretches = load_stretches()
    assert sum(len(stretch.quantities) for stretch in stretches if stretch.source == "world") >= 150
    for stretch in stretches:
        assert all(stretch.start <= label.start < label.end <= stretch.end for label in stretch.quantities)
