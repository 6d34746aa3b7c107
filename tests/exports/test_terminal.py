"""The terminal view."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from sayso.exports.terminal import render_terminal
from sayso.records.reading import Reading
from sayso.records.span import Span
from tests.exports.anything import readings
from tests.exports.readings import bare_reading, dam_reading, plain


def view(reading: Reading, width: int = 80, *, colour: bool = False) -> str:
    return render_terminal(reading, width=width, colour=colour)


def unbarred(shown: str) -> str:
    """The view without its bars, its column of confidence and its line ends."""
    lines = (re.sub(r" (clear|likely|unsure)$", "", line) for line in shown.splitlines())
    return " ".join(" ".join(lines).replace("│", " ").split())


def test_the_view_of_an_article_in_eighty_columns() -> None:
    lines = view(dam_reading()).splitlines()
    start = lines.index("In the outlet's own voice (5) " + "─" * 50)
    assert lines[:start] == [
        "Valley Towns Evacuated After Orsk Dam Is Opened",
        "The Velm Courier · published 2025-05-12 09:30 (to the minute), zone not given",
        "https://velm-courier.example/dam",
        "the page credits Norda · byline: Tomas Reed · a picture is credited to Lena",
        "Ilves",
        "look out: repeated text",
        "5 statements in the outlet's own voice (1 of them attributed elsewhere on the",
        "page) · 8 attributed · 1 unsettled",
        "",
    ]
    assert lines[start + 1 : start + 6] == [
        "  4 │ the dam's gates were opened on Sunday night                         likely",
        "    ▶ told as fact here; further on, row 7 gives it to the opposition",
        "    basis: not given",
        "  3 │ On Monday, the government sent buses to Lower Velm                  likely",
        "    basis: not given",
    ]
    start = lines.index("  8 Residents (unnamed: witness) · through Velm Herald                     clear")
    assert lines[start + 1 : start + 8] == [
        "    asserts (“told”) · reported by the outlet",
        "    │ that an engineer had warned the mayor about the gates in March",
        "",
        "    9 └ an engineer (unnamed: expert) · as told by residents              unsure",
        "      asserts (“warned”) · reported by residents",
        "      when (2025-03): in March · to: the mayor",
        "      │ about the gates",
    ]


@pytest.mark.parametrize("width", [40, 80, 109, 180])
def test_every_content_stands_whole_in_the_view(width: int) -> None:
    reading = dam_reading()
    shown = unbarred(view(reading, width))
    for claim in reading.claims:
        for span in claim.content:
            assert " ".join(span.cut(reading.article.text).split()) in shown


@pytest.mark.parametrize("width", [40, 80, 140])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(cell_len(line) for line in view(dam_reading(), width).splitlines()) <= width


def test_a_pipe_gets_no_colour_and_a_terminal_does() -> None:
    assert "\x1b" not in view(dam_reading())
    assert "\x1b[1" in view(dam_reading(), colour=True)


def test_truth_is_never_green_or_red() -> None:
    codes = {
        code for found in re.findall(r"\x1b\[([\d;]*)m", view(dam_reading(), colour=True)) for code in found.split(";")
    }
    assert not codes & {"31", "32", "91", "92", "41", "42", "101", "102"}


def test_colour_changes_no_word() -> None:
    plainly = re.sub(r"\x1b\[[\d;]*m", "", view(dam_reading(), colour=True))
    assert [line.rstrip() for line in plainly.splitlines()] == view(dam_reading()).splitlines()


def test_words_left_out_between_two_stretches_are_marked() -> None:
    text = "The bridge, which nobody likes, was closed."
    reading = bare_reading(text, plain("bridge", Span(0, 10), Span(32, 42)))
    assert "│ The bridge ⟨…⟩ was closed" in view(reading)


def test_control_characters_of_the_text_are_shown_and_not_sent() -> None:
    text = "A \x1b]0;owned\x07 line"
    reading = bare_reading(text, plain("line", Span(0, len(text))), title="T \x1b[2J")
    for colour in (False, True):
        shown = view(reading, colour=colour)
        assert "\x07" not in shown
        assert not re.search(r"\x1b(?!\[[\d;]*m)", shown)
    assert "│ A ⟨U+001B⟩]0;owned⟨U+0007⟩ line" in view(reading)


def test_markup_in_the_text_is_words() -> None:
    text = "[bold]See[/bold] :smile: [link=x]y[/link]"
    assert text in view(bare_reading(text, plain("markup", Span(0, len(text)))))


def test_a_reading_in_which_nothing_was_found_says_so() -> None:
    shown = view(bare_reading("Nothing at all."))
    assert "no source found that says something" in shown
    assert "outlet not given · time of publication not given" in shown
    assert "no credit found on the page" in shown


def test_a_long_unread_stretch_is_cut_between_words_with_a_count() -> None:
    reading = dam_reading()
    text = "parola " * 100
    article = replace(reading.article, text=text.strip(), blocks=())
    unread = replace(reading.unread[0], span=Span(0, 699))
    shown = unbarred(view(replace(bare_reading("x"), article=article, unread=(unread,))))
    assert "parola ⟨… 546 characters more⟩" in shown


@given(readings(), st.integers(20, 200))
def test_any_reading_can_be_shown_harmlessly(reading: Reading, width: int) -> None:
    shown = view(reading, width)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u200b]", shown)
    shown.encode("utf-8")
