"""E-mails in: a saved message is one article, its sender the outlet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import policy
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.utils import parseaddr

from sayso.articles.claimed import Claimed, with_claims
from sayso.articles.decoding import check_size, decode_bytes, decode_plain
from sayso.articles.html import read_html
from sayso.articles.limits import Limits
from sayso.articles.text import read_string
from sayso.errors import EmptyInput, MalformedInput, TooLarge
from sayso.records.article import Article

_MULTIPLE = re.compile(rb"multipart/|message/(?:rfc822|global)", re.IGNORECASE)
_BLANK_LINE = re.compile(rb"\r?\n\r?\n")
_ABOUT_CONTENT = re.compile(rb"^content-[^\n:]{1,40}:[^\n]*+(?:\n[ \t][^\n]*+)*+", re.IGNORECASE | re.MULTILINE)
_HEADERS = 1_000_000  # bytes of all header fields, and
_FIELD = 20_000  # of one that says what a part is: the library takes time by its square
_PARTS, _LINES = 10_000, 1_000_000  # of one message: an attachment of the largest size has 270,000 lines
_LONGEST = 2_000  # characters of a header field that are looked at
_ADDRESS = 300  # and of an address, whose comments may be nested
_COMMENT = re.compile(r"\s*\([A-Za-z ]{1,40}\)\s*$")  # "(CEST)", after the zone's number


def read_mail(data: bytes, name: str, *, limits: Limits) -> Article:
    """The article of a message: its first plain text, or else its first page; attachments are left out.

    The title is the subject, the outlet the sender's name, ``published`` when it was sent. Lines that the sender's
    program broke (``format=flowed``) are whole again; other text is as received. Raises BadInput.
    """
    check_size(data, name, limits)
    _refuse_hostile(data, name, limits)
    try:
        message = BytesParser(policy=policy.compat32).parsebytes(data)
        article = _read_body(message, name, limits)
    except RecursionError as error:
        raise MalformedInput(name, "its parts are nested too deeply") from error
    sender, address = parseaddr(_header(message, "From")[:_ADDRESS])
    return with_claims(
        article,
        Claimed(
            title=_header(message, "Subject"),
            outlet=sender or address,
            published=_COMMENT.sub("", _header(message, "Date")).replace(" -0000", " +0000"),
            language=_header(message, "Content-Language"),
        ),
    )


def _refuse_hostile(data: bytes, name: str, limits: Limits) -> None:
    """Raises TooLarge for what would take the library too long."""
    if len(_MULTIPLE.findall(data)) > limits.parts:
        raise TooLarge(name, f"more than {limits.parts} parts in parts of one message; save its text alone")
    if data.count(b"\n--") > _PARTS or data.count(b"\n") > _LINES:
        raise TooLarge(name, f"more than {_PARTS:,} parts or {_LINES:,} lines in one message; save its text alone")
    end = _BLANK_LINE.search(data)
    longest = max((len(field.group()) for field in _ABOUT_CONTENT.finditer(data)), default=0)
    if (end.start() if end else len(data)) > _HEADERS or longest > _FIELD:
        raise TooLarge(name, "header fields without end; save the text of the message alone")


def _read_body(message: Message, name: str, limits: Limits) -> Article:
    pages: list[Message] = []
    for part in _shown(message):
        if part.get_content_type() == "text/plain":
            decoded = decode_bytes(_bytes_of(part), name, declared=_charset(part), limits=limits)
            text = _flow(decoded.text, part) if part.get_param("format") == "flowed" else decoded.text
            return with_claims(read_string(text, name, limits=limits), Claimed(flags=decoded.flags))
        pages.append(part)
    if not pages:
        raise EmptyInput(name, "no text in the message, only attachments")
    return read_html(_bytes_of(pages[0]), name, charset=_charset(pages[0]), limits=limits)


def _shown(message: Message) -> Iterator[Message]:
    """The parts with words that are no attachments, in order."""
    for part in message.walk():
        attached = part.get_content_disposition() == "attachment" or part.get_filename() is not None
        if part.get_content_type() in ("text/plain", "text/html") and not attached and _bytes_of(part).strip():
            yield part


def _bytes_of(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _charset(part: Message) -> str | None:
    charset = part.get_param("charset")
    return charset if isinstance(charset, str) else None


def _header(message: Message, name: str) -> str:
    """A header's words, decoded, on one line; "" where there is none."""
    raw = next((value for key, value in message.raw_items() if key.lower() == name.lower()), "")
    written = decode_plain(str(raw)[:_LONGEST].encode("utf-8", "surrogateescape"), None).text
    try:
        pieces = decode_header(written)
    except (HeaderParseError, ValueError):
        return " ".join(written.split())
    return " ".join("".join(_decode(piece, charset) for piece, charset in pieces).split())


def _decode(piece: bytes | str, charset: str | None) -> str:
    if isinstance(piece, str):
        return piece
    try:
        return piece.decode(charset or "latin-1", "replace")
    except (LookupError, ValueError):
        return piece.decode("latin-1")


def _flow(text: str, part: Message) -> str:
    """Lines that end in a space go on in the next one (RFC 3676), but for the line "-- " above a signature."""
    drops = part.get_param("delsp") == "yes"
    lines: list[str] = []
    goes_on = False
    for line in text.splitlines():
        line = line.removeprefix(" ")  # a space that was put before "From", ">" or a space
        soft = line.endswith(" ") and line != "-- "
        words = line[:-1] if soft and drops else line
        if goes_on:
            lines[-1] += words
        else:
            lines.append(words)
        goes_on = soft
    return "\n".join(lines)
