from __future__ import annotations

from contextlib import suppress

import pytest

from sayso.articles import flags
from sayso.articles.limits import DEFAULT_LIMITS, Limits
from sayso.articles.xmlformats import read_xml
from sayso.errors import BadInput, MalformedInput, TooLarge
from sayso.records.article import Article, Precision, Published
from sayso.records.reading import Unread
from tests.articles.feeds import ELSEWHERE, LAUGHS, OUTSIDE, PARAMETERS, RSS, atom, item, rss

STORY = "<p>The pier is <b>shut</b>.</p>\n<p>“No,” she&nbsp;said.</p><script>x()</script>"


def read(data: bytes, limits: Limits = DEFAULT_LIMITS) -> list[Article | Unread]:
    return list(read_xml(data, "feed.xml", limits=limits))


def one(data: bytes) -> Article:
    (article,) = read(data)
    assert isinstance(article, Article), article.why
    return article


def test_an_entry_with_its_content_is_an_article() -> None:
    more = "<link>https://post.example/1</link><pubDate>Fri, 03 May 2024 10:15:00 +0200</pubDate>"
    article = one(rss(item(STORY, "A summary.", more + "<dc:creator>Orla Fenwick</dc:creator>")))
    assert article.text == "The pier is shut.\n\n“No,” she\xa0said."
    assert (article.title, article.url, article.outlet) == ("Pier shut", "https://post.example/1", "Lindmoor Post")
    assert article.published == Published("2024-05-03T10:15:00", Precision.SECOND, "+02:00")
    assert (article.authors, article.language, article.flags) == (("Orla Fenwick",), "en-gb", ())


def test_the_source_that_an_entry_names_is_its_outlet() -> None:
    source = '<source url="https://agency.example/rss">Coast Agency</source>'
    assert one(rss(item(STORY, more=source))).outlet == "Coast Agency"
    source = "<source><id>urn:gulf</id><title>Gulf Agency</title></source>"
    assert one(atom(f"<title>No</title><summary>She said no.</summary>{source}")).outlet == "Gulf Agency"


def test_a_summary_alone_is_flagged() -> None:
    article = one(rss(item(summary="The pier is shut, <b>officials</b> said &amp; left.")))
    assert article.text == "The pier is shut, officials said & left."
    assert article.flags == (flags.SUMMARY_ONLY,)


def test_a_summary_without_markup_is_kept_as_it_stands() -> None:
    assert one(rss(item(summary="She said:  5 < 6\n  & left."))).text == "She said:  5 < 6\n  & left."


@pytest.mark.parametrize(
    "content",
    [
        '<content type="html">&lt;p&gt;She said no.&lt;/p&gt;</content>',
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>She said no.</p></div></content>',
        "<content>She said no.</content>",
    ],
)
def test_atom_has_three_kinds_of_content(content: str) -> None:
    entry = (
        '<title>No</title><id>urn:1</id><link href="https://post.example/1"/><author><name>Tam Brook</name></author>'
    )
    entry += "<published>2024-05-03T10:15:00Z</published><updated>2025-01-01T00:00:00Z</updated>"
    article = one(atom(entry + content))
    assert (article.text, article.url, article.authors) == ("She said no.", "https://post.example/1", ("Tam Brook",))
    assert article.published == Published("2024-05-03T10:15:00", Precision.SECOND, "+00:00")


