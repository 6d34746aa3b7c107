"""Web archives in: WARC, packed or not, and WACZ. Each page that was answered with success is an article.

Their libraries print what they doubt and unpack without bounds: the little that is needed of the format is read here.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import BinaryIO

from sayso.articles import flags
from sayso.articles.files import rewind
from sayso.articles.html import read_html
from sayso.articles.identity import digest_raw, make_id
from sayso.articles.limits import Limits
from sayso.articles.packed import check_ratio, open_zip, unpack_gzip
from sayso.articles.published import parse_published
from sayso.errors import BadInput, MalformedInput, TooLarge
from sayso.records.article import Article
from sayso.records.reading import Unread

_LINE = 65_536  # bytes of a header line
_LINES = 1_000  # header lines of one record
_CHUNK = 65_536
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?\s+(\d{3})")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_MEMBER = re.compile(r"(?:.*/)?archive/[^/]+\.warc(?:\.gz)?\Z", re.IGNORECASE)

Fields = dict[str, str]


def read_warc(file: BinaryIO, name: str, *, limits: Limits) -> Iterator[Article | Unread]:
    """The pages of a WARC file in order; memory for one page at a time.

    Taken are HTML answers with success; other records are passed over. The address is the page's own claim, or else the
    one that was asked for; so is ``published`` the page's own: when it was archived is no time of publication. A page
    that cannot be read gives ``Unread("name, record 7 (address)", reason)``; where the file itself breaks off, the last
    row says so.
    """
    try:
        start, file = rewind(file, 2, name)
        stream = unpack_gzip(file, name, limits) if start == b"\x1f\x8b" else file
        yield from _read_records(stream, name, limits)
    except BadInput as error:
        yield Unread(error.name, error.reason)
    except OSError as error:
        yield Unread(name, error.strerror or str(error))


def read_wacz(file: BinaryIO, name: str, *, limits: Limits) -> Iterator[Article | Unread]:
    """The pages of all WARC files inside a WACZ. Raises BadInput where it is no ZIP file, or holds none."""
    with open_zip(file, name) as opened:
        members = sorted((info for info in opened.infolist() if _MEMBER.match(info.filename)), key=lambda i: i.filename)
        if not members:
            raise MalformedInput(name, "a ZIP file without web archives in it (archive/*.warc.gz)")
        for info in members:
            where = f"{name}, {info.filename[-100:]}"
            try:
                check_ratio(info, where, limits)
            except BadInput as error:
                yield Unread(where, error.reason)
                continue
            with opened.open(info) as member:
                yield from read_warc(member, where, limits=limits)  # type: ignore[arg-type]  # it reads lines and seeks


def _read_records(stream: BinaryIO, name: str, limits: Limits) -> Iterator[Article | Unread]:
    number = 0
    while (fields := _read_head(stream, name)) is not None:
        number += 1
        address = fields.get("warc-target-uri", "").strip("<> ")
        where = f"{name}, record {number}" + (f" ({address[:200]})" if address else "")
        length = fields.get("content-length", "")
        if not (length.isascii() and length.isdecimal() and len(length) <= 15):
            raise MalformedInput(where, "a record without a length: the rest of the file is left unread")
        body = _Body(stream, int(length), where)
        if fields.get("warc-type", "").lower() == "response" and fields.get("content-type", "").startswith(
            "application/http"
        ):
            try:
                if (article := _read_response(body, fields, address, where, limits)) is not None:
                    yield article
            except BadInput as error:
                yield Unread(where, error.reason)
                if body.broken:
                    return
        body.skip()


def _read_head(stream: BinaryIO, name: str) -> Fields | None:
    """The header fields of the next record; None at the end of the file."""
    line = stream.readline(_LINE)
    while line in (b"\r\n", b"\n"):
        line = stream.readline(_LINE)
    if not line:
        return None
    if not line.startswith(b"WARC/"):
        raise MalformedInput(name, f"no WARC record begins with {line[:20]!r}: the rest of the file is left unread")
    return _read_fields(stream, name)


def _read_fields(stream: BinaryIO | _Body, name: str) -> Fields:
    """Header fields up to an empty line, by names in lower case; the first of each name counts."""
    fields: Fields = {}
    for _ in range(_LINES):
        line = stream.readline(_LINE)
        if line in (b"\r\n", b"\n", b""):
            return fields
        key, _, value = line.decode("utf-8", "replace").partition(":")
        fields.setdefault(key.strip().lower(), value.strip())
    raise MalformedInput(name, f"more than {_LINES:,} header lines")


class _Body:
    """The bytes of one record, never beyond its end."""

    def __init__(self, stream: BinaryIO, length: int, where: str) -> None:
        self.stream, self.left, self.where = stream, length, where
        self.broken = False

    def read(self, size: int) -> bytes:
        return self._take(self.stream.read, size)

    def readline(self, size: int) -> bytes:
        return self._take(self.stream.readline, size)

    def skip(self) -> None:
        while self.left:
            self.read(_CHUNK)

    def _take(self, read: Callable[[int], bytes], size: int) -> bytes:
        try:
            data = read(min(size, self.left))
        except BadInput:
            self.broken = True
            raise
        if not data and self.left:
            self.broken = True
            raise MalformedInput(self.where, "the file ends within this record; was it saved as a whole?")
        self.left -= len(data)
        return data

    def rest(self, limits: Limits) -> bytes:
        """All that is left. Raises TooLarge before reading beyond the limit."""
        if self.left > limits.size:
            raise TooLarge(self.where, f"a page of {self.left:,} bytes, more than the limit of {limits.size:,}")
        pieces: list[bytes] = []
        while self.left:
            pieces.append(self.read(_CHUNK))
        return b"".join(pieces)


def _read_response(body: _Body, record: Fields, address: str, where: str, limits: Limits) -> Article | None:
    """The page of an answer by HTTP; None where it is none, or no success."""
    status = _STATUS.match(body.readline(_LINE))
    fields = _read_fields(body, where)
    kind = fields.get("content-type", "").partition(";")[0].strip().lower()
    if status is None or not status[1].startswith(b"2") or kind not in _PAGES:
        return None
    data = _decode(body.rest(limits), fields, where, limits)
    charset = _CHARSET.search(fields.get("content-type", ""))
    page = read_html(data, where, charset=charset[1] if charset else None, limits=limits)
    url = page.url or address or None
    found = (*page.flags, *((flags.CUT_OFF,) if "warc-truncated" in record else ()))
    made = make_id(page.text, title=page.title, url=url, published=page.published)
    seen = parse_published(record.get("warc-date", ""))
    in_utc = seen.time if seen is not None and seen.zone == "+00:00" else None
    return replace(page, id=made, url=url, flags=found, seen=in_utc, raw_digest=digest_raw(data))


def _decode(data: bytes, fields: Fields, where: str, limits: Limits) -> bytes:
    """The page without the chunks and the packing that it was sent in; archives often have undone them already."""
    if "chunked" in fields.get("transfer-encoding", "").lower():
        data = _join_chunks(data)
    coding = fields.get("content-encoding", "").lower()
    if coding in ("gzip", "x-gzip", "deflate"):
        return _unpack(data, where, limits)
    if coding in ("br", "zstd", "compress") and b"<" not in data[:1000]:
        raise MalformedInput(where, f"a page packed as {coding!r}, which is not read; save it unpacked")
    return data


def _join_chunks(data: bytes) -> bytes:
    """The chunks joined; ``data`` itself where it is not in chunks."""
    pieces: list[bytes] = []
    at = 0
    while at < len(data):
        end = data.find(b"\r\n", at, at + 100)
        size = data[at:end].partition(b";")[0].strip() if end > 0 else b""
        if not re.fullmatch(rb"[0-9a-fA-F]{1,8}", size):
            return b"".join(pieces) if pieces else data
        start = end + 2
        pieces.append(data[start : start + int(size, 16)])
        at = start + int(size, 16) + 2
        if not int(size, 16):
            break
    return b"".join(pieces)


def _unpack(data: bytes, where: str, limits: Limits) -> bytes:
    for window in (16 + zlib.MAX_WBITS, zlib.MAX_WBITS, -zlib.MAX_WBITS):
        try:
            unpacked = zlib.decompressobj(window).decompress(data, limits.size + 1)
        except zlib.error:
            continue
        if len(unpacked) > limits.size:
            raise TooLarge(where, f"a page that unpacks to more than the limit of {limits.size:,} bytes")
        return unpacked
    return data
