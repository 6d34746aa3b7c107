"""Attributions that only the layout makes."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reading.found import Found, spans_of
from sayso.reading.layouts import add_layouts
from sayso.reading.quotations import find_quotations
from sayso.reading.words import Words, split_words


def laid_out(text: str, found: tuple[Found, ...] = ()) -> tuple[tuple[Found, ...], Words]:
    quotations = find_quotations(text)
    words = split_words(text, quotations)
    return add_layouts(found, text, words, quotations), words


def shown(text: str) -> list[tuple[str, str]]:
    found, words = laid_out(text)

    def cut(ranges: Sequence[tuple[int, int]]) -> str:
        return " ".join(span.cut(text) for span in spans_of(ranges, words))

    return [(cut([one.source] if one.source else []), cut(one.contents)) for one in found]


def test_the_turns_of_a_transcript_are_said_by_their_labels() -> None:
    text = "MARTA SY, HOST: Is it safe?\nADA QUILL (through translator): It is not.\nSY: Thank you."
    assert shown(text) == [("MARTA SY", "Is it safe?"), ("ADA QUILL", "It is not."), ("SY", "Thank you.")]


def test_a_time_of_day_and_a_lone_label_are_no_speakers() -> None:
    assert shown("4:57, a check on the weather.\nUPDATE: The pier is open.\nNOTE: Times are local.") == []


def test_a_quotation_signed_with_a_dash_is_its_signers() -> None:
    text = "“A pier for a hundred years.” - Mayor Ines Halloran\n\nThe pier opens in May."
    assert shown(text) == [("Mayor Ines Halloran", "“A pier for a hundred years.”")]


def test_a_quotation_signed_on_the_next_line_is_its_signers_without_the_title() -> None:
    text = "“We wanted a pier.”\n― Ines Halloran, 61, of Kell\n\n“So did we.”\n― Ada Quill"
    assert shown(text) == [("Ines Halloran", "“We wanted a pier.”"), ("Ada Quill", "“So did we.”")]


def test_a_quotation_under_and_from_is_theirs() -> None:
    text = "And from Ada Quill:\n\n“We are glad.”"
    assert shown(text) == [("Ada Quill", "“We are glad.”")]


def test_what_is_said_inside_a_turn_is_nested_in_it() -> None:
    text = "SY: Is it safe?\nQUILL: The crew said it was."
    words = split_words(text, ())
    forms = list(words.forms)
    said = forms.index("said")
    inner = Found((said, said + 1), (said - 2, said), ((said + 1, said + 3),), None, 1, 1, 1, 1)
    found, _ = laid_out(text, (inner,))
    nested = next(one for one in found if one.cue == (said, said + 1))
    assert nested.parent is not None
    assert forms[found[nested.parent].source[0]] == "QUILL"  # type: ignore[index]  # a turn always has a source


def test_a_post_that_a_page_shows_is_its_authors() -> None:
    text = (
        "A sailor wrote:\n\nWe are in the harbour, all safe. #kell http://t.co/x1— Ida Lund (@idalund) May 4, 2015\n\n"
        "Nobody was hurt — so they say.\n\n"
        "The pier burns. — Kell Courier (@kell) 4 May 2015 It is out — Otto (@o) The end."
    )
    assert shown(text) == [
        ("Ida Lund", "We are in the harbour, all safe. #kell"),
        ("Kell Courier", "The pier burns."),
        ("Otto", "It is out"),
    ]


def test_rows_of_a_table_are_nobodys_words() -> None:
    assert shown("KELL:\nTotal: 12\nTAMSIN: Hurt: 6\nSKERRY: Hurt: 4") == []
