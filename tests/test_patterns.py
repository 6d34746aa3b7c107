"""Patterns that are compiled when they are first tried."""

from __future__ import annotations

import re

import pytest

from sayso.patterns import begin_word, compile_later


def test_a_pattern_finds_what_it_would_find_compiled_at_once() -> None:
    later, now = compile_later(r"(?P<outlet>kell) post", re.I), re.compile(r"(?P<outlet>kell) post", re.I)
    text = "The Kell Post and the KELL POST."
    assert [match.span("outlet") for match in later.finditer(text)] == [m.span("outlet") for m in now.finditer(text)]
    assert later.fullmatch("Kell Post")
    assert later.sub("Echo", text) == now.sub("Echo", text)
    assert later.pattern == now.pattern


def test_a_pattern_is_not_compiled_before_it_is_tried() -> None:
    wrong = compile_later("(")
    with pytest.raises(re.error):
        wrong.search("")


def test_a_pattern_has_what_patterns_have_and_nothing_else() -> None:
    with pytest.raises(AttributeError):
        compile_later("a").find("a")  # type: ignore[attr-defined]


def test_words_tried_by_their_first_letter_are_those_of_one_list() -> None:
    words = ["two", "twelve", r"NATO", r"negotiat\w*", r"by\s+phone", "ten"]
    grouped, listed = (re.compile(source, re.I) for source in (begin_word(words), rf"\b(?:{'|'.join(words)})"))
    text = "Twelve of them Negotiating by  phone with Nato, often; a two-way talk, not weighty"
    assert [match.span() for match in grouped.finditer(text)] == [match.span() for match in listed.finditer(text)]
    assert len(grouped.findall(text)) == 5
