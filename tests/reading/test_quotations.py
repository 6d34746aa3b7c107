"""Every style of quotation marks, and marks that do not balance."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.quotations import find_quotations

STYLES = [
    ("“Hello,” he said, “it is I.”", ["“Hello,”", "“it is I.”"]),
    ('"Hello," he said, "it is I."', ['"Hello,"', '"it is I."']),
    ("''Hello,'' he said.", ["''Hello,''"]),
    ("``Hello,'' he said.", ["``Hello,''"]),
    ("“Hello,’’ he said, “it is I.’’", ["“Hello,’’", "“it is I.’’"]),
    ("“We won’t go,’’ he said.", ["“We won’t go,’’"]),
    ("«Bonjour», dit-il.", ["«Bonjour»"]),
    ("Er sagte „Guten Tag“ und ging.", ["„Guten Tag“"]),
    ("‘We won’t go,’ she said.", ["‘We won’t go,’"]),
    ("'We won't go,' she said, 'ever.'", ["'We won't go,'", "'ever.'"]),
    ("The mayor said, \"I heard him say 'never' twice.\"", ["\"I heard him say 'never' twice.\""]),
    ('“A quote with a "straight" word inside,” she said.', ['“A quote with a "straight" word inside,”']),
    ("”Opened by a closing mark,” said the clerk.", ["”Opened by a closing mark,”"]),
]

APOSTROPHES = [
    "The sailors' boats weren't the owner's.",
    "the summer of '76 and the '90s",
    "rock 'n' roll, ’twas said",
    "He stands 6'2\" tall.",
    "» a bullet of a list",
]


@pytest.mark.parametrize(("text", "expected"), STYLES)
def test_every_style_of_marks_gives_its_quotations(text: str, expected: list[str]) -> None:
    assert [q.span.cut(text) for q in find_quotations(text)] == expected


@pytest.mark.parametrize("text", APOSTROPHES)
def test_apostrophes_inches_and_bullets_are_no_quotations(text: str) -> None:
    assert find_quotations(text) == ()


def test_a_quotation_of_several_paragraphs_goes_on_where_the_mark_is_repeated() -> None:
    text = "“The first paragraph ends open.\n\n“The second one closes,” she said."
    first, second = find_quotations(text)
    assert (first.closed, first.continues) == (False, False)
    assert (second.closed, second.continues) == (True, True)


def test_a_quotation_closes_on_a_later_line_that_repeats_no_mark() -> None:
    text = '"We are sorry.\nWe shall mend it.\nYou have our word," the yard said.'
    assert [q.span.cut(text) for q in find_quotations(text)] == [
        '"We are sorry.',
        "We shall mend it.",
        'You have our word,"',
    ]


def test_a_missing_closing_mark_ends_with_its_paragraph_and_says_so() -> None:
    text = '"The pier will not be rebuilt this year, said Ada Quill.\n\nThe next paragraph is plain.'
    (quotation,) = find_quotations(text)
    assert not quotation.closed
    assert quotation.span.cut(text) == '"The pier will not be rebuilt this year, said Ada Quill.'


def test_a_stray_mark_at_the_end_of_a_line_opens_nothing() -> None:
    assert find_quotations('He shouted "no way') == ()


@given(st.text(alphabet="ab .,\n\"'“”‘’«»`„", max_size=80))
def test_no_marks_ever_raise_and_quotations_never_overlap(text: str) -> None:
    spans = [q.span for q in find_quotations(text)]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(span.cut(text) == span.cut(text).strip() for span in spans)


def test_an_apostrophe_does_not_keep_a_quotation_of_several_lines_from_closing() -> None:
    text = "\"It is a great day.\nFor the pier's open.\nEven if the mayor's ill, it is Kell's day.\"\nNobody came."
    assert [(q.span.cut(text)[-6:], q.closed, q.continues) for q in find_quotations(text)] == [
        ("t day.", False, False),
        (" open.", False, True),
        (' day."', True, True),
    ]


def test_paragraphs_that_each_begin_with_a_single_mark_are_one_quotation() -> None:
    text = "'I didn't plan to stay.\n'But I needed time.\n'So I stayed.'\nThe '90s were kind to the sailors' bar."
    assert [(q.span.cut(text), q.closed, q.continues) for q in find_quotations(text)] == [
        ("'I didn't plan to stay.", False, False),
        ("'But I needed time.", False, True),
        ("'So I stayed.'", True, True),
    ]


def test_a_single_mark_left_open_is_no_quotation_where_the_next_line_has_none() -> None:
    assert find_quotations("'Tis the season to be wary of piers.\nNobody came to the opening.") == ()


def test_an_apostrophe_further_down_closes_nothing() -> None:
    text = "He said: “We were told nothing of it at all.\n\nThe paper wrote that the sailors’ train was late."
    (one,) = find_quotations(text)
    assert one.span.cut(text) == "“We were told nothing of it at all."
    assert not one.closed
