"""Markdown: nothing of an article is taken for markup."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sayso.exports.escapes import on_one_line
from sayso.exports.reading_markdown import escape_markdown, export_markdown
from sayso.records.reading import Reading
from sayso.records.span import Span
from tests.exports.anything import readings
from tests.exports.readings import bare_reading, dam_reading, plain


def rendered(markdown: str) -> str:
    return str(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(markdown))


@pytest.mark.parametrize(
    "words",
    [
        "**bold** _soft_ `code` ~~gone~~",
        "[a](http://b.example) ![i](x.png) <b>tag</b> <http://c.example>",
        "# no heading",
        "- no list",
        "+ none",
        "12. Dezember",
        "7) seven",
        "> no quotation",
        "=====",
        "---",
        "a | b",
        "&amp; &#64;",
        "back\\slash \\* and `",
        "$5 and $6",
    ],
)
def test_markup_in_words_is_words(words: str) -> None:
    assert rendered(escape_markdown(words)) == f"<p>{html.escape(words, quote=False).replace(chr(34), '&quot;')}</p>\n"


@given(st.text(st.sampled_from("ab1 .)(-+#=>*_`[]<>|~&!\\:/\n\"'")))
def test_any_words_are_shown_as_they_are(words: str) -> None:
    shown = html.unescape(re.sub(r"</?p>|\n", "", rendered(escape_markdown(words))))
    assert shown == on_one_line(words).strip()


def test_the_view_says_who_says_what() -> None:
    shown = export_markdown(dam_reading())
    assert shown.startswith("# Valley Towns Evacuated After Orsk Dam Is Opened\n\n- The Velm Courier · published 2025")
    assert (
        "- **4** basis: not given (likely)\n\n  > the dam's gates were opened on Sunday night\n\n  ▶ told as fact"
        in shown
    )
    assert (
        "- **2** **the minister** → **Carla Ruiz** · in the deck · **denies** (“said”), reported by the outlet" in shown
    )
    assert "  - **9** **an engineer**" in shown
    assert "\n## Left unread (1)\n" in shown


def test_words_that_begin_like_markup_make_no_new_block() -> None:
    text = "1. Mai\n- Feiertag"
    shown = rendered(export_markdown(bare_reading(text, plain("may", Span(0, len(text))))))
    assert "<p>1. Mai - Feiertag</p>" in shown
    assert "<ol>" not in shown


@given(readings())
def test_any_reading_can_be_markdown(reading: Reading) -> None:
    shown = export_markdown(reading)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u200b]", shown)
    tags = set(re.findall(r"</?(\w+)", rendered(shown)))
    assert tags <= {"h1", "h2", "ul", "li", "p", "strong", "blockquote"}
