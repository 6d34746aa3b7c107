"""Bytes to characters: which encoding they are in, and whether they are a text at all."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from sayso.articles import flags
from sayso.articles.limits import DEFAULT_LIMITS, Limits
from sayso.errors import BinaryInput, EmptyInput, TooLarge
from sayso.patterns import compile_later

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FORMATS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP, Word or EPUB file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
)
_SURROGATE = compile_later("[\ud800-\udfff]")
_SEQUENCE = compile_later(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = compile_later(rb"[\x80-\xff]")
_CONTROLS_ALLOWED = 0.01  # more control characters than one in a hundred: no text
# Only encodings that cannot be mistaken for UTF-8 by accident or run code are followed when a page declares them.
_DECLARED = compile_later(
    r"(?:iso-?8859-?\d+|latin-?\d+|windows-?125\d|cp-?125\d|koi8-?[ru]|shift[_-]?jis|sjis|euc-?(?:jp|kr)|gbk|gb2312|"
    r"gb18030|big5|utf-?8|us-ascii|ascii|macintosh|windows-874|tis-620|iso-2022-jp)\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The bytes of an input say this text; ``flags`` tell what was done to read them."""

    text: str
    flags: tuple[str, ...] = ()


def check_size(data: bytes, name: str, limits: Limits = DEFAULT_LIMITS) -> None:
    """Raises TooLarge if ``data`` is over ``limits.size`` bytes."""
    if len(data) > limits.size:
        raise TooLarge(
            name, f"{len(data):,} bytes, more than the limit of {limits.size:,}; split it or raise the limit"
        )


def decode_bytes(data: bytes, name: str, *, declared: str | None = None, limits: Limits = DEFAULT_LIMITS) -> Decoded:
    """The text of ``data``, unaltered but for a byte order mark; never a lone surrogate in it.

    UTF-8 wins wherever the bytes are UTF-8, whatever was ``declared``; then the declared encoding; then UTF-8
    with a few broken bytes; then Windows-1252. Raises TooLarge, EmptyInput or BinaryInput.
    """
    check_size(data, name, limits)
    _refuse_formats(data, name)
    decoded = _decode_marked(data) or _decode_wide(data) or decode_plain(data, declared)
    refuse_no_text(decoded.text, name)
    return decoded


def replace_surrogates(text: str) -> Decoded:
    """``text`` with U+FFFD for each lone surrogate, so that it can be written as UTF-8 with equal offsets."""
    whole, count = _SURROGATE.subn("\ufffd", text)
    return Decoded(whole, (flags.LONE_SURROGATES,) if count else ())


def refuse_no_text(text: str, name: str) -> None:
    """Raises EmptyInput for white space only and BinaryInput for control characters all over."""
    if not text.strip(" \t\r\n\f\v\ufeff\u200b\xa0") or text.isspace():
        raise EmptyInput(name, "nothing but white space; is it the right file?")
    controls = flags.count_controls(text)
    if controls > max(1, _CONTROLS_ALLOWED * len(text)):
        raise BinaryInput(
            name, f"no text: {controls:,} control characters in {len(text):,}; save it as UTF-8 text or HTML"
        )


def _refuse_formats(data: bytes, name: str) -> None:
    for sign, what in _FORMATS:
        if data.startswith(sign):
            raise BinaryInput(name, f"this is {what}, not text; save it as UTF-8 text or HTML")


def _decode_marked(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text, found = _decode(data[len(mark) :], encoding)
            named = () if encoding == "utf-8" else (flags.decoded_as(encoding[:6]),)
            return Decoded(text, (flags.BYTE_ORDER_MARK, *named, *found))
    return None


def _decode_wide(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: nearly every second byte of Western text is NUL there."""
    sample = data[:2000]
    if len(sample) < 4 or len(data) % 2:
        return None
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        nuls, others = sample[offset::2].count(0), sample[1 - offset :: 2].count(0)
        if nuls > 0.8 * (len(sample) // 2) and not others:
            text, found = _decode(data, encoding)
            return Decoded(text, (flags.decoded_as("utf-16"), *found))
    return None


def decode_plain(data: bytes, declared: str | None) -> Decoded:
    """The text of ``data`` that bears no mark: UTF-8, what is declared, or Windows-1252."""
    known = declared is not None and _DECLARED.match(declared.strip()) is not None
    claim = codecs.lookup(_python_name(declared)).name if declared is not None and known else None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_other(data, claim)
    wrong = claim not in (None, "utf-8", "ascii") and not data.isascii()
    return Decoded(text, (flags.DECLARED_WRONG,) if wrong else ())


def _decode_other(data: bytes, claim: str | None) -> Decoded:
    if claim not in (None, "utf-8", "ascii", "cp1252", "iso8859-1"):
        text, found = _decode(data, str(claim))
        if not found:
            return Decoded(text, (flags.decoded_as(str(claim)),))
    if _mostly_utf8(data):
        return Decoded(*_decode(data, "utf-8"))
    wrong = (flags.DECLARED_WRONG,) if claim == "utf-8" else ()
    return Decoded(_decode_windows(data), (flags.decoded_as("cp1252"), *wrong))


def _mostly_utf8(data: bytes) -> bool:
    """Whether the bytes over 127 are mostly well-formed sequences: a UTF-8 text that was cut or damaged."""
    well = sum(match.end() - match.start() for match in _SEQUENCE.finditer(data))
    return well >= 0.75 * sum(1 for _ in _HIGH.finditer(data))


def _decode(data: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError:
        return data.decode(encoding, "replace"), (flags.UNDECODABLE,)


def _decode_windows(data: bytes) -> str:
    """Windows-1252 as browsers read it: its five holes are the control characters of those numbers."""
    return "".join(_WINDOWS[byte] for byte in data) if any(hole in data for hole in _HOLES) else data.decode("cp1252")


def _python_name(declared: str) -> str:
    """Browsers read Latin-1 and ASCII labels as Windows-1252; so do we."""
    name = declared.strip().lower()
    plain = name.replace("-", "").replace("_", "")
    if plain in ("iso88591", "latin1"):
        return "cp1252"
    if plain == "macintosh":
        return "mac-roman"
    return {"windows874": "cp874", "tis620": "tis-620", "sjis": "shift_jis"}.get(plain, name)


_HOLES = (0x81, 0x8D, 0x8F, 0x90, 0x9D)
_WINDOWS = tuple(chr(byte) if byte in _HOLES else bytes([byte]).decode("cp1252") for byte in range(256))
