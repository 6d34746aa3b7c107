from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.articles.html import read_html, read_html_string
from sayso.articles.page import read_page
from sayso.articles.stretches import compose_text
from sayso.errors import SaysoError
from tests.articles.test_html import check_map

SCRAPS = st.sampled_from(
    (
        "<p>|</p>|<div class='caption'>|</div>|<b>|</b>|<br>|<br/>|<a href='x'>|</a>|<h1>|</h1>|<ul><li>|<pre>|</pre>"
        "|<!--|-->|&amp;|&nbsp;|&#x20;|&nope;|&#xD800;|&notit;|&ltx|&NotEqualTilde;|<script>|</script>|<span hidden>"
        "|</span>|\n  |\r\n| |<|&|>|said|the minister|É„“|\u200b|\U0001f4a7|<p|='|\"|<svg>|</svg>|<table><td>|<xmp>"
        "|</xmp>|<title>x</title>|<plaintext>|</"
    ).split("|")
)
PAGES = st.lists(SCRAPS, max_size=60).map("".join)


@given(PAGES)
def test_every_stretch_of_any_page_cuts_what_it_says(source: str) -> None:
    page = read_page(source, "a.html")
    composed = compose_text(source, page.blocks)
    at = 0
    for stretch in composed.page_map:
        said, shown = stretch.text.cut(composed.text), stretch.page.cut(source)
        assert said == shown or (len(said) <= 2 and (shown.isspace() or shown[0] in "&<"))
        assert stretch.text.start >= at
        at = stretch.text.end


@given(PAGES)
def test_any_page_is_an_article_or_a_sayso_error(source: str) -> None:
    try:
        article = read_html_string(source)
    except SaysoError:
        return
    check_map(article, source)
    ends = [0, *(block.span.end for block in article.blocks)]
    assert all(block.span.start >= end for block, end in zip(article.blocks, ends, strict=False))
    assert all(block.span.cut(article.text).strip() for block in article.blocks)


@given(st.binary(max_size=300))
def test_any_bytes_are_an_article_or_a_sayso_error(data: bytes) -> None:
    for page in (data, b"<html><body><p>" + data):
        try:
            read_html(page, "a.html")
        except SaysoError:
            continue
