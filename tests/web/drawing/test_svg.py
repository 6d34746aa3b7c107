"""Nothing that an article holds stands unescaped in a picture."""

from __future__ import annotations

from markupsafe import Markup

from sayso.web.drawing.svg import element


def test_words_and_attributes_are_escaped_and_markup_stands_as_it_is() -> None:
    shown = element("a", "<b>&", Markup("<i>x</i>"), href='"><script>', title=Markup("a&amp;b"))
    assert shown == '<a href="&#34;&gt;&lt;script&gt;" title="a&amp;b">&lt;b&gt;&amp;<i>x</i></a>'
    assert isinstance(shown, Markup)


def test_nothing_in_a_picture_acts_on_the_screen() -> None:
    assert element("text", "a\u202eb\x1b", aria_label="\u202e") == (
        '<text aria-label="⟨U+202E⟩">a⟨U+202E⟩b⟨U+001B⟩</text>'
    )


def test_numbers_lose_their_last_zeros_and_names_their_last_stroke() -> None:
    assert (
        element("circle", cx=2.0, cy=3.25, r=4, class_="near") == '<circle cx="2" cy="3.2" r="4" class="near"></circle>'
    )
