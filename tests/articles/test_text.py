from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.articles import flags
from sayso.articles.limits import Limits
from sayso.articles.text import read_string, read_text
from sayso.errors import BinaryInput, EmptyInput, SaysoError, TooLarge

SPANISH = "El señor Muñoz dijo “sí” el lunes.\r\nNadie más habló.\r"


def test_line_ends_stay_as_they_are() -> None:
    assert read_text(b"One said.\r\nTwo\rThree\n", "a.txt").text == "One said.\r\nTwo\rThree\n"


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(
        lambda text: text.strip(" \ufeff\u200b\xa0")
    )
)
def test_the_text_is_the_decoded_input(text: str) -> None:
    try:
        article = read_text(text.encode(), "a.txt")
    except EmptyInput:
        assert text.isspace() or not text.removeprefix("\ufeff").strip()
        return
    assert article.text == text.removeprefix("\ufeff")


@given(st.binary(max_size=400))
def test_no_bytes_raise_anything_but_sayso_errors(data: bytes) -> None:
    try:
        article = read_text(data, "a.txt")
    except SaysoError:
        return
    article.text.encode("utf-8")


@pytest.mark.parametrize(
    ("encoding", "flag"),
    [("utf-8", None), ("cp1252", "decoded as cp1252"), ("utf-16-le", "decoded as utf-16")],
)
def test_encodings_are_told_apart(encoding: str, flag: str | None) -> None:
    text = SPANISH if encoding != "utf-16-le" else "The minister said so.\n"
    article = read_text(text.encode(encoding), "a.txt")
    assert article.text == text
    assert article.flags == ((flag,) if flag else ())


def test_a_byte_order_mark_is_dropped_and_flagged() -> None:
    article = read_text(codecs.BOM_UTF8 + b"She said no.", "a.txt")
    assert article.text == "She said no."
    assert flags.BYTE_ORDER_MARK in article.flags


def test_a_few_broken_bytes_do_not_turn_utf8_into_cp1252() -> None:
    article = read_text(SPANISH.encode() * 5 + b"cut \xc3", "a.txt")
    assert article.text.startswith(SPANISH)
    assert article.flags[0] == flags.UNDECODABLE


def test_utf8_that_was_read_as_cp1252_before_is_flagged_and_left() -> None:
    text = "“No”, he said".encode().decode("cp1252", "replace")
    assert flags.MOJIBAKE in read_text(text.encode(), "a.txt").flags


def test_lone_surrogates_become_replacement_characters_of_equal_length() -> None:
    article = read_string("He said \ud83d no.")
    assert article.text == "He said \ufffd no."
    assert flags.LONE_SURROGATES in article.flags


@pytest.mark.parametrize(
    ("data", "error", "says"),
    [
        (b"", EmptyInput, "white space"),
        (b" \n\xef\xbb\xbf", EmptyInput, "white space"),
        (b"\x00\x01\x02\x03" * 50, BinaryInput, "control characters"),
        (b"%PDF-1.7 ...", BinaryInput, "PDF"),
        (b"PK\x03\x04....", BinaryInput, "ZIP"),
    ],
)
def test_what_is_no_text_is_refused_with_file_and_reason(data: bytes, error: type[SaysoError], says: str) -> None:
    with pytest.raises(error, match=says) as caught:
        read_text(data, "report.bin")
    assert "report.bin" in str(caught.value)


def test_a_file_over_the_limit_is_refused() -> None:
    with pytest.raises(TooLarge, match="raise the limit"):
        read_text(b"word " * 100, "a.txt", limits=Limits(size=50))


def test_one_nul_is_flagged_and_kept() -> None:
    article = read_text(b"He said\x00 no, and that was all that he said on that day.", "a.txt")
    assert "\x00" in article.text
    assert flags.CONTROL in article.flags


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("He\u200b said no.", flags.ZERO_WIDTH),
        ("He \u202esaid\u202c no.", flags.BIDI),
        ("The pier was closed on Monday because of the storm, she said.\n" * 2, flags.REPEATED),
    ],
)
def test_what_a_desk_should_know_is_flagged(text: str, flag: str) -> None:
    assert read_text(text.encode(), "a.txt").flags == (flag,)


def test_joiners_inside_emoji_are_no_flag() -> None:
    assert read_text("Well done \U0001f469\u200d\U0001f52c, he said.".encode(), "a.txt").flags == ()


def test_the_same_text_has_the_same_id_under_any_name() -> None:
    assert read_text(b"She said no.", "a.txt").id == read_text(b"She said no.", "b.txt").id
    assert read_text(b"She said no.", "a.txt").id != read_text(b"She said so.", "a.txt").id
