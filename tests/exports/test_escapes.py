"""No character of an article acts on a screen."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.exports.escapes import escape_active, on_one_line


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words", "plain words"),
        ("\x1b[31mred\x07", "⟨U+001B⟩[31mred⟨U+0007⟩"),
        ("\x9b2J", "⟨U+009B⟩2J"),
        ("abc\u202edcba", "abc⟨U+202E⟩dcba"),
        ("zero\u200bwidth", "zero⟨U+200B⟩width"),
        ("half \ud800 a pair", "half ⟨U+D800⟩ a pair"),
        ("a ⟨U+001B⟩ of the article's own", "a ⟨U+27E8⟩U+001B⟨U+27E9⟩ of the article's own"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("naïve “quotes” 日本", "naïve “quotes” 日本"),
    ],
)
def test_active_characters_are_shown_by_their_numbers(text: str, shown: str) -> None:
    assert escape_active(text) == shown


def test_line_ends_and_runs_of_spaces_are_one_space() -> None:
    assert on_one_line("one\n\ntwo\r\n\tthree  four") == "one two three four"


@given(st.text(st.characters()))
def test_nothing_that_acts_is_left(text: str) -> None:
    assert not any(unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") for char in on_one_line(text))
