from __future__ import annotations

import gzip
import io
import sys
import zlib
from pathlib import Path
from types import SimpleNamespace

import pytest

from sayso.articles import flags, open_article, read_articles
from sayso.articles.limits import DEFAULT_LIMITS, Limits
from sayso.articles.warc import read_wacz, read_warc
from sayso.errors import BadInput, MalformedInput
from sayso.records.article import Article, Precision, Published
from sayso.records.reading import Unread
from tests.articles.archives import PAGE, URL, answer, bomb, packed, record, wacz, warc
from tests.articles.pages import PARAGRAPHS, write_story

FIRST, SECOND = record(answer()), record(answer(write_story()), url="https://post.example/other")


def read(data: bytes, limits: Limits = DEFAULT_LIMITS) -> list[Article | Unread]:
    return list(read_warc(io.BytesIO(data), "a.warc", limits=limits))


def one(data: bytes) -> Article:
    (article,) = read(data)
    assert isinstance(article, Article), article.why
    return article


@pytest.mark.parametrize("data", [warc(FIRST), packed(warc(), FIRST), gzip.compress(warc(FIRST))])
def test_a_page_that_was_answered_is_an_article(data: bytes) -> None:
    article = one(data)
    assert PARAGRAPHS[0] in article.text
    assert article.url == URL


def test_when_a_page_was_archived_is_not_when_it_was_published() -> None:
    assert one(warc(FIRST)).published == Published("2024-05-03T10:15:00", Precision.SECOND, "+00:00")
    assert one(warc(SECOND)).published is None


def test_the_address_that_a_page_claims_goes_first() -> None:
    page = write_story(head='<link rel="canonical" href="https://post.example/real">')
    assert one(warc(record(answer(page)))).url == "https://post.example/real"


@pytest.mark.parametrize(
    "other",
    [
        record(answer(b"x", form="image/png")),
        record(answer(status="404 Not Found")),
        record(answer(status="302 Found")),
        record(b"GET / HTTP/1.1\r\n\r\n", kind="request", form="application/http; msgtype=request"),
        record(b"", kind="revisit"),
        record(b"no answer at all"),
        record(b""),
    ],
)
def test_what_is_no_page_is_passed_over(other: bytes) -> None:
    assert len(read(warc(other, FIRST, other))) == 1


def test_a_page_without_words_is_named_and_the_rest_is_read() -> None:
    bad, good = read(warc(record(answer(b"<html><body></body></html>")), FIRST))
    assert isinstance(good, Article)
    assert isinstance(bad, Unread)
    assert bad.what == f"a.warc, record 2 ({URL})"


def test_chunks_and_packing_are_undone() -> None:
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (PAGE[:100], PAGE[100:], b""))
    sent = {
        b"Transfer-Encoding: chunked\r\n": chunks,
        b"Content-Encoding: gzip\r\n": gzip.compress(PAGE),
        b"Content-Encoding: deflate\r\n": zlib.compress(PAGE),
        b"Content-Encoding: gzip\r\nX: undone already\r\n": PAGE,
        b"Transfer-Encoding: chunked\r\nX: undone already\r\n": PAGE,
        b"Content-Encoding: br\r\nX: undone already\r\n": PAGE,
    }
    articles = [one(warc(record(answer(page, more=head)))) for head, page in sent.items()]
    assert {article.text for article in articles} == {one(warc(FIRST)).text}


def test_a_packing_that_is_not_known_is_told() -> None:
    (bad,) = read(warc(record(answer(b"\x8b\x05\x80abc", more=b"Content-Encoding: br\r\n"))))
    assert isinstance(bad, Unread)
    assert "packed as 'br'" in bad.why


def test_the_charset_of_the_answer_counts() -> None:
    page = "<p>Harbour master Jiří Žák said on Tuesday that the pier would be closed.</p>".encode("iso-8859-2")
    assert "Jiří Žák" in one(warc(record(answer(page, form="text/html; charset=iso-8859-2")))).text


def test_a_page_that_the_archive_cut_is_flagged() -> None:
    assert flags.CUT_OFF in one(warc(record(answer(), more=b"WARC-Truncated: length\r\n"))).flags


