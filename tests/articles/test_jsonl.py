from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.articles import flags
from sayso.articles.jsonl import find_line, read_jsonl, read_line
from sayso.articles.limits import Limits
from sayso.errors import BadInput, MissingArticle, SaysoError
from sayso.records.article import Article, Precision, Published
from sayso.records.reading import Unread
from tests.articles.pages import PARAGRAPHS, write_story


def write_lines(folder: Path, *lines: object) -> Path:
    path = folder / "in.jsonl"
    path.write_bytes(
        b"".join((line if isinstance(line, bytes) else json.dumps(line).encode()) + b"\n" for line in lines)
    )
    return path


def test_a_line_is_an_article_with_the_claims_of_the_input(tmp_path: Path) -> None:
    row = {"id": "7", "text": "She said no.\r\n", "title": "No", "url": "https://post.example/7", "outlet": "Post"}
    row |= {"published": "2024-05-03T10:15:00Z", "page": 3}  # type: ignore[dict-item]  # other fields are ignored
    (article,) = read_jsonl(write_lines(tmp_path, row))
    assert isinstance(article, Article)
    assert (article.id, article.text, article.title, article.outlet) == ("7", "She said no.\r\n", "No", "Post")
    assert article.published == Published("2024-05-03T10:15:00", Precision.SECOND, "+00:00")


def test_bad_lines_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    lines = (
        {"id": "1", "text": "She said no."},
        b"{not json",
        b"",
        {"id": "2"},
        {"text": "no id"},
        {"id": "3", "text": ""},
        {"id": "4", "text": 7},
        {"id": "5", "text": "a", "html": "b"},
        {"id": "6", "text": "x" * 300},
        [1],
        b"\xff\xfe\x00",
        {"id": "8", "text": "He said so."},
    )
    rows = list(read_jsonl(write_lines(tmp_path, *lines), limits=Limits(size=200)))
    assert [row.id for row in rows if isinstance(row, Article)] == ["1", "8"]
    unread = [row for row in rows if isinstance(row, Unread)]
    assert [row.what.rpartition(":")[2] for row in unread] == ["2", "4", "5", "6", "7", "8", "9", "10", "11"]
    assert "limit" in unread[6].why
    assert all(row.why for row in unread)


def test_html_in_a_line_is_read_as_a_page(tmp_path: Path) -> None:
    page = write_story().decode()
    (article,) = read_jsonl(write_lines(tmp_path, {"id": "1", "html": page, "title": "Given"}))
    assert isinstance(article, Article)
    assert PARAGRAPHS[0] in article.text
    assert article.title == "Given"
    assert article.page_map[0].page.cut(page) == "Pier at Lindmoor closed"


@pytest.mark.parametrize(
    ("escaped", "text"),
    [
        (r"half \ud83d said", "half \ufffd said"),
        (r"half \udc00\ud83d", "half \ufffd\ufffd"),
        (r"whole \ud83d\ude00 and half \ud83d.", "whole \U0001f600 and half \ufffd."),
        (r"\\ud83d is no escape, \ud83d is", "\\ud83d is no escape, \ufffd is"),
    ],
)
def test_half_characters_are_replaced_and_flagged(escaped: str, text: str) -> None:
    article = read_line(f'{{"id": "1", "text": "{escaped}"}}'.encode(), "in.jsonl:1")
    assert article.text == text
    assert flags.LONE_SURROGATES in article.flags


def test_a_time_that_is_not_understood_is_none_and_flagged() -> None:
    article = read_line(b'{"id": 1, "text": "She said no.", "published": "03/04/2025"}', "in.jsonl:1")
    assert article.published is None
    assert article.flags == (flags.PUBLISHED_UNKNOWN,)


def test_latin_1_lines_are_read_and_flagged() -> None:
    article = read_line('{"id": "1", "text": "Muñoz dijo sí"}'.encode("cp1252"), "in.jsonl:1")
    assert article.text == "Muñoz dijo sí"
    assert article.flags == ("decoded as cp1252",)


def test_an_article_is_found_by_its_id(tmp_path: Path) -> None:
    path = write_lines(tmp_path, b"{bad", {"id": "1", "text": "She said no."}, {"id": "2", "text": "He said so."})
    assert find_line(path, "2").text == "He said so."
    with pytest.raises(MissingArticle, match="'3'"):
        find_line(path, "3")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"gone\.jsonl: cannot be opened"):
        list(read_jsonl(tmp_path / "gone.jsonl"))


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=50).filter(
        lambda t: any(map(str.isalnum, t))
    )
)
def test_the_text_is_never_altered(text: str) -> None:
    assert read_line(json.dumps({"id": "1", "text": text}).encode(), "in.jsonl:1").text == text


@given(st.binary(max_size=200))
def test_any_bytes_are_an_article_or_a_sayso_error(line: bytes) -> None:
    for data in (line, b'{"id":"1","text":"' + line + b'"}'):
        try:
            read_line(data, "in.jsonl:1").text.encode("utf-8")
        except SaysoError:
            continue
