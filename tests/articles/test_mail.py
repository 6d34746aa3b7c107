from __future__ import annotations

from pathlib import Path

import pytest

from sayso.articles import flags, open_article
from sayso.articles.limits import DEFAULT_LIMITS
from sayso.articles.mail import read_mail
from sayso.errors import BadInput, EmptyInput, TooLarge
from sayso.records.article import Article, Precision, Published
from tests.articles.documents import mail, nested_mail
from tests.articles.pages import write_story


def read(data: bytes) -> Article:
    return read_mail(data, "a.eml", limits=DEFAULT_LIMITS)


def test_a_message_is_an_article_of_its_sender() -> None:
    article = read(mail("The pier is shut.\n\nShe said no.\n"))
    assert article.text == "The pier is shut.\n\nShe said no.\n"
    assert (article.title, article.outlet) == ("Pier closed", "Lindmoor Harbour")
    assert article.published == Published("2024-05-03T10:15:00", Precision.SECOND, "+02:00")


def test_plain_text_goes_before_the_page() -> None:
    assert read(mail("She said no.", "<p>She said so.</p>")).text == "She said no.\n"


def test_a_message_that_is_only_a_page_is_read_as_one() -> None:
    article = read(mail(page=write_story().decode()))
    assert "The harbour master said on Tuesday" in article.text
    assert article.title == "Pier closed"
    assert article.page_map


def test_letters_of_other_alphabets_are_decoded() -> None:
    article = read(mail("Žofie řekla: „ne“.", Subject="Molo zavřeno – říká přístav", From="Přístav <p@h.example>"))
    assert article.text == "Žofie řekla: „ne“.\n"
    assert (article.title, article.outlet) == ("Molo zavřeno – říká přístav", "Přístav")


def test_headers_in_raw_bytes_are_decoded() -> None:
    article = read("From: Přístav <p@h.example>\nSubject: Molo zavřeno\n\nShe said no.".encode())
    assert (article.title, article.outlet) == ("Molo zavřeno", "Přístav")


def test_lines_that_flow_are_whole_again() -> None:
    data = (
        b"From: a@b.example\nContent-Type: text/plain; format=flowed\n\nThe pier \nis shut.\nShe said no.\n-- \nOrla\n"
    )
    assert read(data).text == "The pier is shut.\nShe said no.\n-- \nOrla"


def test_a_wrong_charset_does_not_matter() -> None:
    article = read(b"From: a@b.example\nContent-Type: text/plain; charset=no-such\n\ncaf\xe9 said no\n")
    assert article.text == "café said no\n"
    assert "decoded as cp1252" in article.flags


@pytest.mark.parametrize("date", ["yesterday", "Fri, 99 May 2024", ""])
def test_a_date_that_nobody_understands_is_no_date(date: str) -> None:
    article = read(f"From: a@b.example\nDate: {date}\n\nShe said no.".encode())
    assert article.published is None
    assert (flags.PUBLISHED_UNKNOWN in article.flags) == bool(date)


def test_attachments_are_left_out() -> None:
    data = (
        b"From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n"
        b"Content-Disposition: attachment; filename=a.txt\n\nNot this.\n"
        b"--x\nContent-Type: text/plain\n\nShe said no.\n--x--\n"
    )
    assert read(data).text == "She said no."
    with pytest.raises(EmptyInput, match="only attachments"):
        read(data.replace(b"\nShe said no.", b""))


@pytest.mark.parametrize("depth", [150, 1_000, 20_000])
def test_parts_nested_without_end_are_too_large(depth: int) -> None:
    with pytest.raises(TooLarge, match="parts in parts"):
        read(nested_mail(depth))


def test_parts_beside_each_other_without_end_are_too_large() -> None:
    with pytest.raises(TooLarge, match="10,000 parts"):
        read(b"From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\nno\n" * 20_000)


def test_a_few_levels_are_no_matter() -> None:
    assert read(nested_mail(50)).text == "She said no."


@pytest.mark.parametrize(
    "data",
    [
        b"From: " + b"(" * 100_000 + b"\n\nShe said no.",
        b"Subject: " + b"=?utf-8?q?" * 50_000 + b"\n\nShe said no.",
        b"To: " + b"a@b.example, " * 50_000 + b"\n\nShe said no.",
        b"Subject: =?no-such?b?////?=\n\nShe said no.",
    ],
)
def test_hostile_headers_do_not_matter(data: bytes) -> None:
    assert read(data).text == "She said no."


@pytest.mark.parametrize(
    "data",
    [
        b"To: " + b"a@b.example, " * 500_000 + b"\n\nShe said no.",
        b"X: y\n" * 500_000 + b"\nShe said no.",
        b"Content-Type: text/plain; " + b"a=b; " * 200_000 + b"\n\nShe said no.",
        b"Content-Type: multipart/mixed;" + b"\n a=b;" * 100_000 + b"\n\nShe said no.",
    ],
)
def test_header_fields_without_end_are_too_large(data: bytes) -> None:
    with pytest.raises(TooLarge, match="header fields without end"):
        read(data)


def test_a_message_that_is_cut_off_gives_what_is_there() -> None:
    data = mail("She said no.", "<p>She said so.</p>")
    assert read(data[: data.index(b"She said no.") + 12]).text == "She said no."


def test_nothing_is_no_message() -> None:
    with pytest.raises(BadInput):
        read(b"\x00" * 1000)


def test_a_message_is_known_by_its_ending_or_its_headers(tmp_path: Path) -> None:
    for name in ("a.eml", "message"):
        (tmp_path / name).write_bytes(mail("She said no.", "<p>She said so.</p><p>And left.</p>"))
        assert open_article(tmp_path / name).text == "She said no.\n"
