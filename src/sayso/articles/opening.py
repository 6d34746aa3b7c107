"""One file in, whatever its format."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path

from sayso.articles.files import name_of, read_bytes
from sayso.articles.jsonl import read_line
from sayso.articles.limits import DEFAULT_LIMITS, Limits
from sayso.articles.text import read_text
from sayso.errors import MalformedInput
from sayso.records.article import Article

_SNIFFED = 4096  # bytes
_PAGE_START = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_PAGE_SIGN = re.compile(rb"<(?:p|div|article|h1|meta|title|script)(?:\s[^<>]{0,500})?>", re.I)


class Format(StrEnum):
    TEXT = "text"
    HTML = "html"
    JSON = "json"


_BY_NAME = {
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".md": Format.TEXT,
    ".json": Format.JSON,
    ".jsonl": Format.JSON,
    ".ndjson": Format.JSON,
}


def open_article(path: str | Path, *, limits: Limits = DEFAULT_LIMITS) -> Article:
    """The article of a file, or of standard input for "-": text, a saved page, or one JSON object.

    The name's ending decides the format, and without a known one the content. A file of several JSON lines is
    refused: ``find_article`` picks one, ``read_jsonl`` reads all. Raises BadInput.
    """
    data = read_bytes(path, limits=limits)
    name = name_of(path)
    form = _BY_NAME.get(Path(name).suffix.lower()) or find_format(data)
    if form is Format.HTML:
        from sayso.articles.html import read_html  # what pages need is loaded for pages alone

        return read_html(data, name, limits=limits)
    if form is Format.TEXT:
        return read_text(data, name, limits=limits)
    return _read_json(data, name, limits)


def find_format(data: bytes) -> Format:
    """What the first bytes look like; text unless they are markup or a JSON object with an id."""
    start = data[:_SNIFFED].removeprefix(b"\xef\xbb\xbf")
    wide = start.replace(b"\x00", b"")
    if _PAGE_START.match(wide) or len(_PAGE_SIGN.findall(wide)) >= 2:
        return Format.HTML
    return Format.JSON if wide.lstrip().startswith(b"{") and b'"id"' in data[:100_000] else Format.TEXT


def _read_json(data: bytes, name: str, limits: Limits) -> Article:
    lines = [line for line in data.splitlines() if line.strip()]
    if len(lines) > 1 and all(line.lstrip().startswith(b"{") and line.rstrip().endswith(b"}") for line in lines[:2]):
        raise MalformedInput(name, f"{len(lines):,} articles, one a line; say which one by its id")
    return read_line(data, name, limits=limits)
