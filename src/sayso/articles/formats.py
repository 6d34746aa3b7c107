"""Which format an input is in: its name's ending says it, and without a known one its first bytes."""

from __future__ import annotations

import re
from enum import StrEnum

from sayso.articles.columns import find_dump
from sayso.patterns import compile_later

SNIFFED = 8192  # bytes that are looked at


class Format(StrEnum):
    TEXT = "text"
    HTML = "html"
    JSON = "json"
    LINES = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    XML = "xml"  # feeds, NewsML-G2 and NITF: the root element says which
    MAIL = "eml"
    DOCX = "docx"
    PDF = "pdf"
    WARC = "warc"
    WACZ = "wacz"


ENDINGS = {
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".md": Format.TEXT,
    ".json": Format.JSON,
    ".jsonl": Format.LINES,
    ".ndjson": Format.LINES,
    ".csv": Format.CSV,
    ".tsv": Format.CSV,
    ".parquet": Format.PARQUET,
    ".xml": Format.XML,
    ".rss": Format.XML,
    ".atom": Format.XML,
    ".rdf": Format.XML,
    ".nitf": Format.XML,
    ".eml": Format.MAIL,
    ".docx": Format.DOCX,
    ".pdf": Format.PDF,
    ".warc": Format.WARC,
    ".warc.gz": Format.WARC,
    ".wacz": Format.WACZ,
}
# One article a file, whatever is in it.
SINGLE = frozenset({Format.TEXT, Format.HTML, Format.MAIL, Format.DOCX, Format.PDF})

_SIGNATURES = ((b"%PDF-", Format.PDF), (b"PAR1", Format.PARQUET), (b"WARC/", Format.WARC), (b"\x1f\x8b", Format.WARC))
_PAGE_START = compile_later(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_PAGE_SIGN = compile_later(rb"<(?:p|div|article|h1|meta|title|script)(?:\s[^<>]{0,500})?>", re.I)
_XML_START = compile_later(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*|<\?[^>]{0,500}>\s*|<!DOCTYPE[^>]{0,500}>\s*){0,9}"
    rb"<(?:[\w.-]{1,20}:)?(?:rss|feed|rdf|newsmessage|newsitem|packageitem|nitf)[\s>]",
    re.I | re.S,
)
_MAIL_FIELD = compile_later(
    rb"(?:^|\n)(received|return-path|message-id|mime-version|delivered-to|from|subject|date):", re.I
)
_MAIL_START = compile_later(rb"(?:From [^\n]{0,200}\r?\n)?[A-Za-z-]{2,40}:[ \t]")


def format_of(name: str, head: bytes) -> Format:
    """The format that the ending of ``name`` tells, or that ``head``, the input's first bytes, looks like."""
    return ENDINGS.get(ending_of(name)) or find_format(head)


def ending_of(name: str) -> str:
    """The known ending of a file's name, in lower case; "" if it has none."""
    lower = name.lower()
    return max((ending for ending in ENDINGS if lower.endswith(ending)), key=len, default="")


def find_format(data: bytes) -> Format:
    """What the first bytes look like; text unless they bear a sign of something else."""
    for sign, form in _SIGNATURES:
        if data.startswith(sign):
            return form
    if data.startswith(b"PK\x03\x04"):
        return _find_packed(data)
    start = data[:SNIFFED].removeprefix(b"\xef\xbb\xbf")
    wide = start.replace(b"\x00", b"")
    if _XML_START.match(wide):
        return Format.XML
    if _PAGE_START.match(wide) or (not _is_mail(wide) and len(_PAGE_SIGN.findall(wide)) >= 2):
        return Format.HTML
    if _is_mail(wide):
        return Format.MAIL
    return Format.CSV if _is_table(wide) else _find_json(wide.lstrip())


def _find_json(start: bytes) -> Format:
    if re.match(rb'\[\s*\{\s*"', start):
        return Format.JSON
    if not re.match(rb'\{\s*"', start):
        return Format.TEXT
    return Format.LINES if re.match(rb"\{[^\n]*\}\s*\n\s*\{", start) else Format.JSON


def _find_packed(data: bytes) -> Format:
    """Which of the formats that are ZIP files; text, which says what it got, for others."""
    if b"word/" in data or b"[Content_Types].xml" in data:
        return Format.DOCX
    return Format.WACZ if b"datapackage.json" in data or b"archive/" in data else Format.TEXT


def _is_table(start: bytes) -> bool:
    """Whether the first line names columns that are known."""
    line = start.partition(b"\n")[0].decode("utf-8", "replace")
    names = {name.strip(' \r"') for name in re.split(r"[,;\t|]", line)}
    return find_dump(names) is not None or {"id", "text"} <= names


def _is_mail(start: bytes) -> bool:
    """Whether it begins with header fields, two of them such as only mails have."""
    if not _MAIL_START.match(start):
        return False
    head = re.split(rb"\r?\n\r?\n", start, maxsplit=1)[0]
    fields = {field.lower() for field in _MAIL_FIELD.findall(head)}
    return len(fields) >= 3 and bool(fields & {b"received", b"return-path", b"message-id", b"mime-version"})
