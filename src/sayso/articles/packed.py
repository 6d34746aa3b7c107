"""What is packed (ZIP, gzip), unpacked in memory and never beyond the limits; no name in it is ever a path."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

from sayso.articles.limits import Limits
from sayso.errors import MalformedInput, TooLarge

_CHUNK = 65_536
_DIRECTORY = 50_000_000  # bytes of a ZIP's list of files: its names are held in memory
# What reading a member raises for a file that is broken, or locked by a password; opening one may stumble over more.
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, OSError)
_NO_ZIP = (*_BROKEN, ValueError, KeyError, struct.error)


@contextmanager
def open_zip(file: BinaryIO, name: str) -> Iterator[zipfile.ZipFile]:
    """The ZIP file. Raises MalformedInput for a broken one, there and in what is done with it; TooLarge."""
    try:
        _check_directory(file, name)
        opened = zipfile.ZipFile(file)
    except _NO_ZIP as error:
        raise _broken(name, error) from error
    with opened:
        try:
            yield opened
        except _BROKEN as error:
            raise _broken(name, error) from error


def _broken(name: str, error: Exception) -> MalformedInput:
    return MalformedInput(name, f"a broken ZIP file ({error}); was it saved as a whole?")


def _check_directory(file: BinaryIO, name: str) -> None:
    size = file.seek(0, io.SEEK_END)
    file.seek(max(0, size - 66_000))
    tail = file.read()
    file.seek(0)
    at, wide = tail.rfind(b"PK\x05\x06"), tail.rfind(b"PK\x06\x06")
    length = struct.unpack_from("<I", tail, at + 12)[0] if 0 <= at <= len(tail) - 16 else 0
    if length == 0xFFFFFFFF and 0 <= wide <= len(tail) - 48:
        length = struct.unpack_from("<Q", tail, wide + 40)[0]
    if length > _DIRECTORY and length != 0xFFFFFFFF:
        raise TooLarge(name, f"a ZIP file with a list of files of {length:,} bytes")


def read_member(opened: zipfile.ZipFile, member: str, name: str, limits: Limits) -> bytes:
    """All bytes of a file in the ZIP. Raises TooLarge before it unpacks beyond the limit, KeyError if it is missing."""
    info = opened.getinfo(member)
    if info.file_size > limits.size:
        raise TooLarge(name, f"{member} in it would unpack to {info.file_size:,} bytes, more than {limits.size:,}")
    with opened.open(info) as file:
        return file.read(limits.size)


def check_ratio(info: zipfile.ZipInfo, name: str, limits: Limits) -> None:
    """Raises TooLarge where a file in a ZIP would unpack beyond all reason."""
    if info.file_size > max(limits.expanded, limits.ratio * info.compress_size):
        raise TooLarge(name, f"would unpack to {info.file_size:,} bytes out of {info.compress_size:,}")


def unpack_gzip(file: BinaryIO, name: str, limits: Limits) -> BinaryIO:
    """What ``file`` unpacks to, member by member; reading raises TooLarge or MalformedInput."""
    return cast(BinaryIO, io.BufferedReader(_Unpacked(file, name, limits), _CHUNK))


class _Unpacked(io.RawIOBase):
    def __init__(self, file: BinaryIO, name: str, limits: Limits) -> None:
        self.file, self.name, self.limits = file, name, limits
        self.packed = b""
        self._begin()

    def _begin(self) -> None:
        self.unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
        self.taken = self.given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # the stubs know no memoryview alone
        while True:
            if not self.packed and not self._fetch():
                return 0
            try:
                data = self.unpacker.decompress(self.packed, len(buffer))
            except zlib.error as error:
                raise MalformedInput(self.name, f"its gzip is broken ({error}); was it saved as a whole?") from error
            self.packed = self.unpacker.unconsumed_tail
            self._count(len(data))
            if self.unpacker.eof:
                self.packed = self.unpacker.unused_data.lstrip(b"\x00")
                self._begin()
                self.taken = len(self.packed)
            if data:
                buffer[: len(data)] = data
                return len(data)

    def _fetch(self) -> bool:
        self.packed = self.file.read(_CHUNK)
        self.taken += len(self.packed)
        if not self.packed and self.taken:
            raise MalformedInput(self.name, "it ends within a gzip member; was it saved as a whole?")
        return bool(self.packed)

    def _count(self, given: int) -> None:
        self.given += given
        if self.given > max(self.limits.expanded, self.limits.ratio * self.taken):
            raise TooLarge(self.name, f"unpacks to more than {self.given:,} bytes out of {self.taken:,}")
