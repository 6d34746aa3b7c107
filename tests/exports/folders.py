"""Folders in memory, for exports of several files."""

from __future__ import annotations

import io
from typing import BinaryIO


class Folder:
    """Keeps what is written to each file by its name."""

    def __init__(self) -> None:
        self.files: dict[str, io.BytesIO] = {}

    def open_new(self, name: str) -> BinaryIO:
        assert name not in self.files
        self.files[name] = io.BytesIO()
        return self.files[name]

    def open(self, name: str) -> BinaryIO:
        return io.BytesIO(self.files[name].getvalue())

    def contents(self) -> dict[str, bytes]:
        return {name: file.getvalue() for name, file in self.files.items()}
