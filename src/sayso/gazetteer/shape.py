"""The two tables of a gazetteer as files: places by row, names by key. Written by `writing`, read by `lookup`."""

from __future__ import annotations

import struct
from enum import StrEnum
from zlib import crc32

import msgspec

VERSION = 1
# geonames_id, latitude and longitude in 1/100000 degree, population, row of the first-order division and of the
# second (both from 1, 0 is none), country, feature code (places in lists of `About`), where the label begins.
PLACE = struct.Struct("<IiiIIIHHI")
OFFSET = struct.Struct("<I")
DEGREE = 100_000
ABOUT, PLACES, LABELS, NAMES, BUCKETS = "about.json", "places.bin", "labels.bin", "names.bin", "buckets.bin"
EXACT = "="  # before the key of an abbreviation, which counts in its own letters only: "=La.", "=LA"


class NameKind(StrEnum):
    """What a name is to its place; the letter stands in the file."""

    MAIN = "n"
    OTHER = "a"
    ADJECTIVE = "j"  # of its people too: "Russian", "Texans"
    ABBREVIATION = "b"


class About(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a gazetteer is made of; ``buckets`` is a power of two."""

    version: int
    made_from: str
    places: int
    names: int
    buckets: int
    countries: list[str]
    codes: list[str]


def bucket_of(key: bytes, buckets: int) -> int:
    """In which bucket of the names a key stands."""
    return crc32(key) & (buckets - 1)
