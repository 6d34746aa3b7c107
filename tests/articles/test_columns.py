from __future__ import annotations

import pytest

from sayso.articles.columns import Columns, find_columns, find_dump, parse_columns
from sayso.errors import BadColumns


def test_a_map_is_written_as_pairs() -> None:
    assert parse_columns(["id=ID, text=Body,title=Head line"]) == Columns(
        id=("ID",), text=("Body",), title=("Head line",)
    )


def test_a_map_may_come_in_pieces_and_name_two_columns_for_a_field() -> None:
    assert parse_columns(["text=Body", "text=Summary"]).text == ("Body", "Summary")


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("Body", "maps no column"),
        ("words=Body", "FIELD one of id, text, html"),
        ("text=", "maps no column"),
        ("id=ID", "names the column of the text"),
    ],
)
def test_a_map_that_cannot_be_meant_is_refused(written: str, says: str) -> None:
    with pytest.raises(BadColumns, match=says):
        parse_columns([written])


@pytest.mark.parametrize(
    ("names", "dump"),
    [
        ("stories_id publish_date title url language media_id media_name media_url text", "Media Cloud"),
        ("id indexed_date language media_name media_url publish_date title url text", "Media Cloud"),
        ("uri lang isDuplicate date time dateTime dateTimePub url title body source authors", "Event Registry"),
        ("authors date_download date_publish language maintext source_domain title url", "news-please"),
        ("title plaintext authors publishing_date topics free_access", "fundus"),
        ("id text title", None),
    ],
)
def test_dumps_are_known_by_their_columns(names: str, dump: str | None) -> None:
    found = find_dump(names.split())
    assert (found.name if found else None) == dump


def test_what_is_given_goes_before_what_is_known() -> None:
    given = Columns(text=("title",))
    assert find_columns(["media_name", "publish_date", "title", "text"], given) is given


def test_a_table_without_words_is_told_with_its_columns() -> None:
    with pytest.raises(BadColumns, match="no column 'text' or 'story_text' of Media Cloud holds the words"):
        find_columns(["media_name", "publish_date", "title"], None)
