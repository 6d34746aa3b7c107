"""Words with features, and the windows that the encoder sees."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.quotations import find_quotations
from sayso.reading.windows import find_windows
from sayso.reading.words import (
    CASE_DIGIT,
    CASE_LOWER,
    CASE_MARK,
    CASE_TITLE,
    CASE_UPPER,
    LINE_FIRST,
    QUOTE_CLOSING,
    QUOTE_INSIDE,
    QUOTE_OPENING,
    TEXT_FIRST,
    Words,
    split_words,
)
from sayso.records.span import Span


def words_of(text: str) -> Words:
    return split_words(text, find_quotations(text))


def test_words_carry_their_case() -> None:
    words = words_of("NATO met Ada in 1999 .")
    assert words.case.tolist() == [CASE_UPPER, CASE_LOWER, CASE_TITLE, CASE_LOWER, CASE_DIGIT, CASE_MARK]


def test_words_know_their_quotation() -> None:
    words = words_of("He said “go home”")
    assert words.quote.tolist()[2:] == [QUOTE_OPENING, QUOTE_INSIDE, QUOTE_INSIDE, QUOTE_CLOSING]


def test_the_first_word_of_a_line_is_marked() -> None:
    words = words_of("One two\n\nThree")
    assert words.place.tolist() == [TEXT_FIRST, 0, LINE_FIRST]


def test_words_inside_spans_keep_their_offsets() -> None:
    text = "Drop this.\nKeep this."
    kept = words_of(text).inside([Span(11, 21)])
    assert kept.forms == ("Keep", "this", ".")
    assert Span(int(kept.starts[0]), int(kept.ends[1])).cut(text) == "Keep this"


@given(st.text(alphabet="ab.\n ", max_size=200), st.integers(4, 12))
def test_windows_cover_all_words_once_and_never_pass_the_limit(text: str, most: int) -> None:
    words = words_of(text)
    pieces = [1 + (place % 3) for place in range(len(words))]
    windows = find_windows(words, pieces, most)
    assert [place for first, last in windows for place in range(first, last)] == list(range(len(words)))
    assert all(sum(pieces[first:last]) <= most for first, last in windows)


def test_a_window_breaks_between_lines_where_it_can() -> None:
    words = words_of("a b c\nd e f\ng h i")
    assert find_windows(words, [1] * 9, 7) == ((0, 6), (6, 9))
