"""Ids of articles that bring none, and what tells whether two texts are the same."""

from __future__ import annotations

import hashlib
import json

from sayso.records.article import Published


def make_id(text: str, *, title: str | None = None, url: str | None = None, published: Published | None = None) -> str:
    """32 hex digits of SHA-256 over text, title, address and time: the same article has the same id everywhere.

    The file's name is no part of it.
    """
    time = None if published is None else [published.time, published.zone]
    encoded = json.dumps(["sayso.article/1", text, title, url, time], ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(encoded.encode("ascii")).hexdigest()[:32]


def digest_raw(data: bytes) -> str:
    """64 hex digits of SHA-256 over the bytes that an article was taken from."""
    return hashlib.sha256(data).hexdigest()


def digest_text(text: str) -> str:
    """64 hex digits of SHA-256 over the text alone."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
