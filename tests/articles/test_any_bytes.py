"""Whatever bytes a file holds, it ends in articles or in reasons."""

from __future__ import annotations

import io
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.articles.formats import ENDINGS, Format
from sayso.articles.limits import DEFAULT_LIMITS
from sayso.articles.opening import _read as read_format
from sayso.errors import SaysoError
from sayso.records.article import Article
from sayso.records.reading import Unread
from tests.articles.archives import answer, packed, record, wacz, warc
from tests.articles.documents import docx, mail, run
from tests.articles.feeds import NITF, PLAIN, XHTML, atom, item, newsml, rss
from tests.articles.pages import write_story

WHOLE = {
    "csv": (Format.CSV, b'id,text\n1,"She said ""no"", and left."\n2,It rains.\n'),
    "json": (Format.JSON, b'[{"uri": "a", "body_text": "She said no."}, {"id": 1, "text": "It rains."}]'),
    "lines": (Format.LINES, b'{"id": "1", "text": "She said no."}\n{"maintext": "It rains.", "source_domain": "x"}\n'),
    "rss": (Format.XML, rss(item("<p>She said &amp; left.</p>"), item(summary="It rains."))),
    "atom": (Format.XML, atom("<title>No</title><content>She said no.</content>")),
    "newsml": (Format.XML, newsml(PLAIN, XHTML)),
    "nitf": (Format.XML, NITF.encode()),
    "mail": (Format.MAIL, mail("She said no.", "<p>She said no.</p>", Subject="Žádné ne")),
    "docx": (Format.DOCX, docx(run("She said no."), run("It rains."))),
    "warc": (Format.WARC, warc(record(answer()), record(answer(write_story())))),
    "warc.gz": (Format.WARC, packed(record(answer()), record(answer(write_story())))),
    "wacz": (Format.WACZ, wacz(a=packed(record(answer())))),
}


APART = {Format.PDF, Format.PARQUET}  # a process of its own reads each of these, which takes a second


def check(form: Format, data: bytes) -> None:
    with suppress(SaysoError):
        for found in read_format(form, io.BytesIO(data), "a", None, DEFAULT_LIMITS):
            assert isinstance(found, Article | Unread)
            if isinstance(found, Article):
                found.text.encode()  # no lone surrogate is in it
                assert found.id


@pytest.mark.parametrize("name", WHOLE)
@settings(max_examples=40)
@given(st.data())
def test_files_that_were_cut_or_changed(name: str, data: st.DataObject) -> None:
    form, whole = WHOLE[name]
    changed = bytearray(whole[: data.draw(st.integers(0, len(whole)))] if data.draw(st.booleans()) else whole)
    for at, byte in data.draw(st.lists(st.tuples(st.integers(0, len(whole) - 1), st.integers(0, 255)), max_size=8)):
        if at < len(changed):
            changed[at] = byte
    check(form, bytes(changed))


@pytest.mark.parametrize("form", sorted(set(ENDINGS.values()) - APART))
@settings(max_examples=30)
@given(st.binary(max_size=300))
def test_files_of_any_bytes(form: Format, data: bytes) -> None:
    check(form, data)
