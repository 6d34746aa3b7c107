from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.articles import open_article, read_articles
from sayso.articles.jsonl import read_line
from sayso.errors import BadInput
from sayso.records.article import Article, Precision, Published
from sayso.records.reading import Unread

FIRST: dict[str, object] = {
    "uri": "http://agency.example/item/12",
    "type": "text",
    "version": "3",
    "versioncreated": "2024-05-03T10:15:00+02:00",
    "firstcreated": "2024-05-03T08:00:00+02:00",
    "language": "en-GB",
    "headline": "Pier at Lindmoor closed",
    "byline": "By Orla Fenwick",
    "body_text": "The pier is shut.\nShe said no.",
    "infosource": [{"name": "Coast Agency"}],
}
SECOND: dict[str, object] = {
    "uri": "urn:coast:12",
    "headlines": [{"role": "short", "value": "Pier shut"}, {"role": "main", "value": "Pier at Lindmoor closed"}],
    "bodies": [
        {"contenttype": "text/html", "value": "<p>The pier&nbsp;is <b>shut</b>.</p><p>She said no.</p>"},
    ],
}


def read(item: dict[str, object]) -> Article:
    return read_line(json.dumps(item).encode(), "item")


def test_an_item_is_an_article_of_its_version() -> None:
    article = read(FIRST)
    assert article.id == "http://agency.example/item/12 version 3"
    assert article.text == "Pier at Lindmoor closed\n\nBy Orla Fenwick\n\nThe pier is shut.\nShe said no."
    assert article.published == Published("2024-05-03T10:15:00", Precision.SECOND, "+02:00")
    assert (article.outlet, article.authors, article.language) == ("Coast Agency", ("Orla Fenwick",), "en-GB")
    assert [(block.kind.value, block.span.cut(article.text)) for block in article.blocks] == [
        ("headline", "Pier at Lindmoor closed"),
        ("byline", "By Orla Fenwick"),
        ("body", "The pier is shut."),
        ("body", "She said no."),
    ]


def test_later_generations_have_lists_of_headlines_and_bodies() -> None:
    article = read(SECOND)
    assert article.title == "Pier at Lindmoor closed"
    assert article.text == "Pier at Lindmoor closed\n\nThe pier\xa0is shut.\n\nShe said no."


def test_plain_text_goes_before_markup() -> None:
    both = SECOND | {"body_text": "The pier is shut."}
    assert read(both).text.endswith("closed\n\nThe pier is shut.")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"pubstatus": "canceled"}, "withdrawn by its provider"),
        ({"body_text": " "}, "no text in it"),
        ({"body_text": 7, "headline": ["x"]}, "text"),
    ],
)
def test_an_item_without_a_story_is_refused(change: dict[str, object], says: str) -> None:
    with pytest.raises(BadInput, match=says):
        read(FIRST | change if "headline" not in change else {"uri": "x", "body_text": []})


def test_lists_of_items_are_read_one_by_one(tmp_path: Path) -> None:
    (tmp_path / "items.json").write_text(json.dumps([FIRST, {"uri": "x"}, SECOND]))
    first, bad, second = read_articles(tmp_path / "items.json")
    assert isinstance(first, Article)
    assert isinstance(bad, Unread)
    assert isinstance(second, Article)
    assert bad.what == f"{tmp_path / 'items.json'}, entry 2"


def test_an_answer_of_event_registry_is_its_articles(tmp_path: Path) -> None:
    found = [{"uri": "84", "lang": "eng", "title": "Pier shut", "body": "She said no.", "source": {"title": "Post"}}]
    (tmp_path / "answer.json").write_text(json.dumps({"articles": {"page": 1, "results": found}}))
    article = open_article(tmp_path / "answer.json")
    assert (article.id, article.text, article.outlet) == ("84", "She said no.", "Post")


def test_a_dump_of_news_please_is_an_article(tmp_path: Path) -> None:
    row = {"maintext": "She said no.", "source_domain": "post.example", "date_publish": "2024-05-03 10:15:00"}
    row |= {"title": "No", "url": "https://post.example/1", "language": "en"}
    (tmp_path / "a.json").write_text(json.dumps(row | {"authors": ["Tam Brook"], "image_url": None}))
    article = open_article(tmp_path / "a.json")
    assert (article.outlet, article.authors, article.title) == ("post.example", ("Tam Brook",), "No")
    assert article.published == Published("2024-05-03T10:15:00", Precision.SECOND)
