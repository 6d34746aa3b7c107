"""Which attributions are too doubtful to stand."""

from __future__ import annotations

from dataclasses import replace

from sayso.reading.found import Found
from sayso.reading.scores import score_of, without_doubtful
from sayso.reading.words import split_words
from sayso.records.span import Span

WORDS = split_words("Quill said that the crew had told her that the ferry sank.", ())
SURE = Found((1, 2), (0, 1), ((2, 12),), None, 0.99, 0.99, 0.99, 0.99)
NESTED = Found((6, 7), (3, 5), ((8, 12),), 0, 0.99, 0.99, 0.9, 0.9)
DOUBTFUL = replace(SURE, tag_score=0.2, edge_score=0.3)


def test_a_sure_attribution_stands_with_what_is_nested_in_it() -> None:
    assert score_of(SURE, WORDS) > 0.9
    assert without_doubtful((SURE, NESTED), WORDS) == (SURE, NESTED)


def test_one_that_is_more_likely_wrong_than_right_goes_with_what_is_nested_in_it() -> None:
    assert score_of(DOUBTFUL, WORDS) < 0.5
    assert without_doubtful((DOUBTFUL, NESTED), WORDS) == ()


def test_the_others_keep_their_parents() -> None:
    later = replace(NESTED, parent=1)
    assert without_doubtful((DOUBTFUL, SURE, later), WORDS) == (SURE, NESTED)


def test_a_doubtful_nested_one_stands_with_the_one_that_holds_it() -> None:
    weak = replace(NESTED, tag_score=0.2, edge_score=0.2)
    assert without_doubtful((SURE, weak), WORDS) == (SURE, weak)


def test_in_a_heading_a_doubtful_one_stands() -> None:
    assert without_doubtful((DOUBTFUL,), WORDS, [Span(0, 20)]) == (DOUBTFUL,)


def test_a_nested_one_that_holds_a_pronoun_only_does_not_stand() -> None:
    words = split_words("Quill said that she never fully believed him.", ())
    whole = Found((1, 2), (0, 1), ((2, 8),), None, 0.99, 0.99, 0.99, 0.99)
    believed = Found((6, 7), (3, 4), ((7, 8),), 0, 0.99, 0.99, 0.99, 0.99)
    assert without_doubtful((whole, believed), words) == (whole,)
    assert without_doubtful((whole, replace(believed, parent=None)), words) == (whole, replace(believed, parent=None))
