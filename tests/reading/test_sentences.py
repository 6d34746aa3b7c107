"""Sentences end where a reader would end them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.sentences import find_sentences

CASES = [
    ("One ended. Two began.", ["One ended.", "Two began."]),
    ("Mr. Hale met Gen. Roe. They spoke.", ["Mr. Hale met Gen. Roe.", "They spoke."]),
    ("The U.S. Navy left. It rained.", ["The U.S. Navy left.", "It rained."]),
    ("He lives in the U.S. The rest left.", ["He lives in the U.S.", "The rest left."]),
    ("“Stop!” he cried. “Now.” All stopped.", ["“Stop!” he cried.", "“Now.”", "All stopped."]),
    ("“Will it hold?” asked the clerk.", ["“Will it hold?” asked the clerk."]),
    ("It cost 3.5 million. So what?", ["It cost 3.5 million.", "So what?"]),
    ("On Jan. 3 he left. J. R. Vane stayed.", ["On Jan. 3 he left.", "J. R. Vane stayed."]),
    ("A heading\nA line below it.", ["A heading", "A line below it."]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_sentences_are_cut_as_read(text: str, expected: list[str]) -> None:
    assert [span.cut(text) for span in find_sentences(text)] == expected


@given(st.text(max_size=120))
def test_sentences_hold_every_character_that_is_no_white_space(text: str) -> None:
    spans = find_sentences(text)
    assert "".join("".join(span.cut(text).split()) for span in spans) == "".join(text.split())
