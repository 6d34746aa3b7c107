"""What a decision needs of a stored reading: where a claim's words stand, and which model found them."""

from __future__ import annotations

import json

import msgspec

from sayso.articles.identity import digest_text
from sayso.records.span import Span


class _Claim(msgspec.Struct):
    id: str
    content: list[tuple[int, int]]


class _Article(msgspec.Struct):
    text: str


class _Model(msgspec.Struct):
    name: str
    version: str
    digest: str


class Kept(msgspec.Struct):
    """The parts of a reading's JSON that are looked at here."""

    article: _Article
    model: _Model
    claims: list[_Claim]

    @property
    def text(self) -> str:
        return self.article.text

    @property
    def text_digest(self) -> str:
        return digest_text(self.article.text)

    @property
    def model_words(self) -> str:
        return f"{self.model.name} {self.model.version} ({self.model.digest[:12]})"

    def spans(self, claim: str) -> tuple[Span, ...]:
        """Where the claim's words stand; empty where there is no such claim."""
        return next((tuple(Span(*pair) for pair in one.content) for one in self.claims if one.id == claim), ())


def open_kept(data: bytes) -> Kept:
    try:
        return msgspec.json.decode(data, type=Kept)
    except (msgspec.DecodeError, UnicodeDecodeError):  # a lone surrogate
        return msgspec.convert(json.loads(data), Kept)
