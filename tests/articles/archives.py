"""Invented web archives for the tests."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib

from tests.articles.pages import write_story

PAGE = write_story(head='<meta property="article:published_time" content="2024-05-03T10:15:00Z">')
URL = "https://post.example/pier"
CRLF = b"\r\n"


def record(body: bytes, *, kind: str = "response", url: str = URL, form: str = "application/http; msgtype=response",
           more: bytes = b"") -> bytes:  # fmt: skip
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Date: 2025-01-01T00:00:00Z\r\nWARC-Target-URI: {url}\r\n"
    head += f"Content-Type: {form}\r\nContent-Length: {len(body)}\r\n"
    return head.encode() + more + CRLF + body + CRLF + CRLF


def answer(
    page: bytes = PAGE, *, status: str = "200 OK", form: str = "text/html; charset=utf-8", more: bytes = b""
) -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Type: {form}\r\n".encode() + more + CRLF + page


def warc(*records: bytes) -> bytes:
    info = record(b"software: none\r\n", kind="warcinfo", form="application/warc-fields")
    return b"".join([info, *records])


def packed(*records: bytes) -> bytes:
    """Each record a gzip member of its own, as archives have them."""
    return b"".join(gzip.compress(one, mtime=0) for one in records)


def wacz(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as opened:
        opened.writestr("datapackage.json", "{}")
        for name, data in members.items():
            opened.writestr(f"archive/{name}.warc.gz", data)
    return out.getvalue()


def bomb(size: int) -> bytes:
    """``size`` million zeros in a gzip member of a thousandth of it, after the head of a record."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 16 + zlib.MAX_WBITS)
    head = f"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: text/plain\r\nContent-Length: {size}000000\r\n\r\n"
    pieces = [packer.compress(head.encode())]
    pieces += [packer.compress(bytes(1_000_000)) for _ in range(size)]
    return b"".join([*pieces, packer.flush()])
