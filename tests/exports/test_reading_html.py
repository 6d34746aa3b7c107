"""The page: whole, harmless, alone."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace

import pytest
from hypothesis import given
from lxml import html

from sayso.exports.escapes import escape_active
from sayso.exports.reading_html import export_html
from sayso.records.reading import Reading
from sayso.records.span import Span
from tests.exports.anything import readings
from tests.exports.readings import TEXT, bare_reading, dam_reading, find, plain


def page(reading: Reading) -> html.HtmlElement:
    return html.document_fromstring(export_html(reading))


def lines_shown(reading: Reading) -> list[str]:
    """The article's lines as a reader sees them, without row numbers and labels."""
    root = page(reading)
    for added in root.xpath("//main//a[@class='n'] | //main//p/span[@class='part']"):
        added.drop_tree()
    return [line.text_content() for line in root.xpath("//main/div/p")]


def test_the_text_stands_on_the_page_word_for_word() -> None:
    assert lines_shown(dam_reading()) == [line for line in TEXT.split("\n") if line.strip()]


def test_every_row_has_one_card_beside_the_line_in_which_it_begins() -> None:
    root = page(dam_reading())
    assert sorted(card.get("id") for card in root.xpath("//div[@id]")) == sorted(f"r{n}" for n in range(1, 15))
    card = root.get_element_by_id("r9")
    assert "about the gates" in card.text_content()
    assert "an engineer had warned" in card.getparent().getparent()[0].text_content()


def test_every_link_leads_to_a_row_of_the_page() -> None:
    root = page(dam_reading())
    targets = {f"#{element.get('id')}" for element in root.xpath("//*[@id]")}
    links = [link.get("href") for link in root.xpath("//a")]
    assert len(links) > 20
    assert set(links) <= targets


def test_own_words_and_somebodys_words_are_marked_apart() -> None:
    root = page(dam_reading())
    own = root.xpath("//main//p/span[contains(@class, 'own')]")
    assert "the dam's gates were opened on Sunday night" in [span.text_content() for span in own]
    assert "about the gates" in [span.text_content() for span in root.xpath("//main//p/span[@class='said inner']")]


def test_the_outlets_words_inside_a_content_are_the_outlets() -> None:
    reading = dam_reading()
    inside = plain("inside", find("a power station upstream"))
    root = page(replace(reading, claims=(*reading.claims, inside)))
    assert root.xpath("//main//p/span[text()='a power station upstream']/@class") == ["own"]


def test_nothing_is_fetched_and_nothing_is_run() -> None:
    shown = export_html(dam_reading())
    assert not re.search(r"<(script|link|img|iframe|object|form)|src=|@import|url\(|javascript:|\son\w+=", shown)
    assert not re.search(r'href="(?!#)', shown)


def test_the_policy_allows_this_style_and_nothing_else() -> None:
    root = page(dam_reading())
    digest = base64.b64encode(hashlib.sha256(root.xpath("string(//style)").encode()).digest()).decode()
    policy = root.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert not root.xpath("//*[@style]")


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "</p></main><b onclick=x>", "&lt;b&gt; & co", "a \x00\x1b \u202e b", "\ud800"]
)
def test_whatever_the_text_is_the_page_shows_it_as_words(text: str) -> None:
    reading = bare_reading(text, plain("all", Span(0, len(text))), title=text)
    assert lines_shown(reading) == [escape_active(text)]
    assert page(reading).xpath("//script | //*[@onclick]") == []


def test_a_language_that_is_none_is_left_out() -> None:
    reading = dam_reading()
    assert page(reading).xpath("//main/@lang") == ["en"]
    odd = replace(reading, article=replace(reading.article, language='en" onload="x'))
    assert page(odd).xpath("//main/@lang") == []


@given(readings())
def test_any_reading_can_be_a_page(reading: Reading) -> None:
    shown = export_html(reading)
    assert not re.search(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u200b]", shown)
    shown.encode("utf-8")
