from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from sayso.articles import flags
from sayso.articles.columns import DUMPS, OWN, Columns
from sayso.articles.identity import make_id
from sayso.articles.limits import DEFAULT_LIMITS
from sayso.articles.rows import read_row
from sayso.errors import MalformedInput
from sayso.records.article import Article, Precision, Published

BY_NAME = {dump.name: dump.columns for dump in DUMPS}


def read(row: dict[str, object], columns: Columns = OWN) -> Article:
    return read_row(row, columns, "row", limits=DEFAULT_LIMITS)


def test_the_words_of_a_cell_are_kept_as_they_stand() -> None:
    assert read({"text": " She said no. \r\n\r\n\tHe did not. "}).text == " She said no. \r\n\r\n\tHe did not. "


def test_a_row_without_an_id_has_that_of_its_content() -> None:
    article = read({"text": "She said no.", "title": "No", "url": "https://post.example/1"})
    assert article.id == make_id("She said no.", title="No", url="https://post.example/1")
    assert read({"text": "She said no.", "id": 7}).id == "7"


@pytest.mark.parametrize(
    ("value", "published"),
    [
        ("2024-05-03 00:00:00", Published("2024-05-03", Precision.DAY)),
        (datetime(2024, 5, 3), Published("2024-05-03", Precision.DAY)),  # noqa: DTZ001 (no zone is the point)
        (date(2024, 5, 3), Published("2024-05-03", Precision.DAY)),
        (datetime(2024, 5, 3, 0, 0, tzinfo=UTC), Published("2024-05-03T00:00:00", Precision.SECOND, "+00:00")),
        ("2024-05-03T10:15:00Z", Published("2024-05-03T10:15:00", Precision.SECOND, "+00:00")),
        ("2024-05-03 10:15", Published("2024-05-03T10:15", Precision.MINUTE)),
    ],
)
def test_a_midnight_without_a_zone_is_a_day(value: object, published: Published) -> None:
    assert read({"text": "She said no.", "published": value}).published == published


def test_a_time_that_nobody_understands_is_flagged() -> None:
    article = read({"text": "She said no.", "published": "some day"})
    assert (article.published, article.flags) == (None, (flags.PUBLISHED_UNKNOWN,))


@pytest.mark.parametrize(
    "value",
    [
        ["Orla Fenwick", "Tam Brook"],
        [{"name": "Orla Fenwick", "isAgency": False}, {"name": "Tam Brook"}],
        "Orla Fenwick; Tam Brook",
        '["Orla Fenwick", "Tam Brook"]',
        "['Orla Fenwick', 'Tam Brook']",
    ],
)
def test_authors_come_in_many_shapes(value: object) -> None:
    assert read({"text": "She said no.", "authors": value}).authors == ("Orla Fenwick", "Tam Brook")


def test_empty_cells_say_nothing() -> None:
    article = read({"text": "She said no.", "title": "nan", "outlet": " ", "url": None, "language": "NULL"})
    assert (article.title, article.outlet, article.url, article.language) == (None, None, None, None)


def test_a_row_without_words_is_refused() -> None:
    with pytest.raises(MalformedInput, match="no words in 'text' or 'html'"):
        read({"text": " ", "title": "No"})


def test_a_page_in_a_cell_is_read_as_one() -> None:
    article = read({"text": "", "html": "<h1>Pier shut</h1><p>The harbour master said that the pier was shut.</p>"})
    assert "The harbour master said that the pier was shut." in article.text
    assert "<" not in article.text


def test_event_registry_found_it_later_than_it_was_published() -> None:
    row: dict[str, object] = {"uri": "84", "lang": "eng", "title": "Pier shut", "body": "She said no."}
    row |= {"dateTime": "2024-05-03T12:00:00Z", "dateTimePub": "2024-05-03T11:40:00Z"}
    row |= {"source": {"uri": "post.example", "title": "Lindmoor Post"}, "url": "https://post.example/84"}
    article = read(row, BY_NAME["Event Registry"])
    assert article.published == Published("2024-05-03T11:40:00", Precision.SECOND, "+00:00")
    assert (article.id, article.outlet, article.language) == ("84", "Lindmoor Post", "eng")
    del row["dateTimePub"]
    assert read(row, BY_NAME["Event Registry"]).published is None


def test_a_body_of_fundus_is_its_paragraphs() -> None:
    body = {
        "summary": ["The pier is shut."],
        "sections": [{"headline": [], "paragraphs": ["She said no.", "He left."]}],
    }
    row: dict[str, object] = {"title": "Pier shut", "publishing_date": "2024-05-03 10:15:00+02:00", "body": body}
    article = read(row, BY_NAME["fundus"])
    assert article.text == "The pier is shut.\n\nShe said no.\n\nHe left."
    assert article.published == Published("2024-05-03T10:15:00", Precision.SECOND, "+02:00")


def test_half_characters_become_whole_ones() -> None:
    article = read({"text": "half \ud800 said", "title": "a \udc00 b"})
    assert article.text == "half \ufffd said"
    assert flags.LONE_SURROGATES in article.flags
    assert article.title == "a \ufffd b"
