from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from sayso.articles import flags, open_article, parse_columns, read_articles
from sayso.articles.limits import DEFAULT_LIMITS, Limits
from sayso.articles.table import read_csv
from sayso.errors import MalformedInput
from sayso.records.article import Article, Precision, Published
from sayso.records.reading import Unread

HEAD = ("id", "text", "title")


def write(*rows: tuple[str, ...], head: tuple[str, ...] = HEAD, delimiter: str = ",") -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows([head, *rows])
    return out.getvalue().encode()


def read(data: bytes, *, columns: str | None = None, limits: Limits = DEFAULT_LIMITS) -> list[Article | Unread]:
    found = None if columns is None else parse_columns([columns])
    return list(read_csv(io.BytesIO(data), "t.csv", columns=found, limits=limits))


def texts(items: list[Article | Unread]) -> list[str]:
    return [item.text if isinstance(item, Article) else f"-{item.what}" for item in items]


def test_a_row_is_an_article() -> None:
    (article,) = read(write(("7", "She said “no”,\r\nand left.", "No, again")))
    assert isinstance(article, Article)
    assert (article.id, article.text, article.title) == ("7", "She said “no”,\r\nand left.", "No, again")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_head_shows_what_parts_the_cells(delimiter: str) -> None:
    assert texts(read(write(("7", "She said no; he, too | left.", "No"), delimiter=delimiter))) == [
        "She said no; he, too | left."
    ]


def test_a_map_names_the_columns() -> None:
    data = write(("7", "She said no.", "Post"), head=("ID", "Body", "Paper"))
    (article,) = read(data, columns="id=ID,text=Body,outlet=Paper")
    assert isinstance(article, Article)
    assert (article.id, article.text, article.outlet) == ("7", "She said no.", "Post")


def test_a_dump_of_media_cloud_is_known() -> None:
    head = ("stories_id", "publish_date", "title", "url", "language", "media_name", "text")
    row = ("9", "2024-05-03 00:00:00", "Pier shut", "https://post.example/9", "en", "Lindmoor Post", "She said no.")
    (article,) = read(write(row, head=head))
    assert isinstance(article, Article)
    assert (article.id, article.outlet, article.language) == ("9", "Lindmoor Post", "en")
    assert article.published == Published("2024-05-03", Precision.DAY)


def test_a_byte_order_mark_is_no_part_of_the_first_column() -> None:
    (article,) = read(b"\xef\xbb\xbf" + write(("7", "She said no.", "")))
    assert isinstance(article, Article)
    assert article.id == "7"
    assert flags.BYTE_ORDER_MARK in article.flags


def test_utf_16_with_its_mark_is_read() -> None:
    (article,) = read(write(("7", "Sie sagte “nein” zu Jürg.", "")).decode().encode("utf-16"))
    assert isinstance(article, Article)
    assert article.text == "Sie sagte “nein” zu Jürg."
    assert "decoded as utf-16" in article.flags


def test_each_cell_may_be_in_another_encoding() -> None:
    data = b"id,text\n1,caf\xe9 said no\n2,caf\xc3\xa9 said no\n"
    first, second = read(data)
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert first.text == second.text == "café said no"
    assert (first.flags, second.flags) == (("decoded as cp1252",), ())


def test_bad_rows_are_named_by_their_line_and_the_rest_is_read() -> None:
    data = b'id,text\n1,"two\nlines"\n2,a,b\n3\n4,"He said "no" to it"\n\n5,\n6,She said no.\n'
    assert texts(read(data)) == ["two\nlines", "-t.csv:4", "-t.csv:5", "-t.csv:6", "-t.csv:8", "She said no."]


def test_a_quotation_mark_that_is_never_closed_leaves_one_row() -> None:
    items = read(b'id,text\n1,She said no.\n2,"He said so\n' + b"3,It rains.\n" * 1000)
    assert texts(items) == ["She said no.", "-t.csv:3"]
    assert isinstance(items[1], Unread)
    assert "never closed" in items[1].why


def test_a_cell_over_the_limit_ends_the_file_in_one_row() -> None:
    data = b'id,text\n1,She said no.\n2,"' + b"words and\n" * 10_000 + b'"\n3,It rains.\n'
    items = read(data, limits=Limits(size=50_000))
    assert texts(items) == ["She said no.", "-t.csv:3"]
    assert isinstance(items[1], Unread)
    assert "longer than the limit" in items[1].why


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "no CSV"),
        (b"\n\n", "no CSV"),
        (b"a,b\n1,2\n", "no column 'text' or 'html' holds the words: the columns are a, b"),
        (b"x" * 500_000, "no CSV"),
        (b"," * 5_000, "no CSV"),
    ],
)
def test_a_file_without_a_usable_head_is_refused(data: bytes, says: str) -> None:
    with pytest.raises(MalformedInput, match=says):
        read(data, limits=Limits(size=100_000))


def test_nul_bytes_are_no_text() -> None:
    (row,) = read(b"id,text\n1," + b"\x00" * 500 + b"\n")
    assert isinstance(row, Unread)
    assert "control characters" in row.why


def test_a_file_is_known_by_its_ending_or_its_columns_and_by_a_map(tmp_path: Path) -> None:
    for name in ("a.csv", "a.tsv", "table"):
        (tmp_path / name).write_bytes(write(("7", "She said no.", "")))
        assert open_article(tmp_path / name).text == "She said no."
    (tmp_path / "mine").write_bytes(write(("<p>She said</p><p>no.</p>",), head=("Body",)))
    assert open_article(tmp_path / "mine", columns=parse_columns(["html=Body"])).text == "She said\n\nno."
    with pytest.raises(MalformedInput, match="no column 'Body'"):
        list(read_articles(tmp_path / "a.csv", columns=parse_columns(["text=Body"])))
