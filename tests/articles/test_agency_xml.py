"""NewsML-G2 and NITF."""

from __future__ import annotations

import pytest

from sayso.articles.limits import DEFAULT_LIMITS
from sayso.articles.xmlformats import read_xml
from sayso.errors import BadInput, MalformedInput
from sayso.records.article import Article, Precision, Published
from sayso.records.reading import Unread
from tests.articles.feeds import LAUGHS, NITF, OUTSIDE, PLAIN, XHTML, newsml


def read(data: bytes) -> list[Article | Unread]:
    return list(read_xml(data, "a.xml", limits=DEFAULT_LIMITS))


def one(data: bytes) -> Article:
    (article,) = read(data)
    assert isinstance(article, Article), article.why
    return article


def blocks(article: Article) -> list[tuple[str, str]]:
    return [(block.kind.value, block.span.cut(article.text)) for block in article.blocks]


def test_a_nitf_document_is_its_parts_in_order() -> None:
    article = one(NITF.encode())
    assert blocks(article) == [
        ("headline", "Pier at Lindmoor closed"),
        ("deck", "Council denies it knew"),
        ("byline", "By Orla Fenwick, harbour reporter"),
        ("dateline", "LINDMOOR"),
        ("credit", "Coast Agency"),
        ("body", "The pier is shut."),
        ("body", "Storms"),
        ("body", "She said & meant no."),
        ("credit", "Editing by Tam Brook"),
    ]
    assert (article.id, article.title, article.outlet) == ("coast-12", "Pier at Lindmoor closed", "Lindmoor Post")
    assert article.published == Published("2024-05-03T10:15:00", Precision.SECOND, "+00:00")
    assert (article.authors, article.language) == (("Orla Fenwick",), "en")


def test_a_nitf_document_without_a_story_is_refused() -> None:
    with pytest.raises(MalformedInput, match="no text in it"):
        read(b"<nitf><body><body.head><hl1>Pier shut</hl1></body.head><body.content/></body></nitf>")


@pytest.mark.parametrize("content", [PLAIN, XHTML])
def test_a_news_item_is_an_article_of_its_version(content: str) -> None:
    article = one(newsml(content))
    assert article.id == "urn:coast:12-1 version 2"
    assert (article.title, article.outlet) == ("Pier at Lindmoor closed", "COAST")
    assert article.published == Published("2024-05-03T10:15:00", Precision.SECOND, "+02:00")
    assert (article.authors, article.language) == (("Orla Fenwick",), "en")
    assert article.text.startswith("Pier at Lindmoor closed\n\nBy Orla Fenwick\n\nThe pier")
    assert blocks(article)[-1] == ("body", "She said no.")


def test_the_source_of_information_goes_before_the_provider() -> None:
    named = "<infoSource qcode='is:gulf'><name>Gulf Agency</name></infoSource>"
    assert one(newsml(PLAIN, about=named)).outlet == "Gulf Agency"


def test_a_nitf_document_inside_a_news_item_gives_its_parts() -> None:
    article = one(newsml(f'<inlineXML contenttype="application/nitf+xml">{NITF}</inlineXML>'))
    assert blocks(article)[0] == ("headline", "Pier at Lindmoor closed")
    assert article.id == "urn:coast:12-1 version 2"
    assert "She said & meant no." in article.text


def test_items_without_a_text_are_named_and_the_rest_is_read() -> None:
    picture = '<remoteContent href="pier.jpg" contenttype="image/jpeg"/>'
    first, bad, last = read(newsml(PLAIN, picture, XHTML))
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert bad == Unread("a.xml, item 2", "no text in it (text)")


def test_a_withdrawn_item_is_left_unread() -> None:
    (bad,) = read(newsml(PLAIN, meta='<pubStatus qcode="stat:canceled"/>'))
    assert bad == Unread("a.xml, item 1", "withdrawn by its provider (status canceled)")


def test_a_package_holds_no_story() -> None:
    (bad,) = read(b'<packageItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="x"/>')
    assert isinstance(bad, Unread)
    assert "packageItem" in bad.why


@pytest.mark.parametrize("head", [LAUGHS, OUTSIDE])
@pytest.mark.parametrize("data", [NITF.encode(), newsml(PLAIN).removeprefix(b'<?xml version="1.0"?>')])
def test_entities_are_never_followed(head: str, data: bytes) -> None:
    with pytest.raises(BadInput, match="declares entities"):
        read(head.replace("rss", "nitf").encode() + data)
