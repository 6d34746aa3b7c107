"""Texts and readings packed for a ledger: an article's text once, its reading as columns without the text.

What both are packed with is a dictionary (`packing.txt`) of what stands in most of them; a ledger that was packed with
it cannot be read without it, so it never changes.
"""

from __future__ import annotations

import json
import zlib
from functools import cache
from importlib import resources
from typing import Any

import msgspec

from sayso.ledger.columns import Identifiers, fold_values, unfold_values
from sayso.ledger.derived import columns_of, derive, folded_columns

WHOLE, COLUMNS = b"\x00", b"\x01"  # how a reading begins: as it came, or as columns without its text
LEVEL = 9
WINDOW = 32_768  # bytes to which an earlier one may be referred
RAW = -15  # bits of the window; below zero: without a header and a sum, which the digest of the text makes needless
SIZE = 3  # bytes of a length


@cache
def _dictionary() -> bytes:
    return (resources.files("sayso") / "ledger" / "packing.txt").read_bytes()


def pack(data: bytes, before: bytes = b"") -> bytes:
    """Bytes that are like those of a reading, and perhaps like ``before``."""
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, RAW, 9, zlib.Z_DEFAULT_STRATEGY, _before(before))
    return packer.compress(data) + packer.flush()


def unpack(data: bytes, before: bytes = b"") -> bytes:
    """What `pack` was given. Raises zlib.error where it is damaged."""
    unpacker = zlib.decompressobj(RAW, _before(before))
    done = unpacker.decompress(data) + unpacker.flush()
    if not unpacker.eof:
        raise zlib.error("it ends too soon")
    return done


def _before(before: bytes) -> bytes:
    return (_dictionary() + before)[-WINDOW:]


def encode(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def pack_text(text: str) -> bytes:
    return pack(encode(text))


def unpack_text(data: bytes) -> str:
    return unpack(data).decode("utf-8", "surrogatepass")


def pack_reading(reading: bytes) -> tuple[bytes, bytes]:
    """The text of a reading (JSON), and the rest of it, each packed."""
    told = load(reading)
    text = told["article"].pop("text", None) if isinstance(told, dict) and "article" in told else None
    if not isinstance(text, str):
        return pack(b""), WHOLE + pack(reading)
    before = encode(text)
    return pack(before), COLUMNS + pack_columns(told, before)


def pack_columns(value: Any, before: bytes) -> bytes:
    """A value of JSON as columns; much of it stands in ``before``."""
    made_of = columns_of(value)
    made = derive(made_of) if made_of is not None else []
    known = Identifiers({name: number for number, name in enumerate(made)})
    node = fold_values([value], known)
    if made and folded_columns(node) != made_of:
        made, known = [], Identifiers()
        node = fold_values([value], known)
    names = known.pack(len(made))
    return bytes([bool(made)]) + len(names).to_bytes(SIZE) + names + pack(dump(node), before)


def unpack_columns(packed: bytes, before: bytes) -> Any:
    """The value again. Raises zlib.error, ValueError or LookupError where it is damaged."""
    end = 1 + SIZE + int.from_bytes(packed[1 : 1 + SIZE])
    node = load(unpack(packed[end:], before))
    made_of = folded_columns(node) if packed[0] else None
    made = derive(made_of) if made_of is not None else []
    (value,) = unfold_values(node, 1, made + Identifiers.unpack(packed[1 + SIZE : end]))
    return value


def unpack_reading(text: bytes, packed: bytes) -> bytes:
    """The reading as JSON. Raises zlib.error, ValueError or LookupError where it is damaged."""
    if packed[:1] == WHOLE:
        return unpack(packed[1:])
    before = unpack(text)
    told = unpack_columns(packed[1:], before)
    told["article"] = {"text": before.decode("utf-8", "surrogatepass")} | told["article"]
    return dump(told)


def load(data: bytes) -> Any:
    """JSON, also such as holds half a character."""
    try:
        return msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return json.loads(data)


def dump(value: Any) -> bytes:
    """JSON in UTF-8; where it holds half a character, in ASCII."""
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        return json.dumps(value, separators=(",", ":")).encode("ascii")
