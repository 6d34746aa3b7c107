"""Places on a line of time."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.web.drawing.svg import element, shorten
from sayso.web.drawing.times import TICK_WIDTH, Scale, make_scale, time_of
from sayso.web.shapes import Head


def head(published: str | None, zone: str | None = None) -> Head:
    return Head("a", "A title", None, None, published, zone, "", "0", "a/0")


@pytest.mark.parametrize(
    ("published", "zone", "seconds"),
    [
        ("1970-01-02", None, 86400.0),
        ("1970-01-01T01:00", None, 3600.0),
        ("1970-01-01T01:00", "+01:00", 0.0),
        ("1970-02", None, 31 * 86400.0),
        ("1971", None, 365 * 86400.0),
        ("yesterday", None, None),
        (None, None, None),
    ],
)
def test_a_page_s_time_is_placed_as_it_is_given(published: str | None, zone: str | None, seconds: float | None) -> None:
    assert time_of(head(published, zone)) == seconds


def test_where_no_page_gives_a_time_there_is_no_scale() -> None:
    assert make_scale([head(None), head("soon")], 0, 100) is None


@given(st.lists(st.floats(0, 4e9), min_size=1, max_size=5), st.floats(200, 900))
def test_ticks_stand_inside_and_their_words_do_not_touch(times: list[float], right: float) -> None:
    scale = Scale(min(times), max(times), 0, right)
    places = [place for place, _ in scale.ticks()]
    assert all(-1 <= place <= right + 1 for place in places)
    if scale.last - scale.first > 3600:
        assert all(b - a > TICK_WIDTH - 1 for a, b in itertools.pairwise(places))


def test_what_an_article_holds_is_escaped_in_a_picture() -> None:
    assert element("text", "<b>&\u202e", x=1.50) == '<text x="1.5">&lt;b&gt;&amp;⟨U+202E⟩</text>'
    assert element("a", aria_label='"x"') == '<a aria-label="&#34;x&#34;"></a>'


def test_long_words_are_cut_and_say_so() -> None:
    assert shorten("a\n b", 5) == "a b"
    assert shorten("abcdefgh", 5) == "abcd…"