def test_feeds_of_rdf_are_read() -> None:
    data = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
        xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Lindmoor Post</title></channel><item>
        <title>No</title><link>https://post.example/1</link><description>She said no.</description>
        <dc:date>2024-05-03T10:15Z</dc:date></item></rdf:RDF>"""
    article = one(data)
    assert (article.text, article.outlet, article.url) == ("She said no.", "Lindmoor Post", "https://post.example/1")
    assert article.published == Published("2024-05-03T10:15", Precision.MINUTE, "+00:00")


def test_an_author_is_a_name_and_no_mail_address() -> None:
    assert one(rss(item(STORY, more="<author>desk@post.example (Orla Fenwick)</author>"))).authors == ("Orla Fenwick",)


def test_what_is_said_of_pictures_is_not_taken() -> None:
    media = "<media:title>A pier</media:title><media:description>Photo: Tam Brook</media:description>"
    article = one(rss(f"<media:content>{media}</media:content>{media}" + item(summary="She said no.")))
    assert (article.title, article.text, article.flags) == ("Pier shut", "She said no.", (flags.SUMMARY_ONLY,))


def test_an_entry_without_words_is_named_and_the_rest_is_read() -> None:
    first, bad, last = read(rss(item(STORY), item(), item("She said no.")))
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert bad == Unread("feed.xml, entry 2", "no words in it but a title")


def test_names_of_entities_that_html_knows_are_read() -> None:
    article = one(rss("<title>Caf&eacute; &amp; bar</title><description>AT&T said&nbsp;no &bogus; left.</description>"))
    assert (article.title, article.text) == ("Café & bar", "AT&T said\xa0no &bogus; left.")


def test_a_feed_that_is_cut_off_loses_its_last_entry_alone() -> None:
    whole = rss(item(STORY), item("She said no to it all."))
    first, cut = read(whole[: whole.index(b"to it all")])
    assert isinstance(first, Article)
    assert flags.BROKEN_MARKUP in first.flags
    assert cut == Unread("feed.xml, entry 2", "the feed ends within this entry; save it again")


def test_tags_that_do_not_match_are_flagged() -> None:
    _, second = read(rss(item("She said no."), "<title>b</title><description>He left.</description><b>"))
    assert isinstance(second, Article)
    assert second.text == "He left."
    assert flags.BROKEN_MARKUP in second.flags


@pytest.mark.parametrize("head", [LAUGHS, OUTSIDE, PARAMETERS])
def test_declared_entities_are_refused_unread(head: str) -> None:
    with pytest.raises(MalformedInput, match="declares entities"):
        read(rss(item(summary="&i; &a; &b;"), head=head))


def test_declared_entities_are_refused_in_any_encoding() -> None:
    for encoding in ("utf-16", "utf-16-le"):
        data = rss(item(summary="&a;"), head=LAUGHS).decode().replace("utf-8", "utf-16").encode(encoding)
        with pytest.raises(BadInput):
            read(data)


def test_a_document_type_elsewhere_is_not_fetched() -> None:
    assert one(rss(item("She said no."), head=ELSEWHERE)).text == "She said no."


HOSTILE = {
    "nested": RSS.encode() + b"<channel>" + b"<item>" * 100_000,
    "nested and closed": RSS.encode() + b"<channel><item><description>" + b"<b>" * 100_000 + b"no" + b"</b>" * 100_000,
    "many tags": RSS.encode() + b"<channel>" + b"<item/>" * 1_300_000,
    "one long word": RSS.encode() + b"<channel><item><title>" + b"x" * 12_000_000,
    "many attributes": b"<rss " + b" ".join(b'a%d="1"' % n for n in range(200_000)) + b"/>",
    "CDATA without end": RSS.encode() + b"<channel><item><description>" + b"<![CDATA[" * 500_000,
    "ampersands": RSS.encode() + b"<channel><item><description>" + b"&" * 2_000_000,
    "no element": b"<?xml version='1.0'?><!-- nothing -->",
    "another kind": b"<?xml version='1.0'?><bank><account/></bank>",
    "nothing": b"",
    "NUL": b"<rss>" + b"\x00" * 3_000,
    "tags in a description": RSS.encode() + b"<channel><item><description><![CDATA[" + b"<div>" * 310_000 + b"]]>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_feeds_give_one_reason_at_most(name: str) -> None:
    with suppress(BadInput):
        assert len(read(HOSTILE[name])) <= 1


def test_beyond_the_limits_of_the_parser_it_is_too_large() -> None:
    with pytest.raises(TooLarge, match="Excessive depth"):
        read(HOSTILE["nested"])


def test_characters_that_xml_forbids_are_replaced() -> None:
    article = one(rss(item(summary="She said\x01 no, and that was all there was to say of it.")))
    assert article.text.startswith("She said\ufffd no")
    assert flags.UNDECODABLE in article.flags
