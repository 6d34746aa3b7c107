"""Any input in, whatever its format: all its articles, or the one that it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from sayso.articles.columns import Columns
from sayso.articles.decoding import check_size
from sayso.articles.files import name_of, open_bytes, read_all, rewind, seekable
from sayso.articles.formats import SNIFFED, Format, ending_of, format_of
from sayso.articles.identity import digest_raw
from sayso.articles.jsonl import find_line, read_document, read_json_lines
from sayso.articles.limits import DEFAULT_LIMITS, Limits
from sayso.articles.text import read_text
from sayso.errors import MalformedInput, MissingArticle
from sayso.records.article import Article
from sayso.records.reading import Unread

Found = Iterator[Article | Unread]
_COUNTED = 1_000  # articles that are counted where one is wanted


def read_articles(
    path: str | Path, *, columns: Columns | None = None, limits: Limits = DEFAULT_LIMITS
) -> Iterator[Article | Unread]:
    """All articles of a file, or of standard input for "-", in order, whatever the format; memory for a few of them.

    The name's ending decides the format, and without a known one the content. ``columns`` says which column of a
    table, or field of JSON, is what. What is no article gives ``Unread(where, reason)``, and the rest is read. Raises
    SaysoError where the input as a whole cannot be opened or read.
    """
    name = name_of(path)
    with open_bytes(path) as opened:
        head, file = rewind(opened, SNIFFED, name)
        form = format_of(name, head)
        if columns is not None and not ending_of(name) and form in (Format.TEXT, Format.HTML, Format.MAIL):
            form = Format.CSV  # a map is of columns, whatever stands in the cells
        yield from _read(form, file, name, columns, limits)


def open_article(path: str | Path, *, columns: Columns | None = None, limits: Limits = DEFAULT_LIMITS) -> Article:
    """The article of a file, or of standard input for "-". Raises SaysoError, also where there are several."""
    return _only(read_articles(path, columns=columns, limits=limits), name_of(path))


def open_data(data: bytes, name: str, *, limits: Limits = DEFAULT_LIMITS) -> Article:
    """The article of a file called ``name`` that holds ``data``. Raises SaysoError, also where there are several."""
    check_size(data, name, limits)
    return _only(_read(format_of(name, data), BytesIO(data), name, None, limits), name)


def read_data(
    data: bytes, name: str, *, columns: Columns | None = None, limits: Limits = DEFAULT_LIMITS
) -> Iterator[Article | Unread]:
    """All articles of a file called ``name`` that holds ``data``, as `read_articles`."""
    check_size(data, name, limits)
    yield from _read(format_of(name, data), BytesIO(data), name, columns, limits)


def _only(items: Found, name: str) -> Article:
    first, second = next(items, None), next(items, None)
    if second is not None:
        count = 2 + sum(1 for _ in islice(items, _COUNTED - 2))
        told = f"{count:,}" if count < _COUNTED else f"{count:,} or more"
        raise MalformedInput(name, f"{told} articles; say which one by its id")
    if isinstance(first, Article):
        return first
    if first is None:
        raise MalformedInput(name, "holds no article")
    raise MalformedInput(first.what, first.why)


def find_article(
    path: str | Path, id: str, *, columns: Columns | None = None, limits: Limits = DEFAULT_LIMITS
) -> Article:
    """The first article of the file with this ``id``. Raises MissingArticle, or BadInput where it cannot be read."""
    if columns is None and format_of(str(path), b"") is Format.LINES:
        return find_line(path, id, limits=limits)
    count = 0
    for item in read_articles(path, columns=columns, limits=limits):
        count += 1
        if isinstance(item, Article) and item.id == id:
            return item
    raise MissingArticle(f"{name_of(path)}: no article with the id {id!r} among {count:,}; ids are compared exactly")


def _read(form: Format, file: BinaryIO, name: str, columns: Columns | None, limits: Limits) -> Found:
    """The articles of an open file; what only one format needs is imported where that one comes."""
    match form:
        case Format.LINES:
            yield from read_json_lines(file, name, columns=columns, limits=limits)
        case Format.CSV:
            from sayso.articles.table import read_csv

            yield from read_csv(file, name, columns=columns, limits=limits)
        case Format.WARC:
            from sayso.articles.warc import read_warc

            yield from read_warc(file, name, limits=limits)
        case Format.WACZ:
            from sayso.articles.warc import read_wacz

            yield from read_wacz(seekable(file, name, limits), name, limits=limits)
        case Format.PARQUET:
            from sayso.articles.parquet import read_parquet

            yield from read_parquet(seekable(file, name, limits), name, columns=columns, limits=limits)
        case Format.JSON:
            yield from read_document(read_all(file, name, limits), name, columns=columns, limits=limits)
        case Format.XML:
            from sayso.articles.xmlformats import read_xml

            yield from read_xml(read_all(file, name, limits), name, limits=limits)
        case _:
            data = read_all(file, name, limits)
            yield replace(_read_single(form, data, name, limits), raw_digest=digest_raw(data))


def _read_single(form: Format, data: bytes, name: str, limits: Limits) -> Article:
    """The article of a format that holds one."""
    match form:
        case Format.HTML:
            from sayso.articles.html import read_html

            return read_html(data, name, limits=limits)
        case Format.MAIL:
            from sayso.articles.mail import read_mail

            return read_mail(data, name, limits=limits)
        case Format.DOCX:
            from sayso.articles.docx import read_docx

            return read_docx(data, name, limits=limits)
        case Format.PDF:
            from sayso.articles.pdf import read_pdf

            return read_pdf(data, name, limits=limits)
        case _:
            return read_text(data, name, limits=limits)
