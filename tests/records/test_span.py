from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.records.span import Span, hull

TEXTS = st.text(max_size=40)


@st.composite
def spans(draw: st.DrawFn, longest: int = 60) -> Span:
    start = draw(st.integers(0, longest - 1))
    return Span(start, draw(st.integers(start + 1, longest)))


def test_a_span_cuts_exactly_its_words() -> None:
    assert Span(4, 9).cut("The mayor said no.") == "mayor"


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 3), (0, 0)])
def test_a_span_that_does_not_run_forwards_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=f"not {start}-{end}"):
        Span(start, end)


def test_spans_that_only_touch_do_not_overlap() -> None:
    assert not Span(0, 4).overlaps(Span(4, 8))
    assert Span(0, 5).overlaps(Span(4, 8))


def test_a_span_covers_itself() -> None:
    assert Span(2, 4).covers(Span(2, 4))
    assert not Span(2, 4).covers(Span(2, 5))


def test_spans_stand_in_the_order_of_the_text() -> None:
    assert sorted([Span(3, 9), Span(0, 9), Span(0, 2)]) == [Span(0, 2), Span(0, 9), Span(3, 9)]


@given(TEXTS, st.integers(0, 40), st.integers(0, 40))
def test_a_trimmed_span_has_no_outer_white_space(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    span = Span.trimmed(text, start, end)
    words = text[start:end].strip()
    assert (span.cut(text) if span else "") == words


@given(spans(), spans())
def test_overlap_is_mutual_and_means_a_shared_place(one: Span, other: Span) -> None:
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    assert one.overlaps(other) == other.overlaps(one) == bool(shared)


@given(st.lists(spans(), min_size=1, max_size=6))
def test_a_hull_covers_all_and_is_the_shortest_that_does(listed: list[Span]) -> None:
    around = hull(listed)
    assert all(around.covers(span) for span in listed)
    assert around.start in {span.start for span in listed}
    assert around.end in {span.end for span in listed}


@given(spans())
def test_a_span_is_as_long_as_it_is(span: Span) -> None:
    assert len(span) == span.end - span.start > 0
