"""Direct, indirect, mixed, unmarked."""

from __future__ import annotations

import pytest

from sayso.reading.kinds import kind_of, kind_of_nested
from sayso.reading.quotations import find_quotations
from sayso.records.attribution import AttributionKind as Kind
from sayso.records.span import Span

CASES = [
    ("“The pier is closed,” Quill said.", "“The pier is closed,”", Kind.DIRECT),
    ("Quill said that the pier was closed.", "that the pier was closed", Kind.INDIRECT),
    ("Quill said that it was “closed for good.”", "that it was “closed for good.”", Kind.MIXED),
    ("We honour those who built our pier, Quill said.", "We honour those who built our pier", Kind.UNMARKED),
    ("The pier is closed, Quill said.", "The pier is closed", Kind.INDIRECT),
]


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(("text", "content", "kind"), CASES)
def test_the_kind_of_a_content(text: str, content: str, kind: Kind) -> None:
    assert kind_of([span_of(text, content)], [span_of(text, "said")], find_quotations(text), text) is kind


def test_the_marks_around_the_outer_quotation_do_not_make_a_nested_content_direct() -> None:
    text = "“He told us the pier would open,” said Quill."
    assert kind_of_nested([span_of(text, "the pier would open")], text) is Kind.INDIRECT


def test_single_marks_inside_double_ones_make_a_nested_content_direct() -> None:
    text = "“He told us, ‘The pier will open,’” said Quill."
    assert kind_of_nested([span_of(text, "‘The pier will open,’")], text) is Kind.DIRECT