@pytest.mark.parametrize("data", [warc(FIRST, SECOND)[:-200], packed(FIRST, SECOND)[:-200]])
def test_a_file_that_is_cut_off_gives_what_is_there_and_one_reason(data: bytes) -> None:
    first, cut = read(data)
    assert isinstance(first, Article)
    assert isinstance(cut, Unread)
    assert "saved as a whole" in cut.why


HOSTILE = {
    "a gzip bomb": bomb(500),
    "a bomb in an answer": warc(record(answer(gzip.compress(bytes(50_000_000)), more=b"Content-Encoding: gzip\r\n"))),
    "a length beyond numbers": b"WARC/1.0\r\nContent-Length: " + b"9" * 10_000 + b"\r\n\r\n",
    "a length below nothing": b"WARC/1.0\r\nContent-Length: -5\r\n\r\n",
    "no length": b"WARC/1.0\r\n\r\n",
    "headers without end": b"WARC/1.0\r\n" + b"a: b\r\n" * 100_000,
    "headers of an answer without end": warc(record(answer(more=b"a: b\r\n" * 100_000))),
    "a line without end": b"WARC/1.0\r\n" + b"a" * 5_000_000,
    "no archive": b"WARC/" + b"\x00" * 1000,
    "broken gzip": b"\x1f\x8b" + b"\xff" * 1000,
    "gzip of something else": gzip.compress(b"She said no."),
    "a page that ends early": record(answer())[:-300].replace(b"Content-Length: ", b"Content-Length: 9"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_archives_give_one_reason(name: str) -> None:
    (bad,) = read(HOSTILE[name])
    assert isinstance(bad, Unread)
    assert bad.why


def test_a_page_over_the_limit_is_passed_over_unread() -> None:
    large = record(answer(b"<p>no</p>" * 20_000), url="https://post.example/large")
    bad, good = read(warc(large, FIRST), Limits(size=100_000))
    assert isinstance(good, Article)
    assert bad == Unread(
        "a.warc, record 2 (https://post.example/large)", "a page of 180,000 bytes, more than the limit of 100,000"
    )


def test_nothing_holds_no_page() -> None:
    assert read(b"") == []


def test_a_wacz_is_its_archives(tmp_path: Path) -> None:
    (tmp_path / "a.wacz").write_bytes(wacz(a=packed(FIRST), b=packed(SECOND)))
    assert [item.url for item in read_articles(tmp_path / "a.wacz") if isinstance(item, Article)] == [
        URL,
        "https://post.example/other",
    ]


@pytest.mark.parametrize(
    ("data", "says"),
    [(wacz(), "without web archives"), (wacz(a=FIRST)[:-50], "broken ZIP"), (b"PK\x03\x04", "broken ZIP")],
)
def test_a_wacz_without_archives_is_refused(data: bytes, says: str) -> None:
    with pytest.raises(MalformedInput, match=says):
        list(read_wacz(io.BytesIO(data), "a.wacz", limits=DEFAULT_LIMITS))


def test_a_bad_archive_in_a_wacz_is_told_and_the_others_are_read() -> None:
    bad, good = read_wacz(io.BytesIO(wacz(a=bomb(110), b=packed(FIRST))), "a.wacz", limits=DEFAULT_LIMITS)
    assert isinstance(bad, Unread)
    assert bad.what.startswith("a.wacz, archive/a.warc.gz")
    assert isinstance(good, Article)


def test_archives_are_known_by_ending_and_by_content_and_come_by_standard_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, data in {
        "a.warc": warc(FIRST),
        "a.warc.gz": packed(FIRST),
        "a": packed(FIRST),
        "b": wacz(a=FIRST),
    }.items():
        (tmp_path / name).write_bytes(data)
        assert open_article(tmp_path / name).url == URL
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=_Pipe(packed(FIRST))))
    assert open_article("-").url == URL


class _Pipe(io.BytesIO):
    """Standard input that cannot be sought in."""

    def seekable(self) -> bool:
        return False

    def seek(self, offset: int, whence: int = 0) -> int:
        raise BadInput("standard input", "cannot be sought in")
